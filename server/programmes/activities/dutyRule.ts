import { registerEnumType } from 'type-graphql'
import { Plan } from '../../bureau/plans/Plan'
import { setting } from '../../bureau/settings/defineSetting'
import type { Condition } from '../../kernel/access'
import type { Context } from '../../kernel/context'
import { addMonths, monthOf } from '../../kernel/days'
import { TeamState } from '../../people/teams/Team'
import type { TeamStanding } from '../../people/teams/TeamStanding'
import { type Activity, ActivityState } from './Activity'
import type { ActivityTeam } from './ActivityTeam'
import { numbers } from './numbers'

/** How a team stands to the duty of a month. */
export enum DutyState {
  DONE = 'DONE',
  DUE = 'DUE',
  MISSING = 'MISSING',
  NOT_REQUIRED = 'NOT_REQUIRED',
}
registerEnumType(DutyState, { name: 'DutyState', description: '已完成、待完成、未完成、不要求' })

/** The numbers in the rule: how many activities a month asks for, and whether drills count. */
export interface DutyNumbers {
  needed: number
  drillsCount: boolean
}

/** A team's part in an activity of the month, as the rule sees it. */
export type DutyPart = Pick<ActivityTeam, 'takesPart' | 'organiser' | 'confirmedCount' | 'attendance'> & Pick<Activity, 'state' | 'isDrill'>
/** What a team was for a time, as the rule sees it. */
export type DutyStanding = Pick<TeamStanding, 'sinceOn' | 'untilOn' | 'state' | 'needsMonthly'>

const AT_WORK: readonly TeamState[] = [TeamState.ACTIVE, TeamState.RECTIFYING]
const STOPPED: readonly TeamState[] = [TeamState.SUSPENDED, TeamState.DISBANDED]
const firstOf = (month: string): string => `${month}-01`

/**
 * THE monthly duty (plan of 2022, 三; programmes.md 4.2): a team that was at work when the month began, was not excused by the
 * bureau, and was neither suspended nor disbanded in it, holds so many activities in it. One counts in the month of its start in
 * Asia/Shanghai, once the station has confirmed it: for its organiser, and for each co-organiser of whom a member was confirmed.
 * Drills count where the setting says so.
 */
export const counts = (part: DutyPart, { drillsCount }: DutyNumbers): boolean => part.takesPart && part.state === ActivityState.ARCHIVED && (!part.isDrill || drillsCount) && (part.organiser ? part.attendance : part.confirmedCount) >= 1

/** Whether the month asks anything of a team: it was at work on the first, was not excused then, and nobody stopped it before the next. */
export function isRequired(standings: readonly DutyStanding[], month: string): boolean {
  const [first, next] = [firstOf(month), addMonths(firstOf(month), 1)]
  const lasting = standings.filter(({ untilOn }) => untilOn === null || untilOn > first)
  return lasting.some(({ sinceOn, state, needsMonthly }) => sinceOn <= first && AT_WORK.includes(state) && needsMonthly) && !lasting.some(({ sinceOn, state }) => sinceOn < next && STOPPED.includes(state))
}

/** How a team stands to the duty of a month, by its parts in that month's activities. */
export function dutyOf(standings: readonly DutyStanding[], month: string, today: string, parts: readonly DutyPart[], duty: DutyNumbers): DutyState {
  if (parts.filter(part => counts(part, duty)).length >= duty.needed) return DutyState.DONE
  if (!isRequired(standings, month)) return DutyState.NOT_REQUIRED
  return month < monthOf(today) ? DutyState.MISSING : DutyState.DUE
}

/** The same rule as a condition on teams, `it`. */
export function dutySql(state: DutyState, month: string, today: string, { needed, drillsCount }: DutyNumbers): Condition {
  const done: Condition = {
    sql: `(SELECT COUNT(*) FROM activity_teams x JOIN activities a ON a.id = x.activityId WHERE x.teamId = it.id AND x.month = ? AND x.takesPart = 1 AND a.state = 'ARCHIVED'${drillsCount ? '' : ' AND a.isDrill = 0'} AND (CASE WHEN x.organiser = 1 THEN x.attendance ELSE x.confirmedCount END) >= 1) >= ?`,
    values: [month, needed],
  }
  if (state === DutyState.DONE) return done
  const [first, next] = [firstOf(month), addMonths(firstOf(month), 1)]
  const standing = (since: string, where: string): string => `EXISTS (SELECT 1 FROM team_standings s WHERE s.teamId = it.id AND s.sinceOn ${since} ? AND (s.untilOn IS NULL OR s.untilOn > ?) AND ${where})`
  const required: Condition = { sql: `(${standing('<=', "s.state IN ('ACTIVE','RECTIFYING') AND s.needsMonthly = 1")} AND NOT ${standing('<', "s.state IN ('SUSPENDED','DISBANDED')")})`, values: [first, first, next, first] }
  if (state === DutyState.NOT_REQUIRED) return { sql: `NOT (${done.sql}) AND NOT ${required.sql}`, values: [...done.values, ...required.values] }
  const past = month < monthOf(today)
  if (past !== (state === DutyState.MISSING)) return { sql: '1=0', values: [] }
  return { sql: `NOT (${done.sql}) AND ${required.sql}`, values: [...done.values, ...required.values] }
}

/** The teams `it` that some months concern: those there are, and those that were at work in one of them and have been disbanded since. */
export function concernedSql(months: readonly string[]): Condition {
  return {
    sql: "(it.state <> 'DISBANDED' OR EXISTS (SELECT 1 FROM team_standings s WHERE s.teamId = it.id AND s.state IN ('ACTIVE','RECTIFYING') AND s.sinceOn <= ? AND (s.untilOn IS NULL OR s.untilOn > ?)))",
    values: [firstOf(months.at(-1)!), firstOf(months[0]!)],
  }
}

/** How many teams `it` stand how in a month: the columns `done`, `due`, `missing` and `notRequired`. */
export function dutyTallySql(month: string, today: string, duty: DutyNumbers): Condition {
  const states = Object.entries({ done: DutyState.DONE, due: DutyState.DUE, missing: DutyState.MISSING, notRequired: DutyState.NOT_REQUIRED }).map(([name, state]) => ({ name, ...dutySql(state, month, today, duty) }))
  return { sql: states.map(({ sql, name }) => `SUM(${sql}) AS ${name}`).join(', '), values: states.flatMap(({ values }) => values) }
}

/** The bureau's numbers for a year: how many activities the year's plan asks of a month, one where there is no plan. */
export async function dutyNumbers(ctx: Context, year: number): Promise<DutyNumbers> {
  const plan = await ctx.store.beyondReach.query(Plan).where('it.year = ?', year).first()
  return { needed: Math.max(1, plan?.activitiesMonthly ?? 1), drillsCount: (await setting(ctx, numbers.drillsCount)) === 1 }
}
