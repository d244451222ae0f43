import { cancelTasks } from '../../bureau/tasks/openTask'
import { mustBeRegion } from '../../bureau/regions/regionOf'
import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { isWithin } from '../../kernel/regionCode'
import { say } from '../../kernel/text'
import type { TransferAnswer } from './actInputs'
import { entrust } from './assignCase'
import { CaseAction } from './caseWorkflow'
import { TransferState } from './enums'
import type { HardshipCase } from './HardshipCase'
import { holdCase } from './moveCase'
import { requiredText } from './requiredText'
import { endTransfer } from './transferCase'

/** Whoever was asked takes the case, with all its history, or leaves it where it is, saying why. */
export async function answerCaseTransfer(ctx: Context, id: string, version: number, input: TransferAnswer): Promise<HardshipCase> {
  const one = await holdCase(ctx, id, version, CaseAction.ANSWER_TRANSFER)
  const to = one.transferRegion
  const answer = input.accept ? input.answer?.trim() || null : requiredText(input.answer, 'answer')
  await endTransfer(ctx, one, input.accept ? TransferState.ACCEPTED : TransferState.REFUSED, answer)
  // Who does not take it sees it no longer.
  if (!input.accept) return ctx.store.beyondReach.save(one, { action: CaseAction.ANSWER_TRANSFER })
  if (to) one.regionCode = await placeOf(ctx, to, input.regionCode ?? to)
  entrust(one, ctx.actor.id)
  await cancelTasks(ctx, 'HardshipCase', id)
  return ctx.store.save(one, { action: CaseAction.ANSWER_TRANSFER })
}

async function placeOf(ctx: Context, to: string, place: string): Promise<string> {
  await mustBeRegion(ctx, place)
  if (!isWithin(place, to)) throw new Invalid({ regionCode: say('请选择接收辖区内的嘎查村。', 'Choose a village of the division that takes it.') })
  return place
}
