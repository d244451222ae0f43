import type { Context } from '../../kernel/context'
import { CaseAction } from './caseWorkflow'
import type { HardshipCase } from './HardshipCase'
import { holdCase, moveCase } from './moveCase'
import { policyInForce } from './policies'
import { mustBeOnly } from './registerCase'
import { requiredText } from './requiredText'

/** What of a round does not hold for the next; its snapshot, its parts and the trail keep it. */
const ANEW = {
  investigatorIds: [], investigatedOn: null, townshipReviewerId: null, townshipReviewedOn: null, townshipOpinion: null, countyReviewerId: null, countyReviewedOn: null, countyOpinion: null, exclusionFound: false,
  noticeFrom: null, noticeTo: null, noticePlace: null, noticeSkipped: false, noticeSkippedFor: null, deciderId: null, decidedOn: null, decisionReason: null, deliveredOn: null, deliveredTo: null, objectUntil: null, overrideReason: null,
  urgentOn: null, urgentAmount: null, urgentById: null, urgentFor: null, papersDueOn: null, closedOn: null, closeReason: null, closeNote: null,
}

/** The same hardship is back: the case goes through the whole chain again, under the policy of today. Another cause is another case. */
export async function reopenCase(ctx: Context, id: string, version: number, reason: string): Promise<HardshipCase> {
  const one = await holdCase(ctx, id, version, CaseAction.REOPEN)
  await mustBeOnly(ctx, one, one.cause!)
  const earlier = one.approvedAmount
  Object.assign(one, ANEW, { reopenReason: requiredText(reason, 'reason'), approvedAmount: earlier, earlierAmount: earlier, policyId: (await policyInForce(ctx)).id, round: one.round + 1 })
  await moveCase(ctx, one, CaseAction.REOPEN)
  return ctx.store.save(one, { action: CaseAction.REOPEN })
}
