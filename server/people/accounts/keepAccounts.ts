import { randomBytes } from 'node:crypto'
import { knownRoles } from '../../kernel/access'
import type { Context } from '../../kernel/context'
import { Forbidden, Invalid, Refused, WrongState } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { Account, AccountState } from './Account'
import { forgetSessions } from './identify'
import { FORMER, hashPassword, isPassword, weaknessOf } from './password'

const ADMINISTRATOR = 'bureauAdministrator'
const BUREAU = /^(bureau|auditor)/

/** What an account is bound to: where, to which team, to which volunteer. */
export interface Binding {
  displayName: string
  role: string
  regionCode?: string | null
  teamId?: string | null
  volunteerId?: string | null
  personId?: string | null
}

function mustBeBound({ role, regionCode, teamId, volunteerId }: Binding): void {
  const reach = knownRoles()[role]?.reach
  if (!reach || reach === 'public') throw new Invalid({ role: say('没有这个角色。', 'There is no such role.') })
  if (reach === 'region' && !regionCode) throw new Invalid({ regionCode: say('这个角色必须选择管辖地区。', 'This role needs a division.') })
  if (reach === 'team' && !teamId) throw new Invalid({ teamId: say('这个角色必须选择服务队。', 'This role needs a team.') })
  if (reach === 'self' && !volunteerId) throw new Invalid({ volunteerId: say('这个角色必须选择志愿者。', 'This role needs a volunteer.') })
}

/** A password for once: shown to whoever made it, changed at the first sign-in. */
const oneTime = (): string => `${randomBytes(9).toString('base64url')}-9aA`

export async function createAccount(ctx: Context, username: string, binding: Binding): Promise<{ account: Account; password: string }> {
  const name = username.trim().toLowerCase()
  if (!/^[a-z][a-z0-9._-]{2,39}$/.test(name)) throw new Invalid({ username: say('用户名为 3–40 位小写字母、数字或 . _ -，以字母开头。', '3 to 40 small letters, digits or . _ -, beginning with a letter.') })
  mustBeBound(binding)
  const password = oneTime()
  const account = Account.of({
    username: name, displayName: binding.displayName, role: binding.role, state: AccountState.ACTIVE, regionCode: binding.regionCode ?? null, teamId: binding.teamId ?? null, volunteerId: binding.volunteerId ?? null, personId: binding.personId ?? null,
    passwordHash: await hashPassword(password), formerPasswords: null, passwordChangedAt: ctx.now, mustChangePassword: true, failures: 0, lockedUntil: null, lastSignInAt: null, stamp: 1, totpConfirmed: false, totpStep: null,
  })
  return { account: await ctx.store.save(account, { action: 'CREATE' }), password }
}

export async function updateAccount(ctx: Context, id: string, version: number, binding: Binding): Promise<Account> {
  mustBeBound(binding)
  if (id === ctx.actor.id) throw new Refused('SELF_APPROVAL', say('不能修改自己的角色和管辖范围。', 'Nobody changes their own role or reach.'))
  if (binding.role !== ADMINISTRATOR) await mustNotBeLast(ctx, id)
  const account = await ctx.store.hold(Account, id, version)
  Object.assign(account, { displayName: binding.displayName, role: binding.role, regionCode: binding.regionCode ?? null, teamId: binding.teamId ?? null, volunteerId: binding.volunteerId ?? null, personId: binding.personId ?? null, stamp: account.stamp + 1 })
  forgetSessions()
  return ctx.store.save(account)
}

export async function setAccountState(ctx: Context, id: string, version: number, state: AccountState, note: string): Promise<Account> {
  if (id === ctx.actor.id) throw new Refused('SELF_APPROVAL', say('不能停用自己的账号。', 'Nobody disables their own account.'))
  if (state === AccountState.DISABLED) await mustNotBeLast(ctx, id)
  const account = await ctx.store.hold(Account, id, version)
  if (account.state === state) throw new WrongState(account.state, [])
  Object.assign(account, { state, stamp: account.stamp + 1, failures: 0, lockedUntil: null })
  forgetSessions()
  return ctx.store.save(account, { action: state === AccountState.ACTIVE ? 'ENABLE' : 'DISABLE', note })
}

export async function resetPassword(ctx: Context, id: string, version: number): Promise<{ account: Account; password: string }> {
  const account = await ctx.store.hold(Account, id, version)
  const password = oneTime()
  await give(ctx, account, password)
  account.mustChangePassword = true
  forgetSessions()
  return { account: await ctx.store.save(account, { action: 'RESET_PASSWORD' }), password }
}

/** Somebody changes their own password; every session but the new sign-in is over. */
export async function changePassword(ctx: Context, current: string, next: string): Promise<void> {
  const account = await ctx.store.beyondReach.hold(Account, ctx.actor.id)
  if (!(await isPassword(current, account.passwordHash))) throw new Invalid({ current: say('原密码不正确。', 'The present password is wrong.') })
  const weakness = weaknessOf(next, account.username, BUREAU.test(account.role))
  if (weakness) throw new Invalid({ next: weakness })
  for (const former of [account.passwordHash, ...(account.formerPasswords?.split('\n') ?? [])].slice(0, FORMER)) {
    if (await isPassword(next, former)) throw new Invalid({ next: say(`不能使用最近 ${FORMER} 次用过的密码。`, `Not one of the last ${FORMER} passwords.`) })
  }
  await give(ctx, account, next)
  account.mustChangePassword = false
  await ctx.store.beyondReach.save(account, { action: 'CHANGE_PASSWORD' })
  forgetSessions()
}

async function give(ctx: Context, account: Account, password: string): Promise<void> {
  account.formerPasswords = [account.passwordHash, ...(account.formerPasswords?.split('\n') ?? [])].slice(0, FORMER).join('\n')
  account.passwordHash = await hashPassword(password)
  account.passwordChangedAt = ctx.now
  account.stamp += 1
}

/** Holds every active administrator, so that two cannot be taken away at once, and refuses to leave none. */
async function mustNotBeLast(ctx: Context, id: string): Promise<void> {
  if (!ctx.actor.may('account.write')) throw new Forbidden('account.write')
  const administrators = await ctx.store.beyondReach.holdAll(Account, 'it.role = ? AND it.state = ? ORDER BY it.id', ADMINISTRATOR, AccountState.ACTIVE)
  if (administrators.some(each => each.id === id) && administrators.length === 1) throw new Refused('LAST_ADMINISTRATOR', say('这是最后一名管理员，不能停用或更换角色。', 'The last administrator cannot be taken away.'))
}
