import { cancelTasks, openTask } from '../../bureau/tasks/openTask'
import { TaskKind } from '../../bureau/tasks/Task'
import type { Context } from '../../kernel/context'
import { hourOf } from '../../kernel/days'
import { schedule } from '../../kernel/jobs'
import { mendTotals } from '../../kernel/keptTotals'
import { type Amiss, defineTotal, findAmiss } from '../../kernel/totals'

/** A volunteer's own two totals. */
const ownTotal = (column: 'totalMinutes' | 'drillMinutes', drill: 0 | 1): string =>
  defineTotal(`volunteers.${column}`, `SELECT v.id, v.${column} AS kept, COALESCE(s.minutes, 0) AS counted FROM volunteers v LEFT JOIN (SELECT volunteerId, SUM(minutes) AS minutes FROM service_records WHERE state = 'CONFIRMED' AND drill = ${drill} GROUP BY volunteerId) s ON s.volunteerId = v.id`)
const OWN = [ownTotal('totalMinutes', 0), ownTotal('drillMinutes', 1)]

/** Compares every kept total, and every volunteer's own, with what it counts. */
export const findDifferences = (ctx: Context): Promise<Amiss[]> => findAmiss(ctx, OWN)

/** Puts the kept totals right by what their rows say, and volunteers' own by the ledger, which is what counts. */
export async function recountHours(ctx: Context): Promise<void> {
  await mendTotals(ctx.store)
  await ctx.store.sql(
    `UPDATE volunteers v LEFT JOIN (SELECT volunteerId, SUM(CASE WHEN drill THEN 0 ELSE minutes END) AS minutes, SUM(CASE WHEN drill THEN minutes ELSE 0 END) AS drills, MAX(servedOn) AS lastOn, MAX(endedAt) AS until FROM service_records WHERE state = 'CONFIRMED' GROUP BY volunteerId) s ON s.volunteerId = v.id
     SET v.totalMinutes = COALESCE(s.minutes, 0), v.drillMinutes = COALESCE(s.drills, 0), v.lastServedOn = s.lastOn, v.lastServedUntil = s.until`,
  )
  ctx.store.remark('KeptTotal', 'TOTALS', null, { action: 'RECOUNT' })
}

/** The hour of the night in which the totals are compared with the ledger. */
const AT_NIGHT = 2

/** Every night the totals are compared with what they count; a difference becomes a task of the bureau, which closes by itself when it is gone. */
export async function checkTotals(ctx: Context): Promise<void> {
  if (hourOf(ctx.now) !== AT_NIGHT) return
  const found = await findDifferences(ctx)
  if (found.length === 0) return void (await ctx.transact('checkTotals', inner => cancelTasks(inner, 'KeptTotal', 'TOTALS')))
  const banner = await ctx.store.sql("SELECT code FROM regions WHERE level = 'BANNER' LIMIT 1")
  await ctx.transact('checkTotals', inner => openTask(inner, {
    kind: TaskKind.OTHER, regionCode: (banner[0]?.code as string | undefined) ?? '000000000000', entity: 'KeptTotal', entityId: 'TOTALS', cause: 'TOTALS', dueAt: new Date(inner.now.getTime() + 24 * 3_600_000),
    title: `汇总数与明细有 ${found.length} 处不一致，请管理员运行 npm run check:totals 核对`, titleEn: `Kept totals differ from what they count in ${found.length} places: run npm run check:totals`,
  }))
}

schedule({ name: 'checkTotals', every: 3600, run: checkTotals })
