import { cancelTasks, openTask } from '../../bureau/tasks/openTask'
import { TaskKind } from '../../bureau/tasks/Task'
import type { Context } from '../../kernel/context'
import { hourOf } from '../../kernel/days'
import { schedule } from '../../kernel/jobs'
import { TOTAL_KEYS } from './countService'
import { NO_TEAM } from './HourTotal'

/** A total that is not what its lines add up to. */
export interface Difference {
  table: string
  /** What the total stands for, in its own columns. */
  of: Record<string, unknown>
  /** How much more the total says than its lines. */
  minutes: number
  records: number
}

const LINES = "FROM service_records WHERE state = 'CONFIRMED'"
const KEYS = TOTAL_KEYS.join(', ')
/** What a line says for each key of a total. */
const KEYS_OF_LINE = `DATE_FORMAT(servedOn, '%Y-%m') AS month, regionCode, programmeCode, COALESCE(teamId, '${NO_TEAM}') AS teamId, drill`
/** A volunteer's own two totals. */
const OWN = { totalMinutes: 'drill = 0', drillMinutes: 'drill = 1' } as const
type OwnTotal = keyof typeof OWN

/** Compares every total with the sum of its lines: each comparison is one statement, so that no booking falls between the two. */
export async function findDifferences(ctx: Context): Promise<Difference[]> {
  const found = await Promise.all([
    compare(ctx, 'hour_totals', KEYS, `SELECT ${KEYS}, minutes, records FROM hour_totals`, `SELECT ${KEYS_OF_LINE}, -minutes, -1 ${LINES}`),
    ...(Object.keys(OWN) as OwnTotal[]).map(total => compare(ctx, `volunteers.${total}`, 'volunteerId', `SELECT id AS volunteerId, ${total} AS minutes, 0 AS records FROM volunteers`, `SELECT volunteerId, -minutes, 0 ${LINES} AND ${OWN[total]}`)),
  ])
  return found.flat()
}

async function compare(ctx: Context, table: string, keys: string, kept: string, lines: string): Promise<Difference[]> {
  const rows = await ctx.store.sql(`SELECT ${keys}, SUM(minutes) AS minutes, SUM(records) AS records FROM (${kept} UNION ALL ${lines}) both_sides GROUP BY ${keys} HAVING SUM(minutes) <> 0 OR SUM(records) <> 0`)
  return rows.map(({ minutes, records, ...of }) => ({ table, of, minutes: Number(minutes), records: Number(records) }))
}

/** Writes the totals anew from the ledger, which is what counts. */
export async function recountHours(ctx: Context): Promise<void> {
  await ctx.store.sql('DELETE FROM hour_totals')
  await ctx.store.sql(
    `INSERT INTO hour_totals (id, version, createdAt, updatedAt, ${KEYS}, minutes, records)
     SELECT CONCAT('T', UPPER(SUBSTR(SHA2(CONCAT_WS('/', ${KEYS}), 256), 1, 25))), 1, ?, ?, ${KEYS}, SUM(minutes), COUNT(*) FROM (SELECT ${KEYS_OF_LINE}, minutes ${LINES}) counted GROUP BY ${KEYS}`,
    [ctx.now, ctx.now],
  )
  await ctx.store.sql(
    `UPDATE volunteers v LEFT JOIN (SELECT volunteerId, SUM(CASE WHEN drill THEN 0 ELSE minutes END) AS minutes, SUM(CASE WHEN drill THEN minutes ELSE 0 END) AS drills, MAX(servedOn) AS lastOn, MAX(endedAt) AS until ${LINES} GROUP BY volunteerId) s ON s.volunteerId = v.id
     SET v.totalMinutes = COALESCE(s.minutes, 0), v.drillMinutes = COALESCE(s.drills, 0), v.lastServedOn = s.lastOn, v.lastServedUntil = s.until`,
  )
  ctx.store.remark('HourTotal', 'TOTALS', null, { action: 'RECOUNT' })
}

/** The hour of the night in which the totals are compared with the ledger. */
const AT_NIGHT = 2

/** Every night the totals are compared with the ledger; a difference becomes a task of the bureau, which closes by itself when it is gone. */
export async function checkTotals(ctx: Context): Promise<void> {
  if (hourOf(ctx.now) !== AT_NIGHT) return
  const found = await findDifferences(ctx)
  if (found.length === 0) return void (await ctx.transact('checkTotals', inner => cancelTasks(inner, 'HourTotal', 'TOTALS')))
  const banner = await ctx.store.sql("SELECT code FROM regions WHERE level = 'BANNER' LIMIT 1")
  await ctx.transact('checkTotals', inner => openTask(inner, {
    kind: TaskKind.OTHER, regionCode: (banner[0]?.code as string | undefined) ?? '000000000000', entity: 'HourTotal', entityId: 'TOTALS', cause: 'TOTALS', dueAt: new Date(inner.now.getTime() + 24 * 3_600_000),
    title: `时长汇总与台账有 ${found.length} 处不一致，请管理员运行 npm run check:totals 核对`, titleEn: `Totals of hours differ from the ledger in ${found.length} places: run npm run check:totals`,
  }))
}

schedule({ name: 'checkTotals', every: 3600, run: checkTotals })
