/**
 * npm test: installs what is missing, builds, checks the sources, sees whether schema/ is fresh, runs every test, and says
 * the verdict. With arguments, they go to jest and only the tests they choose are run: npm test -- test/kernel
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { browserTests, ensureBrowser, findBrowser } from './browser.mjs'
import { checkSources } from './check.mjs'
import { findCluster } from './embedded/findCluster.mjs'
import { findEngine } from './embedded/findEngine.mjs'
import { installClient, installCluster, installEngine } from './embedded/installEngine.mjs'
import { findDumpTools } from './dumpTools.mjs'
import { endWith, PlainError } from './plainError.mjs'
import { prepareProduct } from './prepareProduct.mjs'
import { root, unpackedFolder } from './project.mjs'
import { runProgram, say, stopCurrent, tool } from './runStep.mjs'

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    stopCurrent('SIGTERM')
    process.exitCode = 130
    setTimeout(() => process.exit(130), 5000).unref()
  })
}
const args = process.argv.slice(2)
const failed = []
try {
  await prepareProduct()
  if (!process.env.TEST_DATABASE_URL && !findEngine(unpackedFolder)) await installEngine(unpackedFolder, say)
  if (!findDumpTools(unpackedFolder)) await installClient(unpackedFolder, say)
  // Without one, the test that needs it says so and fails; the others run.
  if (!findCluster(unpackedFolder)) await installCluster(unpackedFolder, say).catch(error => say(error.message))
  const missing = ensureBrowser()
  if (args.length === 0) await checkEverythingElse()
  else say('only the chosen tests, without the checks of sources and schema')
  await runTests(missing)
  if (failed.length > 0) throw new PlainError(`npm test failed: ${failed.join('; ')}.`)
  say('npm test passed')
  process.exit()
} catch (error) {
  endWith(error)
}

async function checkEverythingElse() {
  failed.push(...(await checkSources()))
  say('seeing whether schema/ is fresh')
  const before = hashOfSchema()
  if (await runProgram(process.execPath, [join(root, 'server/launch/run.mjs'), 'schema'])) failed.push('the schema cannot be emitted')
  else if (hashOfSchema() !== before) failed.push('schema/ was not fresh (it is now: read the difference and commit it)')
}

async function runTests(missing) {
  say('running the tests')
  const without = missing.length > 0 ? browserTests() : []
  const ignored = without.flatMap(file => ['--testPathIgnorePatterns', file.replace(/[.]/g, '\\.')])
  const env = { ...process.env, NODE_ENV: 'test', ...(findBrowser() && { CHROMIUM: findBrowser() }) }
  const code = await runProgram(...tool('jest', '--config', 'test/jest.config.cjs', ...args, ...ignored), { env })
  if (code !== 0) failed.push('tests')
  if (without.length > 0) {
    failed.push(`${without.length} test files need a browser and could not run, because ${missing.join(' and ')} can only be installed by root (apt-get install ${missing.join(' ')}): ${without.join(', ')}`)
  }
}

/** What `npm run schema` emits, as one number; the operations beside it are written by hand. */
function hashOfSchema() {
  const folder = join(root, 'schema')
  const hash = createHash('sha256')
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    if (/\.\w+$/.test(name)) hash.update(name).update(readFileSync(join(folder, name)))
  }
  return hash.digest('hex')
}
