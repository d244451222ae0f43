import { cancelTasks } from '../../bureau/tasks/openTask'
import { watchOne } from '../../bureau/tasks/watches'
import type { Context } from '../../kernel/context'
import { addDays } from '../../kernel/days'
import { Invalid } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { mustSay } from './decideOnPost'
import { RectifyReason } from './enums'
import { holdPost } from './holdPost'
import type { PioneerPost } from './PioneerPost'
import { PostAction, postWorkflow } from './postWorkflow'
import { PostReview, ReviewResult, ReviewState } from './reviews/PostReview'
import { ruleOf } from './rules'
import { rectifying } from './watches'

/** Orders a post to put something right by a day. */
export async function rectifyPost(ctx: Context, id: string, version: number, reason: string, by: string | null): Promise<PioneerPost> {
  const { post } = await holdPost(ctx, id, version, PostAction.RECTIFY)
  if (by !== null && by < ctx.today) throw new Invalid({ by: say('整改期限不早于今天。', 'From today on.') })
  postWorkflow.move(post, PostAction.RECTIFY, ctx.actor)
  return setToRectify(ctx, post, PostAction.RECTIFY, RectifyReason.ORDER, mustSay('reason', reason), by)
}

/** Writes down why a post rectifies and by when; the state is the caller's to move. */
export async function setToRectify(ctx: Context, post: PioneerPost, action: PostAction, rectifyReason: RectifyReason, stateReason: string, by: string | null = null): Promise<PioneerPost> {
  Object.assign(post, { rectifyReason, stateReason: stateReason.slice(0, 500), rectifyBy: by ?? addDays(ctx.today, (await ruleOf(ctx, post)).rectifyDays) })
  await ctx.store.beyondReach.save(post, { action, note: stateReason })
  await watchOne(ctx, rectifying, post.id)
  return post
}

/** Finds that what was asked for is done. Where it is proposed to take the plaque back, only the leader finds so, and the proposal is over. */
export async function confirmRectified(ctx: Context, id: string, version: number, note: string): Promise<PioneerPost> {
  const { post } = await holdPost(ctx, id, version, PostAction.CONFIRM_RECTIFIED)
  const said = mustSay('note', note)
  postWorkflow.move(post, PostAction.CONFIRM_RECTIFIED, ctx.actor)
  Object.assign(post, { rectifyReason: null, rectifyBy: null, stateReason: null, revokeProposedFor: null })
  for (const review of await ctx.store.beyondReach.holdAll(PostReview, 'it.postId = ? AND it.state = ? AND it.result <> ? AND it.rectifiedOn IS NULL', post.id, ReviewState.DONE, ReviewResult.PASS)) {
    await ctx.store.beyondReach.save(Object.assign(review, { rectifiedOn: ctx.today }), { action: 'RECTIFIED', note: said })
  }
  await cancelTasks(ctx, 'PioneerPost', post.id)
  return ctx.store.save(post, { action: PostAction.CONFIRM_RECTIFIED, note: said })
}
