import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { readFileSync } from 'node:fs'
import { getNamedType, type GraphQLObjectType, isLeafType } from 'graphql'
import { auditServer } from 'graphql-http'
import { LIMITS } from '../../server/kernel/limits'
import { buildFrontedSchema } from '../../server/schema'
import { app, ask, type Person, person, stop } from '../support/app'

afterAll(stop)

/** Collects what nobody holds any more. */
const gc = (): void => {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
}

const send = async (payload: string, headers: Record<string, string> = {}) => {
  const { http } = await app()
  return http.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json', ...headers }, payload })
}

it('passes every MUST of the GraphQL-over-HTTP reference audit', async () => {
  const { http } = await app()
  const address = await http.listen({ port: 0, host: '127.0.0.1' })
  const results = await auditServer({ url: `${address}/graphql` })
  const failed = results.filter(result => result.status === 'error').map(result => `${result.id} ${result.name}: ${'reason' in result ? result.reason : ''}`)
  expect(failed).toEqual([])
  expect(results.filter(result => result.status === 'ok').length).toBeGreaterThan(40)
})

it('says where in a document it cannot read it, and of a refusal in its own words nowhere: so the console knows whose words they are', async () => {
  const officer = await person('bureauOfficer')
  const asked = (filter: object) => officer.ask('query ($filter: PairingFilter!) { pairings(filter: $filter) { total } }', { filter })
  const [unreadable, unfit] = [await asked({ state: ['NONSENSE'] }), await asked({ q: '\ud800' })]
  expect([unreadable.code, unreadable.error!.locations]).toEqual(['BAD_REQUEST', [{ line: 1, column: 8 }]])
  expect([unfit.code, unfit.error!.locations]).toEqual(['BAD_REQUEST', undefined])
})

describe('limits answer 400 beyond their value, and not at it', () => {
  const schema = buildFrontedSchema()
  const nested = (depth: number) => `{ __schema { types { ${'ofType { '.repeat(0)} name } } about { ${'... on About { '.repeat(depth)} demo ${'} '.repeat(depth)} } }`

  it('aliases', async () => {
    const aliased = (count: number) => `{ ${Array.from({ length: count }, (_, n) => `a${n}: about { demo }`).join(' ')} }`
    expect((await ask(aliased(LIMITS.aliases))).status).toBe(200)
    const over = await ask(aliased(LIMITS.aliases + 1))
    expect([over.status, over.code]).toEqual([400, 'BAD_REQUEST'])
  })

  it('depth', async () => {
    const deep = (levels: number) => ask(`{ team(id: "x") ${'{ parent '.repeat(levels - 2)} { id } ${'}'.repeat(levels - 2)} }`)
    expect((await deep(LIMITS.depth)).status).toBe(401)
    const over = await deep(LIMITS.depth + 1)
    expect([over.status, over.error?.message]).toEqual([400, expect.stringMatching(/levels deep/)])
  })

  it('cost, which is one a field times the size of its page', async () => {
    const item = getNamedType((getNamedType(schema.getQueryType()!.getFields().volunteers!.type) as GraphQLObjectType).getFields().items!.type) as GraphQLObjectType
    const plain = Object.values(item.getFields()).filter(field => isLeafType(getNamedType(field.type)) && field.args.length === 0 && field.extensions.complexity === undefined).map(field => field.name)
    expect(plain.length).toBeGreaterThanOrEqual(10)
    const list = (n: number, size: number, fields: number) => `l${n}: volunteers(page: { size: ${size} }) { items { ${plain.slice(0, fields).join(' ')} } }`
    // Each costs 1 + size × (1 + fields): four times 1,101 and once 596.
    const whole = [1, 2, 3, 4].map(n => list(n, 100, 10)).join(' ') + list(5, 85, 6)
    expect((await ask(`{ ${whole} }`)).status).toBe(401)
    const over = await ask(`{ ${whole} __typename }`)
    expect([over.status, over.error?.message]).toEqual([400, expect.stringMatching(/would cost 5001/)])
  })

  it('tokens', async () => {
    const long = (tokens: number) => ask(`{ ${'about { demo } '.repeat((tokens - 2) >> 2)} ${'__typename '.repeat((tokens - 2) & 3)} }`)
    expect((await long(LIMITS.tokens)).data).toMatchObject({ about: { demo: false } })
    const over = await long(LIMITS.tokens + 1)
    expect([over.status, over.error?.message]).toEqual([400, expect.stringMatching(/tokens/)])
  })

  it('inline fragments do not hide depth or loop', async () => {
    expect((await ask(nested(3))).status).toBe(200)
    expect((await ask('{ about { ...A } } fragment A on About { ...A }')).status).toBe(400)
  })

  it('one mutation an operation, also behind fragments', async () => {
    const reveal = (name: string) => `${name}: reveal(type: "Account", id: "x", field: "y", reason: "z")`
    expect((await ask(`mutation { ${reveal('a')} }`)).status).toBe(401)
    expect((await ask(`mutation { ${reveal('a')} ${reveal('b')} }`)).status).toBe(400)
    expect((await ask(`mutation { ${reveal('a')} ...B } fragment B on Mutation { ${reveal('b')} }`)).status).toBe(400)
  })

  it('the size of a page, whoever says it', async () => {
    const auditor = await person('auditor')
    const asked: ((size: number) => ReturnType<Person['ask']>)[] = [
      size => auditor.ask(`{ auditTrail(page: { size: ${size} }) { total } }`),
      size => auditor.ask('query ($page: Page!) { auditTrail(page: $page) { total } }', { page: { size } }),
      size => auditor.ask('query ($size: Int!) { auditTrail(page: { size: $size }) { total } }', { size }),
      size => auditor.ask(`query ($size: Int! = ${size}) { ...A } fragment A on Query { auditTrail(page: { size: $size }) { total } }`),
    ]
    for (const of of asked) {
      expect(await of(LIMITS.page)).toMatchObject({ status: 200, code: undefined })
      expect(await of(LIMITS.page + 1)).toMatchObject({ status: 400, code: 'BAD_REQUEST', error: { message: expect.stringMatching(/page of 101/) } })
    }
  })

  it('the body', async () => {
    const whole = (pad: number) => JSON.stringify({ query: '{ about { demo } }', pad: 'x'.repeat(pad) })
    expect((await send(whole(LIMITS.body - whole(0).length))).statusCode).toBe(200)
    expect((await send(whole(LIMITS.body - whole(0).length + 1))).statusCode).toBe(413)
  })

  it('a batch of operations', async () => {
    expect((await send(JSON.stringify([{ query: '{ about { demo } }' }, { query: '{ about { demo } }' }]))).statusCode).toBe(400)
  })
})

