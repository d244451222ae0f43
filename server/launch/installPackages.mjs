import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './project.mjs'
import { mustRun, say } from './runStep.mjs'

/** Brings node_modules to what package-lock.json says; does nothing when it is there already. */
export async function installPackages() {
  if (arePackagesCurrent()) return
  say('installing the packages of package-lock.json (npm ci; a minute or two the first time)')
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, [process.env.npm_execpath]] : ['npm', []]
  await mustRun(
    npm[0],
    [...npm[1], 'ci', '--include=dev', '--no-audit', '--no-fund'],
    'The packages could not be installed',
    'Read what npm said above; mostly it is the network or the disk. Then run the same command again.',
  )
}

/** npm writes node_modules/.package-lock.json last, so its agreement with package-lock.json means a whole install. */
function arePackagesCurrent() {
  const file = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(file)) return false
  const have = packagesOf(file)
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(([place, wanted]) => {
    if (place === '') return true
    const got = have[place]
    return got ? got.version === wanted.version && got.integrity === wanted.integrity : Boolean(wanted.optional || wanted.peer)
  })
}

const packagesOf = file => JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
