import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { announce } from '../../kernel/events'
import { say } from '../../kernel/text'
import { together } from '../../kernel/together'
import type { CloseInput } from './actInputs'
import { CaseAction } from './caseWorkflow'
import { CaseCloseReason as Reason, CaseState as S, TransferState } from './enums'
import './events'
import type { HardshipCase } from './HardshipCase'
import { holdCase, moveCase } from './moveCase'
import { endTransfer } from './transferCase'

/** The case ends with its reason. Solved is what was helped and followed up; not eligible what was refused. */
export async function closeCase(ctx: Context, id: string, version: number, { reason, note }: CloseInput): Promise<HardshipCase> {
  const one = await holdCase(ctx, id, version, CaseAction.CLOSE)
  const wrong = whyNot(one.state, reason)
  if (wrong) throw new Invalid({ reason: wrong })
  return endCase(ctx, one, reason, note?.trim() || null, moveCase(ctx, one, CaseAction.CLOSE))
}

function whyNot(state: S, reason: Reason) {
  if (reason === Reason.SOLVED && state !== S.FOLLOW_UP) return say('回访后才能以“困难已解决”结案。', 'It is solved when it has been followed up.')
  if (reason === Reason.NOT_ELIGIBLE && state !== S.REFUSED) return say('“不符合条件”须先作出不予批准的决定。', 'Who is not eligible is refused first.')
  if (reason === Reason.NO_CASE) return say('“线索不成立”只用于线索。', 'That is said of clues alone.')
  return null
}

/** Writes the end of a held case down, with all that ends with it; `move` brings its state there, unless it says it already. */
export async function endCase(ctx: Context, one: HardshipCase, reason: Reason, note: string | null, move = Promise.resolve()): Promise<HardshipCase> {
  await together(move, endTransfer(ctx, one, TransferState.WITHDRAWN, null), announce(ctx, 'case.closed', { caseId: one.id, reason }))
  Object.assign(one, { closedOn: ctx.today, closeReason: reason, closeNote: note, standInId: null, standInUntil: null, papersDueOn: null, nextFollowUpOn: null, objectionOpen: null })
  return ctx.store.beyondReach.save(one, { action: CaseAction.CLOSE })
}
