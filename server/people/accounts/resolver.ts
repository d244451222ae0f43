import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql'
import { Allow, ANYONE, SIGNED_IN } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { historyOf } from '../../kernel/history'
import { IsNotEmpty, MaxLength } from '../../kernel/inputRules'
import { listOf, Order, Page, search } from '../../kernel/lists'
import { DateTime, RegionCode } from '../../kernel/scalars'
import { isAscii, say } from '../../kernel/text'
import { clientOf, Paced } from '../../kernel/throttle'
import { Region } from '../../bureau/regions/Region'
import { regionOf } from '../../bureau/regions/regionOf'
import { setting } from '../../bureau/settings/defineSetting'
import { Account, AccountState } from './Account'
import { draftKey } from './draftKey'
import { forgetSessions } from './identify'
import { changePassword, resetPassword } from './givePassword'
import { type Binding, createAccount, resetTotp, setAccountState, updateAccount } from './keepAccounts'
import { addressMinutes, addressTries } from './numbers'
import { Session } from './Session'
import { cookie, signIn } from './signIn'
import { acceptsCode, newSecret } from './totp'
import { FailedTry } from './tries'
import { Follows } from '../../kernel/follows'

const AccountList = listOf(Account)

@InputType()
class SignInInput {
  @Field() @MaxLength(60) username: string
  @Field() @MaxLength(200) password: string
  @Field(() => String, { nullable: true, description: 'Of the second factor, where there is one.' }) @MaxLength(10) code?: string | null
}

@ObjectType('Session')
class OpenSession {
  @Field({ description: 'For `Authorization: Bearer`; the console has it as a cookie.' }) token: string
  @Field(() => DateTime) expiresAt: Date
  @Field(() => Account) account: Account
}

@ObjectType()
class ActorReach {
  @Field({ description: 'banner, region, team, assigned, self or public.' }) kind: string
  @Field(() => String, { nullable: true }) regionCode?: string | null
  @Field(() => ID, { nullable: true }) teamId?: string | null
  @Field(() => ID, { nullable: true }) volunteerId?: string | null
  @Field(() => ID, { nullable: true }) employerId?: string | null
}

@ObjectType({ description: 'Whoever has signed in, what they may do and how far they see.' })
class Me {
  @Field(() => Account) account: Account
  @Field(() => [String]) permissions: string[]
  @Field(() => ActorReach) reach: ActorReach
  @Field(() => Region, { nullable: true }) region: Region | null
  @Field(() => Boolean) mustChangePassword: boolean
  @Field(() => Boolean, { description: 'Whether a second factor must be set up before anything else.' }) mustEnrolTotp: boolean
  @Field({ description: 'What a front end may seal one’s unfinished forms with; it changes with the password, the role and the reach.' }) draftKey: string
}

@ObjectType({ description: 'A secret for an authenticator app, shown once.' })
class TotpEnrolment {
  @Field() secret: string
  @Field() uri: string
}

@ObjectType({ description: 'An account with a password that is shown once and must be changed.' })
class AccountWithPassword {
  @Field(() => Account) account: Account
  @Field() password: string
}

@InputType()
class AccountFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => String, { nullable: true, description: 'Part of the user name or the name shown.' }) @MaxLength(60) q?: string | null
  @Field(() => [String], { nullable: true }) role?: string[] | null
  @Field(() => [AccountState], { nullable: true }) state?: AccountState[] | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
}

enum AccountSortField {
  USERNAME = 'USERNAME',
  LAST_SIGN_IN_AT = 'LAST_SIGN_IN_AT',
}
registerEnumType(AccountSortField, { name: 'AccountSortField' })

@InputType()
class AccountSort {
  @Field(() => AccountSortField) field: AccountSortField
  @Field(() => Order) order: Order
}

