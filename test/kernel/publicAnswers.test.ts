import { buildSchemaSync, Query, Resolver } from 'type-graphql'
import { type App, createApp } from '../../server/app'
import { Allow } from '../../server/kernel/access'
import { PublicAnswers, SameForEverybody } from '../../server/kernel/publicAnswers'
import { now, person, setClock, stop } from '../support/app'
import { closeDatabase, database } from '../support/database'

const NOTICES = '{ publicPostNotices { noticeTo } }'
let app: App
let admin: Awaited<ReturnType<typeof person>>

beforeAll(async () => {
  setClock('2026-03-10T02:00:00Z')
  app = await createApp({ database: await database(), now, publicSeconds: 5 })
  admin = await person('bureauAdministrator')
})
afterEach(() => setClock('2026-03-10T02:00:00Z'))
afterAll(async () => {
  setClock()
  await app.http.close()
  await stop()
  await closeDatabase()
})

const send = (query: string, headers: Record<string, string> = {}, variables = {}) =>
  app.http.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json', ...headers }, payload: JSON.stringify({ query, variables }) })
/** How many statements it costs to ask so, besides knowing who asks, which is read again every other second. */
async function cost(ask: () => Promise<unknown>): Promise<number> {
  const db = await database()
  const sent: string[] = []
  db.onStatement = sql => void sent.push(sql)
  await ask()
  db.onStatement = undefined
  return sent.filter(sql => !/\bsessions\b/.test(sql)).length
}
const later = (seconds: number) => setClock(new Date(Date.parse('2026-03-10T02:00:00Z') + seconds * 1000).toISOString())

it('is given again for five seconds, by the very words and the language that were asked, with the headers of its own request', async () => {
  const first = await send(NOTICES)
  expect(first.json()).toEqual({ data: { publicPostNotices: [] } })
  const second = await send(NOTICES)
  expect(second.body).toBe(first.body)
  expect(second.headers).toMatchObject({ 'content-type': first.headers['content-type'], 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
  expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id'])
  expect(await cost(() => send(NOTICES))).toBe(0)
  expect(await cost(() => send(NOTICES, { 'accept-language': 'en' }))).toBe(1)
  expect(await cost(() => send(`${NOTICES} `))).toBe(1)
  expect(await cost(() => send(NOTICES, {}, { unused: 1 }))).toBe(1)
  expect((await send(NOTICES, { accept: 'text/html' })).statusCode).toBe(406)
  later(4.9)
  expect(await cost(() => send(NOTICES))).toBe(0)
  later(5)
  expect(await cost(() => send(NOTICES))).toBe(1)
})

it('is made once for those who ask at once', async () => {
  later(100)
  expect(await cost(() => Promise.all(Array.from({ length: 50 }, () => send(NOTICES))))).toBe(1)
})

it('is neither given to whoever has signed in, nor made by them', async () => {
  later(200)
  const signedIn = { authorization: `Bearer ${admin.token}` }
  const private_ = '{ publicPostNotices { noticeTo } me { draftKey } }'
  // What is refused for one of its parts may still be asking for the other when it is answered.
  expect((await send(private_)).statusCode).toBe(401)
  expect((await send(private_, signedIn)).json().data.me.draftKey).toBeTruthy()
  expect(await cost(() => send(NOTICES, signedIn))).toBe(1)
  expect(await cost(() => send(NOTICES, { cookie: `laobing=${admin.token}` }))).toBe(1)
  expect(await cost(() => send(NOTICES))).toBe(1)
})

it('is nothing that anybody is refused, nor what only holds a part that is for everybody', async () => {
  later(300)
  for (const query of ['{ applicationNotice(version: "none") { version } }', '{ publicPostNotices { nothing } }', '{ publicPostNotices { noticeTo } me { draftKey } }', '{ publicPostNotices { postNo } verifyCertificate(number: "x", checkCode: "y") { number } }', 'query a { publicPostNotices { postNo } } query b { me { draftKey } }']) {
    const [first, second] = [await send(query), await send(query)]
    expect([query, second.statusCode, second.body.replace(/"requestId":"[^"]*"/g, '')]).toEqual([query, first.statusCode, first.body.replace(/"requestId":"[^"]*"/g, '')])
    if (first.json().errors?.[0]?.extensions.requestId) expect(second.body).not.toBe(first.body)
  }
  // What is paced, and so is asked of the database each time, however often it was answered.
  const paced = () => send('{ publicPostNotices { noticeTo } verifyCertificate(number: "x", checkCode: "y") { number } }')
  expect((await paced()).json().data).toEqual({ publicPostNotices: [], verifyCertificate: null })
  expect(await cost(paced)).toBeGreaterThan(1)
})

it('is given only to the front ends whose key opens it', async () => {
  later(400)
  const make = async (operations: string[]) => (await admin.get('mutation ($input: ApiKeyInput!) { createApiKey(input: $input) { key } }', { input: { name: '测试网站', origins: [], operations } })).createApiKey.key as string
  const [opened, closed] = [await make(['publicPostNotices']), await make(['regionTree'])]
  await send(NOTICES)
  expect(await cost(() => send(NOTICES, { 'x-api-key': opened }))).toBeLessThanOrEqual(2)
  expect((await send(NOTICES, { 'x-api-key': opened })).json().data).toEqual({ publicPostNotices: [] })
  expect((await send(NOTICES, { 'x-api-key': closed })).json().errors[0].extensions.code).toBe('FORBIDDEN')
  expect((await send(NOTICES, { 'x-api-key': 'unknown' })).statusCode).toBe(401)
})

it('cannot be said of what not everybody may ask, or the server does not start', () => {
  @Resolver()
  class Careless {
    @Allow('case.read')
    @SameForEverybody()
    @Query(() => String)
    secrets(): string {
      return 'x'
    }
  }
  expect(() => new PublicAnswers(buildSchemaSync({ resolvers: [Careless], validate: false }))).toThrow('secrets cannot be the same for everybody')
})
