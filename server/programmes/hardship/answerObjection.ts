import type { Context } from '../../kernel/context'
import { announce } from '../../kernel/events'
import { NotFound } from '../../kernel/errors'
import type { ObjectionAnswer } from './actInputs'
import { CaseAction } from './caseWorkflow'
import { CaseObjection } from './CaseObjection'
import { CaseObjectionState, CaseState, ObjectionAgainst } from './enums'
import './events'
import type { HardshipCase } from './HardshipCase'
import { holdCase, moveCase } from './moveCase'
import { requiredText } from './requiredText'

/** Somebody who had no part in it answers: what is upheld is looked at again, or decided again. */
export async function answerObjection(ctx: Context, id: string, version: number, input: ObjectionAnswer): Promise<HardshipCase> {
  const one = await holdCase(ctx, id, version, CaseAction.ANSWER_OBJECTION)
  const objection = (await ctx.store.holdParts(CaseObjection, 'caseId', one.id)).find(each => each.state === CaseObjectionState.OPEN)
  if (!objection) throw new NotFound()
  await ctx.store.save(Object.assign(objection, {
    state: input.uphold ? CaseObjectionState.UPHELD : CaseObjectionState.DISMISSED, answer: requiredText(input.answer, 'answer'), answeredById: ctx.actor.id, answeredOn: ctx.today,
  }))
  await moveCase(ctx, one, CaseAction.ANSWER_OBJECTION, { to: input.uphold ? TO[objection.against] : one.state })
  one.objectionOpen = null
  if (input.uphold) await setAside(ctx, one, objection.against)
  return ctx.store.save(one, { action: CaseAction.ANSWER_OBJECTION })
}

const TO = { [ObjectionAgainst.NOTICE]: CaseState.INVESTIGATING, [ObjectionAgainst.DECISION]: CaseState.COUNTY_REVIEW }

/** What the objection was raised against no longer stands. */
async function setAside(ctx: Context, one: HardshipCase, against: ObjectionAgainst): Promise<void> {
  if (against === ObjectionAgainst.NOTICE) {
    Object.assign(one, { investigatedOn: null, noticeFrom: null, noticeTo: null, noticePlace: null, noticeSkipped: false, noticeSkippedFor: null })
    return
  }
  Object.assign(one, { deciderId: null, decidedOn: null, decisionReason: null, approvedAmount: one.earlierAmount, deliveredOn: null, deliveredTo: null, objectUntil: null, overrideReason: null })
  await announce(ctx, 'case.decisionSetAside', { caseId: one.id })
}
