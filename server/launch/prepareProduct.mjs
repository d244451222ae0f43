import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildConsole, buildServer } from './buildProduct.mjs'
import { installPackages } from './installPackages.mjs'
import { keysFile } from './keysFile.mjs'
import { withLock } from './lock.mjs'
import { environmentFor } from './openDatabase.mjs'
import { distFolder, mustHaveNode, serverFolder } from './project.mjs'
import { mustRun, say } from './runStep.mjs'

/**
 * Installs and builds what is missing, one run at a time. An image that was built whole says so with `LAOBING_BUILT=1`.
 */
export async function prepareProduct({ server = true, console: admin = true } = {}) {
  mustHaveNode()
  if (process.env.LAOBING_BUILT === '1') return
  mkdirSync(distFolder, { recursive: true })
  await withLock(join(distFolder, 'lock'), async () => {
    await installPackages()
    if (server) await buildServer()
    if (admin) await buildConsole()
  }, { timeoutMs: 900_000, onWait: pid => say(`waiting for another run that installs or builds (process ${pid})`) })
}

/** Runs one command of the server (migrate, seed, schema, …) on a database, as its owner; `ask` lets it ask on the terminal. */
export async function runCommand(database, [command, ...args], { ask = false, ...extra } = {}) {
  await mustRun(
    process.execPath,
    [join(serverFolder, 'cli.js'), command, ...args],
    `The command "${command}" failed`,
    'Read what it said above.',
    { env: { ...environmentFor(database, keysFile()), DATABASE_OWNER_URL: database.ownerUrl, ...extra }, stdin: ask ? 'inherit' : 'ignore' },
  )
}
