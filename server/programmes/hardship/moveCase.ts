import { cancelTasks } from '../../bureau/tasks/openTask'
import type { Context } from '../../kernel/context'
import { type CaseAction, caseWorkflow } from './caseWorkflow'
import { mustBeOpen } from './caseRules'
import { startClock } from './clocks'
import { isOverdue } from './conditions'
import type { CaseState } from './enums'
import { HardshipCase } from './HardshipCase'

/** Holds a case for an act that must be open to the actor now. */
export async function holdCase(ctx: Context, id: string, version: number | null, action: CaseAction): Promise<HardshipCase> {
  const one = await ctx.store.hold(HardshipCase, id, version)
  mustBeOpen(one, action, ctx)
  return one
}

/** Where a step leads that may lead to several states, and what is left of the clock where it does not begin anew. */
interface Where {
  to?: CaseState
  left?: number | null
}

/** Lets a held case take a step, and starts the clock of the state that it comes into; reminders of the last one are gone. The act still saves it. */
export async function moveCase(ctx: Context, one: HardshipCase, action: CaseAction, { to, left = null }: Where = {}): Promise<void> {
  const [was, late] = [one.state, isOverdue(one, ctx.today)]
  mustBeOpen(one, action, ctx)
  caseWorkflow.move(one, action, ctx.actor, to)
  if (one.state === was) return
  if (late) one.lateSteps += 1
  await startClock(ctx, one, left)
  await cancelTasks(ctx, 'HardshipCase', one.id)
}
