import { readFileSync } from 'node:fs'
import { auditServer } from 'graphql-http'
import { LIMITS } from '../../server/kernel/limits'
import { app, ask, person, stop } from '../support/app'

afterAll(stop)

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

describe('limits answer 400 beyond their value, and not at it', () => {
  const nested = (depth: number) => `{ __schema { types { ${'ofType { '.repeat(0)} name } } about { ${'... on About { '.repeat(depth)} demo ${'} '.repeat(depth)} } }`

  it('aliases', async () => {
    const aliased = (count: number) => `{ ${Array.from({ length: count }, (_, n) => `a${n}: about { demo }`).join(' ')} }`
    expect((await ask(aliased(LIMITS.aliases))).status).toBe(200)
    const over = await ask(aliased(LIMITS.aliases + 1))
    expect([over.status, over.code]).toEqual([400, 'BAD_REQUEST'])
  })

  it('tokens', async () => {
    const long = (tokens: number) => `{ about { demo } } ${'extend schema @a '.repeat((tokens - 6) / 4)}`
    expect((await ask(long(LIMITS.tokens - 2))).error?.message).not.toMatch(/tokens/)
    const over = await ask(long(LIMITS.tokens + 2))
    expect([over.status, over.error?.message]).toEqual([400, expect.stringMatching(/tokens/)])
  })

  it('inline fragments do not hide depth or loop', async () => {
    expect((await ask(nested(3))).status).toBe(200)
    expect((await ask('{ about { ...A } } fragment A on About { ...A }')).status).toBe(400)
  })

  it('one mutation an operation, also behind fragments', async () => {
    const reveal = (name: string) => `${name}: reveal(type: "Account", id: "x", field: "y", reason: "z")`
    expect((await ask(`mutation { ${reveal('a')} ${reveal('b')} }`)).status).toBe(400)
    expect((await ask(`mutation { ${reveal('a')} ...B } fragment B on Mutation { ${reveal('b')} }`)).status).toBe(400)
  })

  it('the size of a page', async () => {
    const auditor = await person('auditor')
    const of = (size: number) => auditor.ask('query ($page: Page!) { auditTrail(page: $page) { total } }', { page: { size } })
    expect((await of(100)).code).toBeUndefined()
    const over = await of(101)
    expect([over.code, Object.keys(over.error!.extensions.fields)]).toEqual(['INVALID', ['size']])
  })

  it('the body', async () => {
    expect((await send(JSON.stringify({ query: '{ about { demo } }', pad: 'x'.repeat(LIMITS.body) }))).statusCode).toBe(413)
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

it('stays alive through malformed requests, without a 5xx', async () => {
  const pieces = ['{', '}', '"', 'query', 'mutation', '$x', ': ', '...', 'about', '\u0000', '🀄', '[', ']', '(', ')', '1e999', 'null', '\\', '#', '@skip(if: true)']
  let seed = 7
  const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below
  for (let n = 0; n < 1000; n++) {
    const text = Array.from({ length: 1 + next(12) }, () => pieces[next(pieces.length)]).join('')
    const response = await send(n % 2 ? text : JSON.stringify({ query: text, variables: n % 3 ? {} : 'x' }))
    if (response.statusCode >= 500) throw new Error(`${response.statusCode} for ${text}`)
  }
  expect((await ask('{ about { demo } }')).status).toBe(200)
})

it('says nothing of its insides, and forbids caching and sniffing', async () => {
  const answer = await ask('{ nonsense }')
  expect(JSON.stringify(answer.error)).not.toMatch(/stack|node_modules|SELECT|server\//i)
  expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
})

it('names each refusal in the schema', async () => {
  const { data } = await ask('{ about { codes } }')
  const sources = readFileSync('server/kernel/errors.ts', 'utf8')
  for (const code of data.about.codes) expect(sources).toContain(code)
})
