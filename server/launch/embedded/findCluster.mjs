import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { environmentOf, findEngine, findTool } from './findEngine.mjs'

/**
 * What a Galera cluster needs: MariaDB, Galera's library, and the programs by which a node takes over the data of another one.
 * From the system, else from what was unpacked under `unpacked`; undefined when a part is absent.
 */
export function findCluster(unpacked) {
  const engine = findEngine(unpacked)
  const provider = ['/', unpacked].map(folder => join(folder, 'usr/lib/galera/libgalera_smm.so')).find(existsSync)
  const near = { program: join(unpacked, 'usr/bin/mariadbd'), unpacked }
  const [rsync, transfer, sockets] = ['rsync', 'wsrep_sst_rsync', 'ss'].map(name => findTool([name], near))
  if (engine?.flavour !== 'mariadb' || !provider || !rsync || !transfer || !sockets) return undefined
  const { PATH, LD_LIBRARY_PATH = '' } = environmentOf(existsSync(unpacked) ? unpacked : undefined)
  return { engine, provider, rsync, environment: { PATH, LD_LIBRARY_PATH } }
}
