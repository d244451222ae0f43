import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { withLock } from '../lock.mjs'
import { PlainError } from '../plainError.mjs'
import { findCluster } from './findCluster.mjs'
import { findEngine } from './findEngine.mjs'

/** Gets a database server where there is none: as root into the system, otherwise unpacked under `unpacked`. */
export function installEngine(unpacked, log) {
  return install(['mariadb-server-core', 'mariadb-client-core'], unpacked, log, {
    isThere: () => Boolean(findEngine(unpacked)),
    why: 'No database server was found, and',
  })
}

/** Gets the programs that backup and restore use. */
export function installClient(unpacked, log) {
  return install(['mariadb-client', 'mariadb-client-core'], unpacked, log, {
    isThere: () => existsSync(join(unpacked, 'usr/bin/mariadb-dump')),
    why: 'No mariadb-dump or mysqldump was found, and',
  })
}

/**
 * Gets what makes a cluster of database servers. It is unpacked for root too: installed into the system, mariadb-server would
 * start a server of its own.
 */
export function installCluster(unpacked, log) {
  return install(['galera-4', 'rsync', 'iproute2', 'mariadb-server', 'mariadb-server-core', 'mariadb-client-core'], unpacked, log, {
    isThere: () => Boolean(findCluster(unpacked)),
    why: 'A Galera cluster needs packages that were not found, and',
    aside: true,
  })
}

/** One run at a time: whoever waited may find that the other has brought it already. */
async function install(packages, unpacked, log, { isThere, why, aside = false }) {
  if (spawnSync('apt-get', ['--version']).status !== 0) {
    throw new PlainError(
      `${why} this machine has no apt-get to install one with.`,
      'Install MariaDB 10.11 or newer (or MySQL 8.4), name it in EMBEDDED_DB_SERVER, or give an existing database in DATABASE_URL.',
    )
  }
  mkdirSync(dirname(unpacked), { recursive: true, mode: 0o700 })
  await withLock(`${unpacked}.lock`, () => {
    if (isThere()) return
    const failed = process.getuid?.() === 0 && !aside ? asRoot(packages, log) : asAnyone(packages, unpacked, log)
    if (!failed) return
    throw new PlainError(
      `${why} it could not be installed (${failed}).`,
      `Check the network, or install it by hand (apt-get install ${packages.join(' ')}), or give an existing database in DATABASE_URL.`,
    )
  })
}

/** Installs packages into the system; answers what failed, or undefined. */
export function asRoot(packages, log) {
  log(`installing ${packages.join(', ')} with apt-get`)
  const wait = ['-o', 'DPkg::Lock::Timeout=120']
  run('apt-get', ['-q', ...wait, 'update'])
  return run('apt-get', ['-y', '-q', '--no-install-recommends', ...wait, 'install', ...packages])
}

/**
 * Downloads packages that the system has not with apt folders of our own and unpacks them, which needs no rights; answers what failed, or undefined.
 * They are unpacked aside and put in place when whole, so that an interrupted run leaves nothing half there.
 */
function asAnyone(packages, unpacked, log) {
  log(`fetching ${packages.join(', ')} with apt-get into ${unpacked} (nothing is installed in the system)`)
  const apt = `${unpacked}.apt`
  const fresh = `${unpacked}.new`
  for (const folder of [apt, fresh]) rmSync(folder, { recursive: true, force: true })
  for (const folder of ['lists/partial', 'archives/partial']) mkdirSync(join(apt, folder), { recursive: true, mode: 0o700 })
  mkdirSync(fresh, { mode: 0o700 })
  const own = [
    ['Dir::State::lists', join(apt, 'lists')],
    ['Dir::Cache', apt],
    ['Dir::Cache::archives', join(apt, 'archives')],
    ['Dir::State::status', '/var/lib/dpkg/status'],
    ['Debug::NoLocking', 'true'],
    ['APT::Sandbox::User', ''],
    ['APT::Update::Post-Invoke', ''],
    ['APT::Update::Post-Invoke-Success', ''],
    ['DPkg::Post-Invoke', ''],
  ].flatMap(([name, value]) => ['-o', `${name}=${value}`])
  run('apt-get', ['-q', ...own, 'update'])
  const failed = run('apt-get', ['-y', '-q', ...own, '--no-install-recommends', '--download-only', 'install', ...packages])
  if (failed) return failed
  for (const file of readdirSync(join(apt, 'archives')).filter(name => name.endsWith('.deb'))) {
    const unpackFailed = run('dpkg', ['-x', join(apt, 'archives', file), fresh])
    if (unpackFailed) return unpackFailed
  }
  if (existsSync(unpacked)) {
    const copyFailed = run('cp', ['-a', '--remove-destination', `${fresh}/.`, unpacked])
    if (copyFailed) return copyFailed
  } else {
    renameSync(fresh, unpacked)
  }
  for (const folder of [apt, fresh]) rmSync(folder, { recursive: true, force: true })
  return undefined
}

function run(program, args) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' }
  const done = spawnSync(program, args, { stdio: ['ignore', process.stderr.fd, process.stderr.fd], env: environment })
  if (done.error) return `${program}: ${done.error.message}`
  return done.status === 0 ? undefined : `${program} ended with ${done.status ?? done.signal}`
}
