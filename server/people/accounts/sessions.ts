import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { Allow, SIGNED_IN } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { NotFound } from '../../kernel/errors'
import { DateTime } from '../../kernel/scalars'
import { Account } from './Account'
import { forgetSessions, SESSION } from './identify'
import { Session } from './Session'

/** A sign-in that has not ended, as its owner and the administrator see it. */
@ObjectType({ description: 'A sign-in that has not ended.' })
class SessionView {
  @Field(() => ID) id: string
  @Field(() => DateTime) openedAt: Date
  @Field(() => DateTime) lastSeenAt: Date
  @Field(() => DateTime) expiresAt: Date
  @Field(() => String, { nullable: true }) ip: string | null
  @Field(() => String, { nullable: true }) userAgent: string | null
  @Field(() => Boolean, { description: 'Whether it is the one that asks.' }) current: boolean
}

/** One's own account, or any for whoever keeps the accounts; to others it is as if it were not there. */
async function mustBeOwnOrKept(ctx: Context, accountId: string): Promise<Account> {
  if (accountId !== ctx.actor.id && !ctx.actor.may('account.write')) throw new NotFound()
  return ctx.store.beyondReach.get(Account, accountId)
}

@Resolver()
export class SessionResolver {
  @Allow(SIGNED_IN)
  @Query(() => [SessionView], { description: 'Where an account is signed in now: one’s own, or any for whoever keeps the accounts.' })
  async sessions(@Ctx() ctx: Context, @Arg('accountId', () => ID) accountId: string): Promise<SessionView[]> {
    const account = await mustBeOwnOrKept(ctx, accountId)
    const idle = new Date(ctx.now.getTime() - SESSION.idle * 60_000)
    const rows = await ctx.store.beyondReach
      .query(Session)
      .where('it.accountId = ? AND it.stamp = ? AND it.endedAt IS NULL AND it.expiresAt > ? AND it.lastSeenAt > ?', account.id, account.stamp, ctx.now, idle)
      .orderBy('it.id DESC').limit(100).rows()
    return rows.map(row => ({ id: row.id, openedAt: row.createdAt, lastSeenAt: row.lastSeenAt, expiresAt: row.expiresAt, ip: row.ip, userAgent: row.userAgent, current: row.id === ctx.origin.sessionId }))
  }

  @Allow(SIGNED_IN)
  @Mutation(() => Boolean, { description: 'Ends one sign-in. Refuses with NOT_FOUND.' })
  async endSession(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<boolean> {
    const session = await ctx.store.beyondReach.hold(Session, id)
    await mustBeOwnOrKept(ctx, session.accountId)
    session.endedAt ??= ctx.now
    await ctx.store.beyondReach.save(session)
    forgetSessions()
    return true
  }
}
