import fc from 'fast-check'
import { Account } from '../../server/people/accounts/Account'
import { newToken } from '../../server/people/accounts/identify'
import { Session } from '../../server/people/accounts/Session'
import type { Entity, Type } from '../../server/kernel/entity'
import { log } from '../../server/kernel/log'
import { buildFrontedSchema, entities } from '../../server/schema'
import { loadDemo } from '../../server/seeds/demo'
import { app, asOwner, put, stop, systemCtx } from '../support/app'
import { database } from '../support/database'
import { type Operation, RandomOperations } from '../support/randomOperations'

/** How many are sent, and from which seed: a whole run of `npm run test:surface` sends many thousands. */
const COUNT = Number(process.env.OPERATIONS ?? 600)
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31)
const AT_ONCE = 4
/** After so many everybody sits down anew. */
const SITTING = 500
/** What somebody who is signed in as it would end their own session with, or spend seconds on: they have their tests. */
const LEFT_ALONE = new Set(['signOut', 'signIn', 'changePassword', 'recodeRegion'])
/** What an answer must not tell. */
const INSIDES = /node_modules|\bat \S+ \(|\.(ts|js):\d+|\b(SELECT|INSERT INTO|UPDATE|DELETE FROM) [`\w]|\bER_[A-Z]{3,}|mysql|typeorm|Cannot read prop|is not a function|undefined \(reading/

const schema = buildFrontedSchema()
const seats: { name: string; headers: Record<string, string> }[] = []
let operations: RandomOperations
let demo: Account[] | undefined

beforeAll(async () => {
  await loadDemo(await database(), { onlyIfEmpty: true, scale: 1, say: () => undefined })
  const ids: Record<string, string[]> = {}
  const ctx = await systemCtx()
  for (const type of entities as Type<Entity>[]) if (ctx.store.shape(type).has('id')) ids[type.name] = (await ctx.store.sql(`SELECT id FROM ${ctx.store.shape(type).table} ORDER BY id DESC LIMIT 12`)).map(row => String(row.id))
  operations = new RandomOperations(schema, ids, LEFT_ALONE)
  await sitDown()
  const admin = seats.find(seat => seat.name === 'admin')!
  const answer = (await send(admin.headers, { query: 'mutation { createApiKey(input: { name: "前端", operations: [] }) { key } }', variables: {} })).json() as { data: { createApiKey: { key: string } } }
  seats.push({ name: 'nobody', headers: {} }, { name: 'front end', headers: { 'x-api-key': answer.data.createApiKey.key } })
}, 120_000)
afterAll(stop)

/** Everybody of the demo signs in, as what they were at first: whom a random act has barred or made somebody else meanwhile is themselves again. */
async function sitDown(): Promise<void> {
  const accounts = (demo ??= await (await systemCtx()).store.query(Account).rows())
  const late = new Date(Date.now() + 86_400_000)
  for (const account of accounts) {
    const { id, role, regionCode, teamId, volunteerId, personId, employerId, stamp } = account
    await asOwner("UPDATE accounts SET state = 'ACTIVE', lockedUntil = NULL, mustChangePassword = 0, totpConfirmed = 1, role = ?, regionCode = ?, teamId = ?, volunteerId = ?, personId = ?, employerId = ?, stamp = ? WHERE id = ?", [role, regionCode, teamId, volunteerId, personId, employerId, stamp, id])
    const { token, tokenHash } = newToken()
    await put(Session.of({ tokenHash, accountId: account.id, stamp: account.stamp, lastSeenAt: new Date(), expiresAt: late, endedAt: null, ip: null, userAgent: null }))
    const seat = { name: account.username, headers: { authorization: `Bearer ${token}` } }
    const at = seats.findIndex(each => each.name === seat.name)
    if (at < 0) seats.push(seat)
    else seats[at] = seat
  }
}

async function send(headers: Record<string, string>, { query, variables }: Pick<Operation, 'query' | 'variables'>) {
  const { http } = await app()
  return http.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers }, payload: JSON.stringify({ query, variables }) })
}

it(`answers ${COUNT} random operations of every role without a fault of its own (SEED=${SEED})`, async () => {
  const began = performance.now()
  const failures: string[] = []
  let cause = ''
  const logged = jest.spyOn(log, 'error').mockImplementation((...said: unknown[]) => void (cause = JSON.stringify(said[0]).slice(0, 600)))
  const codes: Record<string, number> = {}
  const reached = new Set<string>()
  const drawn = fc.sample(operations.arbitrary, { numRuns: COUNT, seed: SEED })
  const work = async (): Promise<void> => {
    for (let operation = drawn.pop(); operation; operation = drawn.pop()) {
      if (drawn.length % SITTING === 0) await sitDown()
      const { name, headers } = seats[operation.chair % seats.length]!
      const answer = await send(headers, operation)
      const errors = (answer.json() as { errors?: { message: string; extensions?: { code?: string } }[] }).errors ?? []
      const code = errors[0]?.extensions?.code ?? 'DONE'
      codes[code] = (codes[code] ?? 0) + 1
      if (code === 'DONE') reached.add(operation.field)
      const told = JSON.stringify(errors)
      if (answer.statusCode >= 500 || errors.some(error => error.extensions?.code === 'INTERNAL') || INSIDES.test(told)) failures.push(`${name} was answered ${answer.statusCode} ${told.slice(0, 300)}\n  by ${operation.query}\n  with ${JSON.stringify(operation.variables)}\n  ${cause}`)
      if (code === 'UNAUTHENTICATED' && 'authorization' in headers) await sitDown()
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  logged.mockRestore()
  if (process.env.OPERATIONS) {
    const memory = process.memoryUsage()
    const unreached = operations.names.filter(name => !reached.has(name))
    process.stdout.write(`${COUNT} operations of ${seats.length} askers in ${Math.round((performance.now() - began) / 1000)} s: ${JSON.stringify(codes)}; ${reached.size} of ${operations.names.length} root fields did what was asked (not: ${unreached.join(' ')}); ${Math.round(memory.heapUsed / 1e6)} MB of heap, ${Math.round(memory.rss / 1e6)} MB in all\n`)
  }
  expect(failures).toEqual([])
  // The game is only worth something while a good part of it gets past the gate.
  expect(codes.DONE).toBeGreaterThan(COUNT / 20)
}, 3_600_000)
