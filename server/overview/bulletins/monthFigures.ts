import type { Context } from '../../kernel/context'
import type { Value } from '../../kernel/database'
import { addDays, addMonths } from '../../kernel/days'
import { HoursBy } from '../../people/hours/inputs'
import { sumHours } from '../../people/hours/totals'
import { teamsOn } from '../../people/teams/planProgress'
import { TeamTier } from '../../people/teams/Team'
import { dutyNumbers, dutyTallySql } from '../../programmes/activities/dutyRule'
import { contactedInSql, dueInSql } from '../../programmes/pairings/careRule'
import { overdueSql } from '../../programmes/pairings/dueRule'
import { wasLateSql } from '../../programmes/pairings/pastDue'

/** The figures that a row of the bulletin adds up to. */
export const FIGURES = ['teams', 'townshipTeams', 'villageTeams', 'squads', 'reached', 'dutyDone', 'dutyDue', 'dutyMissing', 'activities', 'drills', 'people', 'personTimes', 'served', 'minutes', 'drillMinutes', 'visits', 'elders', 'eldersDue', 'dueVisited', 'eldersVisited', 'overdue'] as const
export type Figures = Partial<Record<(typeof FIGURES)[number], number>>
/** Figures by the first nine digits of the division; under `ALL` what is counted over all of them at once. */
export type PlaceFigures = Map<string, Figures>
export const ALL = ''

const TOWNSHIP = 'LEFT(it.regionCode, 9) AS township'
const TIERS: Partial<Record<TeamTier, keyof Figures>> = { TOWNSHIP: 'townshipTeams', VILLAGE: 'villageTeams', SQUAD: 'squads' }

/** Every figure of a month by township, each by the rule that the other pages go by. So many statements however many townships there are. */
export async function monthFigures(ctx: Context, month: string): Promise<PlaceFigures[]> {
  const first = `${month}-01`
  const last = addDays(addMonths(first, 1), -1)
  return Promise.all([teams(ctx, last < ctx.today ? last : ctx.today), duty(ctx, month), activities(ctx, month), attendance(ctx, month), hours(ctx, month), visits(ctx, first, last), elders(ctx, first, last), due(ctx, month), overdue(ctx, last)])
}

/** Runs a statement whose columns are called as the figures are. */
async function figuresBy(ctx: Context, sql: string, values: readonly Value[]): Promise<PlaceFigures> {
  const rows = await ctx.store.sql(sql, values)
  return new Map(rows.map(({ township, ...figures }) => [township === null ? ALL : String(township), Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Number(value ?? 0)]))]))
}

async function teams(ctx: Context, on: string): Promise<PlaceFigures> {
  const found: PlaceFigures = new Map()
  for (const { township, tier, atWork, reached } of await teamsOn(ctx, on)) {
    const figures = found.get(township) ?? {}
    const ofTier = TIERS[tier as TeamTier]
    found.set(township, { ...figures, teams: (figures.teams ?? 0) + atWork, reached: (figures.reached ?? 0) + reached, ...(ofTier && { [ofTier]: atWork }) })
  }
  return found
}

async function duty(ctx: Context, month: string): Promise<PlaceFigures> {
  const tally = dutyTallySql(month, ctx.today, await dutyNumbers(ctx, Number(month.slice(0, 4))))
  return figuresBy(ctx, `SELECT township, done AS dutyDone, due AS dutyDue, missing AS dutyMissing FROM (SELECT ${TOWNSHIP}, ${tally.sql} FROM teams it GROUP BY township) tally`, tally.values)
}

/** The confirmed activities of a month, `it`, by the organising team's division. */
const HELD = "activities it JOIN activity_teams x ON x.activityId = it.id AND x.organiser = 1 AND x.month = ? AND it.state = 'ARCHIVED'"

const activities = (ctx: Context, month: string): Promise<PlaceFigures> =>
  figuresBy(ctx, `SELECT ${TOWNSHIP}, SUM(it.isDrill = 0) AS activities, SUM(it.isDrill = 1) AS drills, SUM(CASE WHEN it.isDrill = 0 THEN it.servedCount ELSE 0 END) AS served FROM ${HELD} GROUP BY township`, [month])

const attendance = (ctx: Context, month: string): Promise<PlaceFigures> =>
  figuresBy(ctx, `SELECT township, COUNT(DISTINCT volunteerId) AS people, COUNT(*) AS personTimes FROM (SELECT ${TOWNSHIP}, s.volunteerId FROM ${HELD} JOIN sign_ups s ON s.activityId = it.id AND s.state = 'CONFIRMED' WHERE it.isDrill = 0) part GROUP BY township WITH ROLLUP`, [month])

async function hours(ctx: Context, month: string): Promise<PlaceFigures> {
  const sums = await sumHours(ctx, { monthFrom: month, monthTo: month, by: [HoursBy.TOWNSHIP] })
  return new Map(sums.map(({ regionCode, minutes, drillMinutes }) => [regionCode!.slice(0, 9), { minutes, drillMinutes }]))
}

const visits = (ctx: Context, first: string, last: string): Promise<PlaceFigures> =>
  figuresBy(ctx, `SELECT township, COUNT(*) AS visits, COUNT(DISTINCT CASE WHEN contactMade = 1 THEN beneficiaryId END) AS eldersVisited FROM (SELECT ${TOWNSHIP}, it.contactMade, it.beneficiaryId FROM visits it WHERE it.state = 'DONE' AND it.visitedOn BETWEEN ? AND ?) visit GROUP BY township WITH ROLLUP`, [first, last])

const elders = (ctx: Context, first: string, last: string): Promise<PlaceFigures> =>
  figuresBy(ctx, `SELECT township, COUNT(DISTINCT beneficiaryId) AS elders FROM (SELECT ${TOWNSHIP}, it.beneficiaryId FROM pairings it WHERE it.state IN ('ACTIVE','PAUSED','ENDED') AND it.startedOn <= ? AND (it.endedOn IS NULL OR it.endedOn >= ?)) pairing GROUP BY township WITH ROLLUP`, [last, first])

/** The elders to whom a contact was due, and those of them who had one. */
async function due(ctx: Context, month: string): Promise<PlaceFigures> {
  const [owed, had] = [dueInSql(month), contactedInSql(month)]
  return figuresBy(ctx, `SELECT township, COUNT(*) AS eldersDue, SUM(contacted) AS dueVisited FROM (SELECT ${TOWNSHIP}, ${had.sql} AS contacted FROM beneficiaries it WHERE ${owed.sql}) elder GROUP BY township`, [...had.values, ...owed.values])
}

/** The pairings whose visit was overdue when the month ended; in the running month, those whose visit is. */
async function overdue(ctx: Context, last: string): Promise<PlaceFigures> {
  const late = last < ctx.today ? wasLateSql(last) : overdueSql(ctx.today)
  return figuresBy(ctx, `SELECT ${TOWNSHIP}, COUNT(*) AS overdue FROM pairings it WHERE ${late.sql} GROUP BY township`, late.values)
}
