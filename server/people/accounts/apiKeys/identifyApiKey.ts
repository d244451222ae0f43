import type { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { type Database } from '../../../kernel/database'
import type { Deadline } from '../../../kernel/deadline'
import { Forbidden, Limited, Unauthenticated } from '../../../kernel/errors'
import { seldom } from '../../../kernel/seldom'
import { say } from '../../../kernel/text'
import { hashOf } from '../identify'

/** The front end that asks: what it may ask where nobody has signed in. */
export interface FrontEnd {
  readonly id: string
  readonly operations: ReadonlySet<string>
}

interface Known extends FrontEnd {
  readonly hash: string
  readonly origins: ReadonlySet<string>
  readonly limiter: RateLimiterMemory
  usedAt: number
}

/** For how long, in ms, a process may trust what it last read of the keys. */
const TRUST_MS = 5000
/** How often, in ms, a key's last use is written down. */
const TOUCH_MS = 60_000

let read: { keys: Map<string, Known>; until: number } | undefined

/** Forgets what was read of the keys, so that a change holds at once where it was made. */
export function forgetApiKeys(): void {
  read = undefined
}

/** The keys in use, no older than five seconds; a key keeps its count of requests from one reading to the next. */
async function knownKeys(database: Database, deadline: Deadline): Promise<Map<string, Known>> {
  if (read && read.until > Date.now()) return read.keys
  const before = read?.keys
  const rows = await database.query("SELECT id, keyHash, origins, operations, perMinute FROM api_keys WHERE state = 'ACTIVE'", [], deadline)
  const codes = (text: unknown): Set<string> => new Set(String(text).split(',').filter(Boolean))
  const keys = new Map(rows.map(row => {
    const hash = row.keyHash as string
    const points = Number(row.perMinute)
    const old = before?.get(hash)
    const limiter = old?.limiter.points === points ? old.limiter : new seldom.RateLimiterMemory({ points, duration: 60 })
    return [hash, { id: row.id as string, hash, origins: codes(row.origins), operations: codes(row.operations), limiter, usedAt: old?.usedAt ?? 0 }]
  }))
  read = { keys, until: Date.now() + TRUST_MS }
  return keys
}

/** Whether a browser's page of that origin may ask at all: some key names it, or the installation does (`CORS_ORIGINS`, comma-separated). */
export async function isKnownOrigin(database: Database, origin: string, deadline: Deadline): Promise<boolean> {
  if ((process.env.CORS_ORIGINS ?? '').split(',').filter(Boolean).includes(origin)) return true
  return [...(await knownKeys(database, deadline)).values()].some(key => key.origins.has(origin))
}

/** Who sends this key; refuses one that is unknown or revoked, sent from a page that is not its own, or too often. */
export async function identifyApiKey(database: Database, secret: string, origin: string | undefined, now: Date, deadline: Deadline): Promise<FrontEnd> {
  const key = (await knownKeys(database, deadline)).get(hashOf(secret))
  if (!key) throw new Unauthenticated(say('接口密钥无效或已收回。', 'The API key is unknown or has been revoked.'))
  if (origin && !key.origins.has(origin)) throw new Forbidden(`apiKey from ${origin.slice(0, 90)}`)
  try {
    await key.limiter.consume('requests')
  } catch (refused) {
    throw new Limited(Math.ceil((refused as RateLimiterRes).msBeforeNext / 1000))
  }
  if (now.getTime() - key.usedAt > TOUCH_MS) {
    key.usedAt = now.getTime()
    await database.query('UPDATE api_keys SET lastUsedAt = ? WHERE id = ?', [now, key.id], deadline)
  }
  return key
}