@InputType()
class AccountInput {
  @Field(() => String, { nullable: true, description: 'Only when the account is made.' }) @MaxLength(40) username?: string | null
  @Field() @IsNotEmpty() @MaxLength(60) displayName: string
  @Field() @MaxLength(30) role: string
  @Field(() => RegionCode, { nullable: true }) regionCode?: string | null
  @Field(() => ID, { nullable: true }) teamId?: string | null
  @Field(() => ID, { nullable: true }) volunteerId?: string | null
  @Field(() => ID, { nullable: true }) personId?: string | null
  @Field(() => ID, { nullable: true }) employerId?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(64) clientKey?: string | null
}

@Resolver(() => Account)
export class AccountResolver {
  @Allow(ANYONE)
  @Paced({
    by: ctx => clientOf(ctx.origin.ip),
    limit: async ctx => ({ tries: await setting(ctx, addressTries), minutes: await setting(ctx, addressMinutes) }),
    counts: error => error instanceof FailedTry && error.code !== 'TOTP_REQUIRED',
  })
  @Mutation(() => OpenSession, { description: 'Opens a session. Five wrong tries lock the name for 15 minutes, whether anybody has it or not; many from one address must wait. Refuses with BAD_CREDENTIALS, LOCKED, TOTP_REQUIRED, LIMITED.' })
  signIn(@Ctx() ctx: Context, @Arg('input', () => SignInInput) input: SignInInput): Promise<OpenSession> {
    return signIn(ctx, input.username, input.password, input.code ?? null)
  }

  @Allow(SIGNED_IN)
  @Mutation(() => Boolean, { description: 'Ends this session. Refuses with UNAUTHENTICATED.' })
  async signOut(@Ctx() ctx: Context): Promise<boolean> {
    const { sessionId } = ctx.origin
    if (sessionId) {
      const session = await ctx.store.beyondReach.hold(Session, sessionId)
      session.endedAt = ctx.now
      await ctx.store.beyondReach.save(session)
    }
    forgetSessions()
    ctx.answerHeaders['set-cookie'] = cookie(ctx, '', 0)
    return true
  }

  @Allow(SIGNED_IN)
  @Query(() => Me)
  async me(@Ctx() ctx: Context): Promise<Me> {
    const account = await ctx.store.beyondReach.get(Account, ctx.actor.id)
    return {
      account,
      permissions: [...ctx.actor.permissions].sort(),
      reach: ctx.actor.reach,
      region: account.regionCode ? await regionOf(ctx, account.regionCode) : null,
      mustChangePassword: ctx.actor.barred === 'PASSWORD_CHANGE_REQUIRED',
      mustEnrolTotp: ctx.actor.barred === 'TOTP_REQUIRED',
      draftKey: draftKey(account),
    }
  }

  @Allow(SIGNED_IN)
  @Mutation(() => Boolean, { description: 'Changes one’s own password; every session ends. A wrong present one counts as a wrong try. Refuses with INVALID, LOCKED.' })
  async changePassword(@Ctx() ctx: Context, @Arg('current', () => String) current: string, @Arg('next', () => String) next: string): Promise<boolean> {
    await changePassword(ctx, current, next)
    return true
  }

  @Allow(SIGNED_IN)
  @Mutation(() => TotpEnrolment, { description: 'Begins a second factor; it holds once confirmed. Refuses with INVALID where one is in use.' })
  async enrolTotp(@Ctx() ctx: Context): Promise<TotpEnrolment> {
    const account = await ctx.store.beyondReach.hold(Account, ctx.actor.id)
    if (account.totpConfirmed) throw new Invalid({ code: say('已启用动态码。', 'A second factor is in use already.') })
    const enrolment = newSecret(account.username)
    account.totpSecret = enrolment.secret
    await ctx.store.beyondReach.save(account, { action: 'ENROL_TOTP' })
    return enrolment
  }

  @Allow(SIGNED_IN)
  @Mutation(() => Boolean, { description: 'Confirms the second factor with a code of it. Refuses with INVALID.' })
  async confirmTotp(@Ctx() ctx: Context, @Arg('code', () => String) code: string): Promise<boolean> {
    const account = await ctx.store.beyondReach.hold(Account, ctx.actor.id)
    const step = acceptsCode(account, code, ctx.now)
    if (step === null) throw new Invalid({ code: say('动态码不正确。', 'The code is wrong.') })
    account.totpConfirmed = true
    account.totpStep = step
    await ctx.store.beyondReach.save(account, { action: 'CONFIRM_TOTP' })
    forgetSessions()
    return true
  }

