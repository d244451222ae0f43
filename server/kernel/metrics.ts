import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { FastifyInstance } from 'fastify'
import type { Admission } from './admission'
import type { Database } from './database'
import { Deadline } from './deadline'
import type { PublicAnswers } from './publicAnswers'

const UP_TO_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]
const HERE = ['127.0.0.1', '::1', '::ffff:127.0.0.1']
const RESOLUTION_MS = 20
const JOBS_MS = 1000

interface Watched {
  database: Database
  admission: Admission
  publicAnswers: PublicAnswers
}

/** What operators may watch, in the words of Prometheus, for whoever asks from this machine. */
export class Metrics {
  private readonly byStatus = new Map<number, number>()
  private readonly byRefusal = new Map<string, number>()
  private readonly within = UP_TO_SECONDS.map(() => 0)
  private answers = 0
  private seconds = 0
  private readonly delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })

  /** Counts a refusal by its code; GraphQL gives most of them under HTTP's 200. */
  refused(code: string): void {
    this.byRefusal.set(code, (this.byRefusal.get(code) ?? 0) + 1)
  }

  /** Watches all requests, and serves `/metrics`. */
  serve(http: FastifyInstance, watched: Watched): void {
    this.delay.enable()
    http.addHook('onClose', async () => void this.delay.disable())
    http.addHook('onResponse', async (_, reply) => this.answered(reply.statusCode, reply.elapsedTime / 1000))
    http.get('/metrics', async (request, reply) => {
      if (!HERE.includes(request.ip)) return reply.code(404).send()
      return reply.type('text/plain; version=0.0.4').send(`${(await this.lines(watched)).join('\n')}\n`)
    })
  }

  private answered(status: number, seconds: number): void {
    this.byStatus.set(status, (this.byStatus.get(status) ?? 0) + 1)
    this.answers++
    this.seconds += seconds
    UP_TO_SECONDS.forEach((limit, n) => { if (seconds <= limit) this.within[n]!++ })
  }

  private async lines({ database, admission, publicAnswers }: Watched): Promise<string[]> {
    const { rss, heapUsed } = process.memoryUsage()
    const { open, inUse, waiting } = database.connections
    const delay = [this.delay.percentile(50), this.delay.percentile(99)].map(nanoseconds => Math.max(0, nanoseconds / 1e9 - RESOLUTION_MS / 1000))
    this.delay.reset()
    return [
      ...family('laobing_answers_total', 'counter', this.byStatus, 'status'),
      ...family('laobing_refusals_total', 'counter', this.byRefusal, 'code'),
      '# TYPE laobing_answer_seconds histogram',
      ...UP_TO_SECONDS.map((limit, n) => `laobing_answer_seconds_bucket{le="${limit}"} ${this.within[n]}`),
      `laobing_answer_seconds_bucket{le="+Inf"} ${this.answers}`,
      `laobing_answer_seconds_sum ${this.seconds}`,
      `laobing_answer_seconds_count ${this.answers}`,
      ...one('laobing_requests_running', 'gauge', admission.running),
      ...one('laobing_requests_limit', 'gauge', admission.limit),
      ...one('laobing_requests_turned_away_total', 'counter', admission.turnedAway),
      ...family('laobing_connections', 'gauge', new Map([['open', open], ['in use', inUse], ['waited for', waiting]]), 'state'),
      ...one('laobing_statements_total', 'counter', database.statements),
      ...family('laobing_public_answers_total', 'counter', new Map(Object.entries(publicAnswers.counts)), 'from'),
      ...family('laobing_event_loop_delay_seconds', 'gauge', new Map([['0.5', delay[0]!], ['0.99', delay[1]!]]), 'quantile'),
      ...family('laobing_jobs', 'gauge', await jobs(database), 'state'),
      ...one('laobing_memory_rss_bytes', 'gauge', rss),
      ...one('laobing_memory_heap_bytes', 'gauge', heapUsed),
    ]
  }
}

/** How many long jobs there are in each state; nothing where the database does not answer. */
async function jobs(database: Database): Promise<Map<string, number>> {
  const rows = await database.query('SELECT state, COUNT(*) AS n FROM long_jobs GROUP BY state', [], new Deadline(JOBS_MS)).catch(() => [])
  return new Map(rows.map(row => [String(row.state), Number(row.n)]))
}

const one = (name: string, type: string, value: number): string[] => [`# TYPE ${name} ${type}`, `${name} ${value}`]
const family = (name: string, type: string, values: ReadonlyMap<string | number, number>, label: string): string[] => [`# TYPE ${name} ${type}`, ...[...values].map(([key, value]) => `${name}{${label}="${key}"} ${value}`)]
