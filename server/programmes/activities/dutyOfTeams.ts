import { inDivision } from '../../kernel/access'
import type { Context } from '../../kernel/context'
import type { Query } from '../../kernel/query'
import { Team, type TeamTier } from '../../people/teams/Team'
import { concernedSql, type DutyNumbers, dutyOf, type DutyPart, dutySql, type DutyStanding, type DutyState } from './dutyRule'

/** A team and a month: how the duty stands, and how many activities are confirmed and how many open. */
export interface Cell {
  month: string
  duty: DutyState
  confirmed: number
  open: number
}

/** The months of a year, YYYY-MM. */
export const monthsOf = (year: number): string[] => Array.from({ length: 12 }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}`)

/** The last of some months that has begun, or the first of them. */
const present = (months: readonly string[], today: string): string => months.filter(month => month <= today.slice(0, 7)).at(-1) ?? months[0]!

/** Which teams are asked for. */
export interface TeamsAsked {
  region?: string | null
  tier?: TeamTier[] | null
  duty?: DutyState | null
}

/** The teams that some months concern, as they are asked for, by their place. */
export function teamsConcerned(ctx: Context, asked: TeamsAsked, months: readonly string[], numbers: DutyNumbers): Query<Team> {
  const concerned = concernedSql(months)
  const rows = ctx.store.query(Team).where(concerned.sql, ...concerned.values)
  if (asked.region) rows.whereIs(inDivision(asked.region))
  if (asked.tier) rows.where('it.tier IN (?)', asked.tier)
  if (asked.duty) {
    const { sql, values } = dutySql(asked.duty, present(months, ctx.today), ctx.today, numbers)
    rows.where(sql, ...values)
  }
  return rows.orderBy('it.regionCode').orderBy('it.tier').orderBy('it.id')
}

interface PartThen extends DutyPart {
  key: string
}

/** The parts of teams in the activities of some months, by team and month. */
export async function partsOf(ctx: Context, teamIds: readonly string[], months: readonly string[]): Promise<Map<string, PartThen[]>> {
  const found = new Map<string, PartThen[]>()
  if (teamIds.length === 0) return found
  const rows = await ctx.store.sql(
    'SELECT x.teamId, x.month, x.takesPart, x.organiser, x.confirmedCount, x.attendance, a.state, a.isDrill FROM activity_teams x JOIN activities a ON a.id = x.activityId WHERE x.teamId IN (?) AND x.month BETWEEN ? AND ?',
    [teamIds, months[0]!, months.at(-1)!],
  )
  for (const row of rows) {
    const key = `${String(row.teamId)}/${String(row.month)}`
    const part = { key, takesPart: Boolean(row.takesPart), organiser: Boolean(row.organiser), confirmedCount: Number(row.confirmedCount), attendance: Number(row.attendance), state: row.state, isDrill: Boolean(row.isDrill) } as PartThen
    found.set(key, [...(found.get(key) ?? []), part])
  }
  return found
}

const CLOSED = ['ARCHIVED', 'CANCELLED']

/** How a team stands in a month, and what has been done towards it. */
export function cellOf(standings: readonly DutyStanding[], month: string, today: string, parts: readonly DutyPart[], numbers: DutyNumbers): Cell {
  const taken = parts.filter(part => part.takesPart)
  return { month, duty: dutyOf(standings, month, today, parts, numbers), confirmed: taken.filter(part => part.state === 'ARCHIVED').length, open: taken.filter(part => !CLOSED.includes(part.state)).length }
}
