import type { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'
import { reachOf } from '../../kernel/access'
import type { Context } from '../../kernel/context'
import type { Row, Value } from '../../kernel/database'
import { prefixOf } from '../../kernel/regionCode'
import { HourTotal, NO_TEAM } from './HourTotal'
import { HoursBy, type HourTotalFilter } from './inputs'

/** Minutes that go together: only what they are told apart by is set. */
export interface HoursRow {
  regionCode: string | null
  teamId: string | null
  programmeCode: ProgrammeCode | null
  month: string | null
  minutes: number
  drillMinutes: number
  records: number
}

const COLUMN: Record<HoursBy, { sql: string; property: 'regionCode' | 'teamId' | 'programmeCode' | 'month' }> = {
  TOWNSHIP: { sql: "CONCAT(LEFT(it.regionCode, 9), '000')", property: 'regionCode' },
  TEAM: { sql: 'it.teamId', property: 'teamId' },
  PROGRAMME: { sql: 'it.programmeCode', property: 'programmeCode' },
  MONTH: { sql: 'it.month', property: 'month' },
}

/** The hours within reach, added up from the totals that are kept: what the dashboard, the pages and the bulletin all read. */
export async function sumHours(ctx: Context, { region, teamId, programmeCode, monthFrom, monthTo, by }: HourTotalFilter): Promise<HoursRow[]> {
  const reach = reachOf(ctx.actor, HourTotal)
  const conditions: [sql: string, value: Value | undefined][] = [
    ['it.regionCode LIKE ?', region ? `${prefixOf(region)}%` : undefined],
    ['it.teamId = ?', teamId ?? undefined],
    ['it.programmeCode IN (?)', programmeCode?.length ? programmeCode : undefined],
    ['it.month >= ?', monthFrom ?? undefined],
    ['it.month <= ?', monthTo ?? undefined],
  ]
  const asked = conditions.filter(([, value]) => value !== undefined)
  const columns = [...new Set(by)].map(one => COLUMN[one])
  const names = columns.map(({ property }) => `k_${property}`).join(', ')
  const rows = await ctx.store.sql(
    `SELECT ${columns.map(({ sql, property }) => `${sql} AS k_${property}`).join(', ')}, SUM(CASE WHEN it.drill THEN 0 ELSE it.minutes END) AS minutes, SUM(CASE WHEN it.drill THEN it.minutes ELSE 0 END) AS drillMinutes, SUM(it.records) AS records
     FROM hour_totals it WHERE ${[reach.sql, ...asked.map(([sql]) => sql)].join(' AND ')} GROUP BY ${names} HAVING SUM(it.records) > 0 ORDER BY ${names}`,
    [...reach.values, ...asked.map(([, value]) => value as Value)],
  )
  return rows.map(sumIn)
}

/** What one volunteer has served by month and programme; added up from their own lines, which are few. */
export function hoursOf(ctx: Context, volunteerId: string): Promise<HoursRow[]> {
  return ctx.store.batch('hours', volunteerId, async ids => {
    const rows = await ctx.store.sql(
      `SELECT volunteerId, k_month, programmeCode AS k_programmeCode, SUM(CASE WHEN drill THEN 0 ELSE minutes END) AS minutes, SUM(CASE WHEN drill THEN minutes ELSE 0 END) AS drillMinutes, COUNT(*) AS records
       FROM (SELECT volunteerId, DATE_FORMAT(servedOn, '%Y-%m') AS k_month, programmeCode, drill, minutes FROM service_records WHERE state = 'CONFIRMED' AND volunteerId IN (?)) line GROUP BY volunteerId, k_month, programmeCode ORDER BY k_month DESC, programmeCode`,
      [ids],
    )
    return ids.map(id => rows.filter(row => row.volunteerId === id).map(sumIn))
  })
}

const sumIn = (row: Row): HoursRow => ({
  regionCode: (row.k_regionCode as string | undefined) ?? null,
  teamId: row.k_teamId && row.k_teamId !== NO_TEAM ? (row.k_teamId as string) : null,
  programmeCode: (row.k_programmeCode as ProgrammeCode | undefined) ?? null,
  month: (row.k_month as string | undefined) ?? null,
  minutes: Number(row.minutes),
  drillMinutes: Number(row.drillMinutes),
  records: Number(row.records),
})
