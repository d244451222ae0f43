import type { Context } from '../../../kernel/context'
import { hear } from '../../../kernel/events'
import '../events'
import { MeasureState, UNDER_WAY } from './enums'
import { Measure } from './Measure'
import { MeasureAction } from './measureWorkflow'

// Where the case ends, or the decision falls on which help was planned, nothing more comes of what is still under way.
hear('case.closed', (ctx, { caseId }) => drop(ctx, caseId, '案件已结案', () => true))
hear('case.decisionSetAside', (ctx, { caseId }) => drop(ctx, caseId, '对决定的异议成立，原方案不再执行', measure => !measure.urgent))

async function drop(ctx: Context, caseId: string, why: string, which: (measure: Measure) => boolean): Promise<void> {
  const store = ctx.store.beyondReach
  for (const measure of await store.holdAny(Measure, 'it.caseId = ? AND it.state IN (?)', caseId, UNDER_WAY)) {
    if (which(measure)) await store.save(Object.assign(measure, { state: MeasureState.FAILED, failedFor: why }), { action: MeasureAction.FAIL })
  }
}
