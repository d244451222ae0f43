/**
 * npm run restore -- file [--force]: puts a backup in place of the database. The whole file proves genuine first, the dump
 * is loaded into a schema of its own, and only when that is complete its tables take their place. A database that holds
 * something already is refused, unless --force says that it may go. The keys that sealed its personal data must be here.
 */
import { spawn } from 'node:child_process'
import { createReadStream, existsSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { setAnchorAside } from './auditAnchor.mjs'
import { openStream, parseHeader } from './backupFile.mjs'
import { backupSecret } from './backupSecret.mjs'
import { withDatabase } from './command.mjs'
import { ensureDumpTools, withOptionsFile } from './dumpTools.mjs'
import { environmentOf } from './embedded/findEngine.mjs'
import { nameOfKeys } from './keysFile.mjs'
import { openDatabase } from './openDatabase.mjs'
import { endWith, PlainError } from './plainError.mjs'
import { prepareProduct, runCommand } from './prepareProduct.mjs'
import { dataFolder, unpackedFolder } from './project.mjs'
import { say } from './runStep.mjs'
import { swapSchemas, tablesOf } from './swapSchemas.mjs'

const args = process.argv.slice(2)
const force = args.includes('--force')
const given = args.find(arg => !arg.startsWith('--'))
const file = given && resolve(given)
let secret
let tools
try {
  await prepareProduct({ console: false })
  if (!file || !existsSync(file)) throw new PlainError(file ? `There is no file ${file}.` : 'Which backup?', 'npm run restore -- file [--force]')
  secret = await secretFor(file)
  tools = await ensureDumpTools(unpackedFolder, say)
  say('proving that the backup is whole and genuine')
  await pipeline(createReadStream(file), source => openStream(source, secret), createGunzip(), new Writable({ write: (_bytes, _, done) => done() }))
} catch (error) {
  endWith(error instanceof Error && /^Z_|ERR_ZLIB/.test(error.code ?? '') ? new PlainError('The backup is damaged.', 'Use another copy of it.') : error)
}
await withDatabase(openDatabase, async database => {
  const { default: mysql } = await import('mysql2/promise')
  const connection = await mysql.createConnection(database.ownerUrl)
  const target = decodeURIComponent(new URL(database.ownerUrl).pathname.slice(1))
  const fresh = `${target}_restore`
  try {
    const present = await tablesOf(connection, target)
    if (present.length > 0 && !force) {
      throw new PlainError(`The database ${target} is not empty (${present.length} tables).`, 'Take a backup of it, then: npm run restore -- file --force')
    }
    await connection.query(`DROP DATABASE IF EXISTS \`${fresh}\``)
    await connection.query(`CREATE DATABASE \`${fresh}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
    try {
      await withOptionsFile(database.ownerUrl, options => loadInto(fresh, options))
      // From here on our own data is another: the next start looks at it afresh.
      rmSync(join(dataFolder, 'database/store/prepared'), { force: true })
      await swapSchemas(connection, target, fresh)
    } finally {
      await connection.query(`DROP DATABASE IF EXISTS \`${fresh}\``)
    }
  } finally {
    await connection.end()
  }
  setAnchorAside(target)
  say('bringing the tables up to date')
  await runCommand(database, ['migrate'])
  say(`restored from ${file}`)
})

/** The passphrase or the key, whichever the backup says it wants. */
async function secretFor(path) {
  for await (const bytes of createReadStream(path, { end: 65_535 })) {
    const header = parseHeader(bytes.subarray(0, bytes.indexOf(10) + 1))
    if (header.secret === 'key') delete process.env.BACKUP_PASSPHRASE
    else if (!process.env.BACKUP_PASSPHRASE) throw new PlainError('This backup is sealed with a passphrase.', 'Give it in BACKUP_PASSPHRASE.')
    if (header.keys !== nameOfKeys()) throw new PlainError('The personal data in this backup is sealed with other keys than those here.', 'Put the keys file of the day of the backup in place first.')
    say(`a backup of ${header.takenAt} (${(statSync(path).size / 1e6).toFixed(1)} MB)`)
    return backupSecret()
  }
  throw new PlainError(`${path} is empty.`, 'Use another copy of it.')
}

async function loadInto(schema, options) {
  const child = spawn(tools.shell, [`--defaults-file=${options}`, '--default-character-set=utf8mb4', '--max-allowed-packet=64M', schema], {
    stdio: ['pipe', 'ignore', 'pipe'],
    env: environmentOf(tools.unpacked),
  })
  let said = ''
  child.stderr.on('data', bytes => { said = (said + bytes).slice(-4000) })
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', code => (code === 0 ? resolve() : reject(new PlainError(`The dump could not be loaded: ${said.trim() || `it ended with ${code}`}`))))
  })
  const whole = statSync(file).size
  let read = 0
  const counted = new Transform({ transform: (bytes, _, done) => done(null, (read += bytes.length, bytes)) })
  const fed = pipeline(createReadStream(file), counted, source => openStream(source, secret), createGunzip(), child.stdin)
  const beat = setInterval(() => say(`… ${Math.floor((read / whole) * 100)} % of ${(whole / 1e6).toFixed(1)} MB loaded`), 2000)
  try {
    // When the shell refuses a statement its input breaks as well; what it said is the cause.
    const [loading, feeding] = await Promise.allSettled([ended, fed])
    if (loading.status === 'rejected') throw loading.reason
    if (feeding.status === 'rejected') throw feeding.reason
  } finally {
    clearInterval(beat)
    child.kill('SIGTERM')
  }
}
