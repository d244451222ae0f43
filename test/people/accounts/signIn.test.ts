import { TOTP, Secret } from 'otpauth'
import { newId } from '../../../server/kernel/entity'
import { Account, AccountState } from '../../../server/people/accounts/Account'
import { forgetSessions } from '../../../server/people/accounts/identify'
import { hashPassword } from '../../../server/people/accounts/password'
import type { Role } from '../../../server/roles'
import { ask, person, put, setClock, stop } from '../../support/app'
import { asOwner } from '../../support/database'

afterAll(stop)
afterEach(() => setClock())

const PASSWORD = 'Right-horse-42'
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { token expiresAt account { id username role } } }'
const ME = '{ me { account { id username role } permissions reach { kind regionCode } mustChangePassword } }'
let hashed: Promise<string>

async function anAccount(role: Role = 'bureauOfficer', more: Partial<Account> = {}): Promise<Account> {
  hashed ??= hashPassword(PASSWORD)
  return put(Account.of({
    username: `a${newId().toLowerCase()}`, displayName: '测试', role, state: AccountState.ACTIVE, regionCode: null, teamId: null, volunteerId: null, personId: null, passwordHash: await hashed, formerPasswords: null,
    passwordChangedAt: new Date(), mustChangePassword: false, failures: 0, lockedUntil: null, lastSignInAt: null, stamp: 1, totpConfirmed: false, totpStep: null, ...more,
  }))
}
const enter = (username: string, password = PASSWORD, code?: string) => ask(SIGN_IN, { input: { username, password, code } })
const me = (token: string) => ask(ME, {}, token)

describe('signing in', () => {
  it('opens a session, by bearer and by cookie, and signing out ends it at once', async () => {
    const account = await anAccount()
    const { data, headers } = await enter(account.username.toUpperCase())
    expect(data.signIn.account).toEqual({ id: account.id, username: account.username, role: 'bureauOfficer' })
    expect(String(headers['set-cookie'])).toMatch(/^laobing=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict/)
    expect((await me(data.signIn.token)).data.me.account.id).toBe(account.id)
    const byCookie = await ask(ME, {}, undefined, { cookie: String(headers['set-cookie']).split(';')[0]! })
    expect(byCookie.data.me.account.id).toBe(account.id)
    expect((await ask('mutation { signOut }', {}, data.signIn.token)).data.signOut).toBe(true)
    expect((await me(data.signIn.token)).code).toBe('UNAUTHENTICATED')
  })

  it('answers an unknown name, a wrong password and a disabled account alike', async () => {
    const account = await anAccount()
    const disabled = await anAccount('bureauOfficer', { state: AccountState.DISABLED })
    const answers = [await enter('nobody-of-this-name'), await enter(account.username, 'wrong'), await enter(disabled.username)]
    expect(new Set(answers.map(answer => JSON.stringify([answer.code, answer.error?.message])))).toEqual(new Set([JSON.stringify(['BAD_CREDENTIALS', 'The user name, the password or the code is wrong.'])]))
  })

  it('locks after five wrong tries, also parallel ones, for fifteen minutes', async () => {
    const account = await anAccount()
    setClock('2026-11-20T08:00:00Z')
    const answers = await Promise.all(Array.from({ length: 9 }, () => enter(account.username, 'wrong')))
    expect(answers.filter(answer => answer.code === 'BAD_CREDENTIALS')).toHaveLength(4)
    expect(answers.filter(answer => answer.code === 'LOCKED')).toHaveLength(5)
    expect((await enter(account.username)).code).toBe('LOCKED')
    setClock('2026-11-20T08:14:00Z')
    expect((await enter(account.username)).code).toBe('LOCKED')
    setClock('2026-11-20T08:15:01Z')
    expect((await enter(account.username)).code).toBeUndefined()
  }, 30_000)

  it('leaves every try in the trail', async () => {
    const account = await anAccount()
    await enter(account.username, 'wrong')
    await enter(account.username)
    const lines = await asOwner("SELECT action FROM audit_entries WHERE entityId = ? AND act = 'signIn' ORDER BY id", [account.id])
    expect(lines.map(line => line.action)).toEqual(['FAILED', 'SIGNED_IN'])
  })

  it('ends when idle too long, and at its absolute end', async () => {
    const account = await anAccount()
    setClock('2026-11-20T00:00:00Z')
    const { data } = await enter(account.username)
    const at = async (time: string) => {
      forgetSessions()
      setClock(`2026-11-20T${time}Z`)
      return (await me(data.signIn.token)).code
    }
    expect(await at('00:25:00')).toBeUndefined()
    expect(await at('00:50:00')).toBeUndefined()
    expect(await at('01:21:00')).toBe('UNAUTHENTICATED')
    setClock('2026-11-20T00:00:00Z')
    const { data: again } = await enter(account.username)
    for (let minute = 20; minute < 12 * 60; minute += 20) {
      forgetSessions()
      setClock(new Date(Date.UTC(2026, 10, 20, 0, minute)).toISOString())
      expect((await me(again.signIn.token)).code).toBeUndefined()
    }
    forgetSessions()
    setClock('2026-11-20T12:00:01Z')
    expect((await me(again.signIn.token)).code).toBe('UNAUTHENTICATED')
  })
})

