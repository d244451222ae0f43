import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { endPost } from './endPost'
import { holdPost } from './holdPost'
import type { PioneerPost } from './PioneerPost'
import { PostAction, postWorkflow } from './postWorkflow'

/** The station speaks for a post that was submitted. */
export async function recommendPost(ctx: Context, id: string, version: number, recommendation: string): Promise<PioneerPost> {
  const { post } = await holdPost(ctx, id, version, PostAction.RECOMMEND)
  const said = mustSay('recommendation', recommendation)
  postWorkflow.move(post, PostAction.RECOMMEND, ctx.actor)
  Object.assign(post, { recommendation: said, recommendedOn: ctx.today, recommendedById: ctx.actor.id })
  return ctx.store.save(post, { action: PostAction.RECOMMEND, note: said })
}

/** Sends an application back for what is missing; it may be submitted again. */
export async function returnPost(ctx: Context, id: string, version: number, reason: string): Promise<PioneerPost> {
  const { post } = await holdPost(ctx, id, version, PostAction.RETURN)
  post.stateReason = mustSay('reason', reason)
  postWorkflow.move(post, PostAction.RETURN, ctx.actor)
  return ctx.store.save(post, { action: PostAction.RETURN, note: post.stateReason })
}

/** Turns an application down, for good. */
export async function rejectPost(ctx: Context, id: string, version: number, reason: string): Promise<PioneerPost> {
  const { post } = await holdPost(ctx, id, version, PostAction.REJECT)
  return endPost(ctx, post, PostAction.REJECT, mustSay('reason', reason))
}

/** What somebody gives as their reason, in at most 500 characters. */
export function mustSay(field: string, text: string): string {
  const said = text.trim()
  if (!said || said.length > 500) throw new Invalid({ [field]: say('请填写，不超过 500 字。', 'Needed, in at most 500 characters.') })
  return said
}
