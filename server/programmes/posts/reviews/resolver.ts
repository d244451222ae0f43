import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Region } from '../../../bureau/regions/Region'
import { Allow } from '../../../kernel/access'
import { Context } from '../../../kernel/context'
import { picturesOf } from '../../../kernel/files'
import { Follows } from '../../../kernel/follows'
import { ActorName, historyOf } from '../../../kernel/history'
import { listOf, Page } from '../../../kernel/lists'
import { PioneerPost } from '../PioneerPost'
import { PostRule } from '../PostRule'
import { PostScore } from '../SiteCheck'
import { PostReviewFilter, PostReviewInput, PostReviewSort, ReviewRoundInput } from './inputs'
import { assignPostReview, openReviewRound } from './openReviewRound'
import { PostReview, ReviewState } from './PostReview'
import { progressOf, ReviewProgress } from './progress'
import { reviewPost } from './reviewPost'
import { ReviewRound } from './ReviewRound'
import { searchReviews } from './searchReviews'

const PostReviewList = listOf(PostReview)
const ReviewRoundList = listOf(ReviewRound)

/** Rounds of reviews, as the schema names them. */
@Resolver(() => ReviewRound)
export class ReviewRoundResolver {
  @Allow('post.read')
  @Query(() => ReviewRoundList, { description: 'The annual rounds of reviews, the latest first.' })
  reviewRounds(@Ctx() ctx: Context, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new ReviewRoundList(ctx.store.query(ReviewRound).orderBy('it.year DESC').orderBy('it.id DESC'), page)
  }

  @Allow('post.read')
  @Query(() => ReviewRound, { nullable: true, description: 'Refuses with NOT_FOUND.' })
  reviewRound(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<ReviewRound> {
    return ctx.store.get(ReviewRound, id)
  }

  @Allow('post.openRound')
  @Mutation(() => ReviewRound, { description: 'Opens the year’s reviews of every post that is due, and shares them out. Refuses with INVALID, NOT_FOUND, DUPLICATE, INELIGIBLE, IDEMPOTENCY_KEY_REUSED.' })
  openReviewRound(@Ctx() ctx: Context, @Arg('input', () => ReviewRoundInput) input: ReviewRoundInput): Promise<ReviewRound> {
    return openReviewRound(ctx, input)
  }

  @Follows(() => Region, 'regionCode')
  region: Region

  @FieldResolver(() => [ReviewProgress], { description: 'How far it is in each township, within reach.' })
  progress(@Root() round: ReviewRound, @Ctx() ctx: Context): Promise<ReviewProgress[]> {
    return progressOf(ctx, round)
  }
}

/** Reviews of posts, as the schema names them. */
@Resolver(() => PostReview)
export class PostReviewResolver {
  @Allow('post.read')
  @Query(() => PostReviewList, { description: 'The reviews within reach.' })
  postReviews(@Ctx() ctx: Context, @Arg('filter', () => PostReviewFilter, { defaultValue: {} }) filter: PostReviewFilter, @Arg('sort', () => PostReviewSort, { nullable: true }) sort: PostReviewSort | null, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new PostReviewList(searchReviews(ctx, filter, sort), page)
  }

  @Allow('post.read')
  @Query(() => PostReview, { nullable: true, description: 'Refuses with NOT_FOUND.' })
  postReview(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<PostReview> {
    return ctx.store.get(PostReview, id)
  }

  @Allow('post.review')
  @Mutation(() => PostReview, { description: 'Holds a review: the points decide whether the post passes, rectifies or fails. Refuses with INVALID, NOT_FOUND, STALE, WRONG_STATE, SELF_APPROVAL, IDEMPOTENCY_KEY_REUSED.' })
  reviewPost(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => PostReviewInput) input: PostReviewInput): Promise<PostReview> {
    return reviewPost(ctx, id, version, input)
  }

  @Allow('post.review')
  @Mutation(() => PostReview, { description: 'Gives a review that waits to somebody else, or to whoever may. Refuses with INVALID, NOT_FOUND, STALE.' })
  assignPostReview(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('reviewerId', () => ID, { nullable: true }) reviewerId: string | null): Promise<PostReview> {
    return assignPostReview(ctx, id, version, reviewerId)
  }

  @Follows(() => PioneerPost, 'postId', { nullable: true })
  post: PioneerPost | null

  @Follows(() => PostRule, 'ruleId', { nullable: true, description: 'The rules that it is held under.' })
  rule: PostRule | null

  @Follows(() => ActorName, 'reviewerId', { nullable: true, description: 'Whose it is to hold.' })
  reviewer: ActorName | null

  @Follows(() => ActorName, 'reviewedById', { nullable: true })
  reviewedBy: ActorName | null

  @FieldResolver(() => Boolean, { description: 'Not held, though its day is past.' })
  overdue(@Root() review: PostReview, @Ctx() { today }: Context): boolean {
    return review.state === ReviewState.DUE && review.dueOn < today
  }

  @FieldResolver(() => [PostScore])
  scores(@Root() review: PostReview, @Ctx() ctx: Context): Promise<PostScore[]> {
    return ctx.store.parts(PostScore, 'ownerId', review.id)
  }

  @FieldResolver(() => [ID], { description: 'Pictures, to be read at /files/:id.' })
  photoIds(@Root() review: PostReview, @Ctx() ctx: Context): Promise<string[]> {
    return picturesOf(ctx, review)
  }
}

export const PostReviewHistory = historyOf(PostReview)
