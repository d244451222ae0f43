import type { Context } from '../../kernel/context'
import { CaseAction } from './caseWorkflow'
import type { HardshipCase } from './HardshipCase'
import { holdCase, moveCase } from './moveCase'
import { requiredText } from './requiredText'

/** The township's opinion, by somebody who did not investigate, when the notice is over. What it finds lacking is returned instead. */
export async function reviewCase(ctx: Context, id: string, version: number, opinion: string): Promise<HardshipCase> {
  const one = await holdCase(ctx, id, version, CaseAction.REVIEW)
  await moveCase(ctx, one, CaseAction.REVIEW)
  Object.assign(one, { townshipReviewerId: ctx.actor.id, townshipReviewedOn: ctx.today, townshipOpinion: requiredText(opinion, 'opinion') })
  return ctx.store.save(one, { action: CaseAction.REVIEW })
}
