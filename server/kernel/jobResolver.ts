import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Allow, SIGNED_IN } from './access'
import { Context } from './context'
import { cancelJob, LongJob, ownJob } from './longJobs'
import { SealedFile } from './sealedFiles'

const LATEST = 20

/** Long jobs, as the schema names them. Everybody sees their own and no other. */
@Resolver(() => LongJob)
export class JobResolver {
  @Allow(SIGNED_IN)
  @Query(() => [LongJob], { description: 'Your own latest jobs, the newest first.' })
  myJobs(@Ctx() ctx: Context): Promise<LongJob[]> {
    return ctx.store.query(LongJob).where('it.ownerId = ?', ctx.actor.id).orderBy('it.id DESC').limit(LATEST).rows()
  }

  @Allow(SIGNED_IN)
  @Query(() => LongJob, { nullable: true, description: 'One of your own jobs. Refuses with NOT_FOUND.' })
  job(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<LongJob> {
    return ownJob(ctx, id)
  }

  @Allow(SIGNED_IN)
  @Mutation(() => LongJob, { description: 'Ends one of your own jobs; what has not been committed is undone. Refuses with NOT_FOUND.' })
  cancelJob(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<LongJob> {
    return cancelJob(ctx, id)
  }

  @FieldResolver(() => String, { description: 'What it does, in the language asked for.' })
  title(@Root() job: LongJob, @Ctx() { origin }: Context): string {
    return origin.locale === 'en' ? job.titleEn : job.titleZh
  }

  @FieldResolver(() => String, { nullable: true, description: 'How it goes or went, in the language asked for.' })
  message(@Root() job: LongJob, @Ctx() { origin }: Context): string | null {
    return origin.locale === 'en' ? job.messageEn : job.messageZh
  }

  @FieldResolver(() => ID, { nullable: true, description: 'The file that it made, at GET /sheets/:id, as long as it is kept.' })
  async fileId(@Root() job: LongJob, @Ctx() ctx: Context): Promise<string | null> {
    const file = await ctx.store.follow(SealedFile, job.resultFileId)
    return file && file.expiresAt > ctx.now ? file.id : null
  }
}
