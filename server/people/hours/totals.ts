import { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'
import { reachOf } from '../../kernel/access'
import type { Context } from '../../kernel/context'
import type { Row, Value } from '../../kernel/database'
import { prefixOf } from '../../kernel/regionCode'
import { KeptTotal } from '../../kernel/keptTotals'
import { HoursBy, type HourTotalFilter } from './inputs'
import { HOURS, ServiceState } from './ServiceRecord'

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

/** Told apart in SQL; programmes and drills are told by the heading, by which they are always apart. */
const COLUMN: Partial<Record<HoursBy, { sql: string; property: 'regionCode' | 'teamId' | 'month' }>> = {
  TOWNSHIP: { sql: "CONCAT(LEFT(it.regionCode, 9), '000')", property: 'regionCode' },
  TEAM: { sql: 'it.team', property: 'teamId' },
  MONTH: { sql: 'it.month', property: 'month' },
}

/** The hours within reach, added up from the totals that are kept: what the dashboard, the pages and the bulletin all read. */
export async function sumHours(ctx: Context, { region, teamId, programmeCode, monthFrom, monthTo, by }: HourTotalFilter): Promise<HoursRow[]> {
  const reach = reachOf(ctx.actor, KeptTotal)
  const headings = (programmeCode?.length ? programmeCode : Object.values(ProgrammeCode)).flatMap(code => [0, 1].map(drill => `${ServiceState.CONFIRMED}/${code}/${drill}`))
  const conditions: [sql: string, value: Value | undefined][] = [
    ['it.total = ?', HOURS.name],
    ['it.month >= ?', monthFrom ?? undefined],
    ['it.month <= ?', monthTo ?? undefined],
    ['it.regionCode LIKE ?', region ? `${prefixOf(region)}%` : undefined],
    ['it.heading IN (?)', headings],
    ['it.team = ?', teamId ?? undefined],
  ]
  const asked = conditions.filter(([, value]) => value !== undefined)
  const columns = [...new Set(by)].flatMap(one => COLUMN[one] ?? [])
  const rows = await ctx.store.sql(
    `SELECT ${[...columns.map(({ sql, property }) => `${sql} AS k_${property}`), 'it.heading AS k_heading'].join(', ')}, SUM(it.amount) AS minutes, SUM(it.records) AS records
     FROM kept_totals it WHERE ${[reach.sql, ...asked.map(([sql]) => sql)].join(' AND ')} GROUP BY ${[...columns, 'heading'].map((_, at) => at + 1).join(', ')} HAVING SUM(it.records) > 0`,
    [...reach.values, ...asked.map(([, value]) => value as Value)],
  )
  return addUp(rows, by.includes(HoursBy.PROGRAMME))
}

/** Brings together what the headings tell apart: drills with real service, and all programmes unless they are asked for. */
function addUp(rows: readonly Row[], byProgramme: boolean): HoursRow[] {
  const sums = new Map<string, HoursRow>()
  for (const { k_heading, minutes, records, ...keys } of rows) {
    const [, code, drill] = String(k_heading).split('/')
    const k_programmeCode = byProgramme ? code : undefined
    const key = JSON.stringify([keys.k_regionCode, keys.k_teamId, keys.k_month, k_programmeCode])
    const sum = sums.get(key) ?? sumIn({ ...keys, k_programmeCode, minutes: 0, drillMinutes: 0, records: 0 })
    sum[drill === '1' ? 'drillMinutes' : 'minutes'] += Number(minutes)
    sum.records += Number(records)
    sums.set(key, sum)
  }
  return [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, sum]) => sum)
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
  teamId: (row.k_teamId as string | undefined) || null,
  programmeCode: (row.k_programmeCode as ProgrammeCode | undefined) ?? null,
  month: (row.k_month as string | undefined) ?? null,
  minutes: Number(row.minutes),
  drillMinutes: Number(row.drillMinutes),
  records: Number(row.records),
})