describe('a second factor', () => {
  it('is asked for once confirmed, and a code works once', async () => {
    const account = await anAccount()
    const { data } = await enter(account.username)
    const { data: enrolment } = await ask('mutation { enrolTotp { secret uri } }', {}, data.signIn.token)
    const totp = new TOTP({ secret: Secret.fromBase32(enrolment.enrolTotp.secret) })
    const start = Date.UTC(2026, 10, 20, 8)
    const codeAt = (seconds: number) => {
      setClock(new Date(start + seconds * 1000).toISOString())
      return totp.generate({ timestamp: start + seconds * 1000 })
    }
    setClock(new Date(start).toISOString())
    const opened = (await enter(account.username)).data.signIn.token
    expect((await ask('mutation ($code: String!) { confirmTotp(code: $code) }', { code: '000000' }, opened)).code).toBe('INVALID')
    expect((await ask('mutation ($code: String!) { confirmTotp(code: $code) }', { code: codeAt(0) }, opened)).data.confirmTotp).toBe(true)
    expect((await enter(account.username)).code).toBe('TOTP_REQUIRED')
    const code = codeAt(90)
    expect((await enter(account.username, PASSWORD, code)).code).toBeUndefined()
    expect((await enter(account.username, PASSWORD, code)).code).toBe('BAD_CREDENTIALS')
  })
})

