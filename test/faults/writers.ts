import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { addDays, dayOf } from '../../server/kernel/days'
import { verifyAudit } from '../../server/kernel/audit'
import { findAmiss } from '../../server/kernel/totals'
import { findDifferences } from '../../server/people/hours/checkTotals'
import type { Pairing } from '../../server/programmes/pairings/Pairing'
import { type Person, person, systemCtx } from '../support/app'
import { database } from '../support/database'
import { aPairing } from '../support/pairings'
import { aPlace } from '../support/people'
import { size } from './figures'

/** Long, so that a full disk is felt soon. */
const NOTE = '老人身体很好。'.repeat(100)
const RECORD = 'mutation($input: RecordVisitInput!) { recordVisit(input: $input) { id minutes } }'
/** How long the product lets a request take: its default in the long run, less where the tests wait for it. */
export const REQUEST_MS = size(3000, 4800)
/**
 * When an answer is late, and a word that the server lives. The long run has the machine for itself and holds the figures of the
 * bar; beside other tests nothing may be told by the clock but that an answer came instead of hanging.
 */
const IN_TIME_MS = size(REQUEST_MS + 4000, 5000)
export const ALIVE_MS = size(4000, 1000)
/** By then writes must go on after the database is back. */
export const HEALED_MS = size(20_000, 10_000)

/** Where the writers write: a township with a few pairings, whose rows and totals they fight for, and its station worker. */
export interface Field {
  worker: Person
  pairings: Pairing[]
  /** What was acknowledged: the key under which a visit was sent, and the visit. */
  acknowledged: Map<string, string>
}

export async function aField(pairings = 4): Promise<Field> {
  const place = await aPlace()
  const startedOn = addDays(dayOf(new Date()), -60)
  return {
    worker: await person('stationWorker', { regionCode: place.township }),
    pairings: await Promise.all(Array.from({ length: pairings }, () => aPairing({ regionCode: place.village(), startedOn }))),
    acknowledged: new Map(),
  }
}

/** An answer as it came, or what came instead. */
export interface Sent {
  status: number | 'CUT'
  /** The refusal's code, or how the connection ended. */
  code?: string
  retryAfter: string | null
  id?: string
  /** When it was sent and how long it took, in ms of this process's clock. */
  at: number
  ms: number
}

/** What is wrong with answers that are not good: each must be a 503 in time that says when to come again. `late`: by how many ms the asker itself was. */
export function amiss(sent: readonly Sent[], late = 0): string[] {
  const isGood = (one: Sent): boolean => one.status === 200 && !one.code
  const isSentAway = (one: Sent): boolean => one.status === 503 && one.code === 'UNAVAILABLE' && Number(one.retryAfter) >= 1
  return sent.filter(one => one.ms > IN_TIME_MS + late || !(isGood(one) || isSentAway(one))).map(one => `${one.status} ${one.code ?? ''} after ${Math.round(one.ms)} ms`)
}

/** With the whole answer. */
export type Answered = Sent & { body?: unknown }

/** Sends one operation, and never throws. */
export async function send(url: string, token: string, query: string, variables: object, headers: Record<string, string> = {}): Promise<Answered> {
  const at = performance.now()
  try {
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers }, body: JSON.stringify({ query, variables }) })
    const body = await answer.json() as { data?: { recordVisit?: { id: string } }; errors?: { extensions: { code: string } }[] }
    return { status: answer.status, code: body.errors?.[0]?.extensions.code, retryAfter: answer.headers.get('retry-after'), id: body.data?.recordVisit?.id, at, ms: performance.now() - at, body }
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string } }
    return { status: 'CUT', code: cause?.code ?? message, retryAfter: null, at, ms: performance.now() - at }
  }
}

/**
 * Volunteers' phones: each sends visits one after the other with a `clientKey`, notes what was acknowledged, and sends again,
 * with the same key, what was not. At the end the database must hold every key once, and what was acknowledged under it.
 */
export class Writers {
  private static readonly all = new Set<Writers>()
  readonly sent: Sent[] = []
  private stopping?: 'WHEN_DONE' | 'NOW'
  private readonly working: Promise<void>[]

  constructor(
    private readonly field: Field,
    private readonly url: () => string,
    many = 8,
  ) {
    Writers.all.add(this)
    this.working = Array.from({ length: many }, (_, n) => this.work(n))
  }