it('refuses what a foreign page could send, and GET', async () => {
  expect((await send('{"query":"{ about { demo } }"}', { 'content-type': 'text/plain' })).statusCode).toBeGreaterThanOrEqual(400)
  const { http } = await app()
  expect((await http.inject({ method: 'GET', url: '/graphql?query={about{demo}}' })).statusCode).toBe(405)
})

/** How many malformed requests are sent. */
const MALFORMED = 10_000
const GOOD = JSON.stringify({ query: 'query ($page: Page) { regions(page: $page) { total } about { demo } }', variables: { page: { size: 1 } } })

it(`stays alive through ${MALFORMED} malformed requests, without a 5xx, and keeps nothing of them`, async () => {
  const { http } = await app()
  const pieces = ['{', '}', '"', 'query', 'mutation', '$x', ': ', '...', 'about', '\u0000', '🀄', '[', ']', '(', ')', '1e999', 'null', '\\', '#', '@skip(if: true)', '\\ud800', '9'.repeat(400), '"""', 'fragment A on About', '-0']
  let seed = (Date.now() % 2147483646) + 1
  const first = seed
  const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below
  const nonsense = () => Array.from({ length: 1 + next(12) }, () => pieces[next(pieces.length)]).join('')
  const odd = () => [null, 7, [], {}, true, 'x', 1e308, '\ud800'][next(8)]
  const bodies: (() => string | Buffer)[] = [
    nonsense,
    () => JSON.stringify({ query: nonsense(), variables: odd() }),
    () => GOOD.slice(0, next(GOOD.length)),
    () => JSON.stringify({ query: odd(), variables: odd(), operationName: odd(), extensions: odd() }),
    () => JSON.stringify({ query: '{ about { demo } }', variables: { page: odd(), [nonsense()]: odd() }, operationName: nonsense() }),
    () => '{"query":'.repeat(1 + next(3000)),
    () => `${'['.repeat(1 + next(5000))}1`,
    () => `{"query":"query ($page: Page) { regions(page: $page) { total } }","variables":{"page":${'{"number":'.repeat(1 + next(900))}1`,
    () => Buffer.concat([Buffer.from(GOOD.slice(0, next(GOOD.length))), Buffer.from([0xc3, 0x28, 0xff, 0xfe, next(256)]), Buffer.from('"}')]),
    () => `{"__proto__":{"query":"{about{demo}}"},"constructor":{"prototype":{}},"query":"{ ${nonsense()} }"}`,
    () => JSON.stringify({ query: `query ($page: Page) { regions(page: $page) { total } }`, variables: { page: { number: [1e308, -1, 2 ** 31, 0.5, '1', null][next(6)], size: odd() } } }),
    () => '',
  ]
  const kinds = ['application/json', 'application/json', 'application/json', 'application/json; charset=utf-7', 'application/json; charset="', 'text/plain', 'multipart/form-data; boundary=', 'application/x-www-form-urlencoded', 'application/graphql', 'x', 'application/octet-stream', 'application/json, text/plain']
  const tricks: (() => Record<string, string>)[] = [
    () => ({}), () => ({}), () => ({ authorization: `Bearer ${nonsense().replace(/[^\x20-\x7e]/g, '?')}` }), () => ({ cookie: `laobing=${'%00'.repeat(next(40))}; ; =; laobing` }), () => ({ accept: 'x/y;q=nonsense' }), () => ({ 'accept-language': ',;q=;' }),
    () => ({ 'content-encoding': 'gzip' }), () => ({ 'x-forwarded-for': "1.1.1.1, ' OR 1=1", 'x-forwarded-proto': 'gopher' }), () => ({ 'x-http-method-override': 'DELETE' }), () => ({ origin: 'null' }), () => ({ 'x-api-key': 'k'.repeat(next(3000)) }), () => ({ host: 'evil.example' }),
  ]
  const paths = ['/graphql', '/graphql', '/graphql', '/graphql', '/graphql', '/graphql', '/graphql?query=%', '/graphql/', '/files', '/files/..%2f..%2fetc%2fpasswd', '/files/%00', '/%2e%2e/%2e%2e/etc/passwd', '/papers/%ff']
  const methods = ['POST', 'POST', 'POST', 'POST', 'POST', 'POST', 'POST', 'POST', 'PUT', 'GET', 'DELETE', 'OPTIONS'] as const
  const wrong: string[] = []
  const one = async () => {
    const [method, url, payload, headers] = [methods[next(methods.length)]!, paths[next(paths.length)]!, bodies[next(bodies.length)]!(), { 'content-type': kinds[next(kinds.length)]!, ...tricks[next(tricks.length)]!() }]
    const { statusCode, body } = await http.inject({ method, url, headers, ...(method === 'GET' ? {} : { payload }) })
    if (statusCode >= 500 || /node_modules|\n {4}at /.test(body)) wrong.push(`${statusCode} ${method} ${url} ${JSON.stringify(headers)} ${String(payload).slice(0, 200)}: ${body.slice(0, 200)} (seed ${first})`)
  }
  const some = async (count: number) => {
    for (let n = 0; n < count; n += 8) await Promise.all(Array.from({ length: 8 }, one))
  }
  const held = (): number => {
    gc()
    return process.memoryUsage().heapUsed
  }
  await some(2000)
  const before = held()
  await some(MALFORMED - 2000)
  expect(wrong.slice(0, 5)).toEqual([])
  // A kilobyte kept of each would be eight times as much.
  expect((held() - before) / 1e6).toBeLessThan(8)
  expect((await ask('{ about { demo } }')).status).toBe(200)
}, 120_000)

it('says nothing of its insides', async () => {
  const answer = await ask('{ nonsense }')
  expect(JSON.stringify(answer.error)).not.toMatch(/stack|node_modules|SELECT|server\//i)
})

it('names each refusal in the schema', async () => {
  const { data } = await ask('{ about { codes } }')
  const sources = readFileSync('server/kernel/errors.ts', 'utf8')
  for (const code of data.about.codes) expect(sources).toContain(code)
})
