import { loadRegions } from '../../../server/bureau/regions/loadRegions'
import { newId } from '../../../server/kernel/entity'
import { AccountState } from '../../../server/people/accounts/Account'
import { createFirstAdministrator } from '../../../server/people/accounts/createFirstAdministrator'
import { forgetSessions } from '../../../server/people/accounts/identify'
import { ask, person, setClock, stop, systemCtx } from '../../support/app'
import { asOwner, database } from '../../support/database'
import { aTeam, aVolunteer } from '../../support/people'
import { PASSWORD, anAccount, enter, me } from './entering'

afterAll(stop)
afterEach(() => setClock())

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

  it('are locked by guessing the present password of an open session', async () => {
    const account = await anAccount('stationHead')
    const token = (await enter(account.username)).data.signIn.token
    const codes: (string | undefined)[] = []
    for (let n = 0; n < 6; n++) codes.push((await ask('mutation { changePassword(current: "wrong", next: "Another-horse-7") }', {}, token)).code)
    expect(codes).toEqual(['INVALID', 'INVALID', 'INVALID', 'INVALID', 'INVALID', 'LOCKED'])
    expect((await enter(account.username)).code).toBe('LOCKED')
    const admin = await person('bureauAdministrator')
    const [{ version }] = (await asOwner('SELECT version FROM accounts WHERE id = ?', [account.id])) as [{ version: number }]
    const { resetPassword } = await admin.get('mutation ($id: ID!, $v: Int!) { resetPassword(id: $id, version: $v) { password } }', { id: account.id, v: version })
    expect((await enter(account.username, resetPassword.password)).code).toBeUndefined()
  })

  it('take none of the last five passwords', async () => {
    const account = await anAccount('stationHead')
    const words = [PASSWORD, ...['one', 'two', 'three', 'four', 'five'].map(word => `Horse-${word}-7`)]
    const change = async (from: string, to: string) => {
      const token = (await enter(account.username, from)).data.signIn.token
      return (await ask('mutation ($c: String!, $n: String!) { changePassword(current: $c, next: $n) }', { c: from, n: to }, token)).code
    }
    for (let n = 1; n < words.length; n++) {
      expect(await change(words[n - 1]!, PASSWORD)).toBe('INVALID')
      expect(await change(words[n - 1]!, words[n]!)).toBeUndefined()
    }
    expect(await change(words.at(-1)!, PASSWORD)).toBeUndefined()
  }, 60_000)

  it('keep what an update does not name', async () => {
    const admin = await person('bureauAdministrator')
    const account = await anAccount('stationHead', { regionCode: '150525101000' })
    const UPDATE = 'mutation ($id: ID!, $v: Int!, $input: AccountInput!) { updateAccount(id: $id, version: $v, input: $input) { version displayName regionCode } }'
    await loadRegions(await systemCtx())
    const { updateAccount } = await admin.get(UPDATE, { id: account.id, v: 1, input: { displayName: '改名', role: 'stationHead' } })
    expect(updateAccount).toMatchObject({ displayName: '改名', regionCode: '150525101000' })
    const fields = async (input: object) => Object.keys((await admin.ask(UPDATE, { id: account.id, v: updateAccount.version, input: { displayName: 'x', role: 'stationHead', ...input } })).error!.extensions.fields)
    expect(await fields({ regionCode: null })).toEqual(['regionCode'])
    expect(await fields({ regionCode: '150525999000' })).toEqual(['regionCode'])
    expect((await admin.ask(UPDATE, { id: account.id, v: 1, input: { displayName: 'x', role: 'stationHead' } })).code).toBe('STALE')
    expect((await admin.ask(UPDATE, { id: admin.account.id, v: 1, input: { displayName: 'x', role: 'bureauLeader' } })).code).toBe('SELF_APPROVAL')
    expect((await admin.ask('{ account(id: "中文") { id } }')).code).toBe('BAD_REQUEST')
  })

  it('begin with the first administrator, whom a command makes once', async () => {
    const db = await database()
    await asOwner("UPDATE accounts SET role = 'bureauOfficer' WHERE role = 'bureauAdministrator'")
    await expect(createFirstAdministrator(db, { username: 'first.admin', displayName: '管理员', password: 'weak' })).rejects.toThrow('At least 10')
    await expect(createFirstAdministrator(db, { username: '管理员', displayName: '管理员', password: 'Right-horse-42' })).rejects.toThrow('user name')
    await createFirstAdministrator(db, { username: 'First.Admin', displayName: '管理员', password: PASSWORD })
    await expect(createFirstAdministrator(db, { username: 'second', displayName: '管理员', password: PASSWORD })).rejects.toThrow('already')
    expect((await me((await enter('first.admin')).data.signIn.token)).data.me).toMatchObject({ account: { role: 'bureauAdministrator' }, mustChangePassword: true })
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

  it('are bound to a team or a volunteer that there is; the volunteer brings the person', async () => {
    const admin = await person('bureauAdministrator')
    const make = (input: object) => admin.ask('mutation ($input: AccountInput!) { createAccount(input: $input) { account { id volunteerId personId teamId } } }', { input: { username: `n${newId().toLowerCase()}`, displayName: '甲', ...input } })
    const [team, volunteer] = [await aTeam(), await aVolunteer()]
    expect((await make({ role: 'teamLeader', teamId: newId() })).error!.extensions.fields).toHaveProperty('teamId')
    expect((await make({ role: 'volunteer', volunteerId: newId() })).error!.extensions.fields).toHaveProperty('volunteerId')
    expect((await make({ role: 'teamLeader', teamId: team.id })).data.createAccount.account).toMatchObject({ teamId: team.id, personId: null })
    expect((await make({ role: 'volunteer', volunteerId: volunteer.id })).data.createAccount.account).toMatchObject({ volunteerId: volunteer.id, personId: volunteer.personId })
    const username = `n${newId().toLowerCase()}`
    expect((await make({ role: 'bureauLeader', username })).code).toBeUndefined()
    expect((await make({ role: 'bureauLeader', username })).code).toBe('DUPLICATE')
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
