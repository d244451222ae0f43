import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { anchorFolder } from './auditAnchor.mjs'
import { ensureEmbedded } from './embedded/ensureEmbedded.mjs'
import { PlainError } from './plainError.mjs'
import { dataFolder, unpackedFolder } from './project.mjs'
import { say } from './runStep.mjs'

const PATIENCE_MS = 30_000

/**
 * The database that commands work on: the one `DATABASE_URL` names (with its owner in `DATABASE_OWNER_URL`), else the
 * product's own. Answers `{ url, ownerUrl, embedded?, release() }`.
 */
export async function openDatabase() {
  const { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl = url } = process.env
  if (!url) {
    const embedded = await ensureEmbedded({ dir: join(dataFolder, 'database'), unpacked: unpackedFolder, log: say })
    const { flavour, version } = embedded.engine
    say(`${embedded.attached ? 'using the running' : 'started the'} database (${flavour} ${version}, 127.0.0.1:${embedded.port})`)
    return { url: embedded.url, ownerUrl: embedded.ownerUrl, embedded, release: embedded.release }
  }
  await mustAnswer(ownerUrl)
  return { url, ownerUrl, release: async () => 'not ours' }
}

/** What the product's programs read from their environment. */
export function environmentFor(database, keys) {
  return { ...process.env, DATABASE_URL: database.url, LAOBING_KEYS_FILE: keys, LAOBING_ANCHOR: anchorFolder() }
}

/** Waits for a database of somebody else's, which may be starting as well, and says plainly why it cannot be used. */
async function mustAnswer(address) {
  const where = readAddress(address)
  const { default: mysql } = await import('mysql2/promise')
  const end = Date.now() + PATIENCE_MS
  let told = false
  for (;;) {
    try {
      const connection = await mysql.createConnection({ uri: address, connectTimeout: 3000 })
      await connection.query('SELECT 1')
      await connection.end()
      return
    } catch (error) {
      if (/ACCESS_DENIED|BAD_DB|NOT_SUPPORTED_AUTH/.test(error.code ?? '') || Date.now() > end) {
        throw new PlainError(`The database at ${where} cannot be used: ${error.code ?? error.message}.`, 'Check DATABASE_URL and DATABASE_OWNER_URL, and that the server runs and the database exists.')
      }
      if (!told) say(`waiting for the database at ${where} (${error.code})`)
      told = true
      await sleep(500)
    }
  }
}

function readAddress(address) {
  try {
    const { protocol, host, pathname } = new URL(address)
    if (protocol === 'mysql:' && pathname.length > 1) return `${host}${pathname}`
  } catch {
    // said below
  }
  throw new PlainError('DATABASE_URL is not an address of a MySQL-family database.', 'Write it as mysql://user:password@host:3306/laobing')
}
