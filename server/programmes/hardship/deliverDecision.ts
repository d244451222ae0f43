import type { Context } from '../../kernel/context'
import { addDays } from '../../kernel/days'
import { Invalid } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { CaseAction } from './caseWorkflow'
import { CaseState } from './enums'
import type { HardshipCase } from './HardshipCase'
import { holdCase } from './moveCase'
import { policyOf } from './policies'
import { requiredText } from './requiredText'

/** The decision is in the hands of whoever it is about, or who takes it for them; from that day on it may be objected to. */
export async function deliverDecision(ctx: Context, id: string, version: number, deliveredOn: string, to: string): Promise<HardshipCase> {
  const one = await holdCase(ctx, id, version, CaseAction.DELIVER)
  if (deliveredOn > ctx.today || deliveredOn < one.decidedOn!) throw new Invalid({ deliveredOn: say('送达日期应在决定之后、今天之前。', 'Not before the decision, and not after today.') })
  const { objectWithinDays } = await policyOf(ctx, one)
  Object.assign(one, { deliveredOn, deliveredTo: requiredText(to, 'to'), objectUntil: addDays(deliveredOn, objectWithinDays) })
  // A refusal's clock runs until it is delivered.
  if (one.state === CaseState.REFUSED) Object.assign(one, { dueOn: null, soonOn: null })
  return ctx.store.save(one, { action: CaseAction.DELIVER })
}