  /** Waits until so many more were acknowledged, and returns how long after that moment the first of them came. */
  async goOn(many = 20, withinMs = 30_000): Promise<number> {
    const from = performance.now()
    for (;;) {
      const good = this.goodSince(from)
      if (good.length >= many) return Math.min(...good.map(one => one.at + one.ms)) - from
      if (performance.now() - from > withinMs) throw new Error(`Only ${good.length} of ${many} writes were acknowledged within ${withinMs} ms; last: ${JSON.stringify(this.sent.at(-1))}`)
      await sleep(20)
    }
  }

  /** Waits until some were sent away. */
  async isRefused(many = 10, withinMs = 30_000): Promise<void> {
    const from = performance.now()
    while (this.sent.filter(one => !one.id && one.at >= from).length < many) {
      if (performance.now() - from > withinMs) throw new Error(`No write was refused within ${withinMs} ms.`)
      await sleep(20)
    }
  }

  private goodSince(from: number): Sent[] {
    return this.sent.filter(one => one.id && one.at + one.ms >= from)
  }

  /** Lets each writer bring its last act to its acknowledgement. */
  async stop(): Promise<void> {
    this.stopping ??= 'WHEN_DONE'
    await Promise.all(this.working)
    Writers.all.delete(this)
  }

  /** Ends the writers of a test that failed. */
  static async stopAll(): Promise<void> {
    for (const writers of Writers.all) {
      writers.stopping = 'NOW'
      await writers.stop()
    }
  }

  /** How many acts were acknowledged. */
  get acts(): number {
    return this.sent.filter(one => one.id).length
  }

  /** How the answers were that were not good, by code. */
  refusals(): Record<string, number> {
    const found: Record<string, number> = {}
    for (const { status, code, id } of this.sent) if (!id) found[code ?? String(status)] = (found[code ?? String(status)] ?? 0) + 1
    return found
  }

  get slowest(): number {
    return Math.round(Math.max(...this.sent.map(one => one.ms)))
  }

  private async work(n: number): Promise<void> {
    const { worker, pairings, acknowledged } = this.field
    const pairing = pairings[n % pairings.length]!
    for (let turn = 0; !this.stopping; turn++) {
      const clientKey = randomUUID()
      const visitedOn = addDays(dayOf(new Date()), -1 - (turn % 50))
      const input = { clientKey, pairingId: pairing.id, visitedOn, manner: 'HOME', contactMade: true, minutes: 1, note: NOTE }
      for (;;) {
        const sent = await send(this.url(), worker.token, RECORD, { input })
        this.sent.push(sent)
        if (sent.id) {
          acknowledged.set(clientKey, sent.id)
          break
        }
        if (this.stopping === 'NOW') return
        await sleep(50 + Math.random() * 100)
      }
    }
  }
}

interface Found {
  clientKey: string
  entityId: string
}

/** Compares what was acknowledged with what the database holds: nothing lost, nothing doubled, every total right, the trail whole. */
export async function mustAllBeThere({ pairings, acknowledged }: Field): Promise<void> {
  const db = await database()
  const ids = pairings.map(pairing => pairing.id)
  const visits = new Set((await db.query('SELECT id FROM visits WHERE pairingId IN (?)', [ids])).map(row => row.id as string))
  const kept = (await db.query("SELECT clientKey, entityId FROM audit_entries WHERE act = 'recordVisit' AND clientKey IS NOT NULL AND result = 'DONE'")) as unknown as Found[]
  const byKey = new Map(kept.map(row => [row.clientKey, row.entityId]))
  const lost = [...acknowledged].filter(([key, id]) => byKey.get(key) !== id || !visits.has(id))
  expect(lost).toEqual([])
  expect(visits.size).toBe(acknowledged.size)
  const [booked] = await db.query("SELECT COUNT(*) AS n, COUNT(DISTINCT sourceId) AS sources FROM service_records WHERE sourceType = 'Visit' AND sourceId IN (SELECT id FROM visits WHERE pairingId IN (?))", [ids])
  expect([Number(booked!.n), Number(booked!.sources)]).toEqual([visits.size, visits.size])
  const ctx = await systemCtx()
  expect(await findDifferences(ctx)).toEqual([])
  expect(await findAmiss(ctx)).toEqual([])
  expect(await verifyAudit(db)).toMatchObject({ ok: true })
}
