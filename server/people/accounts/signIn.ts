import type { Context } from '../../kernel/context'
import { isAscii } from '../../kernel/text'
import { Account, AccountState } from './Account'
import { newToken, SESSION } from './identify'
import { decoyHash, isPassword, PASSWORD_DAYS } from './password'
import { Session } from './Session'
import { acceptsCode } from './totp'
import { FailedTry, Tries } from './tries'

/** Stands in the trail for whoever has no account; what was typed may be a password and is not kept. */
const UNKNOWN = 'UNKNOWN'

export interface SignedIn {
  token: string
  expiresAt: Date
  account: Account
}

/** Somebody says who they are and proves it. A name that nobody has is answered, timed, counted and locked like any other. */
export async function signIn(ctx: Context, username: string, password: string, code: string | null): Promise<SignedIn> {
  const store = ctx.store.beyondReach
  const name = username.trim().toLowerCase()
  const tries = await Tries.hold(ctx, name)
  const [account] = isAscii(name) ? await store.holdAll(Account, 'it.username = ?', name) : []
  await tries.mustBeOpen(account?.id ?? UNKNOWN)
  const isRight = await isPassword(password, account?.passwordHash ?? (await decoyHash()))
  if (!account || !isRight || account.state !== AccountState.ACTIVE) return fail(ctx, tries, account)
  if (account.totpConfirmed) {
    if (!code) {
      store.remark('Account', account.id, null, { action: 'CODE_ASKED' })
      throw new FailedTry('TOTP_REQUIRED')
    }
    const step = acceptsCode(account, code, ctx.now)
    if (step === null) return fail(ctx, tries, account)
    account.totpStep = step
  }
  await tries.forget()
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

async function fail(ctx: Context, tries: Tries, account: Account | undefined): Promise<never> {
  await tries.fail()
  if (account) await rememberFailure(ctx, tries, account)
  else if (tries.isFirst) ctx.store.remark('Account', UNKNOWN, null, { action: 'FAILED' })
  throw tries.lockedUntil ? new FailedTry('LOCKED', { until: tries.lockedUntil.toISOString() }) : new FailedTry('BAD_CREDENTIALS')
}

/** Puts a wrong try of a held account into the trail, and on the account until when it is locked. */
export async function rememberFailure(ctx: Context, tries: Tries, account: Account): Promise<void> {
  if (!tries.lockedUntil) return ctx.store.remark('Account', account.id, null, { action: 'FAILED' })
  account.lockedUntil = tries.lockedUntil
  await ctx.store.beyondReach.save(account, { action: 'FAILED' })
}

/** The session's cookie: out of scripts' reach, never sent along by other sites. */
export function cookie(ctx: Context, token: string, seconds: number): string {
  const { secure } = ctx.origin
  return `${secure ? '__Host-' : ''}laobing=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure ? '; Secure' : ''}`
}
