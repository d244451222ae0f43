import { Entity as Table, Index } from 'typeorm'
import { Within } from './access'
import { auditDigest as digest, keepAnchor, readAnchor } from './auditAnchor'
import type { Database, Row, Value } from './database'
import { isDuplicate } from './databaseErrors'
import { Deadline } from './deadline'
import { Entity, idAt } from './entity'
import { log } from './log'
import { Stored } from './stored'

/** What an act changed: property → before and after; sealed values show that they changed, not to what. */
export type Changes = Record<string, [before: unknown, after: unknown]>

/** One line of the audit trail: who did what to which record, when, from where, and with what result. Written once, never changed. */
@Table('audit_entries')
@Within({ region: 'regionCode' })
@Index(['entityId', 'entity', 'id'])
@Index(['actorId', 'id'])
@Index(['act', 'id'])
@Index(['actorId', 'clientKey'], { unique: true })
export class AuditEntry extends Entity {
  @Stored.ref() actId: string
  @Stored.code(80) act: string
  @Stored.code(26) actorId: string
  @Stored.text(60) actorName: string
  @Stored.code(30) role: string
  @Stored.code(45, { nullable: true }) ip: string | null
  @Stored.code(40, { nullable: true }) requestId: string | null
  /** `DONE`, or the code of the refusal. */
  @Stored.code(40) result: string
  @Stored.code(60) entity: string
  @Stored.code(26) entityId: string
  @Stored.code(12, { nullable: true }) regionCode: string | null
  @Stored.code(40, { nullable: true }) action: string | null
  @Stored.text(500, { nullable: true }) note: string | null
  @Stored.json({ nullable: true }) changes: Changes | null
  @Stored.code(64, { nullable: true }) clientKey: string | null
  @Stored.code(43, { nullable: true }) contentHash: string | null
  /** A keyed digest of the line itself. */
  @Stored.code(43) mac: string
}

/** A link of the chain: the digest of a run of entries and of the link before. */
@Table('audit_seals')
@Within({})
export class AuditSeal extends Entity {
  /** The link's place in the chain, from 1. Two processes cannot forge the same link. */
  @Index({ unique: true }) @Stored.whole() number: number
  @Stored.code(26) fromId: string
  @Stored.code(26) toId: string
  @Stored.whole() count: number
  @Stored.code(43) digest: string
}

const COLUMNS = ['id', 'version', 'createdAt', 'updatedAt', 'actId', 'act', 'actorId', 'actorName', 'role', 'ip', 'requestId', 'result', 'entity', 'entityId', 'regionCode', 'action', 'note', 'changes', 'clientKey', 'contentHash'] as const

/** The line as text, always in the same order, however the database gives it back. */
function textOf(entry: Row): string {
  return JSON.stringify(COLUMNS.map(name => {
    const value = entry[name] ?? null
    return name === 'changes' ? inOrder(typeof value === 'string' ? (JSON.parse(value) as unknown) : value) : value
  }))
}

/** The same value with the properties of its objects in the order of their names. */
function inOrder(value: unknown): unknown {
  if (!value || typeof value !== 'object' || value instanceof Date) return value
  if (Array.isArray(value)) return value.map(inOrder)
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, each]) => [name, inOrder(each)]))
}

const INSERTION = `INSERT INTO audit_entries (${COLUMNS.join(',')},mac) VALUES `
const PLACES = `(${Array(COLUMNS.length + 1).fill('?').join(',')})`

/** The statement that writes the lines of one act. */
export function insertionOf(entries: readonly AuditEntry[]): [sql: string, values: Value[]] {
  const values: Value[] = []
  for (const entry of entries) {
    for (const name of COLUMNS) values.push(name === 'changes' ? entry.changes && JSON.stringify(entry.changes) : (entry[name] ?? null))
    values.push(digest(textOf(entry as unknown as Row)))
  }
  return [INSERTION + Array(entries.length).fill(PLACES).join(','), values]
}