  @Allow('account.read')
  @Query(() => AccountList)
  accounts(@Ctx() ctx: Context, @Arg('filter', () => AccountFilter, { defaultValue: {} }) filter: AccountFilter, @Arg('sort', () => AccountSort, { nullable: true }) sort: AccountSort | null, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    const rules = {
      q: (rows: { where(sql: string, ...values: string[]): unknown }, q: string) => {
        const like = `%${q.replace(/[%_\\]/g, '\\$&')}%`
        return isAscii(q) ? rows.where('(it.username LIKE ? OR it.displayName LIKE ?)', like.toLowerCase(), like) : rows.where('it.displayName LIKE ?', like)
      },
    }
    return new AccountList(search(ctx, Account, { filter, sort: sort ?? { field: 'USERNAME', order: Order.ASC }, rules: rules as never }), page)
  }

  @Allow('account.read')
  @Query(() => Account, { nullable: true })
  account(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return ctx.store.get(Account, id)
  }

  @Allow('account.write')
  @Mutation(() => AccountWithPassword, { description: 'Makes an account with a password for once. Refuses with INVALID, DUPLICATE.' })
  async createAccount(@Ctx() ctx: Context, @Arg('input', () => AccountInput) input: AccountInput): Promise<AccountWithPassword> {
    const { displayName, role, regionCode = null, teamId = null, volunteerId = null, personId = null, employerId = null } = input
    return createAccount(ctx, input.username ?? '', { displayName, role, regionCode, teamId, volunteerId, personId, employerId })
  }

  @Allow('account.write')
  @Mutation(() => Account, { description: 'Changes role and reach; the account’s sessions end. Refuses with INVALID, NOT_FOUND, STALE, SELF_APPROVAL, LAST_ADMINISTRATOR.' })
  async updateAccount(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => AccountInput) input: AccountInput): Promise<Account> {
    const { clientKey: _, username: __, ...rest } = input
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Partial<Binding>
    return updateAccount(ctx, id, version, given)
  }

  @Allow('account.write')
  @Mutation(() => Account, { description: 'Disables an account; its sessions end. Refuses with INVALID, NOT_FOUND, STALE, WRONG_STATE, SELF_APPROVAL, LAST_ADMINISTRATOR.' })
  disableAccount(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('reason', () => String) reason: string): Promise<Account> {
    if (!reason.trim() || reason.length > 200) throw new Invalid({ reason: say('请写明原因，不超过 200 字。', 'Say why, in at most 200 characters.') })
    return setAccountState(ctx, id, version, AccountState.DISABLED, reason)
  }

  @Allow('account.write')
  @Mutation(() => Account, { description: 'Lets a disabled account be used again. Refuses with NOT_FOUND, STALE, WRONG_STATE.' })
  enableAccount(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number): Promise<Account> {
    return setAccountState(ctx, id, version, AccountState.ACTIVE, null)
  }

  @Allow('account.write')
  @Mutation(() => AccountWithPassword, { description: 'Gives a password for once; the account’s sessions end. Refuses with NOT_FOUND, STALE.' })
  resetPassword(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number): Promise<AccountWithPassword> {
    return resetPassword(ctx, id, version)
  }

  @Allow('account.write')
  @Mutation(() => Account, { description: 'Takes a lost second factor away; its owner sets up another. Refuses with INVALID, NOT_FOUND, STALE, WRONG_STATE, SELF_APPROVAL.' })
  resetTotp(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('reason', () => String) reason: string): Promise<Account> {
    if (!reason.trim() || reason.length > 200) throw new Invalid({ reason: say('请写明原因，不超过 200 字。', 'Say why, in at most 200 characters.') })
    return resetTotp(ctx, id, version, reason)
  }

  @Follows(() => Region, 'regionCode', { nullable: true })
  region: Region | null
}

export const AccountHistory = historyOf(Account)
