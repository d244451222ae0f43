import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { ServiceItem } from '../../../bureau/programmes/ServiceItem'
import { Allow } from '../../../kernel/access'
import { Context } from '../../../kernel/context'
import { picturesOf } from '../../../kernel/files'
import { Follows } from '../../../kernel/follows'
import { ActorName, historyOf } from '../../../kernel/history'
import { listOf, Page } from '../../../kernel/lists'
import { servicesNamed } from '../names'
import { PioneerPost } from '../PioneerPost'
import { PostLogInput, PostServiceLogFilter, PostServiceLogSort } from './inputs'
import { logPostService, voidPostService } from './logPostService'
import { PostServiceLog } from './PostServiceLog'
import { searchLogs } from './searchLogs'

const PostServiceLogList = listOf(PostServiceLog)

/** The log of posts, as the schema names it. */
@Resolver(() => PostServiceLog)
export class PostServiceLogResolver {
  @Allow('post.read')
  @Query(() => PostServiceLogList, { description: 'What posts did, within reach.' })
  postServiceLogs(@Ctx() ctx: Context, @Arg('filter', () => PostServiceLogFilter, { defaultValue: {} }) filter: PostServiceLogFilter, @Arg('sort', () => PostServiceLogSort, { nullable: true }) sort: PostServiceLogSort | null, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new PostServiceLogList(searchLogs(ctx, filter, sort), page)
  }

  @Allow('post.log')
  @Mutation(() => PostServiceLog, { description: 'Writes down what a post did on a day, while its plaque hangs. Refuses with INVALID, NOT_FOUND, WRONG_STATE, IDEMPOTENCY_KEY_REUSED.' })
  logPostService(@Ctx() ctx: Context, @Arg('input', () => PostLogInput) input: PostLogInput): Promise<PostServiceLog> {
    return logPostService(ctx, input)
  }

  @Allow('post.log')
  @Mutation(() => PostServiceLog, { description: 'Lets a wrong line count no more. Refuses with INVALID, NOT_FOUND, STALE, WRONG_STATE.' })
  voidPostService(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('reason', () => String) reason: string): Promise<PostServiceLog> {
    return voidPostService(ctx, id, version, reason)
  }

  @Follows(() => PioneerPost, 'postId', { nullable: true })
  post: PioneerPost | null

  @FieldResolver(() => ServiceItem, { nullable: true })
  async item(@Root() log: PostServiceLog, @Ctx() ctx: Context): Promise<ServiceItem | null> {
    return (await servicesNamed(ctx, [log.service]))[0] ?? null
  }

  @Follows(() => ActorName, 'recordedById', { nullable: true })
  recordedBy: ActorName | null

  @FieldResolver(() => [ID], { description: 'Pictures, to be read at /files/:id.' })
  photoIds(@Root() log: PostServiceLog, @Ctx() ctx: Context): Promise<string[]> {
    return picturesOf(ctx, log)
  }
}

export const PostServiceLogHistory = historyOf(PostServiceLog)
