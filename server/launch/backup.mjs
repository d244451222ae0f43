/**
 * npm run backup [-- file]: the whole database, consistent as of one moment, compressed and sealed into one file (mode
 * 0600). It is sealed with the backup key of the keys file, or with BACKUP_PASSPHRASE. Keep the keys file apart from it.
 */
import { spawn } from 'node:child_process'
import { createWriteStream, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { newHeader, sealStream } from './backupFile.mjs'
import { backupSecret } from './backupSecret.mjs'
import { withDatabase } from './command.mjs'
import { ensureDumpTools, withOptionsFile } from './dumpTools.mjs'
import { environmentOf } from './embedded/findEngine.mjs'
import { nameOfKeys } from './keysFile.mjs'
import { makeFolder } from './makeFolder.mjs'
import { openDatabase } from './openDatabase.mjs'
import { endWith, PlainError } from './plainError.mjs'
import { prepareProduct } from './prepareProduct.mjs'
import { dataFolder, unpackedFolder } from './project.mjs'
import { say } from './runStep.mjs'

const EVERY_MS = 2000
const stamp = new Date().toISOString().replace(/[-:]/g, '').slice(0, 15)
const file = resolve(process.argv[2] ?? join(dataFolder, 'backups', `laobing-${stamp}Z.backup`))
let secret
let tools
try {
  await prepareProduct({ server: false, console: false })
  if (existsSync(file)) throw new PlainError(`${file} exists already.`, 'Choose another name: npm run backup -- file')
  secret = backupSecret()
  tools = await ensureDumpTools(unpackedFolder, say)
} catch (error) {
  endWith(error)
}
await withDatabase(openDatabase, async database => {
  makeFolder(dirname(file))
  const unfinished = `${file}.unfinished`
  rmSync(unfinished, { force: true })
  try {
    await withOptionsFile(database.ownerUrl, (options, name) => dumpInto(unfinished, options, name))
    renameSync(unfinished, file)
  } finally {
    rmSync(unfinished, { force: true })
  }
  say(`backed up to ${file} (${sizeOf(statSync(file).size)})`)
})

async function dumpInto(target, options, name) {
  const args = [
    `--defaults-file=${options}`,
    '--single-transaction',
    '--quick',
    '--hex-blob',
    '--no-tablespaces',
    '--skip-add-locks',
    '--skip-triggers',
    '--max-allowed-packet=64M',
    '--default-character-set=utf8mb4',
    '--skip-dump-date',
    ...(/mysqldump/.test(tools.dump) ? ['--loose-set-gtid-purged=OFF', '--loose-column-statistics=0'] : []),
    name,
  ]
  const child = spawn(tools.dump, args, { stdio: ['ignore', 'pipe', 'pipe'], env: environmentOf(tools.unpacked) })
  let said = ''
  child.stderr.on('data', bytes => { said = (said + bytes).slice(-4000) })
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', code => (code === 0 ? resolve() : reject(new PlainError(`The dump failed: ${said.trim() || `it ended with ${code}`}`))))
  })
  const header = newHeader(secret, { takenAt: new Date().toISOString(), database: name, keys: nameOfKeys() })
  const zipped = createGzip({ level: 3 })
  const counted = counter()
  // A dump that fails ends its output like one that succeeds: the file counts only when it has said that all went well.
  await Promise.all([
    ended,
    pipeline(child.stdout, counted, zipped, source => sealStream(source, header, secret), createWriteStream(target, { mode: 0o600, flags: 'wx', flush: true })),
  ]).finally(() => child.kill('SIGTERM'))
}

/** Lets bytes through and says now and then how many there were, and of how many tables. */
function counter() {
  let count = 0
  let tables = 0
  let tail = ''
  let told = Date.now()
  return new Transform({
    transform(bytes, _, done) {
      count += bytes.length
      const text = tail + bytes.toString('latin1')
      tables += text.split('\nCREATE TABLE ').length - 1
      tail = text.slice(1 - '\nCREATE TABLE '.length)
      if (Date.now() - told > EVERY_MS) {
        told = Date.now()
        say(`… ${sizeOf(count)} dumped, table ${tables}`)
      }
      done(null, bytes)
    },
  })
}

function sizeOf(bytes) {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}
