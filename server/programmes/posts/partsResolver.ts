import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Allow } from '../../kernel/access'
import { Needs } from '../../kernel/asked'
import { Context } from '../../kernel/context'
import type { Entity, Type } from '../../kernel/entity'
import { picturesOf } from '../../kernel/files'
import { Follows } from '../../kernel/follows'
import { ActorName, historyOf } from '../../kernel/history'
import { listOf, Page, search } from '../../kernel/lists'
import { Person } from '../../people/persons/Person'
import { PostObjectionFilter, PostObjectionInput } from './inputs'
import { PioneerPost } from './PioneerPost'
import { PostHolder } from './PostHolder'
import { factsOf } from './postConditions'
import { answerPostObjection, objectToPost } from './postNotice'
import { PostObjection } from './PostObjection'
import { PostReview, ReviewState } from './reviews/PostReview'
import { PostScore, SiteCheck } from './SiteCheck'
import { ChecklistItem, PostRule } from './PostRule'
import { ruleOf } from './rules'

const PostObjectionList = listOf(PostObjection)

/** The rows within reach that belong to a post, the latest first; for a list of posts in one statement. */
function ofPost<T extends Entity & { postId: string }>(ctx: Context, type: Type<T>, { id }: PioneerPost): Promise<T[]> {
  return ctx.store.batch(`PioneerPost.${type.name}`, id, async ids => {
    const rows = await ctx.store.query(type).where('it.postId IN (?)', ids).orderBy('it.id DESC').rows()
    return ids.map(one => rows.filter(row => row.postId === one))
  })
}

/** What belongs to a post. */
@Resolver(() => PioneerPost)
export class PostPartsResolver {
  @FieldResolver(() => [PostHolder], { description: 'Who is and was at the post, the first first.' })
  holders(@Root() post: PioneerPost, @Ctx() ctx: Context): Promise<PostHolder[]> {
    return ctx.store.parts(PostHolder, 'postId', post.id)
  }

  @FieldResolver(() => [SiteCheck], { description: 'Its site checks within reach, the latest first.' })
  siteChecks(@Root() post: PioneerPost, @Ctx() ctx: Context): Promise<SiteCheck[]> {
    return ofPost(ctx, SiteCheck, post)
  }

  @FieldResolver(() => [PostReview], { description: 'Its reviews, the latest first.' })
  async reviews(@Root() post: PioneerPost, @Ctx() ctx: Context): Promise<PostReview[]> {
    return (await ofPost(ctx, PostReview, post)).sort((one, other) => other.year - one.year)
  }

  @Needs('id')
  @FieldResolver(() => PostReview, { nullable: true, description: 'The review that waits to be held.' })
  async dueReview(@Root() post: PioneerPost, @Ctx() ctx: Context): Promise<PostReview | null> {
    if (!(await factsOf(ctx, post)).reviewId) return null
    return ctx.store.batch('PioneerPost.dueReview', post.id, async ids => {
      const rows = await ctx.store.query(PostReview).where('it.postId IN (?) AND it.state = ?', ids, ReviewState.DUE).rows()
      return ids.map(id => rows.find(row => row.postId === id) ?? null)
    })
  }

  @FieldResolver(() => [PostObjection], { description: 'What was said against it within reach, the latest first.' })
  objections(@Root() post: PioneerPost, @Ctx() ctx: Context): Promise<PostObjection[]> {
    return ofPost(ctx, PostObjection, post)
  }

  @FieldResolver(() => PostRule, { description: 'The rules that it is judged by.' })
  rule(@Root() post: PioneerPost, @Ctx() ctx: Context): Promise<PostRule> {
    return ruleOf(ctx, post)
  }
}

@Resolver(() => PostHolder)
export class PostHolderResolver {
  @Follows(() => Person, 'personId', { nullable: true })
  person: Person | null
}

@Resolver(() => SiteCheck)
export class SiteCheckResolver {
  @Follows(() => ActorName, 'checkerId', { nullable: true })
  checker: ActorName | null

  @Follows(() => ActorName, 'secondCheckerId', { nullable: true })
  secondChecker: ActorName | null

  @FieldResolver(() => [PostScore])
  scores(@Root() check: SiteCheck, @Ctx() ctx: Context): Promise<PostScore[]> {
    return ctx.store.parts(PostScore, 'ownerId', check.id)
  }

  @FieldResolver(() => [ID], { description: 'Pictures, to be read at /files/:id.' })
  photoIds(@Root() check: SiteCheck, @Ctx() ctx: Context): Promise<string[]> {
    return picturesOf(ctx, check)
  }
}

@Resolver(() => PostScore)
export class PostScoreResolver {
  @Follows(() => ChecklistItem, 'itemId', { nullable: true })
  item: ChecklistItem | null
}

@Resolver(() => PostObjection)
export class PostObjectionResolver {
  @Allow('post.object')
  @Query(() => PostObjectionList, { description: 'What was said against posts within reach, the latest first.' })
  postObjections(@Ctx() ctx: Context, @Arg('filter', () => PostObjectionFilter, { defaultValue: {} }) filter: PostObjectionFilter, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new PostObjectionList(search(ctx, PostObjection, { filter }), page)
  }

  @Allow('post.object')
  @Mutation(() => PostObjection, { description: 'Writes down what somebody has against a post while its notice hangs. Refuses with INVALID, NOT_FOUND, WRONG_STATE, IDEMPOTENCY_KEY_REUSED.' })
  objectToPost(@Ctx() ctx: Context, @Arg('postId', () => ID) postId: string, @Arg('input', () => PostObjectionInput) input: PostObjectionInput): Promise<PostObjection> {
    return objectToPost(ctx, postId, input)
  }

  @Allow('post.answer')
  @Mutation(() => PostObjection, { description: 'Answers an objection; upheld, the post is turned down. Refuses with INVALID, NOT_FOUND, STALE, WRONG_STATE.' })
  answerPostObjection(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('upheld', () => Boolean) upheld: boolean, @Arg('answer', () => String) answer: string): Promise<PostObjection> {
    return answerPostObjection(ctx, id, version, upheld, answer)
  }

  @Follows(() => PioneerPost, 'postId', { nullable: true })
  post: PioneerPost | null

  @Follows(() => ActorName, 'answeredById', { nullable: true })
  answeredBy: ActorName | null
}

export const PostObjectionHistory = historyOf(PostObjection)
