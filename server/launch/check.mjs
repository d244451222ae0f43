/** npm run check: types, layers, the lock file, lint. Says everything that is wrong, not only the first. */
import { layerFaults } from './layers.mjs'
import { missingFromLock } from './lockFile.mjs'
import { endWith, PlainError } from './plainError.mjs'
import { prepareProduct } from './prepareProduct.mjs'
import { runProgram, say, tool } from './runStep.mjs'

/** Runs the checks that need no database; answers the names of those that failed. */
export async function checkSources() {
  const failed = []
  say('checking the types')
  if (await runProgram(...tool('tsc', '--noEmit', '-p', 'tsconfig.json'))) failed.push('types')
  say('checking the layers')
  const faults = layerFaults()
  for (const fault of faults) process.stdout.write(`  ${fault}\n`)
  if (faults.length > 0) failed.push('layers')
  const missing = missingFromLock()
  if (missing.length > 0) {
    process.stdout.write(`  package-lock.json lacks ${missing.join(', ')}: npm ci would refuse it\n`)
    failed.push('package-lock.json')
  }
  say('checking the style (oxlint)')
  if (await runProgram(...tool('oxlint', '--deny-warnings', 'server', 'admin', 'test'))) failed.push('lint')
  return failed
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  try {
    await prepareProduct({ server: false, console: false })
    const failed = await checkSources()
    if (failed.length > 0) throw new PlainError(`The check failed: ${failed.join(', ')}.`)
    say('nothing is wrong')
  } catch (error) {
    endWith(error)
  }
}
