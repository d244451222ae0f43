import cluster from 'node:cluster'
import { log } from './kernel/log'

/** How many processes serve the port; they share nothing but the database. */
export const WORKERS = Number(process.env.WORKERS ?? 1)

const SOON_MS = 100
const LATE_MS = 10_000
/** A worker that lived so long, in ms, did not die of how it starts. */
const WELL_MS = 30_000

/**
 * Keeps so many workers, each of which runs the program from its beginning. One that dies is replaced, the later the more have died in
 * a row; at the stop each drains for itself. Where none ever comes to serve, the program ends as a single process would.
 */
export function keepWorkers(count: number): void {
  let [stopping, everServed, wait, status] = [false, false, SOON_MS, 0]
  const bornAt = new Map<number, number>()
  const left = (): boolean => Object.keys(cluster.workers ?? {}).length > 0
  const bear = (): void => {
    if (!stopping) bornAt.set(cluster.fork().id, performance.now())
  }
  cluster.on('listening', () => void (everServed = true))
  cluster.on('exit', ({ id, process: { pid } }, code, signal) => {
    const lived = performance.now() - (bornAt.get(id) ?? 0)
    bornAt.delete(id)
    if (stopping) {
      status ||= code
      if (!left()) process.exit(status)
      return
    }
    if (!everServed) process.exit(code || 1)
    wait = lived > WELL_MS ? SOON_MS : Math.min(LATE_MS, wait * 2)
    log.error({ pid, code, signal, wait }, 'a worker ended unasked; another takes its place')
    setTimeout(bear, wait)
  })
  const stop = (): void => {
    stopping = true
    if (!left()) process.exit(0)
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM')
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop)
  for (let n = 0; n < count; n++) bear()
}
