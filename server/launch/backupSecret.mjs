import { backupKey } from './keysFile.mjs'
import { PlainError } from './plainError.mjs'

const SHORTEST = 12

/** What a backup is sealed with: BACKUP_PASSPHRASE when given, else the backup key of the keys file. */
export function backupSecret() {
  const passphrase = process.env.BACKUP_PASSPHRASE
  if (!passphrase) return { key: backupKey() }
  if (passphrase.length < SHORTEST) throw new PlainError('BACKUP_PASSPHRASE is too short.', `Use ${SHORTEST} characters or more.`)
  return { passphrase }
}
