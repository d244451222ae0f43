import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureEmbedded } from './embedded/ensureEmbedded.mjs'
import { isAlive, ownTag } from './processTag.mjs'
import { unpackedFolder } from './project.mjs'

/** Where throw-away databases live: in memory where there is such a place. */
const folder = join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), `laobing-test-${process.getuid?.() ?? 'user'}`)

/** A throw-away database server of this process's own; those of processes that died are cleared away first. */
export async function openScratch(log) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(folder)) {
    if (!isAlive(name)) rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 5 })
  }
  return ensureEmbedded({ dir: join(folder, ownTag()), unpacked: unpackedFolder, profile: 'test', log })
}
