import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolder } from './makeFolder.mjs'
import { PlainError } from './plainError.mjs'
import { dataFolder } from './project.mjs'
import { say } from './runStep.mjs'

const newKey = () => randomBytes(32).toString('base64')

/** Where the product's keys are: `LAOBING_KEYS_FILE`, else keys.json in the data folder. */
export const keysFile = () => process.env.LAOBING_KEYS_FILE || join(dataFolder, 'keys.json')

/**
 * Makes the keys (sealing, fingerprints, audit, backup; mode 0600) where there are none. A database without the keys that
 * sealed it is unreadable for good, so none are made where one exists already.
 */
export function ensureKeys() {
  if (process.env.LAOBING_KEYS) return
  const file = keysFile()
  if (existsSync(file)) return
  if (existsSync(join(dataFolder, 'database/store'))) {
    throw new PlainError(`The keys (${file}) are missing, and the database is sealed with them.`, 'Put the file back from its copy; without it personal data cannot be read.')
  }
  makeFolder(dirname(file))
  const fresh = `${file}.new-${process.pid}`
  const keys = { active: 'k1', keys: { k1: newKey() }, fingerprint: newKey(), audit: newKey(), backup: newKey() }
  writeFileSync(fresh, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 })
  try {
    linkSync(fresh, file)
    say(`made the keys ${file}: keep a copy in a safe place, apart from the backups`)
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  } finally {
    unlinkSync(fresh)
  }
}

/** The key that backups are sealed with, 32 bytes. */
export function backupKey() {
  const key = Buffer.from(readKeys().backup ?? '', 'base64')
  if (key.length === 32) return key
  throw new PlainError('The keys have no backup key of 32 bytes.', 'Add "backup" (32 random bytes in base64) to the keys, or set BACKUP_PASSPHRASE.')
}

/** A name for these keys that tells nothing about them: whether a backup's personal data can be read with them. */
export const nameOfKeys = () => createHmac('sha256', Buffer.from(readKeys().fingerprint, 'base64')).update('laobing keys').digest('hex').slice(0, 16)

function readKeys() {
  const { LAOBING_KEYS: inline } = process.env
  try {
    return JSON.parse(inline ?? readFileSync(keysFile(), 'utf8'))
  } catch (error) {
    throw new PlainError(`The keys cannot be read from ${inline ? 'LAOBING_KEYS' : keysFile()} (${error.code ?? 'not JSON'}).`, 'Put the keys file of this installation there, or name it in LAOBING_KEYS_FILE.')
  }
}
