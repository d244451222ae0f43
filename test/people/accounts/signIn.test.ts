import { TOTP, Secret } from 'otpauth'
import { forgetSettings } from '../../../server/bureau/settings/defineSetting'
import { Setting } from '../../../server/bureau/settings/Setting'
import { newId } from '../../../server/kernel/entity'
import { AccountState } from '../../../server/people/accounts/Account'
import { forgetSessions } from '../../../server/people/accounts/identify'
import { aTerritory, ask, person, put, setClock, stop } from '../../support/app'
import { asOwner } from '../../support/database'
import { ME, PASSWORD, anAccount, enter, me } from './entering'

afterAll(stop)
afterEach(() => setClock())

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
    const answers = [await enter('nobody-of-this-name'), await enter('没有这个人'), await enter(account.username, 'wrong'), await enter(disabled.username)]
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

  it('answers tries of a name that nobody has as it answers those of one that somebody has', async () => {
    const account = await anAccount()
    const unknown = `nobody-${newId().toLowerCase()}`
    const story = async (username: string) => {
      const answers: string[] = []
      const tryAt = async (time: string) => {
        setClock(`2026-11-${time}Z`)
        const { code, error, status } = await enter(username, 'wrong')
        const { requestId: _, ...extensions } = error!.extensions
        answers.push(JSON.stringify([time, code, status, error!.message, extensions]))
      }
      for (let n = 0; n < 7; n++) await tryAt(`21T08:0${n}:00`)
      for (const time of ['21T08:18:59', '21T08:19:01', '21T08:20:00', '22T08:21:00', '22T08:22:00', '22T08:22:10', '22T08:22:20', '22T08:22:30', '22T08:22:40']) await tryAt(time)
      return answers
    }
    const known = await story(account.username)
    expect(await story(unknown)).toEqual(known)
    expect(known.map(answer => /LOCKED/.test(answer)).join()).toBe('false,false,false,false,true,true,true,true,false,false,false,false,false,false,true,true')
  }, 30_000)

  it('does not multiply parallel tries of a name that nobody has', async () => {
    const unknown = `nobody-${newId().toLowerCase()}`
    const codes = (await Promise.all(Array.from({ length: 9 }, () => enter(unknown, 'wrong')))).map(answer => answer.code)
    expect(codes.filter(code => code === 'BAD_CREDENTIALS')).toHaveLength(4)
    expect(codes.filter(code => code === 'LOCKED')).toHaveLength(5)
  }, 30_000)

  it('makes an address wait that has tried many names, and says so once in the trail', async () => {
    await put(Setting.of({ key: 'signIn.addressTries', value: 6 }))
    forgetSettings()
    setClock('2026-11-20T08:00:00Z')
    const account = await anAccount()
    const from = (address: string, username = `nobody-${newId().toLowerCase()}`) => enter(username, PASSWORD, undefined, address).then(answer => answer.code)
    const network = '2001:db8:1:1::'
    for (let n = 0; n < 8; n++) expect(await from(`${network}1`, account.username)).toBeUndefined()
    const codes = await Promise.all(Array.from({ length: 10 }, (_, n) => from(`${network}${n + 1}`)))
    expect(codes.filter(code => code === 'BAD_CREDENTIALS')).toHaveLength(6)
    expect(codes.filter(code => code === 'LIMITED')).toHaveLength(4)
    expect(await from(`${network}abcd`, account.username)).toBe('LIMITED')
    expect(await from('2001:db8:1:2::1', account.username)).toBeUndefined()
    const lines = await asOwner("SELECT result, COUNT(*) AS n FROM audit_entries WHERE act = 'signIn' AND ip LIKE '2001:db8:1:1:%' AND actorId = 'ANONYMOUS' GROUP BY result ORDER BY result")
    expect(lines).toEqual([{ result: 'DONE', n: 6 }, { result: 'LIMITED', n: 1 }])
    setClock('2026-11-20T08:15:01Z')
    expect(await from(`${network}1`, account.username)).toBeUndefined()
    await asOwner("DELETE FROM settings WHERE `key` = 'signIn.addressTries'")
    forgetSettings()
  }, 30_000)

  it('leaves two lines in the trail for a name that nobody has, however often it is tried, and the name nowhere', async () => {
    const unknown = `nobody-${newId().toLowerCase()}`
    const address = '2001:db8:2:2::1'
    for (let n = 0; n < 12; n++) await enter(unknown, 'wrong', undefined, address)
    expect(await asOwner('SELECT entityId, action FROM audit_entries WHERE ip = ? ORDER BY id', [address])).toEqual([{ entityId: 'UNKNOWN', action: 'FAILED' }, { entityId: 'UNKNOWN', action: 'LOCKED' }])
    expect(JSON.stringify([await asOwner('SELECT * FROM throttles'), await asOwner('SELECT * FROM audit_entries')])).not.toContain(unknown)
  }, 30_000)

  it('leaves every try in the trail', async () => {
    const account = await anAccount()
    await enter(account.username, 'wrong')
    await enter(account.username)
    const lines = await asOwner("SELECT action FROM audit_entries WHERE entityId = ? AND act = 'signIn' ORDER BY id", [account.id])
    expect(lines.map(line => line.action)).toEqual(['FAILED', 'SIGNED_IN'])
    const [known] = await asOwner("SELECT COUNT(*) AS n FROM audit_entries WHERE actorId = ? AND act = 'signIn'", [account.id])
    expect(known!.n).toBe(2)
    const digests = await asOwner("SELECT COUNT(*) AS n FROM audit_entries WHERE CAST(changes AS CHAR) LIKE '%argon2%'")
    expect(digests).toEqual([{ n: 0 }])
  })

  it('is not helped by sending many tries in one request', async () => {
    const account = await anAccount()
    const aliases = Array.from({ length: 10 }, (_, n) => `a${n}: signIn(input: { username: "${account.username}", password: "wrong${n}" }) { token }`).join(' ')
    expect((await ask(`mutation { ${aliases} }`)).status).toBe(400)
    for (let n = 0; n < 4; n++) expect((await enter(account.username, 'wrong')).code).toBe('BAD_CREDENTIALS')
  })

  it('spends as long on a name that nobody has', async () => {
    const account = await anAccount()
    const spent = async (username: string) => {
      const start = performance.now()
      await enter(username, 'wrong')
      return performance.now() - start
    }
    // By turns, so that what else the machine does falls on both alike.
    let [known, unknown] = [Infinity, Infinity]
    for (let n = 0; n < 4; n++) [known, unknown] = [Math.min(known, await spent(account.username)), Math.min(unknown, await spent('nobody-of-this-name'))]
    expect(unknown).toBeGreaterThan(known / 3)
    expect(known).toBeGreaterThan(unknown / 3)
  })

  it('asks for another password after ninety days', async () => {
    const account = await anAccount('stationHead', { passwordChangedAt: new Date('2026-08-01T00:00:00Z') })
    setClock('2026-10-29T00:00:00Z')
    expect((await me((await enter(account.username)).data.signIn.token)).data.me.mustChangePassword).toBe(false)
    setClock('2026-10-31T00:00:00Z')
    expect((await me((await enter(account.username)).data.signIn.token)).data.me.mustChangePassword).toBe(true)
  })

  it('is not kept alive by what a page asks in the background, though that is answered as long as it lives', async () => {
    const account = await anAccount()
    setClock('2026-11-20T00:00:00Z')
    const { data } = await enter(account.username)
    const poll = async () => (await ask(ME, {}, data.signIn.token, { 'x-background': '1' })).code
    for (const minute of [2, 12, 22, 28]) {
      forgetSessions()
      setClock(`2026-11-20T00:${String(minute).padStart(2, '0')}:00Z`)
      expect(await poll()).toBeUndefined()
    }
    // Somebody comes back a moment after a poll: what is remembered of the poll does not swallow their use.
    expect((await me(data.signIn.token)).code).toBeUndefined()
    forgetSessions()
    setClock('2026-11-20T00:57:00Z')
    expect(await poll()).toBeUndefined()
    forgetSessions()
    setClock('2026-11-20T00:58:01Z')
    expect(await poll()).toBe('UNAUTHENTICATED')
    expect((await me(data.signIn.token)).code).toBe('UNAUTHENTICATED')
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
    expect((await enter(account.username, PASSWORD, codeAt(180))).code).toBeUndefined()
    const off = totp.generate({ timestamp: start + 300_000 })
    setClock(new Date(start + 361_000).toISOString())
    expect((await enter(account.username, PASSWORD, off)).code).toBe('BAD_CREDENTIALS')
    expect(JSON.stringify(await asOwner('SELECT * FROM audit_entries WHERE entityId = ?', [account.id]))).not.toContain(enrolment.enrolTotp.secret)
  })

  it('must be set up first by whoever works in the bureau, but not in demo mode', async () => {
    const officer = (await enter((await anAccount()).username)).data.signIn.token
    const worker = (await enter((await anAccount('stationWorker', { regionCode: aTerritory().township })).username)).data.signIn.token
    const tree = (token: string) => ask('{ regionTree { code } }', {}, token)
    expect((await tree(officer)).code).toBe('TOTP_REQUIRED')
    expect((await ask('{ me { mustEnrolTotp } }', {}, officer)).data.me.mustEnrolTotp).toBe(true)
    expect((await tree(worker)).code).toBeUndefined()
    process.env.DEMO = '1'
    forgetSessions()
    expect((await tree(officer)).code).toBeUndefined()
    delete process.env.DEMO
    forgetSessions()
    expect((await tree(officer)).code).toBe('TOTP_REQUIRED')
  })

  it('is taken away by the administrator when it is lost', async () => {
    const admin = await person('bureauAdministrator')
    const account = await anAccount('bureauOfficer', { totpConfirmed: true, totpSecret: new Secret({ size: 20 }).base32 })
    expect((await enter(account.username)).code).toBe('TOTP_REQUIRED')
    const RESET = 'mutation ($id: ID!, $v: Int!, $reason: String!) { resetTotp(id: $id, version: $v, reason: $reason) { totpConfirmed version } }'
    expect((await admin.ask(RESET, { id: account.id, v: 1, reason: ' ' })).code).toBe('INVALID')
    expect((await admin.ask(RESET, { id: admin.account.id, v: 1, reason: 'x' })).code).toBe('SELF_APPROVAL')
    expect((await admin.get(RESET, { id: account.id, v: 1, reason: '手机丢失' })).resetTotp.totpConfirmed).toBe(false)
    expect((await enter(account.username)).code).toBeUndefined()
  })
})

