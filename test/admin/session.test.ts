import { makeAuthProvider, neededFor } from '../../admin/data/authProvider'
import type { Definition } from '../../admin/data/Definition'
import { type Me, Session } from '../../admin/data/session'
import { pairings, providerOver, refusal, type Sent } from './sample'

const me: Me = {
  account: { id: 'a', username: 'station', role: 'stationWorker', displayName: '', regionCode: '150525101000', totpConfirmed: false },
  permissions: ['pairing.read'],
  reach: { kind: 'region', regionCode: '150525101000' },
  region: null,
  mustChangePassword: false,
  mustEnrolTotp: false,
  draftKey: 'k',
}
const definition: Definition = { kind: 'resource', group: 'programmes', permission: 'pairing.read', text: row => row.id, icon: () => null, ...pairings }

function console(answer: (sent: Sent) => ReturnType<typeof refusal> | Error) {
  const { provider, sent } = providerOver(answer)
  const session = new Session(provider)
  return { sent, session, auth: makeAuthProvider(provider, session, [definition]) }
}
const named = (sent: Sent[], name: string): number => sent.filter(({ text }) => text.includes(`${name}`)).length

it('asks once who is signed in, however many ask', async () => {
  const { session, sent } = console(() => ({ data: { me } }))
  await Promise.all([session.ensure(), session.ensure()])
  expect(await session.ensure()).toBe(me)
  expect(sent).toHaveLength(1)
  expect([session.may('pairing.read'), session.may('pairing.propose')]).toEqual([true, false])
})

it('does not ask again at once when nobody is signed in', async () => {
  const { session, sent } = console(() => refusal('UNAUTHENTICATED'))
  await expect(session.ensure()).rejects.toMatchObject({ status: 401 })
  await expect(session.ensure()).rejects.toMatchObject({ status: 401 })
  expect(sent).toHaveLength(1)
})

it('tries again when the server is away for a moment', async () => {
  let tries = 0
  const { session } = console(() => (++tries < 3 ? new TypeError('Failed to fetch') : { data: { me } }))
  expect(await session.load()).toBe(me)
})

it('signs in, and tells those who watch', async () => {
  const { auth, session, sent } = console(({ text }) => ({ data: text.includes('signIn') ? { signIn: { expiresAt: '', account: { id: 'a' } } } : { me } }))
  const watcher = jest.fn()
  session.subscribe(watcher)
  await auth.login({ username: 'station', password: 'x' })
  expect(sent[0]!.variables).toEqual({ input: { username: 'station', password: 'x' } })
  expect(session.current()).toBe(me)
  expect(watcher).toHaveBeenCalled()
})

it('knows access by the server’s own permissions', async () => {
  const { auth } = console(() => ({ data: { me } }))
  const may = (action: string) => auth.canAccess!({ resource: 'pairings', action })
  expect(await Promise.all([may('list'), may('show'), may('create'), may('edit'), may('delete')])).toEqual([true, true, false, false, false])
  expect(await auth.canAccess!({ resource: 'unknown', action: 'list' })).toBe(false)
  expect(neededFor(definition, 'create')).toBe('pairing.propose')
})

it('forgets the session on 401 and on nothing else', async () => {
  const { auth, session } = console(({ text }) => (text.includes('pairing(') ? refusal('FORBIDDEN') : { data: { me } }))
  await session.ensure()
  await auth.checkError(Object.assign(new Error('x'), { status: 403 }))
  expect(session.current()).toBe(me)
  const expired = await console(() => refusal('UNAUTHENTICATED')).session.ensure().catch((error: unknown) => error)
  await expect(auth.checkError(expired)).rejects.toBe(expired)
  expect(session.current()).toBeNull()
})

it('signs out at the server, and says so when that failed', async () => {
  let away = false
  const { auth, session, sent } = console(({ text }) => (text.includes('signOut') ? (away ? new TypeError('Failed to fetch') : { data: { signOut: true } }) : { data: { me } }))
  await auth.logout({})
  expect(named(sent, 'signOut')).toBe(0)
  await session.ensure()
  away = true
  await expect(auth.logout({})).rejects.toMatchObject({ status: 503 })
  expect(session.current()).toBe(me)
  away = false
  await auth.logout({})
  expect(session.current()).toBeNull()
})
