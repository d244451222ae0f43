import { Task, TaskState } from '../bureau/tasks/Task'
import type { Context } from '../kernel/context'
import { issueWarning } from '../programmes/pairings/weather/issueWarning'
import { WeatherKind, WeatherLevel } from '../programmes/pairings/weather/WeatherWarning'
import { DEMO_TOWNSHIP } from './demoAccounts'

const HOUR_MS = 3_600_000

/** A cold wave over the demo township since this morning: some of its elders at high risk have been reached, the others not yet. */
export async function tellWeather(ctx: Context): Promise<void> {
  const { cause } = await issueWarning(ctx, {
    kind: WeatherKind.COLD_WAVE, level: WeatherLevel.YELLOW, regionCodes: [DEMO_TOWNSHIP], startsAt: new Date(ctx.now.getTime() - 3 * HOUR_MS), endsAt: new Date(ctx.now.getTime() + 45 * HOUR_MS),
    text: '示例：未来48小时气温下降10℃以上，请查看取暖、饮食和用煤安全。',
  })
  for (const [n, task] of (await ctx.store.holdAll(Task, 'it.cause = ? ORDER BY it.id', cause)).entries()) {
    if (n % 3 !== 0) continue
    Object.assign(task, { state: TaskState.SETTLED, openKey: null, settledAt: ctx.now, settledById: ctx.actor.id })
    await ctx.store.save(task)
  }
}
