import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { distFolder, root, serverFolder } from './project.mjs'
import { mustRun, say, tool } from './runStep.mjs'

const SHARED = ['package-lock.json', 'tsconfig.json']
const stampOf = part => join(distFolder, `${part}.stamp`)

/** Builds the server, when its sources changed since the last time. The old build stands until the new one is whole. */
export async function buildServer() {
  const files = filesUnder('server').filter(file => !file.startsWith('server/launch/'))
  const stamp = hashOf([...files, ...SHARED])
  if (isBuilt('server', stamp, 'server/main.js')) return
  say('building the server')
  for (const name of readdirSync(distFolder).filter(name => name.startsWith('server.new-'))) rmSync(join(distFolder, name), { recursive: true })
  const fresh = join(distFolder, `server.new-${process.pid}`)
  await mustRun(...tool('tsc', '-p', 'server/tsconfig.json', '--outDir', fresh), 'The server does not compile', 'Mend what the compiler names above.')
  for (const file of files.filter(name => !/\.(ts|mjs)$|tsconfig\.json$/.test(name))) {
    const to = join(fresh, relative('server', file))
    mkdirSync(dirname(to), { recursive: true })
    copyFileSync(join(root, file), to)
  }
  rmSync(stampOf('server'), { force: true })
  const old = `${fresh}.old`
  if (existsSync(serverFolder)) renameSync(serverFolder, old)
  renameSync(fresh, serverFolder)
  writeFileSync(stampOf('server'), stamp)
  rmSync(old, { recursive: true, force: true })
}

/** Builds the console, when its sources or the schema changed since the last time. */
export async function buildConsole() {
  const stamp = hashOf([...filesUnder('admin'), ...filesUnder('schema'), ...SHARED])
  if (isBuilt('admin', stamp, 'admin/index.html')) return
  say('building the console')
  rmSync(stampOf('admin'), { force: true })
  const env = { ...process.env, NODE_ENV: 'production' }
  await mustRun(...tool('vite', 'build', '--config', 'admin/vite.config.mts', '--logLevel', 'warn'), 'The console does not build', 'Mend what vite names above.', { env })
  writeFileSync(stampOf('admin'), stamp)
}

function isBuilt(part, stamp, mainFile) {
  if (!existsSync(join(distFolder, mainFile)) || !existsSync(stampOf(part))) return false
  return readFileSync(stampOf(part), 'utf8') === stamp
}

function filesUnder(folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.startsWith('.'))
    .map(entry => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
    .sort()
}

function hashOf(files) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0])
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}
