import { connect, type Socket } from 'node:net'

/** What is to be sent, and for how long. */
export interface Load {
  port: number
  path: string
  /** In turn, from the first on when all were sent; a load of writes ends where its bodies end. */
  bodies: { body: string; headers: Record<string, string> }[]
  once: boolean
  connections: number
  ms: number
}

/** What came of it. */
export interface Loaded {
  answers: number
  /** Answers that were no success, and what the first of them said. */
  failures: number
  firstFailure: string | null
  seconds: number
  p50: number
  p99: number
}

const END_OF_HEAD = Buffer.from('\r\n\r\n')
const ERRORS = Buffer.from('"errors":[')

/**
 * The load's own process: keeps so many connections busy, each with one request at a time, and reads no more of HTTP than the two
 * servers speak. It costs some 15 µs a request, less than a tenth of what the leanest answer costs the limit server.
 */
async function run({ port, path, bodies, once, connections, ms }: Load): Promise<Loaded> {
  const requests = bodies.map(({ body, headers }) => {
    const lines = Object.entries({ host: `127.0.0.1:${port}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
    return Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`)
  })
  const times: number[] = []
  let [sent, failures] = [0, 0]
  let firstFailure: string | null = null
  const begun = performance.now()
  const next = (): Buffer | undefined => (performance.now() - begun >= ms || (once && sent >= requests.length) ? undefined : requests[sent++ % requests.length])
  const answered = (answer: Buffer, since: number): void => {
    times.push(performance.now() - since)
    if (answer.includes('HTTP/1.1 200') && !answer.includes(ERRORS)) return
    failures++
    firstFailure ??= answer.toString('utf8').slice(0, 1000)
  }
  await Promise.all(Array.from({ length: connections }, () => keepBusy(port, next, answered)))
  const sorted = Float64Array.from(times).sort()
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN
  return { answers: times.length, failures, firstFailure, seconds: (performance.now() - begun) / 1000, p50: at(0.5), p99: at(0.99) }
}

/** One connection: sends, waits for the whole answer, sends the next. */
function keepBusy(port: number, next: () => Buffer | undefined, answered: (answer: Buffer, since: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
    let received: Buffer = Buffer.alloc(0)
    let [wanted, since] = [-1, 0]
    const send = (): void => {
      const request = next()
      if (!request) return void socket.end(() => resolve())
      ;[received, wanted, since] = [Buffer.alloc(0), -1, performance.now()]
      socket.write(request)
    }
    socket.once('connect', send)
    socket.once('error', reject)
    socket.once('close', () => resolve())
    socket.on('data', chunk => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
      if (wanted < 0) wanted = lengthOf(received)
      if (wanted < 0 || received.length < wanted) return
      answered(received, since)
      send()
    })
  })
}

/** How long the answer is with its head; -1 as long as the head is not whole. */
function lengthOf(received: Buffer): number {
  const end = received.indexOf(END_OF_HEAD)
  if (end < 0) return -1
  const length = /\r\ncontent-length: *(\d+)/i.exec(received.toString('latin1', 0, end))?.[1]
  if (length === undefined) throw new Error('An answer without its length: the load reads no chunks.')
  return end + END_OF_HEAD.length + Number(length)
}

process.on('message', (load: Load) => void run(load).then(loaded => process.send!(loaded)))
