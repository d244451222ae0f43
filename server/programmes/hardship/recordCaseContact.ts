import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { say } from '../../kernel/text'
import type { CaseContactInput } from './actInputs'
import { CaseAction } from './caseWorkflow'
import { CaseContact } from './CaseContact'
import type { HardshipCase } from './HardshipCase'
import { holdCase } from './moveCase'

/** Somebody was in touch with whoever the case is about, or tried to be. */
export async function recordCaseContact(ctx: Context, id: string, version: number, input: CaseContactInput): Promise<HardshipCase> {
  const one = await holdCase(ctx, id, version, CaseAction.CONTACT)
  if (input.contactedOn > ctx.today || input.contactedOn < one.reportedOn) throw new Invalid({ contactedOn: say('联系日期应在线索上报之后、今天之前。', 'Not before the clue, and not after today.') })
  const { contactedOn, way, reached } = input
  await ctx.store.save(CaseContact.of({ caseId: one.id, contactedOn, way, reached, note: input.note?.trim() || null, madeById: ctx.actor.id }))
  if (reached) countContact(one, contactedOn)
  return ctx.store.save(one, { action: CaseAction.CONTACT })
}

/** A contact that came about counts if it is the latest. */
export function countContact(one: HardshipCase, on: string): void {
  if (one.lastContactOn === null || one.lastContactOn < on) one.lastContactOn = on
}
