import { createHmac } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Database } from './database'
import { keys } from './keys'
import { log } from './log'

/** A keyed digest, as the trail's lines and links carry it. */
export const auditDigest = (text: string): string => createHmac('sha256', keys().audit).update(text).digest('base64url')

/** The newest link of the chain that was seen, noted outside the tables, so that the chain cannot be cut short unseen. */
export interface Anchor {
  number: number
  toId: string
  digest: string
}

const signed = ({ number, toId, digest }: Anchor): string => auditDigest(`anchor/${number}/${toId}/${digest}`)

/** Where the anchor of a database lies: in the folder `LAOBING_ANCHOR`; null where there is none, and the log alone keeps the heads. */
export function anchorFileOf(database: Database): string | null {
  const { LAOBING_ANCHOR: folder } = process.env
  return folder ? path.join(folder, `audit-anchor-${database.name}.json`) : null
}

/** The anchor, null where there is none, or `FORGED` where the file is not as the product wrote it. */
export function readAnchor(database: Database): Anchor | 'FORGED' | null {
  const file = anchorFileOf(database)
  if (!file) return null
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  try {
    const { mac, ...anchor } = JSON.parse(text) as Anchor & { mac: string }
    return mac === signed(anchor) ? anchor : 'FORGED'
  } catch {
    return 'FORGED'
  }
}

function writeAnchor(file: string, anchor: Anchor): void {
  const fresh = `${file}.new-${process.pid}`
  try {
    writeFileSync(fresh, `${JSON.stringify({ ...anchor, mac: signed(anchor) })}\n`, { mode: 0o600, flush: true })
    renameSync(fresh, file)
  } catch (error) {
    rmSync(fresh, { force: true })
    throw error
  }
}

const headSql = 'SELECT number, toId, digest FROM audit_seals'

/** Moves the anchor to the chain's head, but only where the chain still holds what it was anchored to; each process does it for its own machine. */
export async function keepAnchor(database: Database): Promise<void> {
  try {
    const file = anchorFileOf(database)
    if (!file) return
    const anchor = readAnchor(database)
    if (anchor && !(anchor !== 'FORGED' && (await holds(database, anchor)))) {
      log.error({ file, link: anchor === 'FORGED' ? null : anchor.number }, 'the audit trail lacks what it was anchored to')
      return
    }
    const [head] = await database.query(`${headSql} ORDER BY number DESC LIMIT 1`)
    if (head && Number(head.number) > (anchor?.number ?? 0)) writeAnchor(file, { number: Number(head.number), toId: head.toId as string, digest: head.digest as string })
  } catch (error) {
    log.warn({ error: (error as Error).message }, 'the audit anchor could not be kept')
  }
}

async function holds(database: Database, { number, digest }: Anchor): Promise<boolean> {
  const [link] = await database.query(`${headSql} WHERE number = ?`, [number])
  return link?.digest === digest
}
