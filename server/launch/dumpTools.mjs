import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findTool } from './embedded/findEngine.mjs'
import { installClient } from './embedded/installEngine.mjs'
import { PlainError } from './plainError.mjs'

/** The programs that dump a database and read a dump, from the system or from `unpacked`; undefined when one is absent. */
export function findDumpTools(unpacked) {
  const engine = { program: join(unpacked, 'usr/sbin/mariadbd'), unpacked }
  const dump = findTool(['mariadb-dump', 'mysqldump'], engine)
  const shell = findTool(['mariadb', 'mysql'], engine)
  return dump && shell ? { dump, shell, unpacked: [dump, shell].some(tool => tool.startsWith(unpacked)) ? unpacked : undefined } : undefined
}

/** The same, installed when absent. */
export async function ensureDumpTools(unpacked, log) {
  const found = findDumpTools(unpacked)
  if (found) return found
  await installClient(unpacked, log)
  const installed = findDumpTools(unpacked)
  if (installed) return installed
  throw new PlainError('mariadb-dump and mariadb are still missing.', 'Install them: apt-get install mariadb-client')
}

/** Lends the tools a private options file with the address and password, so that neither shows in the list of processes. */
export async function withOptionsFile(address, work) {
  const { hostname, port, username, password, pathname } = new URL(address)
  const folder = mkdtempSync(join(tmpdir(), 'laobing-dump-'))
  const file = join(folder, 'client.cnf')
  const quoted = text => `"${decodeURIComponent(text).replace(/[\\"]/g, '\\$&')}"`
  try {
    const lines = ['[client]', `host=${quoted(hostname.replace(/^\[|\]$/g, ''))}`, `port=${port || 3306}`, 'protocol=tcp', `user=${quoted(username)}`, `password=${quoted(password)}`]
    writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 })
    return await work(file, decodeURIComponent(pathname.slice(1)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
