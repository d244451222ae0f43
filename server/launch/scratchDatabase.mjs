import { randomBytes } from 'node:crypto'
import { accessSync, constants, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureEmbedded } from './embedded/ensureEmbedded.mjs'
import { isAlive, ownTag } from './processTag.mjs'
import { unpackedFolder } from './project.mjs'
import { say } from './runStep.mjs'

const MEMORY = '/dev/shm'
const ROOM = 1_000_000_000

/** Where throw-away databases live: in memory where there is such a place, with room (containers often have 64 MB). */
const folder = join(hasRoom(MEMORY) ? MEMORY : tmpdir(), `laobing-test-${process.getuid?.() ?? 'user'}`)

/** A throw-away database server of this process's own; those of processes that died are cleared away first. */
export async function openScratch(log) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(folder)) {
    if (!isAlive(name)) rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 5 })
  }
  return ensureEmbedded({ dir: join(folder, ownTag()), unpacked: unpackedFolder, profile: 'test', log })
}

/** The same for a command, with keys of its own. */
export async function openThrowAway() {
  const key = () => randomBytes(32).toString('base64')
  process.env.LAOBING_KEYS ??= JSON.stringify({ active: 'k1', keys: { k1: key() }, fingerprint: key(), audit: key() })
  const embedded = await openScratch(say)
  return { url: embedded.url, ownerUrl: embedded.ownerUrl, isScratch: true, discard: embedded.discard }
}

function hasRoom(place) {
  try {
    accessSync(place, constants.W_OK)
    const { bavail, bsize } = statfsSync(place)
    return bavail * bsize > ROOM
  } catch {
    return false
  }
}
