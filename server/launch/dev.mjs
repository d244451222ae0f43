/**
 * npm run dev: the product with reload. The compiler watches the server's sources, node restarts what it wrote, and vite
 * serves the console at http://localhost:5173 in front of the API.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { forgetServerBuild } from './buildProduct.mjs'
import { withDatabase } from './command.mjs'
import { ensureKeys, keysFile } from './keysFile.mjs'
import { environmentFor, openDatabase } from './openDatabase.mjs'
import { endWith } from './plainError.mjs'
import { mustBeFree } from './port.mjs'
import { prepareProduct, runCommand } from './prepareProduct.mjs'
import { listenAddress, root, serverFolder, wantsDemo } from './project.mjs'
import { say, tool } from './runStep.mjs'

const address = listenAddress()
const demo = wantsDemo()
try {
  await mustBeFree(address)
  await prepareProduct({ console: false })
  ensureKeys()
} catch (error) {
  endWith(error)
}
await withDatabase(openDatabase, async database => {
  await runCommand(database, ['migrate'])
  if (demo) await runCommand(database, ['seed', '--if-empty'], { DEMO: '1' })
  forgetServerBuild()
  const env = { ...environmentFor(database, keysFile()), PORT: String(address.port), HOST: address.host, DEMO: demo ? '1' : '0' }
  const programs = [
    tool('tsc', '-w', '--preserveWatchOutput', '-p', 'server/tsconfig.json', '--noEmitOnError', 'false'),
    [process.execPath, ['--watch', '--watch-preserve-output', join(serverFolder, 'main.js')]],
    tool('vite', '--config', 'admin/vite.config.mts'),
  ]
  say(`the API at http://${address.host}:${address.port}/graphql, the console at http://localhost:5173/`)
  await runTogether(programs, env)
})

/** Runs programs until one of them ends or we are told to stop; then ends them all. */
function runTogether(programs, env) {
  return new Promise(resolve => {
    const children = programs.map(([program, args]) => spawn(program, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] }))
    let left = children.length
    const endAll = () => children.forEach(child => child.kill('SIGTERM'))
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, endAll)
    process.on('exit', endAll)
    for (const child of children) {
      child.once('exit', () => {
        endAll()
        if (--left === 0) resolve()
      })
    }
  })
}
