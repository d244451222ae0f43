/**
 * npm run test:faults: the scenarios of test/faults in many rounds, and what was measured as a table. What npm test runs of
 * them is the same, shorter. With arguments, they go to jest: npm run test:faults -- -t killed
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findCluster } from './embedded/findCluster.mjs'
import { findEngine } from './embedded/findEngine.mjs'
import { installCluster, installEngine } from './embedded/installEngine.mjs'
import { endWith, PlainError } from './plainError.mjs'
import { prepareProduct } from './prepareProduct.mjs'
import { unpackedFolder } from './project.mjs'
import { runProgram, say, stopCurrent, tool } from './runStep.mjs'

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopCurrent('SIGTERM'))
const folder = mkdtempSync(join(tmpdir(), 'laobing-faults-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
try {
  await prepareProduct({ console: false })
  if (!findEngine(unpackedFolder)) await installEngine(unpackedFolder, say)
  if (!findCluster(unpackedFolder)) await installCluster(unpackedFolder, say).catch(error => say(error.message))
  say('breaking things; this takes some minutes')
  const file = join(folder, 'figures')
  const env = { ...process.env, NODE_ENV: 'test', FAULTS: 'long', FAULTS_FIGURES: file }
  const code = await runProgram(...tool('jest', '--config', 'test/jest.config.cjs', '--runInBand', 'test/faults', ...process.argv.slice(2)), { env })
  if (existsSync(file)) process.stdout.write(tableOf(readFileSync(file, 'utf8').trim().split('\n').map(line => JSON.parse(line))))
  if (code !== 0) throw new PlainError('npm run test:faults failed: read above what did not hold.')
  say('npm run test:faults passed')
} catch (error) {
  endWith(error)
}

function tableOf(figures) {
  const row = cells => `| ${cells.join(' | ')} |`
  const lines = figures.map(({ fault, what }) => row([fault, Object.entries(what).map(([name, value]) => `${name} ${value}`).join(' · ')]))
  return `\n${[row(['fault', 'what was measured']), '|---|---|', ...lines].join('\n')}\n\n`
}
