import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { withLock } from '../lock.mjs'
import { PlainError } from '../plainError.mjs'
import { environmentOf, findTool } from './findEngine.mjs'

/** mariadbd as root must be told so; anyone else runs it as himself. */
export const asRootUser = () => (process.getuid?.() === 0 ? ['--user=root'] : [])

/** The two numbers of a version that decide whether a data folder can be read. */
const majorOf = version => version.split('.').slice(0, 2).map(Number)
const isOlder = (a, b) => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1])

/** Where a server keeps its temporary tables: no two may share a folder, because each, as it starts, removes all that look like one. */
export function temporaryFolder(store) {
  const folder = join(store, 'tmp')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

/**
 * Makes sure that `store` (the data folder and, beside it, engine.json) exists and can be read by this engine.
 * A new one is made under another name and renamed when whole. Answers the version that wrote the data last.
 */
export async function prepareStore(engine, store, profile, log) {
  if (existsSync(store)) return checkStore(engine, store)
  for (const name of readdirSync(dirname(store)).filter(name => name.startsWith('store.new-'))) removeQuietly(join(dirname(store), name))
  const fresh = `${store}.new-${process.pid}`
  if (profile === 'test') {
    cpSync(await testTemplate(engine), fresh, { recursive: true })
  } else {
    log(`making a new database with ${engine.flavour} ${engine.version}`)
    makeStore(engine, fresh, profile)
  }
  renameSync(fresh, store)
  return engine.version
}

/** Whether a server or its installer says that there is no room. */
export const isFull = said => /No space left|Disk (is )?full|err(or|no):? 28\b/i.test(said)

/** Writes down which engine the data now belongs to. */
export function recordEngine(engine, store) {
  const file = join(store, 'engine.json')
  writeFileSync(`${file}.new`, JSON.stringify({ flavour: engine.flavour, version: engine.version }))
  renameSync(`${file}.new`, file)
}

/** Whether data last written by `version` needs its system tables brought up to this engine. */
export const needsUpgrade = (engine, version) => isOlder(majorOf(version), majorOf(engine.version))

function checkStore(engine, store) {
  let written
  try {
    written = JSON.parse(readFileSync(join(store, 'engine.json'), 'utf8'))
  } catch {
    throw new PlainError(`${store} does not say which database engine wrote it (engine.json).`, 'Restore the folder from a copy, or move it away to start anew.')
  }
  if (written.flavour !== engine.flavour) {
    throw new PlainError(
      `The data in ${store} was written by ${written.flavour} ${written.version}, and the engine found here is ${engine.flavour} ${engine.version}; they cannot read each other's files.`,
      `Install ${written.flavour}, or name it in EMBEDDED_DB_SERVER, or move the data by npm run backup and npm run restore.`,
    )
  }
  if (isOlder(majorOf(engine.version), majorOf(written.version))) {
    throw new PlainError(
      `The data in ${store} was written by ${written.flavour} ${written.version}, and the engine found here is the older ${engine.version}.`,
      `Install ${written.flavour} ${majorOf(written.version).join('.')} or newer, or name it in EMBEDDED_DB_SERVER.`,
    )
  }
  return written.version
}

function makeStore(engine, folder, profile) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const [program, args] = engine.flavour === 'mariadb' ? mariadbInstaller(engine, folder, profile) : mysqlInstaller(engine, folder)
  const done = spawnSync(program, args, { encoding: 'utf8', env: environmentOf(engine.unpacked) })
  if (done.status !== 0) {
    removeQuietly(folder)
    const said = `${done.error?.message ?? ''}\n${done.stdout ?? ''}\n${done.stderr ?? ''}`.trim().slice(-2000)
    if (isFull(said)) throw new PlainError(`The disk of ${folder} is too full for a new database.`, 'Make 300 MB of room and start again.')
    throw new PlainError(`The new database could not be made with ${program}:\n${said}`, 'Check that the disk has 300 MB free and that the folder may be written.')
  }
  recordEngine(engine, folder)
}

/** Never with --user: as root it would take over system folders. */
function mariadbInstaller(engine, folder, profile) {
  const installer = findTool(['mariadb-install-db', 'mysql_install_db'], engine)
  if (!installer) throw new PlainError('mariadb-install-db is missing beside the database server.', 'Install it: apt-get install mariadb-server-core mariadb-client-core')
  const small = profile === 'test' ? ['--loose-innodb-flush-method=nosync', '--innodb-log-file-size=16M'] : []
  const parts = engine.unpacked ? [`--basedir=${join(engine.unpacked, 'usr')}`] : []
  return [installer, ['--no-defaults', ...parts, `--datadir=${join(folder, 'data')}`, `--tmpdir=${temporaryFolder(folder)}`, '--auth-root-authentication-method=normal', '--skip-test-db', '--skip-name-resolve', '--force', ...small]]
}

const mysqlInstaller = (engine, folder) => [engine.program, ['--no-defaults', '--initialize-insecure', `--datadir=${join(folder, 'data')}`, `--tmpdir=${temporaryFolder(folder)}`, ...asRootUser()]]

/** An initialised store for throw-away servers, made once a machine, engine and user, and copied by each run. */
async function testTemplate(engine) {
  const folder = join(tmpdir(), `laobing-test-store-${process.getuid?.() ?? 'user'}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { uid, mode } = lstatSync(folder)
  if (process.getuid && (uid !== process.getuid() || (mode & 0o022) !== 0)) {
    throw new PlainError(`${folder} belongs to somebody else.`, 'Remove it, or set TMPDIR to a folder of your own.')
  }
  const template = join(folder, `${engine.flavour}-${engine.version}`)
  await withLock(`${template}.lock`, () => {
    if (existsSync(template)) return
    makeStore(engine, `${template}.new-${process.pid}`, 'test')
    renameSync(`${template}.new-${process.pid}`, template)
  })
  return template
}

/** An orphaned installer may still be writing there: what cannot be removed now is removed by the next start. */
function removeQuietly(folder) {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch (error) {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EBUSY') throw error
  }
}
