import { readFileSync } from 'node:fs'

/** The secrets that protect personal data: sealing keys by id, the fingerprint key, the audit key. */
export interface Keys {
  readonly active: string
  readonly sealing: ReadonlyMap<string, Buffer>
  readonly fingerprint: Buffer
  readonly audit: Buffer
}

interface KeysFile {
  active: string
  keys: Record<string, string>
  fingerprint: string
  audit: string
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
  return { active: file.active, sealing, fingerprint: bytes(file.fingerprint, 'fingerprint'), audit: bytes(file.audit, 'audit') }
}

let loaded: Keys | undefined

/** Reads the keys once, from `LAOBING_KEYS` (the JSON itself) or `LAOBING_KEYS_FILE` (its path). */
export function keys(): Keys {
  if (loaded) return loaded
  const { LAOBING_KEYS: inline, LAOBING_KEYS_FILE: path } = process.env
  if (!inline && !path) throw new Error('No keys: set LAOBING_KEYS_FILE to the file that npm start makes, or LAOBING_KEYS to its content.')
  loaded = parse(inline ?? readFileSync(path!, 'utf8'))
  return loaded
}
