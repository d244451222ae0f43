import type { Context } from '../../kernel/context'
import { Refusal } from '../../kernel/errors'
import { isAscii, say } from '../../kernel/text'
import { Account, AccountState } from './Account'
import { newToken, SESSION } from './identify'
import { isPassword, PASSWORD_DAYS, spendACheck } from './password'
import { Session } from './Session'
import { acceptsCode } from './totp'

/** How many wrong tries in a row lock an account, and for how many minutes. */
const TRIES = 5
const LOCK_MINUTES = 15

/** A failed try: it is remembered, though the act is refused. */
export class FailedTry extends Refusal {
  readonly keeps = true
  constructor(
    readonly code: 'BAD_CREDENTIALS' | 'LOCKED' | 'TOTP_REQUIRED',
    details: Record<string, unknown> = {},
  ) {
    super(FailedTry.texts[code], details)
  }

  private static readonly texts = {
    BAD_CREDENTIALS: say('用户名、密码或动态码不正确。', 'The user name, the password or the code is wrong.'),
    LOCKED: say(`密码多次错误，账号已锁定，请 ${LOCK_MINUTES} 分钟后再试。`, `Too many wrong tries: the account is locked for ${LOCK_MINUTES} minutes.`),
    TOTP_REQUIRED: say('请输入动态码。', 'Enter the code of your second factor.'),
  }
}

export interface SignedIn {
  token: string
  expiresAt: Date
  account: Account
}

/** Somebody says who they are and proves it. Tries are counted on the held row, so that parallel ones do not multiply. */
export async function signIn(ctx: Context, username: string, password: string, code: string | null): Promise<SignedIn> {
  const store = ctx.store.beyondReach
  const name = username.trim().toLowerCase()
  const [account] = isAscii(name) ? await store.holdAll(Account, 'it.username = ?', name) : []
  if (!account) {
    await spendACheck(password)
    store.remark('Account', 'UNKNOWN', null, { action: 'FAILED' })
    throw new FailedTry('BAD_CREDENTIALS')
  }
  if (account.lockedUntil && account.lockedUntil > ctx.now) {
    store.remark('Account', account.id, null, { action: 'LOCKED' })
    throw new FailedTry('LOCKED', { until: account.lockedUntil.toISOString() })
  }
  if (!(await isPassword(password, account.passwordHash)) || account.state !== AccountState.ACTIVE) return fail(ctx, account)
  if (account.totpConfirmed) {
    if (!code) {
      store.remark('Account', account.id, null, { action: 'CODE_ASKED' })
      throw new FailedTry('TOTP_REQUIRED')
    }
    const step = acceptsCode(account, code, ctx.now)
    if (step === null) return fail(ctx, account)
    account.totpStep = step
  }
  account.failures = 0
  account.lockedUntil = null
  account.lastSignInAt = ctx.now
  if (ctx.now.getTime() - account.passwordChangedAt.getTime() > PASSWORD_DAYS * 86_400_000) account.mustChangePassword = true
  await store.save(account, { action: 'SIGNED_IN' })

  const { token, tokenHash } = newToken()
  const expiresAt = new Date(ctx.now.getTime() + SESSION.absolute * 60_000)
  await store.save(Session.of({ tokenHash, accountId: account.id, stamp: account.stamp, lastSeenAt: ctx.now, expiresAt, endedAt: null, ip: ctx.origin.ip, userAgent: ctx.origin.userAgent ?? null }))
  // From here on it is known who it was.
  for (const entry of ctx.store.entries) Object.assign(entry, { actorId: account.id, actorName: account.displayName, role: account.role })
  ctx.answerHeaders['set-cookie'] = cookie(ctx, token, SESSION.absolute * 60)
  return { token, expiresAt, account }
}

async function fail(ctx: Context, account: Account): Promise<never> {
  await countFailure(ctx, account)
  throw account.lockedUntil && account.lockedUntil > ctx.now ? new FailedTry('LOCKED', { until: account.lockedUntil.toISOString() }) : new FailedTry('BAD_CREDENTIALS')
}

/** Counts a wrong try on the held account; the fifth in a row locks it. */
export async function countFailure(ctx: Context, account: Account): Promise<void> {
  account.failures += 1
  if (account.failures >= TRIES) {
    account.failures = 0
    account.lockedUntil = new Date(ctx.now.getTime() + LOCK_MINUTES * 60_000)
  }
  await ctx.store.beyondReach.save(account, { action: 'FAILED' })
}

/** The session's cookie: out of scripts' reach, never sent along by other sites. */
export function cookie(ctx: Context, token: string, seconds: number): string {
  const { secure } = ctx.origin
  return `${secure ? '__Host-' : ''}laobing=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure ? '; Secure' : ''}`
}
