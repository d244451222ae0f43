import type { Actor } from '../../../kernel/access'
import { type Asking, isOpenTo } from '../caseRules'
import { CaseAction } from '../caseWorkflow'
import type { HardshipCase } from '../HardshipCase'
import { ceilingOf } from './budget'
import { MeasureKind } from './enums'
import type { Measure } from './Measure'
import { MeasureAction, measureWorkflow } from './measureWorkflow'

/** Whether the actor planned it, approved it already, or is related: then somebody else approves. */
export const mayNotApprove = ({ plannedById, approvedById }: Measure, one: HardshipCase, actor: Actor): boolean => plannedById === actor.id || approvedById === actor.id || one.concerns(actor)

/** Whether somebody who may pay is needed to give it. */
export const isPaid = ({ kind }: Measure): boolean => kind === MeasureKind.MONEY

/** What this actor may do with a measure now: exactly what the acts accept. */
export function openMeasureActions(measure: Measure, one: HardshipCase, asking: Asking): MeasureAction[] {
  const { actor } = asking
  const granted = ceilingOf(one) !== null
  return measureWorkflow.open(measure, actor).filter(action => {
    if (action === MeasureAction.APPROVE) return granted && !mayNotApprove(measure, one, actor)
    if (action === MeasureAction.DELIVER) return granted && isOpenTo(one, CaseAction.GIVE, asking) && (!isPaid(measure) || actor.may('case.pay'))
    return action === MeasureAction.FAIL || granted
  })
}
