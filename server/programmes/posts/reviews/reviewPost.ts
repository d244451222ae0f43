import { cancelTasks } from '../../../bureau/tasks/openTask'
import { watchOne } from '../../../bureau/tasks/watches'
import type { Context } from '../../../kernel/context'
import { Invalid, WrongState } from '../../../kernel/errors'
import { attachPictures } from '../../../kernel/files'
import { say } from '../../../kernel/text'
import { ChecklistKind, PostState, RectifyReason } from '../enums'
import { holdPost } from '../holdPost'
import type { PioneerPost } from '../PioneerPost'
import { PostAction, postWorkflow } from '../postWorkflow'
import { PostRule } from '../PostRule'
import { setToRectify } from '../rectifyPost'
import { keepScores, tally } from '../scores'
import { revocationProposed } from '../watches'
import type { PostReviewInput } from './inputs'
import { PostReview, ReviewResult, ReviewState } from './PostReview'

/** Holds a post's review of the year. What it comes to follows from the points: it passes, rectifies, or fails and is proposed to be revoked. */
export async function reviewPost(ctx: Context, id: string, version: number, { reviewedOn, scores, findings, photoIds }: PostReviewInput): Promise<PostReview> {
  const { postId, ruleId } = await ctx.store.get(PostReview, id)
  const { post } = await holdPost(ctx, postId, null, PostAction.REVIEW)
  const review = await ctx.store.hold(PostReview, id, version)
  if (review.state !== ReviewState.DUE) throw new WrongState(review.state, [])
  if (reviewedOn > ctx.today || reviewedOn < post.grantedOn!) throw new Invalid({ reviewedOn: say('年审日期应在授牌之后，不晚于今天。', 'Between the grant and today.') })
  const rule = await ctx.store.get(PostRule, ruleId)
  const found = await tally(ctx, ruleId, ChecklistKind.REVIEW, scores)
  const result = found.score >= rule.reviewPassMark ? ReviewResult.PASS : found.score >= rule.reviewRectifyMark ? ReviewResult.RECTIFY : ReviewResult.FAIL
  const said = findings?.trim() || null
  if (result !== ReviewResult.PASS && !said) throw new Invalid({ findings: say('未达到合格分，请写明存在的问题和整改要求。', 'It does not pass: say what is to be put right.') })
  Object.assign(review, { state: ReviewState.DONE, reviewedOn, reviewedById: ctx.actor.id, score: found.score, most: found.most, result, findings: said })
  await ctx.store.save(review, { action: result, note: said })
  await keepScores(ctx, review, found.scores)
  await attachPictures(ctx, photoIds, review)
  await cancelTasks(ctx, 'PostReview', review.id)
  await drawConsequence(ctx, post, review)
  return review
}

/** A post that does not pass rectifies; one that fails, or rectifies the second time running, is proposed to be revoked (programmes.md 4.6). */
async function drawConsequence(ctx: Context, post: PioneerPost, { result, year, findings }: PostReview): Promise<void> {
  if (result === ReviewResult.PASS) {
    postWorkflow.move(post, PostAction.REVIEW, ctx.actor, post.state)
    await ctx.store.save(post, { action: PostAction.REVIEW })
    return
  }
  postWorkflow.move(post, PostAction.REVIEW, ctx.actor, PostState.RECTIFYING)
  if (result === ReviewResult.FAIL) post.revokeProposedFor = `${year}年年审不合格`
  else if (await lastDidNotPass(ctx, post.id, year)) post.revokeProposedFor = `${year}年年审再次需要整改`
  await setToRectify(ctx, post, PostAction.REVIEW, RectifyReason.REVIEW, findings!)
  await watchOne(ctx, revocationProposed, post.id)
}

async function lastDidNotPass(ctx: Context, postId: string, year: number): Promise<boolean> {
  const last = await ctx.store.beyondReach.query(PostReview).where('it.postId = ? AND it.state = ? AND it.year < ?', postId, ReviewState.DONE, year).orderBy('it.year DESC').first()
  return last !== null && last.result !== ReviewResult.PASS
}
