import { createSecretKey, type KeyObject } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { log } from './log'

/** The secrets that protect personal data: sealing keys by id, the fingerprint key, the audit key. */
export interface Keys {
  readonly active: string
  readonly sealing: ReadonlyMap<string, Buffer>
  readonly fingerprint: KeyObject
  readonly audit: KeyObject
}

/** The keys as their file has them; each in base64. */
export interface KeysFile {
  active: string
  keys: Record<string, string>
  fingerprint: string
  audit: string
  backup?: string
  /** The key that a rotation, begun and not ended, brings in. */
  rotating?: string
}

function bytes(text: string, name: string): Buffer {
  const key = Buffer.from(text, 'base64')
  if (key.length !== 32) throw new Error(`The key "${name}" must be 32 bytes in base64.`)
  return key
}

function parse(text: string): Keys {
  const file = JSON.parse(text) as KeysFile
  const sealing = new Map(Object.entries(file.keys).map(([id, key]) => [id, bytes(key, id)]))
  if (!sealing.has(file.active)) throw new Error('The active sealing key is not among the keys.')
  return { active: file.active, sealing, fingerprint: createSecretKey(bytes(file.fingerprint, 'fingerprint')), audit: createSecretKey(bytes(file.audit, 'audit')) }
}

/** For how long, in ms, a process may not notice that its keys file has changed. */
export const KEYS_TRUST_MS = 5000

let loaded: { keys: Keys; stamp: number; until: number } | undefined

/** The keys, from `LAOBING_KEYS` (the JSON itself) or `LAOBING_KEYS_FILE` (its path); a file that a rotation changed is read again. */
export function keys(): Keys {
  if (loaded && performance.now() < loaded.until) return loaded.keys
  const { LAOBING_KEYS: inline, LAOBING_KEYS_FILE: path } = process.env
  if (!inline && !path) throw new Error('No keys: set LAOBING_KEYS_FILE to the file that npm start makes, or LAOBING_KEYS to its content.')
  try {
    const stamp = inline ? 0 : statSync(path!).mtimeMs
    const fresh = loaded && loaded.stamp === stamp ? loaded.keys : parse(inline ?? readFileSync(path!, 'utf8'))
    loaded = { keys: fresh, stamp, until: inline ? Infinity : performance.now() + KEYS_TRUST_MS }
  } catch (error) {
    if (!loaded) throw error
    loaded.until = performance.now() + KEYS_TRUST_MS
    log.error({ error: (error as Error).message }, 'the keys file could not be read again; the keys at hand stay in use')
  }
  return loaded.keys
}

/** The sealing key of this id; one that is new is looked for in the file at once. */
export function sealingKey(id: string): Buffer {
  if (!keys().sealing.has(id) && loaded) loaded.until = 0
  const key = keys().sealing.get(id)
  if (!key) throw new Error('A value was sealed with a key that is not at hand.')
  return key
}

/** Forgets the keys, so that they are read anew: for whoever has just changed them. */
export function forgetKeys(): void {
  loaded = undefined
}
