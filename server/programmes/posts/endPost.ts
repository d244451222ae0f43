import { cancelTasks } from '../../bureau/tasks/openTask'
import { watchOne } from '../../bureau/tasks/watches'
import type { Context } from '../../kernel/context'
import { addDays } from '../../kernel/days'
import { PostObjectionState } from './enums'
import { presentHolders } from './holders'
import type { PioneerPost } from './PioneerPost'
import { PostObjection } from './PostObjection'
import { type PostAction, postWorkflow } from './postWorkflow'
import { PostReview, ReviewState } from './reviews/PostReview'
import { ruleOf } from './rules'
import { plaqueOut } from './watches'

/** Ends a post that this act holds: nobody is at it any more, what waited about it waits no longer, and a plaque that hangs is to come back. */
export async function endPost(ctx: Context, post: PioneerPost, action: PostAction, reason: string | null, { plaqueDueOn }: { plaqueDueOn?: string } = {}): Promise<PioneerPost> {
  const hung = post.isHanging()
  const store = ctx.store.beyondReach
  postWorkflow.move(post, action, ctx.actor)
  Object.assign(post, { stateReason: reason ?? post.stateReason, endedOn: ctx.today, rectifyReason: null, rectifyBy: null, revokeProposedFor: null })
  if (hung) post.plaqueDueOn = plaqueDueOn ?? addDays(ctx.today, (await ruleOf(ctx, post)).plaqueDays)
  post.settleKey()
  for (const holder of await presentHolders(ctx, post)) await store.save(Object.assign(holder, { to: ctx.today }), { action: 'LEAVE' })
  for (const review of await store.holdAll(PostReview, 'it.postId = ? AND it.state = ?', post.id, ReviewState.DUE)) {
    review.state = ReviewState.CANCELLED
    await store.save(review, { action: 'CANCEL' })
    await cancelTasks(ctx, 'PostReview', review.id)
  }
  for (const objection of await store.holdAll(PostObjection, 'it.postId = ? AND it.state = ?', post.id, PostObjectionState.OPEN)) {
    Object.assign(objection, { state: PostObjectionState.DISMISSED, answer: reason ?? '示范岗申报已终止。', answeredOn: ctx.today, answeredById: ctx.actor.id })
    await store.save(objection, { action: 'CLOSE' })
  }
  await cancelTasks(ctx, 'PioneerPost', post.id)
  await store.save(post, { action, note: reason })
  await watchOne(ctx, plaqueOut, post.id)
  return post
}

