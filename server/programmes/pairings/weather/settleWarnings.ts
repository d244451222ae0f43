import { Task, TaskKind, TaskState } from '../../../bureau/tasks/Task'
import type { Context } from '../../../kernel/context'
import { Beneficiary } from '../../../people/beneficiaries/Beneficiary'
import { follows } from '../dueRule'
import type { Pairing } from '../Pairing'
import type { Visit } from '../Visit'
import { causeOf, WeatherWarning } from './WeatherWarning'

/** A visit or a call reaches an elder whom the weather was a danger to: the tasks of the warnings that it follows are settled. */
export async function settleWarnings(ctx: Context, pairing: Pairing, visit: Visit): Promise<void> {
  const store = ctx.store.beyondReach
  const elder = await store.get(Beneficiary, pairing.beneficiaryId)
  const tasks = await store.holdAll(Task, 'it.regionCode = ? AND it.state = ? AND it.personId = ? AND it.kind = ?', elder.regionCode, TaskState.OPEN, elder.personId, TaskKind.WEATHER)
  const warnings = new Map((await store.query(WeatherWarning).where('it.id IN (?)', tasks.map(task => task.cause.slice(causeOf('').length))).rows()).map(warning => [warning.cause, warning]))
  const reached = tasks.filter(task => follows(visit, warnings.get(task.cause)?.reachedFrom ?? task.openedAt))
  for (const task of reached) {
    Object.assign(task, { state: TaskState.SETTLED, openKey: null, settledAt: ctx.now, settledById: ctx.actor.id })
    await store.save(task, { action: 'SETTLE' })
  }
  if (reached.length === tasks.length) pairing.warnedAt = null
}
