import type { Context } from '../../../kernel/context'
import { Invalid, WrongState } from '../../../kernel/errors'
import { say } from '../../../kernel/text'
import { HardshipCase } from '../HardshipCase'
import { give } from './deliverMeasure'
import { holdMeasure } from './budget'
import { MeasureKind, MeasureState, ReferralState } from './enums'
import type { ReferralAnswerInput, ReferralInput, ReferralResultInput } from './inputs'
import { Measure } from './Measure'
import { Referral } from './Referral'
import { ReferralAction, referralWorkflow } from './measureWorkflow'

/** 转介: hands a part of the need to another department. It gives nothing of the bureau's own, so that it may go out before the decision. */
export async function sendReferral(ctx: Context, caseId: string, { department, what, sentOn, contact, measureId }: ReferralInput): Promise<Referral> {
  const one = await ctx.store.hold(HardshipCase, caseId)
  if (!one.isOpen()) throw new WrongState(one.state, [])
  const day = sentOn ?? ctx.today
  if (day > ctx.today || (one.registeredOn && day < one.registeredOn)) throw new Invalid({ sentOn: say('日期应在案件登记之后、今天之前。', 'Between the registration and today.') })
  if (measureId) await mustCarryOut(ctx, caseId, measureId)
  const referral = Referral.of({ caseId, department, measureId: measureId ?? null, what: what.trim(), state: ReferralState.SENT, sentOn: day, contact: contact?.trim() || null })
  return ctx.store.save(referral, { action: 'SEND' })
}

async function mustCarryOut(ctx: Context, caseId: string, measureId: string): Promise<void> {
  const measure = await ctx.store.get(Measure, measureId)
  if (measure.caseId !== caseId || measure.kind !== MeasureKind.REFERRAL || measure.state !== MeasureState.APPROVED) throw new Invalid({ measureId: say('请选择本案已批准的转介措施。', 'Choose an approved referral of this case’s plan.') })
  const standing = await ctx.store.query(Referral).where('it.measureId = ? AND it.state IN (?)', measureId, [ReferralState.SENT, ReferralState.ACCEPTED]).exists()
  if (standing) throw new Invalid({ measureId: say('这项措施已经转出。', 'This measure has been sent already.') })
}

/** What the department said: taken up, or not and why. */
export async function answerReferral(ctx: Context, id: string, version: number, { accepted, answeredOn, answer, contact }: ReferralAnswerInput): Promise<Referral> {
  const referral = await ctx.store.hold(Referral, id, version)
  const said = answer?.trim() || null
  if (!accepted && !said) throw new Invalid({ answer: say('请写明未受理的原因。', 'Say why it was not taken.') })
  if (answeredOn > ctx.today || answeredOn < referral.sentOn) throw new Invalid({ answeredOn: say('日期应在转出之后、今天之前。', 'Between the day it was sent and today.') })
  const action = accepted ? ReferralAction.ACCEPT : ReferralAction.REJECT
  referralWorkflow.move(referral, action, ctx.actor)
  Object.assign(referral, { answeredOn, answer: said, contact: contact?.trim() || referral.contact })
  return ctx.store.save(referral, { action })
}

/** What came of it. The measure that it carried out is done with it. */
export async function finishReferral(ctx: Context, id: string, version: number, { doneOn, result }: ReferralResultInput): Promise<Referral> {
  const { caseId } = await ctx.store.get(Referral, id)
  await ctx.store.hold(HardshipCase, caseId)
  const referral = await ctx.store.hold(Referral, id, version)
  if (doneOn > ctx.today || doneOn < (referral.answeredOn ?? referral.sentOn)) throw new Invalid({ doneOn: say('日期应在受理之后、今天之前。', 'Between the answer and today.') })
  referralWorkflow.move(referral, ReferralAction.FINISH, ctx.actor)
  Object.assign(referral, { doneOn, result: result.trim() })
  await ctx.store.save(referral, { action: ReferralAction.FINISH })
  if (referral.measureId) await finishMeasure(ctx, referral.measureId, doneOn)
  return referral
}

async function finishMeasure(ctx: Context, measureId: string, givenOn: string): Promise<void> {
  const { version } = await ctx.store.get(Measure, measureId)
  const { one, measure, others } = await holdMeasure(ctx, measureId, version)
  if (measure.state !== MeasureState.APPROVED) return
  await give(ctx, one, measure, others, { given: null, givenOn, way: null, receivedBy: null, receiptIds: [], noReceiptReason: null })
}
