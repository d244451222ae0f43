import { app, ask, type Person, person, stop } from '../../../support/app'

afterAll(stop)

const CREATE = 'mutation ($input: ApiKeyInput!) { createApiKey(input: $input) { key apiKey { id version name hint origins operations perMinute state } } }'
const UPDATE = 'mutation ($id: ID!, $version: Int!, $input: ApiKeyChange!) { updateApiKey(id: $id, version: $version, input: $input) { version operations origins perMinute } }'
const REVOKE = 'mutation ($id: ID!, $version: Int!, $reason: String!) { revokeApiKey(id: $id, version: $version, reason: $reason) { state } }'
const SITE = 'https://site.example'
let admin: Person

beforeAll(async () => {
  admin = await person('bureauAdministrator')
})

const make = async (input: Record<string, unknown> = {}) => (await admin.get(CREATE, { input: { name: '测试网站', origins: [SITE], operations: [], ...input } })).createApiKey
const about = (key?: string, origin?: string) => ask('{ about { demo } }', {}, undefined, { ...(key && { 'x-api-key': key }), ...(origin && { origin }) })

it('gives a key that is shown once, and says of a second sending that it was', async () => {
  const input = { name: ' 小程序 ', operations: [], clientKey: 'key-1' }
  const { createApiKey } = await admin.get(CREATE, { input })
  expect(createApiKey).toMatchObject({ key: expect.stringMatching(/^[\w-]{43}$/), apiKey: { name: '小程序', hint: createApiKey.key.slice(0, 6), origins: [], perMinute: 600, state: 'ACTIVE' } })
  expect((await admin.ask(CREATE, { input })).code).toBe('DUPLICATE')
  expect(JSON.stringify(await admin.get('{ apiKeys { items { id hint } } publicOperations }'))).not.toContain(createApiKey.key)
})

it('lets a key ask what it was given, from its own pages, so often a minute, until it is revoked', async () => {
  const { key, apiKey } = await make({ perMinute: 3 })
  expect((await about(key, SITE)).code).toBe('FORBIDDEN')
  expect((await about(key, 'https://other.example')).status).toBe(403)
  expect((await about('nonsense')).status).toBe(401)
  expect((await about()).data.about.demo).toBe(false)
  await about(key)
  await about(key)
  const late = await about(key)
  expect([late.status, late.code, Number(late.headers['retry-after'])]).toEqual([429, 'LIMITED', late.error!.extensions.retryAfter])
  expect(late.error!.extensions.retryAfter).toBeGreaterThan(30)
  const { updateApiKey } = await admin.get(UPDATE, { id: apiKey.id, version: 1, input: { perMinute: 100 } })
  expect(updateApiKey).toEqual({ version: 2, operations: [], origins: [SITE], perMinute: 100 })
  expect((await about(key)).code).toBe('FORBIDDEN')
  expect((await admin.ask(UPDATE, { id: apiKey.id, version: 1, input: { perMinute: 9 } })).code).toBe('STALE')
  expect((await admin.get(REVOKE, { id: apiKey.id, version: 2, reason: '改版' })).revokeApiKey.state).toBe('REVOKED')
  expect((await about(key)).code).toBe('UNAUTHENTICATED')
  expect((await admin.ask(REVOKE, { id: apiKey.id, version: 3, reason: '再次' })).code).toBe('WRONG_STATE')
})

it('tells browsers of its pages, and of no others, that they may ask', async () => {
  await make({ origins: [`${SITE}:8443/`] })
  const { http } = await app()
  const preflight = (origin: string) => http.inject({ method: 'OPTIONS', url: '/graphql', headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type,x-api-key' } })
  const own = await preflight(`${SITE}:8443`)
  expect([own.statusCode, own.headers['access-control-allow-origin'], own.headers['access-control-allow-credentials']]).toEqual([204, `${SITE}:8443`, undefined])
  expect((await preflight('https://other.example')).headers['access-control-allow-origin']).toBeUndefined()
})

it('refuses what is no origin, what is no public operation, and whoever does not keep the keys', async () => {
  const wrong = async (input: Record<string, unknown>) => (await admin.ask(CREATE, { input: { name: 'x', operations: [], ...input } })).error?.extensions.fields
  for (const origin of ['example.org', 'https://example.org/path', 'ftp://example.org', 'https://a.example,https://b.example', '*', 'null']) expect(await wrong({ origins: [origin] })).toHaveProperty('origins')
  expect(await wrong({ operations: ['persons'] })).toHaveProperty('operations')
  expect(await wrong({ operations: ['signIn'] })).toHaveProperty('operations')
  expect(await wrong({ name: ' ' })).toHaveProperty('name')
  expect(await wrong({ perMinute: 0 })).toHaveProperty('perMinute')
  for (const role of ['bureauLeader', 'bureauOfficer', 'auditor', 'stationHead'] as const) expect((await (await person(role)).ask(CREATE, { input: { name: 'x', operations: [] } })).code).toBe('FORBIDDEN')
})
