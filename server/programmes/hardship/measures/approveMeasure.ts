import type { Context } from '../../../kernel/context'
import { Refused } from '../../../kernel/errors'
import { isMore } from '../../../kernel/money'
import { say } from '../../../kernel/text'
import { policyOf } from '../policies'
import { boundBy, holdMeasure, mustFit } from './budget'
import { MeasureState } from './enums'
import type { Measure } from './Measure'
import { mayNotApprove } from './measureRules'
import { MeasureAction, measureWorkflow } from './measureWorkflow'

/** Releases a measure of the plan. Above the policy's limit it takes two, and neither is who planned it. What they note is the case's, and stays out of the trail. */
export async function approveMeasure(ctx: Context, id: string, version: number, note: string | null): Promise<Measure> {
  const { one, measure, others } = await holdMeasure(ctx, id, version)
  measureWorkflow.mustBeOpen(measure, MeasureAction.APPROVE, ctx.actor)
  if (mayNotApprove(measure, one, ctx.actor)) {
    throw new Refused('SELF_APPROVAL', say('制定方案、已经批准过的人以及本人和亲属不能批准，请由另一人批准。', 'Neither who planned it, nor who approved it already, nor a relative: somebody else approves.'))
  }
  mustFit(one, boundBy(others), measure.amount)
  const { secondApprovalAbove } = await policyOf(ctx, one)
  const [first, said] = [measure.approvedById === null, note?.trim() || null]
  Object.assign(measure, first ? { approvedById: ctx.actor.id, approvalNote: said } : { secondApprovedById: ctx.actor.id, secondApprovalNote: said })
  const waits = first && measure.amount !== null && isMore(measure.amount, secondApprovalAbove)
  measureWorkflow.move(measure, MeasureAction.APPROVE, ctx.actor, waits ? MeasureState.PLANNED : MeasureState.APPROVED)
  if (!waits) measure.approvedOn = ctx.today
  return ctx.store.save(measure, { action: MeasureAction.APPROVE })
}