/** A line's id is made just before its act commits; after this time none can still come before another. */
const SEAL_AFTER_MS = 20_000
const SEAL_AT_MOST = 5000
/** How many of an id's characters tell its time. */
const TIME_OF_ID = 10

/** Adds link after link over the lines that nothing can still come before, and notes the head outside the tables: in the log, and as the anchor. */
export async function sealTrail(database: Database, settledMs = SEAL_AFTER_MS): Promise<void> {
  const now = new Date()
  let count = 0
  while ((count = await sealAudit(database, now, settledMs)) > 0) {
    const [head] = await database.query('SELECT number, toId, digest FROM audit_seals ORDER BY number DESC LIMIT 1')
    log.info({ ...head, count }, 'the audit trail was sealed')
  }
  await keepAnchor(database)
}

/** Adds one link. Returns how many lines it sealed; where another process was sooner, as two that stop together may be, none are left. */
export async function sealAudit(database: Database, now = new Date(), settledMs = SEAL_AFTER_MS): Promise<number> {
  const sealing = database.transaction(new Deadline(30_000), async line => {
    const [last] = await line.query('SELECT number, toId, digest FROM audit_seals ORDER BY number DESC LIMIT 1')
    const entries = await line.query('SELECT * FROM audit_entries WHERE id > ? AND id < ? ORDER BY id LIMIT ?', [(last?.toId as string) ?? '', idAt(new Date(now.getTime() - settledMs)).slice(0, TIME_OF_ID), SEAL_AT_MOST])
    if (entries.length === 0) return 0
    const link = { id: entries.at(-1)!.id as string, number: Number(last?.number ?? 0) + 1 }
    await line.query('INSERT INTO audit_seals (id, version, createdAt, updatedAt, number, fromId, toId, count, digest) VALUES (?,1,?,?,?,?,?,?,?)', [
      link.id, now, now, link.number, entries[0]!.id as string, link.id, entries.length, linkOf((last?.digest as string) ?? '', entries),
    ])
    return entries.length
  })
  return sealing.catch((error: unknown) => {
    if (isDuplicate(error)) return 0
    throw error
  })
}

const linkOf = (before: string, entries: readonly Row[]): string => digest(`${before}\n${entries.map(entry => `${entry.id}:${entry.mac}`).join('\n')}`)

export interface Verdict {
  ok: boolean
  checked: number
  firstBroken: string | null
  /** Whether there was an anchor to compare the chain with. */
  anchored: boolean
}

/** Reads the whole trail again: every line against its own digest, every run against the chain, the chain against its anchor. */
export async function verifyAudit(database: Database): Promise<Verdict> {
  const seals = await database.query('SELECT * FROM audit_seals ORDER BY number')
  let checked = 0
  let before = ''
  let after = ''
  const anchor = readAnchor(database)
  const broken = (at: string | null): Verdict => ({ ok: false, checked, firstBroken: at, anchored: anchor !== null })
  for (const [index, seal] of seals.entries()) {
    const entries = await database.query('SELECT * FROM audit_entries WHERE id > ? AND id <= ? ORDER BY id', [after, seal.toId as string])
    const bad = entries.find(entry => entry.mac !== digest(textOf(entry)))
    if (bad) return broken(bad.id as string)
    if (Number(seal.number) !== index + 1 || entries.length !== Number(seal.count) || linkOf(before, entries) !== seal.digest) return broken(String(entries[0]?.id ?? seal.fromId))
    checked += entries.length
    before = seal.digest as string
    after = seal.toId as string
  }
  if (anchor === 'FORGED') return broken(null)
  if (anchor && seals[anchor.number - 1]?.digest !== anchor.digest) return broken(anchor.toId)
  for (;;) {
    const entries = await database.query('SELECT * FROM audit_entries WHERE id > ? ORDER BY id LIMIT 2000', [after])
    if (entries.length === 0) return { ok: true, checked, firstBroken: null, anchored: anchor !== null }
    const bad = entries.find(entry => entry.mac !== digest(textOf(entry)))
    if (bad) return broken(bad.id as string)
    checked += entries.length
    after = entries.at(-1)!.id as string
  }
}
