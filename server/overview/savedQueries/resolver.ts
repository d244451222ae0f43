import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Allow, SIGNED_IN } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { IsOptional, Matches, MaxLength } from '../../kernel/inputRules'
import { archiveSavedQuery, saveQuery, updateSavedQuery, usableQueries } from './keepQueries'
import { QuerySharing, SavedQuery } from './SavedQuery'

/** What may be changed of a kept question; what is not given stays. */
@InputType()
export class SavedQueryChange {
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(40) name?: string | null
  @Field(() => String, { nullable: true, description: 'Filter, order and columns, as the front end keeps them: a JSON object.' }) @IsOptional() @MaxLength(3000) query?: string | null
  @Field(() => QuerySharing, { nullable: true, description: 'Sharing needs query.share.' }) sharing?: QuerySharing | null
  @Field(() => Boolean, { nullable: true }) isDefault?: boolean | null
}

/** A question to be kept. */
@InputType()
export class SavedQueryInput {
  @Field({ description: 'The list’s name in the API.' }) @Matches(/^\w{1,40}$/) list: string
  @Field() @MaxLength(40) name: string
  @Field({ description: 'Filter, order and columns, as the front end keeps them: a JSON object.' }) @MaxLength(3000) query: string
  @Field(() => QuerySharing, { nullable: true, description: 'Sharing needs query.share.' }) sharing?: QuerySharing | null
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(64) clientKey?: string | null
}

/** Kept questions, as the schema names them. */
@Resolver(() => SavedQuery)
export class SavedQueryResolver {
  @Allow(SIGNED_IN)
  @Query(() => [SavedQuery], { description: 'The questions to a list that you keep, and those shared with your division or role.' })
  savedQueries(@Ctx() ctx: Context, @Arg('list', () => String) list: string): Promise<SavedQuery[]> {
    return usableQueries(ctx, list)
  }

  @Allow(SIGNED_IN)
  @Mutation(() => SavedQuery, { description: 'Keeps a question to a list under a name. Refuses with INVALID, FORBIDDEN, OVER_CAPACITY, IDEMPOTENCY_KEY_REUSED.' })
  saveQuery(@Ctx() ctx: Context, @Arg('input', () => SavedQueryInput) input: SavedQueryInput): Promise<SavedQuery> {
    return saveQuery(ctx, input)
  }

  @Allow(SIGNED_IN)
  @Mutation(() => SavedQuery, { description: 'Renames, changes or shares a question of your own, or makes it what the list opens with. Refuses with NOT_FOUND, STALE, INVALID, FORBIDDEN.' })
  updateSavedQuery(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => SavedQueryChange) input: SavedQueryChange): Promise<SavedQuery> {
    return updateSavedQuery(ctx, id, version, input)
  }

  @Allow(SIGNED_IN)
  @Mutation(() => SavedQuery, { description: 'Puts a question of your own away. Refuses with NOT_FOUND, STALE.' })
  archiveSavedQuery(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number): Promise<SavedQuery> {
    return archiveSavedQuery(ctx, id, version)
  }

  @FieldResolver(() => String, { description: 'Filter, order and columns, as the front end keeps them.' })
  async query(@Root() saved: SavedQuery, @Ctx() ctx: Context): Promise<string> {
    // A row read for showing is without its ciphertext.
    return saved.asked ?? (await ctx.store.hold(SavedQuery, saved.id)).asked
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is your own.' })
  mine(@Root() saved: SavedQuery, @Ctx() { actor }: Context): boolean {
    return saved.ownerId === actor.id
  }
}
