import { Worker } from 'node:worker_threads'
import { Unavailable } from './errors'
import { log } from './log'
import { say } from './text'

/** What a thread may take. */
export interface ThreadLimits {
  /** How many jobs may wait; more are refused at once. */
  readonly waiting: number
  /** How long a job may take from being asked for to being done, in ms. */
  readonly ms: number
  readonly memoryMb: number
}

interface Job {
  readonly message: { job: string; content: unknown }
  readonly done: (answer: unknown) => void
  readonly refused: (error: Error) => void
  readonly timer: NodeJS.Timeout
}

const busy = (): Unavailable => new Unavailable(say('正在处理的文书太多，请稍后重试。', 'Too many papers are being made; try again shortly.'))
const failed = (): Unavailable => new Unavailable(say('这份文书这次没有做成，请稍后重试；若再次失败，请告诉管理员。', 'The paper could not be made this time; try again shortly, and tell the administrator if it fails again.'))

/**
 * A thread for work that would hold up everybody else. It is started when first needed and kept; it does one job after the other,
 * and is started anew when it has died or taken too long. Whoever cannot be served is refused with UNAVAILABLE.
 */
export class KeptThread {
  private worker: Worker | undefined
  private running: Job | undefined
  private readonly waiting: Job[] = []

  constructor(
    private readonly file: string,
    private readonly limits: ThreadLimits,
  ) {}

  /** Has a job done; what is sent and what comes back are data. */
  ask<T>(job: string, content: unknown): Promise<T> {
    if (this.waiting.length >= this.limits.waiting) return Promise.reject(busy())
    return new Promise<T>((resolve, reject) => {
      const asked: Job = { message: { job, content }, done: resolve as (answer: unknown) => void, refused: reject, timer: setTimeout(() => this.giveUp(asked), this.limits.ms) }
      this.waiting.push(asked)
      this.next()
    })
  }

  private next(): void {
    if (this.running || this.waiting.length === 0) return
    this.worker ??= this.start()
    this.worker.ref()
    this.running = this.waiting.shift()!
    this.worker.postMessage(this.running.message)
  }

  private start(): Worker {
    const worker = new Worker(this.file, { resourceLimits: { maxOldGenerationSizeMb: this.limits.memoryMb } })
    worker.on('message', ({ answer, error }: { answer?: unknown; error?: string }) => {
      if (error !== undefined) log.error({ error }, 'a job of the thread failed')
      this.end(job => (error === undefined ? job.done(answer) : job.refused(failed())))
    })
    worker.on('error', error => log.error({ error: error.message }, 'the thread died'))
    worker.on('exit', () => {
      if (this.worker === worker) this.lose()
    })
    return worker
  }

  /** The job that runs is over, one way or the other; an idle thread keeps no process alive. */
  private end(tell: (job: Job) => void): void {
    const job = this.running
    this.running = undefined
    this.worker?.unref()
    if (job) {
      clearTimeout(job.timer)
      tell(job)
    }
    this.next()
  }

  private lose(): void {
    this.worker = undefined
    this.end(job => job.refused(failed()))
  }

  private giveUp(job: Job): void {
    if (this.running !== job) {
      this.waiting.splice(this.waiting.indexOf(job), 1)
      return job.refused(busy())
    }
    log.error({ job: job.message.job }, 'a job of the thread took too long')
    const { worker } = this
    this.lose()
    void worker?.terminate()
  }
}
