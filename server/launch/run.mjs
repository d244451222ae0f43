/**
 * npm run migrate | seed | check:totals | create-admin | rotate-keys | schema | migration: one command of the server. The first five
 * work on the product's database, the others on a throw-away one: they look at what the sources say.
 */
import { withDatabase } from './command.mjs'
import { ensureKeys } from './keysFile.mjs'
import { openDatabase } from './openDatabase.mjs'
import { endWith, PlainError } from './plainError.mjs'
import { prepareProduct, runCommand } from './prepareProduct.mjs'
import { openThrowAway } from './scratchDatabase.mjs'

const ON_THE_PRODUCT = ['migrate', 'seed', 'check:totals', 'create-admin', 'rotate-keys']
const ON_A_SCRATCH = ['schema', 'migration']

const [command, ...args] = process.argv.slice(2)
try {
  if (![...ON_THE_PRODUCT, ...ON_A_SCRATCH].includes(command)) {
    throw new PlainError(`There is no command "${command ?? ''}".`, `Use one of ${[...ON_THE_PRODUCT, ...ON_A_SCRATCH].join(', ')}.`)
  }
  await prepareProduct({ console: false })
} catch (error) {
  endWith(error)
}
await withDatabase(ON_A_SCRATCH.includes(command) ? openThrowAway : product, async database => {
  if (command !== 'migrate' && command !== 'schema') await runCommand(database, ['migrate'])
  await runCommand(database, [command, ...args], { ask: command === 'create-admin' })
})

function product() {
  ensureKeys()
  return openDatabase()
}
