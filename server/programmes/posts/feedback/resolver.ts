import { Arg, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { setting } from '../../../bureau/settings/defineSetting'
import { Allow, ANYONE, ReceiptOf } from '../../../kernel/access'
import { Context } from '../../../kernel/context'
import { Follows } from '../../../kernel/follows'
import { ActorName, historyOf } from '../../../kernel/history'
import { listOf, Page, search } from '../../../kernel/lists'
import { Day } from '../../../kernel/scalars'
import { clientOf, Paced } from '../../../kernel/throttle'
import { feedbackPerHour } from '../numbers'
import { PioneerPost } from '../PioneerPost'
import { PostFeedbackFilter, PostFeedbackInput } from './inputs'
import { FeedbackState, PostFeedback } from './PostFeedback'
import { answerPostFeedback, sendPostFeedback } from './sendPostFeedback'

const PostFeedbackList = listOf(PostFeedback)

/** What whoever praised or complained is told. */
@ObjectType({ description: 'That it was received, and by when it is dealt with.' })
class PostFeedbackReceipt {
  @Field(() => ID) id: string
  @Field(() => Day) dueOn: string
}

/** What the public says of posts, as the schema names it. */
@Resolver(() => PostFeedback)
export class PostFeedbackResolver {
  @Allow(ANYONE)
  @ReceiptOf('PostFeedback')
  @Paced({ by: ctx => clientOf(ctx.origin.ip), limit: async ctx => ({ tries: await setting(ctx, feedbackPerHour), minutes: 60 }) })
  @Mutation(() => PostFeedbackReceipt, { description: 'Praises a post or complains of it, by the number on its plaque, without an account. Refuses with INVALID, NOT_FOUND, WRONG_STATE, LIMITED, IDEMPOTENCY_KEY_REUSED.' })
  sendPostFeedback(@Ctx() ctx: Context, @Arg('input', () => PostFeedbackInput) input: PostFeedbackInput): Promise<PostFeedback> {
    return sendPostFeedback(ctx, input)
  }

  @Allow('post.answerFeedback')
  @Query(() => PostFeedbackList, { description: 'What the public says of posts within reach, the latest first.' })
  postFeedback(@Ctx() ctx: Context, @Arg('filter', () => PostFeedbackFilter, { defaultValue: {} }) filter: PostFeedbackFilter, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    const late = "(it.state = 'RECEIVED' AND it.dueOn < ?)"
    return new PostFeedbackList(search(ctx, PostFeedback, { filter, rules: { overdue: (rows, wanted) => rows.where(wanted ? late : `NOT ${late}`, ctx.today) } }), page)
  }

  @Allow('post.answerFeedback')
  @Mutation(() => PostFeedback, { description: 'Says what was done about it. Refuses with INVALID, NOT_FOUND, STALE, WRONG_STATE.' })
  answerPostFeedback(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('answer', () => String) answer: string): Promise<PostFeedback> {
    return answerPostFeedback(ctx, id, version, answer)
  }

  @Follows(() => PioneerPost, 'postId', { nullable: true })
  post: PioneerPost | null

  @Follows(() => ActorName, 'answeredById', { nullable: true })
  answeredBy: ActorName | null

  @FieldResolver(() => Boolean, { description: 'Not dealt with, though its day is past.' })
  overdue(@Root() feedback: PostFeedback, @Ctx() { today }: Context): boolean {
    return feedback.state === FeedbackState.RECEIVED && feedback.dueOn < today
  }
}

export const PostFeedbackHistory = historyOf(PostFeedback)
