import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, openSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PlainError } from '../plainError.mjs'
import { isAlive, pidOf, tagOf } from '../processTag.mjs'
import { ping } from './connect.mjs'
import { environmentOf, findTool } from './findEngine.mjs'
import { asRootUser, isFull, temporaryFolder } from './initialise.mjs'
import { writeInitFile, writeRun } from './runFile.mjs'

const SQL_MODE = 'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'
const COLLATION = 'utf8mb4_unicode_520_ci'
const READY_WITHIN_MS = 60_000
const LOG_LIMIT = 5_000_000

/** Starts the server on a free loopback port and a socket, on its own, and waits until it answers. Answers the run. */
export async function startServer({ engine, dir, profile, run: known }) {
  const socket = socketPath(dir)
  const initFile = join(dir, 'init.sql')
  for (let attempt = 0; ; attempt++) {
    const port = attempt === 0 && known.port ? known.port : await freePort()
    // Passwords, port and socket are on disk before the server runs: whoever finds it later, without us, can use it.
    const run = { ...known, port, socket, engine, server: undefined }
    writeRun(dir, run)
    writeInitFile(initFile, run, profile, engine.flavour)
    // MySQL takes the number in the lock of its socket for a living server, be it a zombie's or, after a reboot, anyone's.
    rmSync(`${socket}.lock`, { force: true })
    const child = spawnServer(engine, flagsFor({ engine, dir, profile, run, initFile }), dir, profile)
    run.server = tagOf(child.pid)
    writeRun(dir, run)
    const ended = await untilReady(run, child)
    rmSync(initFile, { force: true })
    if (!ended) return run
    const said = readFileSync(join(dir, 'server.log'), 'utf8').slice(-4000)
    if (attempt < 5 && /Address already in use|Can't start server: Bind|Do you already have another/i.test(said)) continue
    throw explain(said, ended, dir)
  }
}

/** A running server on this data that no run file names, because its starter was killed in between; undefined when there is none. */
export function findOrphan(dir) {
  if (process.platform !== 'linux') return undefined
  const wanted = `--datadir=${dataFolder(dir)}`
  for (const name of readdirSync('/proc').filter(entry => /^\d+$/.test(entry))) {
    try {
      const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0')
      if (words.includes(wanted) && words.some(word => word.startsWith('--init-file='))) return tagOf(Number(name))
    } catch (error) {
      if (!['ENOENT', 'ESRCH', 'EACCES'].includes(error.code)) throw error
    }
  }
  return undefined
}

/** Waits until the server answers; answers undefined, or how it ended instead. */
export async function untilReady(run, child) {
  let ended
  child?.once('exit', (code, signal) => { ended = `exit ${code ?? signal}` })
  const end = Date.now() + READY_WITHIN_MS
  for (;;) {
    try {
      await ping(run)
      return undefined
    } catch (error) {
      if (ended || !isAlive(run.server)) return ended ?? 'it is gone'
      if (Date.now() > end) throw new PlainError(`The database server (process ${pidOf(run.server)}) does not answer: ${error.message}`, 'Stop that process and start again.')
    }
    await sleep(20)
  }
}

const dataFolder = dir => join(dir, 'store/data')

function spawnServer(engine, flags, dir, profile) {
  const logFile = join(dir, 'server.log')
  const log = openSync(logFile, sizeOf(logFile) > LOG_LIMIT ? 'w' : 'a', 0o600)
  // A throw-away server goes with the run that made it, however that ends.
  const setpriv = profile === 'test' ? findTool(['setpriv']) : undefined
  const [program, args] = setpriv ? [setpriv, ['--pdeathsig', 'SIGTERM', engine.program, ...flags]] : [engine.program, flags]
  const child = spawn(program, args, { detached: true, stdio: ['ignore', log, log], cwd: '/', env: environmentOf(engine.unpacked) })
  closeSync(log)
  if (!child.pid) throw new PlainError(`${program} could not be run.`)
  child.unref()
  return child
}

function flagsFor({ engine, dir, profile, run, initFile }) {
  const test = profile === 'test'
  const flags = [
    '--no-defaults',
    ...asRootUser(),
    `--datadir=${dataFolder(dir)}`,
    `--tmpdir=${temporaryFolder(join(dir, 'store'))}`,
    `--socket=${run.socket}`,
    `--pid-file=${join(dir, 'server.pid')}`,
    `--port=${run.port}`,
    '--bind-address=127.0.0.1',
    '--skip-name-resolve',
    `--init-file=${initFile}`,
    '--character-set-server=utf8mb4',
    `--collation-server=${COLLATION}`,
    '--transaction-isolation=READ-COMMITTED',
    '--default-time-zone=+00:00',
    `--sql-mode=${SQL_MODE}`,
    '--local-infile=0',
    '--performance-schema=OFF',
    '--max-connections=150',
    '--max-allowed-packet=64M',
    `--innodb-buffer-pool-size=${process.env.EMBEDDED_DB_MEMORY || (test ? '128M' : '256M')}`,
  ]
  if (engine.flavour === 'mysql') flags.push('--mysqlx=OFF', '--secure-file-priv=NULL', '--disable-log-bin')
  else flags.push(`--loose-character-set-collations=utf8mb4=${COLLATION}`)
  if (engine.unpacked) {
    flags.push(`--basedir=${join(engine.unpacked, 'usr')}`, `--lc-messages-dir=${join(engine.unpacked, 'usr/share/mysql')}`, `--plugin-dir=${join(engine.unpacked, 'usr/lib/mysql/plugin')}`)
  }
  if (test) {
    flags.push('--innodb-flush-log-at-trx-commit=0', '--innodb-doublewrite=OFF')
    flags.push(...(engine.flavour === 'mariadb' ? ['--loose-innodb-flush-method=nosync', '--innodb-log-file-size=16M'] : ['--innodb-flush-method=O_DIRECT_NO_FSYNC']))
  }
  return flags
}

/** A socket's path may have 107 bytes. */
function socketPath(dir) {
  const path = join(dir, 'db.sock')
  if (Buffer.byteLength(path) <= 107) return path
  return join(tmpdir(), `laobing-${createHash('sha256').update(dir).digest('hex').slice(0, 16)}.sock`)
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

function sizeOf(file) {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function explain(said, ended, dir) {
  const log = join(dir, 'server.log')
  if (/Unable to lock|error: 11|resource temporarily unavailable/i.test(said)) {
    return new PlainError(`Another database server is running on ${dataFolder(dir)}, perhaps in another container.`, 'Stop it, or set LAOBING_DATA to another folder.')
  }
  if (isFull(said)) return new PlainError(`The disk of ${dir} is full.`, 'Make room and start again.')
  const errors = said.split('\n').filter(line => /ERROR|error/.test(line)).slice(-3).join('\n')
  return new PlainError(`The database server did not start (${ended}):\n${errors || said.slice(-800)}`, `The whole log is ${log}.`)
}

/** Brings the system tables of data that an older MariaDB wrote up to the running one; MySQL does that by itself. */
export function upgradeSystemTables(engine, run, log) {
  if (engine.flavour !== 'mariadb') return
  const tool = findTool(['mariadb-upgrade', 'mysql_upgrade'], engine)
  if (!tool) return log('mariadb-upgrade is missing: the system tables stay as the older server left them')
  log(`bringing the system tables up to ${engine.version}`)
  const done = spawnSync(tool, ['--no-defaults', '--upgrade-system-tables', '--force', `--socket=${run.socket}`, `--user=${run.root.user}`], {
    encoding: 'utf8',
    env: { ...environmentOf(engine.unpacked), MYSQL_PWD: run.root.password },
  })
  if (done.status !== 0) throw new PlainError(`The system tables could not be upgraded:\n${(done.stderr || done.stdout).slice(-800)}`)
}
