import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive, ownTag } from '../processTag.mjs'

/** Who is using the database: a file per use, named by its process. The last one out stops the server. */
export function takeLease(dir) {
  mkdirSync(join(dir, 'leases'), { recursive: true, mode: 0o700 })
  const name = `${ownTag()}.${Math.random().toString(36).slice(2, 8)}`
  writeFileSync(join(dir, 'leases', name), '')
  return name
}

/** Gives one use back. */
export const dropLease = (dir, name) => rmSync(join(dir, 'leases', name), { force: true })

/** How many living uses there are; the leases of dead processes are cleared away. */
export function livingLeases(dir) {
  let living = 0
  for (const name of readdirSync(join(dir, 'leases'))) {
    if (isAlive(name.split('.')[0])) living++
    else dropLease(dir, name)
  }
  return living
}
