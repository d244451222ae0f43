import './keys'
import { randomBytes } from 'node:crypto'
import { type App, createApp } from '../../server/app'
import type { Reach } from '../../server/kernel/access'
import { Context } from '../../server/kernel/context'
import { Deadline } from '../../server/kernel/deadline'
import { type Entity, newId } from '../../server/kernel/entity'
import { systemActor } from '../../server/kernel/jobs'
import { Account, AccountState } from '../../server/people/accounts/Account'
import { newToken } from '../../server/people/accounts/identify'
import { Session } from '../../server/people/accounts/Session'
import type { Role } from '../../server/roles'
import { closeDatabase, database } from './database'

let started: Promise<App> | undefined
let clock: (() => Date) | undefined

/** The product, started in this process on the worker's database. It keeps no public answers: what a test writes shows at once. */
export async function app(): Promise<App> {
  const db = await database()
  return (started ??= createApp({ database: db, now, publicSeconds: 0 }))
}

/** What the product's clock shows. */
export const now = (): Date => clock?.() ?? new Date()

/** Sets the clock that the product reads; without an argument it is the real one again. */
export function setClock(instant?: string): void {
  clock = instant ? () => new Date(instant) : undefined
}

/** Ends what `app` started; each test file calls it last. */
export async function stop(): Promise<void> {
  if (started) await (await started).http.close()
  started = undefined
  await closeDatabase()
}

export interface Answer<T = any> {
  data: T
  error: { message: string; locations?: object[]; extensions: Record<string, any> } | undefined
  code: string | undefined
  status: number
  headers: Record<string, unknown>
}

/** Asks the product over HTTP, as a front end would; from another client's address where one is given. */
export async function ask<T = any>(query: string, variables: Record<string, unknown> = {}, token?: string, headers: Record<string, string> = {}, remoteAddress?: string): Promise<Answer<T>> {
  const { http } = await app()
  const response = await http.inject({
    method: 'POST',
    url: '/graphql',
    ...(remoteAddress && { remoteAddress }),
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...(token && { authorization: `Bearer ${token}` }), ...headers },
    payload: JSON.stringify({ query, variables }),
  })
  const body = response.json() as { data: T; errors?: { message: string; locations?: object[]; extensions: Record<string, any> }[] }
  const error = body.errors?.[0]
  return { data: body.data, error, code: error?.extensions?.code as string | undefined, status: response.statusCode, headers: response.headers }
}

/** Somebody who has signed in and can be asked to do things. */
export class Person {
  constructor(
    readonly account: Account,
    readonly token: string,
  ) {}

  ask<T = any>(query: string, variables: Record<string, unknown> = {}): Promise<Answer<T>> {
    return ask<T>(query, variables, this.token)
  }

  /** Asks, and fails the test where the answer is a refusal. */
  async get<T = any>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, error } = await this.ask<T>(query, variables)
    if (error) throw new Error(`${error.extensions?.code}: ${error.message} ${JSON.stringify(error.extensions)}`)
    return data
  }
}

type Bound = Partial<Pick<Reach, 'regionCode' | 'teamId' | 'volunteerId' | 'personId' | 'employerId'>>

/** A signed-in account of a role, bound to what is given. */
export async function person(role: Role, bound: Bound = {}): Promise<Person> {
  const { token, tokenHash } = newToken()
  const now = new Date()
  const account = Account.of({
    username: `u${newId().toLowerCase()}`, displayName: `测试${role}`, role, state: AccountState.ACTIVE, regionCode: null, teamId: null, volunteerId: null, personId: null,
    passwordHash: 'none', formerPasswords: null, passwordChangedAt: now, mustChangePassword: false, lockedUntil: null, lastSignInAt: null, stamp: 1, totpConfirmed: true, totpStep: null,
    ...bound,
  })
  // The session outlives whatever clock a test sets.
  const late = new Date(Date.now() + 3_600_000 * 24 * 400)
  await put(account)
  await put(Session.of({ tokenHash, accountId: account.id, stamp: 1, lastSeenAt: late, expiresAt: late, endedAt: null, ip: null, userAgent: null }))
  return new Person(account, token)
}

/** Puts a thing into its table, through the store, as nobody in particular. */
export async function put<T extends Entity>(entity: T): Promise<T> {
  const ctx = await systemCtx()
  return (await ctx.transact('arrange', inner => inner.store.save(entity))) as T
}

/** A context that sees everything, for arranging and looking. */
export async function systemCtx(instant = now()): Promise<Context> {
  return Context.for(await database(), systemActor('arrange'), { requestId: null, ip: null, locale: 'zh' }, instant, new Deadline(60_000))
}

let territory = 0
/** A township that no other test has: tests keep apart by territory. `village(n)` is one of its villages. */
export function aTerritory(): { banner: string; township: string; village(n?: number): string } {
  const nine = `9${String(parseInt(randomBytes(3).toString('hex'), 16) % 10_000).padStart(4, '0')}${String(++territory).padStart(1, '0').slice(-1)}${String(territory % 1000).padStart(3, '0')}`
  return { banner: `${nine.slice(0, 6)}000000`, township: `${nine}000`, village: (n = 1) => `${nine}${String(200 + n)}` }
}

export { asOwner } from './database'
