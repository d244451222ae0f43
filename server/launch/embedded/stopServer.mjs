import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, pidOf } from '../processTag.mjs'

/** Stops the server a run names, cleanly, and by force when it has not gone after half a minute. Answers what happened. */
export async function stopServer(run, { withinMs = 30_000 } = {}) {
  if (!isAlive(run.server)) return 'was dead'
  process.kill(pidOf(run.server), 'SIGTERM')
  const end = Date.now() + withinMs
  while (isAlive(run.server)) {
    if (Date.now() > end) {
      process.kill(pidOf(run.server), 'SIGKILL')
      return 'killed'
    }
    await sleep(10)
  }
  return 'stopped'
}
