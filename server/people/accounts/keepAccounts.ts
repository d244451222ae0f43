import { knownRoles } from '../../kernel/access'
import type { Context } from '../../kernel/context'
import { Invalid, Refused, WrongState } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { mustBeRegion } from '../../bureau/regions/regionOf'
import { Employer, EmployerState } from '../employers/Employer'
import { Team } from '../teams/Team'
import { Volunteer } from '../volunteers/Volunteer'
import { Account, AccountState } from './Account'
import { ADMINISTRATOR } from './bureauRoles'
import { oneTimePassword } from './givePassword'
import { forgetSessions } from './identify'
import { hashPassword } from './password'
import { Tries } from './tries'

/** What an account is bound to: its role, and where, to which team, which volunteer, which employer. */
export interface Binding {
  displayName: string
  role: string
  regionCode: string | null
  teamId: string | null
  volunteerId: string | null
  personId: string | null
  employerId: string | null
}

export const USERNAME = /^[a-z][a-z0-9._-]{2,39}$/

/** Refuses a role that is none, and one without what its reach is bound to. A volunteer's person comes with the volunteer. */
async function bound(ctx: Context, binding: Binding): Promise<Binding> {
  const { role, regionCode, teamId, volunteerId, employerId } = binding
  const reach = knownRoles()[role]?.reach
  const byEmployer = knownRoles()[role]?.boundTo === 'employer'
  if (!reach || reach === 'public') throw new Invalid({ role: say('没有这个角色。', 'There is no such role.') })
  if (reach === 'region' && !regionCode) throw new Invalid({ regionCode: say('这个角色必须选择管辖地区。', 'This role needs a division.') })
  if (reach === 'team' && !teamId) throw new Invalid({ teamId: say('这个角色必须选择服务队。', 'This role needs a team.') })
  if (byEmployer !== (employerId !== null)) throw new Invalid({ employerId: byEmployer ? say('这个角色必须选择用人单位。', 'This role needs an employer.') : say('只有用人单位联系人绑定用人单位。', 'Only an employer’s contact is bound to an employer.') })
  if (reach === 'self' && !byEmployer && !volunteerId) throw new Invalid({ volunteerId: say('这个角色必须选择志愿者。', 'This role needs a volunteer.') })
  if (regionCode) await mustBeRegion(ctx, regionCode)
  if (teamId && !(await ctx.store.query(Team).where('it.id = ?', teamId).exists())) throw new Invalid({ teamId: say('没有这支服务队。', 'There is no such team.') })
  if (employerId && !(await ctx.store.query(Employer).where('it.id = ? AND it.state = ?', employerId, EmployerState.ACTIVE).exists())) throw new Invalid({ employerId: say('没有这个用人单位，或已注销。', 'There is no such employer, or it is closed.') })
  if (!volunteerId) return binding
  const volunteer = await ctx.store.query(Volunteer).where('it.id = ?', volunteerId).first()
  if (!volunteer) throw new Invalid({ volunteerId: say('没有这名志愿者。', 'There is no such volunteer.') })
  return { ...binding, personId: volunteer.personId }
}

/** Makes an account, with a password for once. */
export async function createAccount(ctx: Context, username: string, binding: Binding): Promise<{ account: Account; password: string }> {
  const name = username.trim().toLowerCase()
  if (!USERNAME.test(name)) throw new Invalid({ username: say('用户名为 3–40 位小写字母、数字或 . _ -，以字母开头。', '3 to 40 small letters, digits or . _ -, beginning with a letter.') })
  const values = await bound(ctx, binding)
  const password = oneTimePassword()
  const account = Account.of({
    ...values, username: name, state: AccountState.ACTIVE, passwordHash: await hashPassword(password), formerPasswords: null, passwordChangedAt: ctx.now, mustChangePassword: true,
    lockedUntil: null, lastSignInAt: null, stamp: 1, totpConfirmed: false, totpStep: null,
  })
  return { account: await ctx.store.save(account, { action: 'CREATE' }), password }
}

/** Changes an account's role or reach; what is not given stays. Its sessions end. */
export async function updateAccount(ctx: Context, id: string, version: number, given: Partial<Binding>): Promise<Account> {
  if (id === ctx.actor.id) throw new Refused('SELF_APPROVAL', say('不能修改自己的角色和管辖范围。', 'Nobody changes their own role or reach.'))
  if (given.role !== undefined && given.role !== ADMINISTRATOR) await mustNotBeLast(ctx, id)
  const account = await ctx.store.hold(Account, id, version)
  const { displayName, role, regionCode, teamId, volunteerId, personId, employerId } = { ...account, ...given }
  Object.assign(account, await bound(ctx, { displayName, role, regionCode, teamId, volunteerId, personId, employerId }), { stamp: account.stamp + 1 })
  forgetSessions()
  return ctx.store.save(account)
}

/** Disables an account or lets it be used again. Its sessions end. */
export async function setAccountState(ctx: Context, id: string, version: number, state: AccountState, note: string | null): Promise<Account> {
  if (id === ctx.actor.id) throw new Refused('SELF_APPROVAL', say('不能停用自己的账号。', 'Nobody disables their own account.'))
  if (state === AccountState.DISABLED) await mustNotBeLast(ctx, id)
  const account = await ctx.store.hold(Account, id, version)
  if (account.state === state) throw new WrongState(account.state, [])
  Object.assign(account, { state, stamp: account.stamp + 1, lockedUntil: null })
  await (await Tries.hold(ctx, account.username)).forget()
  forgetSessions()
  return ctx.store.save(account, { action: state === AccountState.ACTIVE ? 'ENABLE' : 'DISABLE', note })
}

/** Takes a lost second factor away, so that its owner sets up another. Their sessions end. */
export async function resetTotp(ctx: Context, id: string, version: number, note: string): Promise<Account> {
  if (id === ctx.actor.id) throw new Refused('SELF_APPROVAL', say('不能取消自己的动态码。', 'Nobody takes away their own second factor.'))
  const account = await ctx.store.hold(Account, id, version)
  if (!account.totpConfirmed) throw new WrongState(account.state, [])
  Object.assign(account, { totpConfirmed: false, totpStep: null, totpSecret: null, stamp: account.stamp + 1 })
  forgetSessions()
  return ctx.store.save(account, { action: 'RESET_TOTP', note })
}

/** Holds every active administrator, so that two cannot be taken away at once, and refuses to leave none. */
async function mustNotBeLast(ctx: Context, id: string): Promise<void> {
  const administrators = await ctx.store.beyondReach.holdAll(Account, 'it.role = ? AND it.state = ? ORDER BY it.id', ADMINISTRATOR, AccountState.ACTIVE)
  if (administrators.length === 1 && administrators[0]!.id === id) throw new Refused('LAST_ADMINISTRATOR', say('这是最后一名管理员，不能停用或更换角色。', 'The last administrator cannot be taken away.'))
}
