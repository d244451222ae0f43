import { Plan, PlanTarget, TargetSubject } from '../../bureau/plans/Plan'
import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { prefixOf } from '../../kernel/regionCode'
import { say } from '../../kernel/text'
import { TeamTier } from './Team'
import { VILLAGES } from './villagesWithout'

export const TIER: Record<TargetSubject, TeamTier> = { BANNER_TEAMS: TeamTier.BANNER, TOWNSHIP_TEAMS: TeamTier.TOWNSHIP, VILLAGE_TEAMS: TeamTier.VILLAGE, SQUADS: TeamTier.SQUAD }

/** What there was of something on a day, against what there is to be. */
export interface Reached {
  subject: TargetSubject
  number: number
  /** Active on that day, with the members they had to have then: what counts. */
  reached: number
  /** Active on that day. */
  active: number
  /** Founded and not disbanded on that day. */
  standing: number
}

/** A township's part in a plan. */
export interface TownshipProgress {
  regionCode: string
  parts: Reached[]
  villagesWithout: number
}

export interface Progress {
  planId: string
  on: string
  targets: (Reached & { dueOn: string | null; late: boolean })[]
  villagesWithout: number
  townships: TownshipProgress[]
}

/** How many teams of a tier a township had on a day. */
interface Count {
  tier: string
  township: string
  standing: number
  /** Active or rectifying. */
  atWork: number
  active: number
  reached: number
}

/** How far a plan had been reached at the end of a past day, by the standings on record. The totals are the plan's own; townships are told within reach. */
export async function planProgress(ctx: Context, planId: string, on: string): Promise<Progress> {
  if (on > ctx.today) throw new Invalid({ on: say('不能晚于今天。', 'Not after today.') })
  const plan = await ctx.store.get(Plan, planId)
  const [targets, counts, gaps, duties] = await Promise.all([ctx.store.parts(PlanTarget, 'planId', plan.id), teamsOn(ctx, on), gapsOn(ctx, on), dutiesOf(ctx)])
  const sum = (of: (count: Count) => number, subject: TargetSubject, township?: string): number =>
    counts.filter(count => count.tier === TIER[subject] && (!township || count.township === township)).reduce((total, count) => total + of(count), 0)
  const reachedBy = (subject: TargetSubject, number: number, township?: string): Reached => ({
    subject, number, reached: sum(count => count.reached, subject, township), active: sum(count => count.active, subject, township), standing: sum(count => count.standing, subject, township),
  })
  const seen = duties.filter(({ township }) => isSeen(ctx, township))
  return {
    planId, on,
    targets: targets.map(({ subject, number, dueOn }) => {
      const part = reachedBy(subject, number)
      return { ...part, dueOn, late: dueOn !== null && dueOn < on && part.reached < number }
    }),
    villagesWithout: [...gaps.values()].reduce((total, count) => total + count, 0),
    townships: seen.map(({ township, stations, squads }) => ({
      regionCode: `${township}000`,
      parts: [reachedBy(TargetSubject.TOWNSHIP_TEAMS, 1, township), reachedBy(TargetSubject.VILLAGE_TEAMS, stations, township), reachedBy(TargetSubject.SQUADS, squads, township)],
      villagesWithout: gaps.get(township) ?? 0,
    })),
  }
}

function isSeen({ actor: { reach } }: Context, township: string): boolean {
  if (reach.kind === 'banner') return true
  return reach.kind === 'region' && reach.regionCode !== undefined && township.startsWith(prefixOf(reach.regionCode))
}

const ON = 's.sinceOn <= ? AND (s.untilOn IS NULL OR s.untilOn > ?)'

/** The teams of each township and tier on a past day, by the standings on record. */
export async function teamsOn(ctx: Context, on: string): Promise<Count[]> {
  const rows = await ctx.store.sql(
    `SELECT s.tier, LEFT(s.regionCode, 9) AS township, COUNT(*) AS standing, SUM(s.state IN ('ACTIVE','RECTIFYING')) AS atWork, SUM(s.state = 'ACTIVE') AS active, SUM(s.state = 'ACTIVE' AND s.metMinimum = 1) AS reached FROM team_standings s WHERE ${ON} AND s.state <> 'DISBANDED' GROUP BY s.tier, township`,
    [on, on],
  )
  return rows.map(row => ({ tier: String(row.tier), township: String(row.township), standing: Number(row.standing), atWork: Number(row.atWork), active: Number(row.active), reached: Number(row.reached) }))
}

/** Of each township, the villages that had neither team nor squad on a day. */
async function gapsOn(ctx: Context, on: string): Promise<Map<string, number>> {
  const rows = await ctx.store.sql(
    `SELECT LEFT(it.regionCode, 9) AS township, COUNT(*) AS n FROM ${VILLAGES} WHERE NOT EXISTS (SELECT 1 FROM team_standings s WHERE s.regionCode = it.regionCode AND s.tier IN ('VILLAGE','SQUAD') AND s.state <> 'DISBANDED' AND ${ON}) GROUP BY township`,
    [on, on],
  )
  return new Map(rows.map(row => [String(row.township), Number(row.n)]))
}

/** What the plan asks of each township: a team in each village with a station, a squad in each other one. */
async function dutiesOf(ctx: Context): Promise<{ township: string; stations: number; squads: number }[]> {
  const rows = await ctx.store.sql(`SELECT LEFT(it.regionCode, 9) AS township, SUM(it.hasStation = 1) AS stations, SUM(it.hasStation = 0) AS squads FROM ${VILLAGES} GROUP BY township ORDER BY township`)
  return rows.map(row => ({ township: String(row.township), stations: Number(row.stations), squads: Number(row.squads) }))
}
