import type { Context } from '../../kernel/context'
import { requiredText } from './requiredText'
import { CaseAction } from './caseWorkflow'
import { CaseCloseReason } from './enums'
import type { HardshipCase } from './HardshipCase'
import { holdCase, moveCase } from './moveCase'

/** A clue that turns out to be none is closed with its reason; it never gets a number. */
export async function dismissClue(ctx: Context, id: string, version: number, reason: string): Promise<HardshipCase> {
  const clue = await holdCase(ctx, id, version, CaseAction.DISMISS)
  await moveCase(ctx, clue, CaseAction.DISMISS)
  Object.assign(clue, { closedOn: ctx.today, closeReason: CaseCloseReason.NO_CASE, closeNote: requiredText(reason, 'reason') })
  return ctx.store.save(clue, { action: CaseAction.DISMISS })
}
