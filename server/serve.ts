import path from 'node:path'
import { createApp } from './app'
import { sealTrail } from './kernel/audit'
import { keepAnchor } from './kernel/auditAnchor'
import { Database } from './kernel/database'
import { Deadline } from './kernel/deadline'
import { schedule, startJobs } from './kernel/jobs'
import { keys } from './kernel/keys'
import { log } from './kernel/log'
import { startLongJobs } from './kernel/runLongJobs'
import { entities } from './schema'

const DRAIN_MS = 12_000

/** One process seals; each keeps the anchor of its own machine. */
const SEAL_SECONDS = 30
/** At the stop, what other processes may be committing just now is left to them. */
const STOP_SETTLED_MS = 5000
const STOP_MS = 3000

schedule({ name: 'sealAudit', every: SEAL_SECONDS, run: (_, database) => sealTrail(database) })

/** Waits for the database at the start, saying so, instead of giving up at once. */
async function openDatabase(url: string): Promise<Database> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await Database.open(url, [...entities])
    } catch (error) {
      if (attempt >= 30) throw error
      log.warn({ attempt, error: (error as Error).message }, 'the database does not answer yet')
      await new Promise(resolve => setTimeout(resolve, 1000))
    }
  }
}

async function main(): Promise<void> {
  const { DATABASE_URL: url, PORT = '4000', HOST = '127.0.0.1', NODE_ENV, DEMO } = process.env
  if (!url) throw new Error('DATABASE_URL is not set; npm start sets it for its own database.')
  if (DEMO === '1') log.warn('demo mode: the accounts and their password are public, the people invented')
  keys()
  const database = await openDatabase(url)
  const { http, ready: _, ...app } = await start(database, NODE_ENV === 'production')
  await http.listen({ port: Number(PORT), host: HOST })
  log.info({ port: Number(PORT), host: HOST }, 'serving')

  const stopJobs = startJobs(database)
  const anchoring = setInterval(() => void keepAnchor(database), SEAL_SECONDS * 1000)
  const stopLongJobs = startLongJobs(database)
  let stopping = false
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return
    stopping = true
    log.info({ signal }, 'draining')
    app.drain()
    stopJobs()
    setTimeout(() => process.exit(1), DRAIN_MS).unref()
    await stopLongJobs()
    await http.close()
    clearInterval(anchoring)
    await new Deadline(STOP_MS).race(sealTrail(database, STOP_SETTLED_MS), () => undefined).catch((error: Error) => log.warn({ error: error.message }, 'the audit trail could not be sealed at the stop'))
    await database.close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal))
}

async function start(database: Database, production: boolean) {
  const app = await createApp({ database, consoleFolder: path.join(__dirname, '..', 'admin'), production })
  return { ...app, drain: () => void (app.ready = false) }
}

process.on('unhandledRejection', error => log.error({ error: (error as Error)?.message }, 'a rejection nobody handled'))
main().catch((error: Error) => {
  log.fatal({ error: error.message }, 'the server could not start')
  process.exit(1)
})
