/**
 * npm run bench | bench:import | bench:pages: measures the product. `bench` has an installation of its own, .data/bench, whose county is made once and kept;
 * BENCH_DATABASE_URL takes the place of its database. The others work on a throw-away one.
 */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Fetched by whoever measures pages, so that nobody else has to. */
const LIGHTHOUSE = 'lighthouse@12.8.2'
const PROGRAMS = { bench: 'bench.ts', 'bench:import': 'importBench.ts', 'bench:pages': 'pageBench.ts' }

const [what, ...args] = process.argv.slice(2)
if (what === 'bench') {
  const { LAOBING_DATA: data, BENCH_DATABASE_URL: url = '' } = process.env
  const name = args.some(arg => arg.startsWith('--demo')) ? 'bench-demo' : 'bench'
  Object.assign(process.env, { EMBEDDED_DB_MEMORY: process.env.EMBEDDED_DB_MEMORY || '1G', LAOBING_DATA: join(resolve(data || '.data'), name), LAOBING_KEYS_FILE: '', LAOBING_ANCHOR: '', DATABASE_URL: url, DATABASE_OWNER_URL: url })
}
// Only now, because where the product's data lies is read from the environment as they are loaded.
const { ensureBrowser, findBrowser } = await import('./browser.mjs')
const { withDatabase } = await import('./command.mjs')
const { ensureKeys, keysFile } = await import('./keysFile.mjs')
const { environmentFor, openDatabase } = await import('./openDatabase.mjs')
const { endWith, PlainError } = await import('./plainError.mjs')
const { prepareProduct, runCommand } = await import('./prepareProduct.mjs')
const { dataFolder, root } = await import('./project.mjs')
const { mustRun, say } = await import('./runStep.mjs')
const { openThrowAway } = await import('./scratchDatabase.mjs')

try {
  await prepareProduct({ console: what === 'bench:pages' })
} catch (error) {
  endWith(error)
}
await withDatabase(what === 'bench' ? kept : openThrowAway, async database => {
  await runCommand(database, ['migrate'])
  const env = { ...environmentFor(database, keysFile()), DATABASE_OWNER_URL: database.ownerUrl, BENCH_FOLDER: dataFolder, DEMO: '1', ...(what === 'bench:pages' && (await forPages())) }
  await mustRun(process.execPath, ['--require', join(root, 'test/bench/runTypeScript.cjs'), join(root, 'test/bench', PROGRAMS[what]), ...args], 'The bench failed', 'Read what it said above.', { env, stdin: 'inherit' })
})

function kept() {
  ensureKeys()
  return openDatabase()
}

/** The browser and Lighthouse, fetched where they are not here yet. */
async function forPages() {
  const missing = ensureBrowser()
  if (missing.length > 0) throw new PlainError(`Pages need a browser, and ${missing.join(' and ')} can only be installed by root.`, `Install what is missing: apt-get install ${missing.join(' ')}`)
  const folder = join(dataFolder, LIGHTHOUSE)
  const program = join(folder, 'node_modules/lighthouse/cli/index.js')
  if (!existsSync(program)) {
    say(`fetching ${LIGHTHOUSE}, some 190 MB, into ${folder}`)
    await mustRun('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder, LIGHTHOUSE], `${LIGHTHOUSE} could not be fetched`, 'See that npm reaches its registry.')
  }
  return { CHROMIUM: findBrowser(), LIGHTHOUSE: program }
}
