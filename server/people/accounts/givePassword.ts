import { randomBytes } from 'node:crypto'
import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { Account } from './Account'
import { isBureauRole } from './bureauRoles'
import { forgetSessions } from './identify'
import { FORMER, hashPassword, isPassword, weaknessOf } from './password'
import { rememberFailure } from './signIn'
import { Tries } from './tries'

/** A password for once: shown to whoever made it, changed at the first sign-in. */
export const oneTimePassword = (): string => `${randomBytes(9).toString('base64url')}-9aA`

/** A wrong present password counts as a wrong try to sign in. */
class WrongPassword extends Invalid {
  readonly keeps = true
  constructor() {
    super({ current: say('原密码不正确。', 'The present password is wrong.') })
  }
}

/** Gives an account a password for once, and opens it where it was locked; its sessions end. */
export async function resetPassword(ctx: Context, id: string, version: number): Promise<{ account: Account; password: string }> {
  const account = await ctx.store.hold(Account, id, version)
  const password = oneTimePassword()
  await give(ctx, account, password)
  await (await Tries.hold(ctx, account.username)).forget()
  Object.assign(account, { mustChangePassword: true, lockedUntil: null })
  return { account: await ctx.store.save(account, { action: 'RESET_PASSWORD' }), password }
}

/** Somebody changes their own password; every session is over, and they sign in anew. */
export async function changePassword(ctx: Context, current: string, next: string): Promise<void> {
  const store = ctx.store.beyondReach
  const { username } = await store.get(Account, ctx.actor.id)
  const tries = await Tries.hold(ctx, username)
  const account = await store.hold(Account, ctx.actor.id)
  await tries.mustBeOpen(account.id)
  if (!(await isPassword(current, account.passwordHash))) {
    await tries.fail()
    await rememberFailure(ctx, tries, account)
    throw new WrongPassword()
  }
  const weakness = await weaknessOf(next, account.username, isBureauRole(account.role))
  if (weakness) throw new Invalid({ next: weakness })
  for (const former of [account.passwordHash, ...formerOf(account)].slice(0, FORMER)) {
    if (await isPassword(next, former)) throw new Invalid({ next: say(`不能使用最近 ${FORMER} 次用过的密码。`, `Not one of the last ${FORMER} passwords.`) })
  }
  await give(ctx, account, next)
  await tries.forget()
  account.mustChangePassword = false
  await store.save(account, { action: 'CHANGE_PASSWORD' })
}

const formerOf = (account: Account): string[] => account.formerPasswords?.split('\n') ?? []

async function give(ctx: Context, account: Account, password: string): Promise<void> {
  account.formerPasswords = [account.passwordHash, ...formerOf(account)].slice(0, FORMER).join('\n')
  account.passwordHash = await hashPassword(password)
  account.passwordChangedAt = ctx.now
  account.stamp += 1
  forgetSessions()
}
