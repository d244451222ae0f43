import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { SM4_PREFIX } from './kernel/ciphers'
import type { Database } from './kernel/database'
import { systemContext } from './kernel/jobs'
import { forgetKeys, KEYS_TRUST_MS, type KeysFile } from './kernel/keys'
import { reseal, sealedTables } from './kernel/reseal'
import { entities } from './schema'

interface Options {
  /** What the new key is for; AES unless SM4 is asked for. */
  cipher?: 'aes' | 'sm4'
  /** Only puts the new key into the file, so that it can be copied to other machines before it is used. */
  addOnly?: boolean
  say?: (line: string) => void
  /** How long other processes may still seal with the key before. */
  settleMs?: number
}

/**
 * Brings in a new sealing key and seals everything anew with it, while the product runs. Interrupted, it is run again and
 * goes on with the same key. Former keys stay in the file, for the backups that need them. Returns the new key's id.
 */
export async function rotateKeys(database: Database, file: string, { cipher = 'aes', addOnly = false, say = () => undefined, settleMs = KEYS_TRUST_MS + 1000 }: Options = {}): Promise<string> {
  const present = readKeys(file)
  const id = present.rotating ?? nextId(present, cipher)
  if (!present.rotating) {
    writeKeys(file, { ...present, keys: { ...present.keys, [id]: randomBytes(32).toString('base64') }, rotating: id })
    say(`added the key ${id}`)
  }
  if (addOnly) return id
  writeKeys(file, { ...readKeys(file), active: id })
  forgetKeys()
  say(`the key ${id} is active`)
  const first = await pass(database, say)
  await sleep(settleMs)
  const count = first + (await pass(database, say))
  const { rotating: _, ...done } = readKeys(file)
  writeKeys(file, done)
  const ctx = systemContext(database, 'rotateKeys')
  await ctx.transact('rotateKeys', async inner => inner.store.remark('SealingKey', id, null, { action: 'ROTATED', note: `${count}` }))
  say(`${count} value(s) are sealed anew; keep a new copy of ${file} apart from the backups`)
  return id
}

/** Goes over every table until one turn finds nothing under another key. */
async function pass(database: Database, say: (line: string) => void): Promise<number> {
  let all = 0
  for (;;) {
    let found = 0
    for (const table of sealedTables(database, entities)) found += await reseal(database, table, done => say(`… ${table.table}: ${done}`))
    all += found
    if (found === 0) return all
  }
}

function nextId({ keys }: KeysFile, cipher: 'aes' | 'sm4'): string {
  const last = Math.max(0, ...Object.keys(keys).map(id => Number(/(\d+)$/.exec(id)?.[1] ?? 0)))
  return `${cipher === 'sm4' ? SM4_PREFIX : ''}k${last + 1}`
}

const readKeys = (file: string): KeysFile => JSON.parse(readFileSync(file, 'utf8')) as KeysFile

/** Puts the new content in place of the old in one step, safe on the disk before any value depends on it. */
function writeKeys(file: string, content: KeysFile): void {
  const fresh = `${file}.new-${process.pid}`
  const handle = openSync(fresh, 'wx', 0o600)
  try {
    writeSync(handle, `${JSON.stringify(content, null, 2)}\n`)
    fsyncSync(handle)
    closeSync(handle)
    renameSync(fresh, file)
  } catch (error) {
    rmSync(fresh, { force: true })
    throw error
  }
}
