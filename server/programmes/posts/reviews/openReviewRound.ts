import { mustBeRegion } from '../../../bureau/regions/regionOf'
import { RegionLevel } from '../../../bureau/regions/Region'
import { knownRoles } from '../../../kernel/access'
import type { Context } from '../../../kernel/context'
import { addMonths } from '../../../kernel/days'
import { Duplicate, Invalid, NotFound, Refused } from '../../../kernel/errors'
import { isWithin, prefixOf } from '../../../kernel/regionCode'
import { say } from '../../../kernel/text'
import { HANGING } from '../enums'
import { PioneerPost } from '../PioneerPost'
import { ruleInForce } from '../rules'
import type { ReviewRoundInput } from './inputs'
import { PostReview, ReviewState } from './PostReview'
import { ReviewRound } from './ReviewRound'

/** Opens the reviews of a year for every post of a division that is due, and shares them out. */
export async function openReviewRound(ctx: Context, { regionCode, year, dueOn, reviewerIds }: ReviewRoundInput): Promise<ReviewRound> {
  const region = await mustBeRegion(ctx, regionCode)
  if (region.level === RegionLevel.VILLAGE) throw new Invalid({ regionCode: say('请选择旗或苏木乡镇。', 'A township, or the banner.') })
  if (ctx.actor.reach.kind === 'region' && !isWithin(regionCode, ctx.actor.reach.regionCode ?? '')) throw new NotFound()
  if (dueOn < ctx.today || dueOn > `${year + 1}-03-31` || dueOn < `${year}-01-01`) throw new Invalid({ dueOn: say('完成期限应不早于今天，且在年审年度内（最迟次年3月底）。', 'From today on, within the year of the review or by the end of next March.') })
  const reviewers = [...new Set(reviewerIds)]
  for (const id of reviewers) await mustReview(ctx, id)
  const rule = await ruleInForce(ctx)
  const store = ctx.store.beyondReach
  const due = await store
    .query(PioneerPost)
    .where('it.state IN (?) AND it.regionCode LIKE ?', [...HANGING], `${prefixOf(regionCode)}%`)
    .where('it.grantedOn <= ?', addMonths(dueOn, -rule.reviewAfterMonths))
    .where('it.id NOT IN (SELECT r.postId FROM post_reviews r WHERE r.year = ?)', year)
    .orderBy('it.regionCode').orderBy('it.id')
    .rows()
  if (due.length === 0) throw new Refused('INELIGIBLE', say('没有需要年审的示范岗。', 'No post is due for a review.'), { rule: 'NONE_DUE' })
  const round = await store.save(ReviewRound.of({ regionCode, year, openedOn: ctx.today, openedById: ctx.actor.id, dueOn }), { action: 'OPEN' }).catch((error: unknown) => {
    throw error instanceof Duplicate ? new Duplicate(say('该年度的年审已经开展。', 'The reviews of this year are open already.')) : error
  })
  const townships = [...new Set(due.map(post => post.regionCode.slice(0, 9)))]
  const reviewerOf = (code: string): string | null => (reviewers.length === 0 ? null : reviewers[townships.indexOf(code.slice(0, 9)) % reviewers.length]!)
  await store.saveNew(due.map(post => PostReview.of({
    postId: post.id, employerId: post.employerId, regionCode: post.regionCode, roundId: round.id, year, ruleId: rule.id, state: ReviewState.DUE, dueOn, reviewerId: reviewerOf(post.regionCode),
    reviewedOn: null, reviewedById: null, score: null, most: null, result: null, findings: null, rectifiedOn: null,
  })), { action: 'OPEN' })
  return round
}

/** Gives a review that waits to somebody else, or to whoever may. */
export async function assignPostReview(ctx: Context, id: string, version: number, reviewerId: string | null): Promise<PostReview> {
  const review = await ctx.store.hold(PostReview, id, version)
  if (review.state !== ReviewState.DUE) throw new Invalid({ id: say('该年审已完成或取消。', 'The review has been held or cancelled.') })
  if (reviewerId) await mustReview(ctx, reviewerId, review.regionCode)
  review.reviewerId = reviewerId
  return ctx.store.save(review, { action: 'ASSIGN' })
}

/** Refuses an account that is not in use, may not review, or does not see the place. */
async function mustReview(ctx: Context, id: string, place?: string): Promise<void> {
  const [account] = await ctx.store.sql("SELECT role, regionCode FROM accounts WHERE id = ? AND state = 'ACTIVE'", [id])
  const role = account && knownRoles()[account.role as string]
  const sees = role && (role.reach === 'banner' || !place || isWithin(place, (account.regionCode as string | null) ?? ''))
  if (!role?.may.includes('post.review') || !sees) throw new Invalid({ reviewerIds: say('请选择可以年审的工作人员账号。', 'Choose accounts that may review.') })
}
