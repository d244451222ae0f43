import { accessSync, constants, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { withLock } from '../lock.mjs'
import { makeFolder } from '../makeFolder.mjs'
import { PlainError } from '../plainError.mjs'
import { isAlive, pidOf } from '../processTag.mjs'
import { findEngine } from './findEngine.mjs'
import { needsUpgrade, prepareStore, recordEngine } from './initialise.mjs'
import { installEngine } from './installEngine.mjs'
import { dropLease, livingLeases, takeLease } from './leases.mjs'
import { newRun, readRun, urlFor, writeRun } from './runFile.mjs'
import { findOrphan, startServer, untilReady, upgradeSystemTables } from './startServer.mjs'
import { stopServer } from './stopServer.mjs'

/**
 * Brings up the product's own database in `dir`, shared by every process that asks for it there: the first one starts
 * the server, the next ones use it, the last one to release it stops it. A server whose starters were all killed is
 * adopted; one that was killed itself is started again and recovers.
 *
 * @param {{ dir: string, unpacked?: string, profile?: 'durable' | 'test', log?: (line: string) => void }} options
 *   `unpacked`: where an engine is unpacked when it cannot be installed; `test`: no waiting for the disk, goes with its starter
 * @returns {Promise<import('./ensureEmbedded.d.mts').Embedded>}
 */
export async function ensureEmbedded({ dir: folder, unpacked, profile = 'durable', log = () => {} }) {
  const dir = ownFolder(resolve(folder))
  const lock = join(dir, 'lock')
  const waiting = { onWait: pid => log(`waiting for another start (process ${pid})`) }
  let lease
  let run
  let attached
  let released

  /** Finds the server running, or starts it; under the lock. */
  const bringUp = async () => {
    const found = await running(dir, log)
    attached = Boolean(found)
    if (found) {
      run = found
      return
    }
    const engine = await engineOrInstall(unpacked ?? join(dir, 'engine'), log)
    const writtenBy = await prepareStore(engine, join(dir, 'store'), profile, log)
    run = await startServer({ engine, dir, profile, run: readRun(dir) ?? newRun() })
    if (needsUpgrade(engine, writtenBy)) upgradeSystemTables(engine, run, log)
    if (engine.version !== writtenBy) recordEngine(engine, join(dir, 'store'))
  }
  await withLock(lock, async () => {
    lease = takeLease(dir)
    try {
      await bringUp()
    } catch (error) {
      dropLease(dir, lease)
      throw error
    }
  }, waiting)

  /** The server as it is now: another process may have started it again. */
  const current = () => readRun(dir) ?? run
  /** An exit without release: what can be done without waiting. The server finishes its own clean stop. */
  const atExit = () => {
    dropLease(dir, lease)
    const { server } = current()
    if (livingLeases(dir) === 0 && isAlive(server)) process.kill(pidOf(server), 'SIGTERM')
  }
  process.on('exit', atExit)

  return {
    get url() { return urlFor(run, run.app) },
    get ownerUrl() { return urlFor(run, run.owner) },
    get port() { return run.port },
    get run() { return run },
    socket: run.socket,
    engine: run.engine,
    attached,
    isRunning: () => isAlive(run.server),
    /** Starts the server again when it was killed. */
    revive: () => withLock(lock, () => released ? undefined : bringUp(), waiting),
    /** Gives this use back; the last one out stops the server. Answers what became of it. */
    release() {
      process.off('exit', atExit)
      return released ??= withLock(lock, async () => {
        dropLease(dir, lease)
        const others = livingLeases(dir)
        return others > 0 ? `left to ${others} other${others > 1 ? 's' : ''}` : stopServer(current())
      }, waiting)
    },
    /** For throw-away servers: ends it at once and removes its folder. */
    async discard() {
      process.off('exit', atExit)
      const { server } = current()
      if (isAlive(server)) process.kill(pidOf(server), 'SIGKILL')
      rmSync(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 20 })
      rmSync(run.socket, { force: true })
    },
  }
}

/** The server that runs on this data already, ready to use; undefined when it has to be started. */
async function running(dir, log) {
  const run = readRun(dir)
  if (!run) return undefined
  if (!isAlive(run.server)) {
    const orphan = findOrphan(dir)
    if (!orphan) return undefined
    run.server = orphan
    writeRun(dir, run)
  }
  const gone = await untilReady(run)
  if (!gone) {
    // Its starter may have been killed before it could.
    rmSync(join(dir, 'init.sql'), { force: true })
    return run
  }
  log(`the database server of an earlier run had ended (${gone}); starting it again`)
  return undefined
}

async function engineOrInstall(unpacked, log) {
  const found = findEngine(unpacked)
  if (found) return found
  await installEngine(unpacked, log)
  const installed = findEngine(unpacked)
  if (installed) return installed
  throw new PlainError('The database server was installed, but it does not run here.', 'Run mariadbd --version to see why, or give an existing database in DATABASE_URL.')
}

function ownFolder(dir) {
  try {
    makeFolder(dir)
    accessSync(dir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    if (error instanceof PlainError) throw error
    throw new PlainError(`The data folder ${dir} cannot be used (${error.code}).`, 'Set LAOBING_DATA to a folder that you may write to.')
  }
  const uid = statSync(dir).uid
  if (process.getuid && uid !== process.getuid()) {
    throw new PlainError(`The data folder ${dir} belongs to another user (uid ${uid}).`, 'Start as that user, or set LAOBING_DATA to a folder of your own.')
  }
  return dir
}
