import { Task, TaskState } from '../../../bureau/tasks/Task'
import type { Context } from '../../../kernel/context'
import { Invalid, NotFound } from '../../../kernel/errors'
import type { Store } from '../../../kernel/store'
import { isWithin } from '../../../kernel/regionCode'
import { say } from '../../../kernel/text'
import { BeneficiaryState, RiskGrade } from '../../../people/beneficiaries/enums'
import { tellElders } from './tellElders'
import { WarningAction, WarningState, warningWorkflow, WeatherWarning } from './WeatherWarning'

/** Lifts a warning before its time; what is still open of it closes. */
export async function liftWarning(ctx: Context, id: string, version: number, reason: string): Promise<WeatherWarning> {
  const warning = await ctx.store.hold(WeatherWarning, id, version)
  if (!mayLift(ctx, warning)) throw new NotFound()
  if (!reason.trim()) throw new Invalid({ reason: say('请说明原因。', 'Say why.') })
  warningWorkflow.move(warning, WarningAction.LIFT, ctx.actor)
  warning.closedAt = ctx.now
  await ctx.store.save(warning, { action: WarningAction.LIFT, note: reason })
  await closeTasks(ctx, 'it.cause = ? AND it.state = ?', warning.cause, TaskState.OPEN)
  return warning
}

/** Whoever reaches all of a warning's divisions may lift it: a station its own, the bureau every one. */
export const mayLift = ({ actor: { reach } }: Context, { regionCodes }: WeatherWarning): boolean => reach.kind === 'banner' || regionCodes.every(code => reach.regionCode !== undefined && isWithin(code, reach.regionCode))

/** Lets warnings pass whose time is over, closes what no longer concerns an elder, and tells whom a standing one concerns since. */
export async function keepWarnings(ctx: Context): Promise<void> {
  for (const { id } of await ctx.store.query(WeatherWarning).where('it.state = ?', WarningState.STANDING).rows()) {
    await ctx.transact('keepWarnings', async inner => {
      const warning = await inner.store.hold(WeatherWarning, id)
      if (warning.state !== WarningState.STANDING) return warning
      if (warning.endsAt <= inner.now) {
        Object.assign(warning, { state: WarningState.PASSED, closedAt: inner.now })
        await inner.store.save(warning, { action: WarningAction.PASS })
        await closeTasks(inner, 'it.cause = ? AND it.state = ?', warning.cause, TaskState.OPEN)
      } else {
        await closeTasks(inner, 'it.cause = ? AND it.state = ? AND NOT EXISTS (SELECT 1 FROM beneficiaries b WHERE b.personId = it.personId AND b.grade = ? AND b.state NOT IN (?))', warning.cause, TaskState.OPEN, RiskGrade.HIGH, [BeneficiaryState.PAUSED, BeneficiaryState.ENDED])
        await tellElders(inner, warning)
      }
      return warning
    })
  }
}

async function closeTasks(ctx: Context, where: string, ...values: Parameters<Store['holdAll']>[2][]): Promise<void> {
  const store = ctx.store.beyondReach
  for (const task of await store.holdAll(Task, where, ...values)) {
    Object.assign(task, { state: TaskState.CANCELLED, openKey: null })
    await store.save(task)
  }
}
