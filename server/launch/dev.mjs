/**
 * npm run dev: the product with reload. A change under server/ is compiled and the server started again (a change that does
 * not compile leaves the old one running); vite serves the console at http://localhost:5173 in front of the API.
 */
import { spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { buildServer } from './buildProduct.mjs'
import { withDatabase } from './command.mjs'
import { ensureKeys, keysFile } from './keysFile.mjs'
import { environmentFor, openDatabase } from './openDatabase.mjs'
import { untilOrphanIsGone } from './orphanedServer.mjs'
import { endWith } from './plainError.mjs'
import { mustBeFree } from './port.mjs'
import { prepareProduct, runCommand } from './prepareProduct.mjs'
import { listenAddress, root, wantsDemo } from './project.mjs'
import { say, tool } from './runStep.mjs'
import { ServerProcess } from './ServerProcess.mjs'

const LOOK_EVERY_MS = 400
const address = listenAddress()
const demo = wantsDemo()
try {
  await untilOrphanIsGone(address.port)
  await mustBeFree(address)
  await prepareProduct({ console: false })
  ensureKeys()
} catch (error) {
  endWith(error)
}
await withDatabase(openDatabase, async database => {
  await runCommand(database, ['migrate'])
  if (demo) await runCommand(database, ['seed', '--if-empty'], { DEMO: '1' })
  const environment = { ...environmentFor(database, keysFile()), PORT: String(address.port), HOST: address.host, DEMO: demo ? '1' : '0' }
  const server = new ServerProcess({ environment, address, onGivenUp: error => say(error.message) })
  await server.start()
  const vite = tool('vite', '--config', 'admin/vite.config.mts')
  const site = spawn(vite[0], vite[1], { cwd: root, env: environment, stdio: ['ignore', 'inherit', 'inherit'] })
  process.on('exit', () => site.kill('SIGTERM'))
  const endWatch = onChange(join(root, 'server'), changed => rebuild(database, server, environment, changed))
  say(`the API at http://${address.host}:${address.port}/graphql; Ctrl-C stops it`)
  await untilStopped(site)
  endWatch()
  site.kill('SIGTERM')
  await server.stop()
})

async function rebuild(database, server, environment, changed) {
  try {
    await buildServer()
    if (changed.some(file => file.startsWith('migrations'))) await runCommand(database, ['migrate'])
    await server.restart(environment)
    say('reloaded')
  } catch (error) {
    say(`not reloaded: ${error.message}`)
  }
}

/**
 * Calls back with the sources that changed, one call at a time. It looks at their times instead of listening, because
 * editors replace files, which node's recursive watch loses on Linux. Answers a function that ends it.
 */
function onChange(folder, work) {
  let known = timesOf(folder)
  let timer
  const look = async () => {
    const now = timesOf(folder)
    const changed = [...new Set([...now.keys(), ...known.keys()])].filter(file => now.get(file) !== known.get(file))
    known = now
    if (changed.length > 0) await work(changed)
    timer = setTimeout(look, LOOK_EVERY_MS)
  }
  timer = setTimeout(look, LOOK_EVERY_MS)
  return () => clearTimeout(timer)
}

function timesOf(folder) {
  const files = readdirSync(folder, { recursive: true }).filter(file => /\.(ts|json)$/.test(file))
  return new Map(files.map(file => [file, statSync(join(folder, file), { throwIfNoEntry: false })?.mtimeMs]))
}

function untilStopped(site) {
  return new Promise(resolve => {
    site.once('exit', resolve)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, resolve)
  })
}
