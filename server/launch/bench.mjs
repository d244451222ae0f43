/**
 * npm run bench | bench:import: measures the product. `bench` has an installation of its own, .data/bench, whose county is made once and kept;
 * BENCH_DATABASE_URL takes the place of its database. `bench:import` works on a throw-away one.
 */
import { join, resolve } from 'node:path'

const [what, ...args] = process.argv.slice(2)
if (what === 'bench') {
  const { LAOBING_DATA: data, BENCH_DATABASE_URL: url = '' } = process.env
  const name = args.some(arg => arg.startsWith('--demo')) ? 'bench-demo' : 'bench'
  Object.assign(process.env, { EMBEDDED_DB_MEMORY: process.env.EMBEDDED_DB_MEMORY || '1G', LAOBING_DATA: join(resolve(data || '.data'), name), LAOBING_KEYS_FILE: '', LAOBING_ANCHOR: '', DATABASE_URL: url, DATABASE_OWNER_URL: url })
}
// Only now, because where the product's data lies is read from the environment as they are loaded.
const { withDatabase } = await import('./command.mjs')
const { ensureKeys, keysFile } = await import('./keysFile.mjs')
const { environmentFor, openDatabase } = await import('./openDatabase.mjs')
const { endWith } = await import('./plainError.mjs')
const { prepareProduct, runCommand } = await import('./prepareProduct.mjs')
const { dataFolder, root } = await import('./project.mjs')
const { mustRun } = await import('./runStep.mjs')
const { openThrowAway } = await import('./scratchDatabase.mjs')

try {
  await prepareProduct({ console: false })
} catch (error) {
  endWith(error)
}
await withDatabase(what === 'bench' ? kept : openThrowAway, async database => {
  await runCommand(database, ['migrate'])
  const program = what === 'bench' ? 'bench.ts' : 'importBench.ts'
  const env = { ...environmentFor(database, keysFile()), DATABASE_OWNER_URL: database.ownerUrl, BENCH_FOLDER: dataFolder, DEMO: '1' }
  await mustRun(process.execPath, ['--require', join(root, 'test/bench/runTypeScript.cjs'), join(root, 'test/bench', program), ...args], 'The bench failed', 'Read what it said above.', { env, stdin: 'inherit' })
})

function kept() {
  ensureKeys()
  return openDatabase()
}
