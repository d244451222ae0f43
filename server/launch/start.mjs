/**
 * npm start: from a bare machine to the running product. Installs, builds, brings up the database, migrates, loads the
 * invented data once, serves, and stops clean. Settings: PORT, HOST, DATABASE_URL, DATABASE_OWNER_URL, LAOBING_DATA,
 * LAOBING_KEYS_FILE, DEMO.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureKeys, keysFile } from './keysFile.mjs'
import { makeFolder } from './makeFolder.mjs'
import { withLock } from './lock.mjs'
import { environmentFor, openDatabase } from './openDatabase.mjs'
import { untilOrphanIsGone } from './orphanedServer.mjs'
import { endWith } from './plainError.mjs'
import { mustBeFree } from './port.mjs'
import { isAlive, npmAbove } from './processTag.mjs'
import { prepareProduct, runCommand } from './prepareProduct.mjs'
import { dataFolder, distFolder, listenAddress, root, wantsDemo } from './project.mjs'
import { say, stopCurrent } from './runStep.mjs'
import { ServerProcess } from './ServerProcess.mjs'
import { watchDatabase } from './watchDatabase.mjs'

const DEMO_ACCOUNTS = 'admin leader officer auditor station stationhead station2 village caseworker teamleader volunteer contact'
const DEMO_PASSWORD = 'Laobing-demo-2022'

let database
let server
let endWatch
let stopping = false

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop({ signal }))
followNpm()
const starting = start()
starting.catch(error => stopping || stop({ error }))

async function start() {
  const address = listenAddress()
  const demo = wantsDemo()
  await untilOrphanIsGone(address.port)
  await unlessStopping(() => mustBeFree(address))
  await unlessStopping(() => prepareProduct())
  await unlessStopping(() => ensureKeys())
  await unlessStopping(async () => { database = await openDatabase() })
  await unlessStopping(() => bringUpToDate(demo))
  await unlessStopping(() => mustBeFree(address))
  const environment = () => ({
    ...environmentFor(database.embedded ?? database, keysFile()),
    PORT: String(address.port),
    HOST: address.host,
    DEMO: demo ? '1' : '0',
    LAOBING_VERSION: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
  })
  await unlessStopping(() => {
    server = new ServerProcess({ environment: environment(), address, onGivenUp: error => stop({ error }) })
    return server.start()
  })
  if (database.embedded) {
    endWatch = watchDatabase(database.embedded, { onMoved: () => server.restart(environment()), onLost: error => stop({ error }) })
  }
  greet(address, demo)
}

/** Runs the next part of the start, unless it was asked to stop meanwhile. */
function unlessStopping(part) {
  if (stopping) throw new Error('stopped while starting')
  return part()
}

/** Migrates, and loads the invented data into an empty database; a note beside our own data saves asking twice. */
async function bringUpToDate(demo) {
  const note = database.embedded && join(dataFolder, 'database/store/prepared')
  const stampFile = join(distFolder, 'server.stamp')
  const wanted = JSON.stringify({ server: existsSync(stampFile) && readFileSync(stampFile, 'utf8'), demo })
  if (note && existsSync(stampFile) && existsSync(note) && readFileSync(note, 'utf8') === wanted) return
  const work = async () => {
    say('bringing the tables up to date')
    await runCommand(database, ['migrate'])
    if (demo) {
      say('loading the invented data, when the database is empty')
      await runCommand(database, ['seed', '--if-empty'], { DEMO: '1' })
    }
    if (note) writeFileSync(note, wanted)
  }
  makeFolder(dataFolder)
  await withLock(join(dataFolder, 'prepare.lock'), work, { timeoutMs: 900_000, onWait: pid => say(`waiting for another start (process ${pid})`) })
}

function greet({ host, port }, demo) {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  say('ready')
  const lines = ['', `  老兵志愿 Laobing: http://${name}:${port}/    API: http://${name}:${port}/graphql`]
  if (demo) lines.push(`  Invented data. Accounts: ${DEMO_ACCOUNTS}`, `  Password of each: ${DEMO_PASSWORD}`)
  else lines.push('  No invented data. The first administrator is made by: npm run create-admin')
  lines.push('  Ctrl-C stops it.', '')
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** Ends the server, then gives the database back; asked twice, it does not wait for open requests. */
async function stop({ signal, error }) {
  if (stopping) return server?.kill()
  stopping = true
  if (signal) say('stopping')
  stopCurrent('SIGTERM')
  try {
    await endWatch?.()
    await server?.stop()
    await starting.catch(() => undefined)
    const became = await database?.release()
    if (signal && became) say(`stopped (the database: ${became})`)
  } catch (problem) {
    endWith(error ?? problem)
  }
  if (error) endWith(error)
  process.exit(0)
}

/** Run by npm, this ends with npm, also when npm is killed and cannot say so. */
function followNpm() {
  if (!process.env.npm_lifecycle_event) return
  const npm = npmAbove()
  const parent = process.ppid
  const isOrphan = () => (npm ? !isAlive(npm) : process.ppid !== parent)
  setInterval(() => isOrphan() && stop({ signal: 'SIGHUP' }), 1000).unref()
}
