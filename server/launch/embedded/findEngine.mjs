import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { PlainError } from '../plainError.mjs'

const SYSTEM_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/usr/bin', '/usr/local/mysql/bin', '/opt/homebrew/bin', '/usr/libexec']

/**
 * The database server this product may run, or undefined: `EMBEDDED_DB_SERVER`, else mariadbd, else mysqld in PATH and
 * the system's folders, else one that was unpacked under `unpacked`. Says its flavour, version and where its parts are.
 */
export function findEngine(unpacked) {
  const named = process.env.EMBEDDED_DB_SERVER
  if (named) {
    const engine = inspect(named)
    if (engine) return engine
    throw new PlainError(
      `EMBEDDED_DB_SERVER is ${named}, and that is not a MariaDB or MySQL server that runs here.`,
      'Point it at mariadbd or mysqld, or unset it.',
    )
  }
  for (const program of ['mariadbd', 'mysqld']) {
    for (const folder of searchFolders()) {
      const engine = inspect(join(folder, program))
      if (engine) return engine
    }
  }
  return unpacked ? inspect(join(unpacked, 'usr/sbin/mariadbd'), unpacked) : undefined
}

/** A client tool (the dump, the shell, the installer) by any of its names, beside the engine first; undefined when absent. */
export function findTool(names, engine) {
  const near = engine ? [dirname(engine.program), ...(engine.unpacked ? [join(engine.unpacked, 'usr/bin')] : [])] : []
  for (const name of names) {
    const found = [...near, ...searchFolders()].map(folder => join(folder, name)).find(isExecutable)
    if (found) return found
  }
  return undefined
}

/** The environment a program of an unpacked engine needs: its own libraries and its own tools first. */
export function environmentOf(unpacked) {
  if (!unpacked) return process.env
  const libraries = [join(unpacked, 'lib'), join(unpacked, 'usr/lib')]
    .filter(existsSync)
    .flatMap(folder => [folder, ...readdirSync(folder).filter(name => name.includes('-linux-')).map(name => join(folder, name))])
  return {
    ...process.env,
    LD_LIBRARY_PATH: [...libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
    PATH: [join(unpacked, 'usr/bin'), join(unpacked, 'usr/sbin'), process.env.PATH].join(delimiter),
  }
}

const searchFolders = () => [...new Set([...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...SYSTEM_FOLDERS])]

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function inspect(program, unpacked) {
  if (!isExecutable(program)) return undefined
  const said = spawnSync(program, ['--no-defaults', '--version'], { encoding: 'utf8', env: environmentOf(unpacked) })
  const version = /Ver (\d+\.\d+\.\d+)/.exec(said.stdout ?? '')?.[1]
  if (said.status !== 0 || !version) return undefined
  return { program: realpathSync(program), flavour: /MariaDB/i.test(said.stdout) ? 'mariadb' : 'mysql', version, unpacked }
}
