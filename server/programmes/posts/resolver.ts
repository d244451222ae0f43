import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Region } from '../../bureau/regions/Region'
import { ServiceItem } from '../../bureau/programmes/ServiceItem'
import { Allow } from '../../kernel/access'
import { Needs } from '../../kernel/asked'
import { Context } from '../../kernel/context'
import { Follows } from '../../kernel/follows'
import { ActorName, historyOf } from '../../kernel/history'
import { MaxLength } from '../../kernel/inputRules'
import { listOf, Page } from '../../kernel/lists'
import { Day } from '../../kernel/scalars'
import { Employer } from '../../people/employers/Employer'
import { applyForPost, submitPost, updatePost } from './applyForPost'
import { recommendPost, rejectPost, returnPost } from './decideOnPost'
import { grantPost, renewPost, returnPlaque, revokePost, withdrawPost } from './grantPost'
import { changePostHolders } from './holders'
import { PioneerPostFilter, PioneerPostSort, PostChange, PostHolderInput, PostInput, SiteCheckInput } from './inputs'
import { inspectPost } from './inspectPost'
import { servicesNamed } from './names'
import { PioneerPost } from './PioneerPost'
import { factsOf, openOn, RULE_COLUMNS } from './postConditions'
import { publishPostNotice } from './postNotice'
import { PostAction } from './postWorkflow'
import { confirmRectified, rectifyPost } from './rectifyPost'
import { searchPosts } from './searchPosts'

const PioneerPostList = listOf(PioneerPost)
const CHANGE = 'INVALID, NOT_FOUND, STALE, WRONG_STATE'

@ArgsType()
class Which {
  @Field(() => ID) id: string
  @Field(() => Int) version: number
}

@ArgsType()
class WhichFor extends Which {
  @Field({ description: 'Why.' }) @MaxLength(500) reason: string
}

/** Pioneer posts, as the schema names them. */
@Resolver(() => PioneerPost)
export class PioneerPostResolver {
  @Allow('post.read')
  @Query(() => PioneerPostList, { description: 'The posts within reach.' })
  pioneerPosts(@Ctx() ctx: Context, @Arg('filter', () => PioneerPostFilter, { defaultValue: {} }) filter: PioneerPostFilter, @Arg('sort', () => PioneerPostSort, { nullable: true }) sort: PioneerPostSort | null, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new PioneerPostList(searchPosts(ctx, filter, sort), page)
  }

  @Allow('post.read')
  @Query(() => PioneerPost, { nullable: true, description: 'Refuses with NOT_FOUND.' })
  pioneerPost(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<PioneerPost> {
    return ctx.store.get(PioneerPost, id)
  }

  @Allow('post.apply')
  @Mutation(() => PioneerPost, { description: `Applies for a post: a draft, or submitted at once. Refuses with INVALID, NOT_FOUND, WRONG_STATE, DUPLICATE, INELIGIBLE, IDEMPOTENCY_KEY_REUSED.` })
  applyForPost(@Ctx() ctx: Context, @Arg('input', () => PostInput) input: PostInput): Promise<PioneerPost> {
    return applyForPost(ctx, input)
  }

  @Allow('post.apply')
  @Mutation(() => PioneerPost, { description: `Changes a draft or what was returned; under the plaque only what is offered, when, with which pledge. Refuses with ${CHANGE}, DUPLICATE.` })
  updatePost(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => PostChange) input: PostChange): Promise<PioneerPost> {
    return updatePost(ctx, id, version, input)
  }

  @Allow('post.apply')
  @Mutation(() => PioneerPost, { description: `Says anew which veterans are at a post. Refuses with ${CHANGE}.` })
  changePostHolders(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('holders', () => [PostHolderInput]) holders: PostHolderInput[]): Promise<PioneerPost> {
    return changePostHolders(ctx, id, version, holders)
  }

  @Allow('post.apply')
  @Mutation(() => PioneerPost, { description: `Submits a draft, or what was returned, under the rules of today. Refuses with ${CHANGE}, INELIGIBLE.` })
  submitPost(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which): Promise<PioneerPost> {
    return submitPost(ctx, id, version)
  }

  @Allow('post.recommend')
  @Mutation(() => PioneerPost, { description: `The station speaks for a post. Refuses with ${CHANGE}, INELIGIBLE.` })
  recommendPost(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('recommendation', () => String) recommendation: string): Promise<PioneerPost> {
    return recommendPost(ctx, id, version, recommendation)
  }

  @Allow('post.recommend')
  @Mutation(() => PioneerPost, { description: `Sends an application back for what is missing. Refuses with ${CHANGE}.` })
  returnPost(@Ctx() ctx: Context, @Args(() => WhichFor) { id, version, reason }: WhichFor): Promise<PioneerPost> {
    return returnPost(ctx, id, version, reason)
  }

  @Allow('post.answer')
  @Mutation(() => PioneerPost, { description: `Turns an application down. Refuses with ${CHANGE}.` })
  rejectPost(@Ctx() ctx: Context, @Args(() => WhichFor) { id, version, reason }: WhichFor): Promise<PioneerPost> {
    return rejectPost(ctx, id, version, reason)
  }

