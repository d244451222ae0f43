import { reachOf } from '../../kernel/access'
import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import type { Page } from '../../kernel/lists'
import { prefixOf } from '../../kernel/regionCode'
import { say } from '../../kernel/text'
import { starSteps } from '../volunteers/stars'
import { Volunteer } from '../volunteers/Volunteer'
import type { StarFilter } from './inputs'

export interface StarReach {
  volunteerId: string
  stars: number
  reachedOn: string
}

/**
 * Who reached a star in a span of days. Read from the ledger, so that a correction moves the day: a star is reached by the line
 * with which the sum of all before it passes the step. Only who served within the span can have reached one in it.
 */
export async function findStarsReached(ctx: Context, { from, to, region, stars }: StarFilter, page: Page): Promise<{ items: StarReach[]; total: number }> {
  if (to < from) throw new Invalid({ to: say('结束日期早于开始日期。', 'The end lies before the start.') })
  const steps = (await starSteps(ctx)).map((minutes, index) => ({ minutes, stars: index + 1 })).filter(step => !stars || step.stars === stars)
  const reach = reachOf(ctx.actor, Volunteer)
  const within = region ? ' AND it.regionCode LIKE ?' : ''
  const sql = `WITH served AS (
      SELECT s.volunteerId, s.servedOn, s.minutes, SUM(s.minutes) OVER (PARTITION BY s.volunteerId ORDER BY s.servedOn, s.id) AS upTo
      FROM service_records s JOIN volunteers it ON it.id = s.volunteerId
      WHERE s.state = 'CONFIRMED' AND s.drill = 0 AND s.servedOn <= ? AND it.totalMinutes >= ? AND ${reach.sql}${within}
        AND EXISTS (SELECT 1 FROM service_records r WHERE r.volunteerId = it.id AND r.servedOn BETWEEN ? AND ?)
    ), steps AS (${steps.map(() => 'SELECT ? AS stars, ? AS minutes').join(' UNION ALL ')})
    SELECT served.volunteerId, steps.stars, served.servedOn AS reachedOn FROM served JOIN steps ON served.upTo >= steps.minutes AND served.upTo - served.minutes < steps.minutes
    WHERE served.servedOn >= ?`
  const values = [to, steps[0]!.minutes, ...reach.values, ...(region ? [`${prefixOf(region)}%`] : []), from, to, ...steps.flatMap(step => [step.stars, step.minutes]), from]
  const rows = await ctx.store.sql<StarReach[]>(`${sql} ORDER BY reachedOn DESC, steps.stars DESC, served.volunteerId LIMIT ${page.size} OFFSET ${(page.number - 1) * page.size}`, values)
  const [count] = await ctx.store.sql(`SELECT COUNT(*) AS n FROM (${sql}) reached`, values)
  return { items: rows.map(({ volunteerId, stars: reached, reachedOn }) => ({ volunteerId, stars: Number(reached), reachedOn })), total: Number(count!.n) }
}