describe('sessions', () => {
  it('are seen and ended by their owner and the administrator, and by nobody else', async () => {
    const account = await anAccount('stationHead')
    const [one, two] = [(await enter(account.username)).data.signIn.token, (await enter(account.username)).data.signIn.token]
    const SESSIONS = 'query ($id: ID!) { sessions(accountId: $id) { id current } }'
    const END = 'mutation ($id: ID!) { endSession(id: $id) }'
    const { sessions } = (await ask(SESSIONS, { id: account.id }, one)).data
    expect(sessions).toHaveLength(2)
    const other = sessions.find((session: { current: boolean }) => !session.current)
    const stranger = await person('bureauOfficer')
    expect((await stranger.ask(SESSIONS, { id: account.id })).code).toBe('NOT_FOUND')
    expect((await stranger.ask(END, { id: other.id })).code).toBe('NOT_FOUND')
    expect((await ask(END, { id: other.id }, one)).data.endSession).toBe(true)
    expect((await me(two)).code).toBe('UNAUTHENTICATED')
    const admin = await person('bureauAdministrator')
    const left = await admin.get(SESSIONS, { id: account.id })
    expect(left.sessions).toHaveLength(1)
    await admin.get(END, { id: left.sessions[0].id })
    expect((await me(one)).code).toBe('UNAUTHENTICATED')
  })
})