  @Allow('post.inspect')
  @Mutation(() => PioneerPost, { description: `Two people look at a post and score it. Refuses with ${CHANGE}, SELF_APPROVAL, INELIGIBLE, IDEMPOTENCY_KEY_REUSED.` })
  inspectPost(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => SiteCheckInput) input: SiteCheckInput): Promise<PioneerPost> {
    return inspectPost(ctx, id, version, input)
  }

  @Allow('post.inspect')
  @Mutation(() => PioneerPost, { description: `Hangs out the notice, for as many days as the rules say. Refuses with ${CHANGE}, INELIGIBLE.` })
  publishPostNotice(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('place', () => String) place: string, @Arg('from', () => Day, { nullable: true }) from: string | null): Promise<PioneerPost> {
    return publishPostNotice(ctx, id, version, place, from)
  }

  @Allow('post.grant')
  @Mutation(() => PioneerPost, { description: `Grants a post under a plaque with a number of its own. Refuses with ${CHANGE}, SELF_APPROVAL, INELIGIBLE.` })
  grantPost(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which): Promise<PioneerPost> {
    return grantPost(ctx, id, version)
  }

  @Allow('post.grant')
  @Mutation(() => PioneerPost, { description: `Renews a grant that nears its end. Refuses with ${CHANGE}, SELF_APPROVAL, INELIGIBLE.` })
  renewPost(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which): Promise<PioneerPost> {
    return renewPost(ctx, id, version)
  }

  @Allow('post.grant')
  @Mutation(() => PioneerPost, { description: `Takes the plaque back, for a reason, by a day. Refuses with ${CHANGE}.` })
  revokePost(@Ctx() ctx: Context, @Args(() => WhichFor) { id, version, reason }: WhichFor, @Arg('plaqueDueOn', () => Day) plaqueDueOn: string): Promise<PioneerPost> {
    return revokePost(ctx, id, version, reason, plaqueDueOn)
  }

  @Allow('post.apply')
  @Mutation(() => PioneerPost, { description: `Gives a post up. Refuses with ${CHANGE}.` })
  withdrawPost(@Ctx() ctx: Context, @Args(() => WhichFor) { id, version, reason }: WhichFor): Promise<PioneerPost> {
    return withdrawPost(ctx, id, version, reason)
  }

  @Allow('post.recommend')
  @Mutation(() => PioneerPost, { description: `Notes that the plaque is back. Refuses with ${CHANGE}.` })
  returnPlaque(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('returnedOn', () => Day) returnedOn: string): Promise<PioneerPost> {
    return returnPlaque(ctx, id, version, returnedOn)
  }

  @Allow('post.review')
  @Mutation(() => PioneerPost, { description: `Orders a post to put something right by a day. Refuses with ${CHANGE}.` })
  rectifyPost(@Ctx() ctx: Context, @Args(() => WhichFor) { id, version, reason }: WhichFor, @Arg('by', () => Day, { nullable: true }) by: string | null): Promise<PioneerPost> {
    return rectifyPost(ctx, id, version, reason, by)
  }

  @Allow('post.review')
  @Mutation(() => PioneerPost, { description: `Finds that what was asked for is done. Refuses with ${CHANGE}, INELIGIBLE, FORBIDDEN.` })
  confirmRectified(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('note', () => String) note: string): Promise<PioneerPost> {
    return confirmRectified(ctx, id, version, note)
  }

  @Follows(() => Region, 'regionCode')
  region: Region

  @Follows(() => Employer, 'employerId', { nullable: true })
  employer: Employer | null

  @FieldResolver(() => [ServiceItem], { description: 'What it offers, by the programme’s catalogue.' })
  items(@Root() post: PioneerPost, @Ctx() ctx: Context): Promise<ServiceItem[]> {
    return servicesNamed(ctx, post.services)
  }

  @Needs('id')
  @FieldResolver(() => Int, { description: 'Veterans at the post now who work there.' })
  async veteranCount(@Root() post: PioneerPost, @Ctx() ctx: Context): Promise<number> {
    return (await factsOf(ctx, post)).holders
  }

  @Needs('id')
  @FieldResolver(() => Int, { description: 'Objections that wait for their answer.' })
  async openObjections(@Root() post: PioneerPost, @Ctx() ctx: Context): Promise<number> {
    return (await factsOf(ctx, post)).openObjections
  }

  @Needs(...RULE_COLUMNS)
  @FieldResolver(() => [PostAction], { description: 'What is open to you now.' })
  openActions(@Root() post: PioneerPost, @Ctx() ctx: Context): Promise<PostAction[]> {
    return openOn(ctx, post)
  }

  @Follows(() => ActorName, 'appliedById', { nullable: true })
  appliedBy: ActorName | null

  @Follows(() => ActorName, 'recommendedById', { nullable: true })
  recommendedBy: ActorName | null

  @Follows(() => ActorName, 'grantedById', { nullable: true })
  grantedBy: ActorName | null
}

export const PioneerPostHistory = historyOf(PioneerPost)
