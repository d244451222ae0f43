import { workingDayAfter } from '../../bureau/workingDays/workingDayAfter'
import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { say } from '../../kernel/text'
import type { ObjectionInput } from './actInputs'
import { CaseAction } from './caseWorkflow'
import { CaseObjection } from './CaseObjection'
import { CaseObjectionState, ObjectionAgainst } from './enums'
import { fullPhone } from './fullPhone'
import type { HardshipCase } from './HardshipCase'
import { holdCase } from './moveCase'
import { policyOf } from './policies'
import { requiredText } from './requiredText'

/** Somebody of the village objects to a notice; the review waits for the answer. */
export const objectToNotice = (ctx: Context, id: string, version: number, input: ObjectionInput): Promise<HardshipCase> => raise(ctx, id, version, input, ObjectionAgainst.NOTICE, CaseAction.OBJECT_TO_NOTICE)

/** Whoever the case is about objects to the decision, within the days that the policy leaves for it. */
export const objectToDecision = (ctx: Context, id: string, version: number, input: ObjectionInput): Promise<HardshipCase> => raise(ctx, id, version, input, ObjectionAgainst.DECISION, CaseAction.OBJECT)

async function raise(ctx: Context, id: string, version: number, input: ObjectionInput, against: ObjectionAgainst, action: CaseAction): Promise<HardshipCase> {
  const one = await holdCase(ctx, id, version, action)
  const since = against === ObjectionAgainst.NOTICE ? one.noticeFrom : one.decidedOn
  if (input.receivedOn > ctx.today || (since && input.receivedOn < since)) throw new Invalid({ receivedOn: say('收到日期应在公示或决定之后、今天之前。', 'Not before the notice or the decision, and not after today.') })
  const { objectionDays } = await policyOf(ctx, one)
  await ctx.store.save(CaseObjection.of({
    caseId: one.id, against, state: CaseObjectionState.OPEN, byName: input.byName?.trim() || null, byPhone: fullPhone(input.byPhone, 'byPhone'), text: requiredText(input.text, 'text'), receivedOn: input.receivedOn,
    dueOn: await workingDayAfter(ctx, input.receivedOn, objectionDays), recordedById: ctx.actor.id, answer: null, answeredById: null, answeredOn: null,
  }))
  one.objectionOpen = against
  return ctx.store.save(one, { action })
}
