import { app, ask, asOwner, type Person, person, stop } from '../support/app'

const SITE = 'https://site.example'
const INSTALLED = 'https://portal.example'
const OTHERS = ['https://other.example', 'null', '', 'http://site.example', 'https://site.example:444', 'https://site.example.evil.example', 'https://evil.site.example', 'https://portal.example ']
const RENAME = 'mutation { createApiKey(input: { name: "外来", operations: [] }) { key } }'
let admin: Person
let key: string

beforeAll(async () => {
  process.env.CORS_ORIGINS = `${INSTALLED},`
  admin = await person('bureauAdministrator')
  key = (await admin.get('mutation ($input: ApiKeyInput!) { createApiKey(input: $input) { key } }', { input: { name: '网站', origins: [SITE], operations: [] } })).createApiKey.key
})
afterAll(async () => {
  delete process.env.CORS_ORIGINS
  await stop()
})

const post = async (payload: string, headers: Record<string, string>) => (await app()).http.inject({ method: 'POST', url: '/graphql', headers, payload })
const preflight = async (origin: string, url = '/graphql') => (await app()).http.inject({ method: 'OPTIONS', url, headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type,x-api-key,authorization' } })
const said = ({ headers }: { headers: Record<string, unknown> }) => Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('access-control')))
/** How many keys the act that a foreign page sends has made. */
const made = async () => Number((await asOwner<{ n: number }[]>("SELECT COUNT(*) AS n FROM api_keys WHERE name = '外来'"))[0]!.n)

describe('a browser is told which pages may ask', () => {
  it.each([SITE, INSTALLED])('%s may, without cookies, before it asks and as it asks', async origin => {
    const before = await preflight(origin)
    expect([before.statusCode, said(before)]).toEqual([204, { 'access-control-allow-origin': origin, 'access-control-allow-methods': 'GET, POST', 'access-control-allow-headers': expect.stringContaining('x-api-key'), 'access-control-max-age': '600', 'access-control-expose-headers': expect.any(String) }])
    const answer = await post('{"query":"{ about { demo } }"}', { 'content-type': 'application/json', origin })
    expect([answer.statusCode, said(answer), answer.headers.vary]).toEqual([200, { 'access-control-allow-origin': origin, 'access-control-expose-headers': 'retry-after, x-request-id' }, 'Origin'])
  })

  it.each(OTHERS)('“%s” may not', async origin => {
    expect(said(await preflight(origin))).toEqual({})
    expect(said(await preflight(origin, '/files'))).toEqual({})
    expect(said(await post('{"query":"{ about { demo } }"}', { 'content-type': 'application/json', origin }))).toEqual({})
    if (origin) expect((await post('{"query":"{ about { demo } }"}', { 'content-type': 'application/json', origin, 'x-api-key': key })).statusCode).toBe(403)
  })
})

describe('a foreign page does nothing in the name of whoever looks at it', () => {
  const body = JSON.stringify({ query: RENAME })
  const form = `query=${encodeURIComponent(RENAME)}`
  const multipart = `--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n${RENAME}\r\n--x--\r\n`
  const simple: [string, string, string][] = [
    ['text/plain', body, 'text/plain'],
    ['text/plain that calls itself JSON', body, 'text/plain; application/json'],
    ['a form', form, 'application/x-www-form-urlencoded'],
    ['a form with parts', multipart, 'multipart/form-data; boundary=x'],
    ['nothing said', body, ''],
  ]

  it.each(simple)('by what a form can send: %s', async (_, payload, type) => {
    const before = await made()
    const answer = await post(payload, { ...(type && { 'content-type': type }), cookie: `laobing=${admin.token}` })
    expect([400, 415]).toContain(answer.statusCode)
    expect(await made()).toBe(before)
  })

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH'] as const)('by %s', async method => {
    const before = await made()
    const { http } = await app()
    const answer = await http.inject({ method, url: `/graphql?${form}`, headers: { cookie: `laobing=${admin.token}` } })
    expect([404, 405]).toContain(answer.statusCode)
    expect(await made()).toBe(before)
  })

  const ours = { cookie: '', host: 'laobing.example' }
  const asked = (headers: Record<string, string>) => ask(RENAME, {}, undefined, { ...ours, cookie: `laobing=${admin.token}`, ...headers })
  const foreign: Record<string, string>[] = [{ origin: 'https://evil.example' }, { origin: 'null' }, { origin: SITE }, { origin: 'http://laobing.example:81' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { 'sec-fetch-site': 'cross-site', origin: 'http://laobing.example' }]

  it.each(foreign)('by the cookie: %j', async headers => {
    const before = await made()
    expect((await asked(headers)).status).toBe(401)
    expect(await made()).toBe(before)
    const { http } = await app()
    for (const url of ['/files/x', '/sheets/x', '/papers/certificates/x', '/templates/X/0']) expect([url, (await http.inject({ url, headers: { ...ours, ...headers, cookie: `laobing=${admin.token}` } })).statusCode]).toEqual([url, 401])
  })

  const own: Record<string, string>[] = [{}, { origin: 'http://laobing.example' }, { 'sec-fetch-site': 'same-origin' }, { 'sec-fetch-site': 'none' }]
  it.each(own)('but the console’s own does: %j', async headers => {
    expect((await asked(headers)).code).toBeUndefined()
  })

  it('nor uploads without the header that a form cannot send', async () => {
    const { http } = await app()
    for (const url of ['/files', '/sheets', '/templates/X']) {
      const sent = await http.inject({ method: 'POST', url, headers: { cookie: `laobing=${admin.token}`, 'content-type': 'application/octet-stream' }, payload: Buffer.from('x') })
      expect([url, sent.statusCode]).toEqual([url, 400])
    }
  })
})