describe('accounts', () => {
  const CREATE = 'mutation ($input: AccountInput!) { createAccount(input: $input) { password account { id version username role } } }'
  const DISABLE = 'mutation ($id: ID!, $version: Int!) { disableAccount(id: $id, version: $version, reason: "离职") { state } }'

  it('begin with a password for once, which must be changed by the policy', async () => {
    const admin = await person('bureauAdministrator')
    const username = `n${newId().toLowerCase()}`
    const { createAccount } = await admin.get(CREATE, { input: { username, displayName: '新来的', role: 'bureauLeader' } })
    const { data } = await enter(username, createAccount.password)
    const token = data.signIn.token
    expect((await me(token)).data.me.mustChangePassword).toBe(true)
    expect((await ask('{ regionTree { code } }', {}, token)).code).toBe('PASSWORD_CHANGE_REQUIRED')
    const change = (current: string, next: string) => ask('mutation ($c: String!, $n: String!) { changePassword(current: $c, next: $n) }', { c: current, n: next }, token)
    expect((await change('wrong', 'Another-horse-7')).error!.extensions.fields).toHaveProperty('current')
    for (const weak of ['short', 'alllowercase', username, createAccount.password]) expect((await change(createAccount.password, weak)).error!.extensions.fields).toHaveProperty('next')
    expect((await change(createAccount.password, 'Another-horse-7')).data.changePassword).toBe(true)
    expect((await me(token)).code).toBe('UNAUTHENTICATED')
    expect((await enter(username, 'Another-horse-7')).code).toBeUndefined()
  })

  it('need what their role is bound to', async () => {
    const admin = await person('bureauAdministrator')
    const refused = async (input: object) => Object.keys((await admin.ask(CREATE, { input: { username: `n${newId().toLowerCase()}`, displayName: 'x', ...input } })).error!.extensions.fields)
    expect(await refused({ role: 'stationWorker' })).toEqual(['regionCode'])
    expect(await refused({ role: 'teamLeader' })).toEqual(['teamId'])
    expect(await refused({ role: 'volunteer' })).toEqual(['volunteerId'])
    expect(await refused({ role: 'nonsense' })).toEqual(['role'])
    expect(await refused({ role: 'bureauLeader', username: '1' })).toEqual(['username'])
  })

  it('die with their sessions when disabled or given another role or password', async () => {
    const admin = await person('bureauAdministrator')
    for (const change of ['disableAccount(id: $id, version: $version, reason: "x") { id }', 'updateAccount(id: $id, version: $version, input: { displayName: "x", role: "bureauLeader" }) { id }', 'resetPassword(id: $id, version: $version) { password }']) {
      const account = await anAccount()
      const token = (await enter(account.username)).data.signIn.token
      expect((await me(token)).code).toBeUndefined()
      const [{ version }] = (await asOwner('SELECT version FROM accounts WHERE id = ?', [account.id])) as [{ version: number }]
      await admin.get(`mutation ($id: ID!, $version: Int!) { ${change} }`, { id: account.id, version })
      expect((await me(token)).code).toBe('UNAUTHENTICATED')
    }
  })

  it('keep one administrator, also when two take each other away at once; nobody changes their own', async () => {
    await asOwner("UPDATE accounts SET role = 'bureauOfficer' WHERE role = 'bureauAdministrator'")
    forgetSessions()
    const [one, two] = [await person('bureauAdministrator'), await person('bureauAdministrator')]
    expect((await one.ask(DISABLE, { id: one.account.id, version: 1 })).code).toBe('SELF_APPROVAL')
    const answers = await Promise.all([one.ask(DISABLE, { id: two.account.id, version: 1 }), two.ask(DISABLE, { id: one.account.id, version: 1 })])
    expect(answers.filter(answer => !answer.code)).toHaveLength(1)
    expect(answers.map(answer => answer.code).filter(Boolean)).toEqual([expect.stringMatching(/LAST_ADMINISTRATOR|UNAUTHENTICATED/)])
    const left = await asOwner("SELECT id FROM accounts WHERE role = 'bureauAdministrator' AND state = 'ACTIVE'")
    expect(left).toHaveLength(1)
  })

  it('are nobody’s business but the administrator’s and the auditor’s', async () => {
    for (const role of ['bureauLeader', 'stationHead', 'volunteer', 'teamLeader'] as const) expect((await (await person(role)).ask('{ accounts { total } }')).code).toBe('FORBIDDEN')
    const auditor = await person('auditor')
    expect((await auditor.ask('{ accounts(filter: { q: "u01" }) { total items { username role } } }')).code).toBeUndefined()
    expect((await auditor.ask(DISABLE, { id: auditor.account.id, version: 1 })).code).toBe('FORBIDDEN')
  })

  it('are enabled again', async () => {
    const admin = await person('bureauAdministrator')
    const account = await anAccount('bureauOfficer', { state: AccountState.DISABLED })
    await admin.get('mutation ($id: ID!) { enableAccount(id: $id, version: 1) { state } }', { id: account.id })
    expect((await enter(account.username)).code).toBeUndefined()
  })
})
