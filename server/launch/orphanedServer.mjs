import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeFolder } from './makeFolder.mjs'
import { isAlive, ownTag, pidOf, tagOf } from './processTag.mjs'
import { dataFolder } from './project.mjs'
import { say } from './runStep.mjs'

/** A server drains for 12 s at most; one that lives longer hangs. */
const PATIENCE_MS = 20_000
const fileOf = port => join(dataFolder, `server-${port}.json`)

/** Writes down which process serves a port, and for which start. */
export function noteServer(port, pid) {
  makeFolder(dataFolder)
  writeFileSync(fileOf(port), JSON.stringify({ server: tagOf(pid), starter: ownTag() }), { mode: 0o600 })
}

/** The port is served no more. */
export const forgetServer = port => rmSync(fileOf(port), { force: true })

/** When a start is killed its server notices and ends, but not before the requests that are open: the next start waits for that. */
export async function untilOrphanIsGone(port) {
  const { server, starter } = readNote(port)
  if (!server || isAlive(starter) || !isAlive(server)) return
  say(`waiting for the server of an earlier start that was killed (process ${pidOf(server)})`)
  const end = Date.now() + PATIENCE_MS
  while (isAlive(server)) {
    if (Date.now() > end) process.kill(pidOf(server), 'SIGKILL')
    await sleep(20)
  }
}

function readNote(port) {
  try {
    return JSON.parse(readFileSync(fileOf(port), 'utf8'))
  } catch {
    return {}
  }
}
