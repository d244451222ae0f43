import { Context } from './context'
import { actorNow } from './actors'
import type { Database, Value, Written } from './database'
import { Deadline } from './deadline'
import { newId } from './entity'
import { Forbidden, Refusal, Unavailable } from './errors'
import { systemContext } from './jobs'
import { log } from './log'
import { JobState, LongJob } from './longJobs'
import type { SealedFile } from './sealedFiles'
import { say, type Text } from './text'

/** What a run leaves behind: how it went in words, and the file that it made. */
export interface Outcome {
  message: Text
  file?: SealedFile
  /** What belongs to the end and commits with it. */
  finish?: (ctx: Context) => Promise<void>
}

/** A kind of long work: its name in the trail, the permission that it needs, and the work. */
export interface JobKind<Asked> {
  readonly name: string
  readonly act: string
  readonly may: string
  readonly run: (work: Work, asked: Asked) => Promise<Outcome>
}

const kinds = new Map<string, JobKind<never>>()

/** Makes a kind of long work known. */
export function defineJob<Asked>(kind: JobKind<Asked>): void {
  kinds.set(kind.name, kind as JobKind<never>)
}

const LEASE_MS = 30_000
const BEAT_MS = 8_000
const MOST_ATTEMPTS = 5
const STEP_MS = 60_000
const AT_ONCE = 2
const LOOK_EVERY_MS = 1000
const REVIVED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/** Thrown where the run has lost its job: cancelled, or taken over. What it had not committed is undone. */
class Stopped extends Error {}

/** A job in the hands of the run that claimed it. */
export class Work {
  constructor(
    readonly database: Database,
    readonly job: LongJob,
    private readonly holder: string,
    readonly kind: JobKind<never>,
    private readonly clock: () => Date,
  ) {}

  /** Whoever asked, with the permissions and the reach of this moment. */
  async context(): Promise<Context> {
    const { ownerId, locale, ip, requestId } = this.job
    const actor = await actorNow(this.database, ownerId)
    if (!actor?.may(this.kind.may)) throw new Forbidden(this.kind.may)
    return Context.for(this.database, actor, { requestId, ip, locale }, this.clock(), new Deadline(STEP_MS))
  }

  /** Says how far the work has come, and that it still lives. */
  async step(done: number, total: number, message: Text | null = null): Promise<void> {
    const words = message ? ', messageZh = ?, messageEn = ?' : ''
    await this.mine(`done = ?, total = ?${words}`, [done, total, ...(message ? [message.zh, message.en] : [])])
  }

  /** One piece of the work as an act of its own: it commits only while the job is still this run's, and the progress with it. */
  async transact<T>(piece: (ctx: Context) => Promise<T>, progress?: { done: number; total: number }): Promise<T> {
    const ctx = await this.context()
    const result = await ctx.transact(this.kind.act, async inner => {
      const value = await piece(inner)
      await this.mine(progress ? 'done = ?, total = ?' : 'done = done', progress ? [progress.done, progress.total] : [], inner)
      return value
    })
    return result as T
  }

  /** Ends the job well, with its file and whatever belongs to its end, in one transaction. */
  async end({ message, file, finish }: Outcome): Promise<void> {
    const ctx = await this.context()
    await ctx.transact(this.kind.act, async inner => {
      if (file) await inner.store.save(file)
      await finish?.(inner)
      await this.mine('state = ?, messageZh = ?, messageEn = ?, resultFileId = ?, endedAt = ?, leaseHolder = NULL', [JobState.DONE, message.zh, message.en, file?.id ?? null, inner.now], inner)
    })
  }

  async fail(refusal: string, message: Text): Promise<void> {
    await this.mine('state = ?, refusal = ?, messageZh = ?, messageEn = ?, endedAt = ?, leaseHolder = NULL', [JobState.FAILED, refusal, message.zh.slice(0, 400), message.en.slice(0, 400), this.clock()])
  }

  /** Gives the job back, for another process to go on with at once. */
  async giveBack(): Promise<void> {
    await this.mine('state = ?, leaseHolder = NULL, attempts = attempts - 1', [JobState.WAITING]).catch(() => undefined)
  }

  /** Keeps the lease while a step takes long. */
  async beat(): Promise<void> {
    await this.mine('done = done', [])
  }

  private async mine(set: string, values: Value[], inner?: Context): Promise<void> {
    const now = this.clock()
    const sql = `UPDATE long_jobs SET ${set}, updatedAt = ?, leaseUntil = ? WHERE id = ? AND leaseHolder = ? AND state = ?`
    const all = [...values, now, new Date(now.getTime() + LEASE_MS), this.job.id, this.holder, JobState.RUNNING]
    const { affectedRows } = inner ? await inner.store.sql<Written>(sql, all) : await this.database.query<Written>(sql, all)
    if (affectedRows !== 1) throw new Stopped()
  }
}

/** Claims the oldest job that waits or whose run has died, by a conditional update: of many processes one gets it. */
async function claim(database: Database, clock: () => Date): Promise<Work | null> {
  const now = clock()
  const free = "(state = 'WAITING' OR (state = 'RUNNING' AND leaseUntil < ?))"
  for (const { id } of await database.query(`SELECT id FROM long_jobs WHERE ${free} AND kind IN (?) ORDER BY id LIMIT 5`, [now, [...kinds.keys()]])) {
    const holder = newId()
    const { affectedRows } = await database.query<Written>(`UPDATE long_jobs SET state = 'RUNNING', leaseHolder = ?, leaseUntil = ?, attempts = attempts + 1, updatedAt = ? WHERE id = ? AND ${free}`, [holder, new Date(now.getTime() + LEASE_MS), now, id as string, now])
    if (affectedRows !== 1) continue
    const job = await systemContext(database, 'longJobs', now).store.hold(LongJob, id as string)
    return new Work(database, job, holder, kinds.get(job.kind)!, clock)
  }
  return null
}

/** Runs a job that has been claimed, to its end or until it is lost. */
async function run(work: Work, isStopping: () => boolean): Promise<void> {
  const timer = setInterval(() => void work.beat().catch(() => undefined), BEAT_MS)
  timer.unref()
  try {
    if (work.job.attempts > MOST_ATTEMPTS) return await work.fail('INTERNAL', say('多次中断，未能完成，请重新提交。', 'It was interrupted too often; ask again.'))
    const asked = JSON.parse(work.job.asked ?? 'null', (_, value: unknown) => (typeof value === 'string' && REVIVED.test(value) ? new Date(value) : value)) as never
    await work.context()
    await work.end(await work.kind.run(work, asked))
  } catch (error) {
    if (isStopping()) return await work.giveBack()
    if (error instanceof Stopped || error instanceof Unavailable) return
    if (error instanceof Refusal) return await work.fail(error.code, error.text).catch(() => undefined)
    log.error({ job: work.job.id, kind: work.job.kind, error: (error as Error).message, stack: (error as Error).stack?.split('\n').slice(0, 5) }, 'a long job failed')
    await work.fail('INTERNAL', say('系统出错了，请稍后重新提交。', 'Something went wrong; ask again later.')).catch(() => undefined)
  } finally {
    clearInterval(timer)
  }
}

/** Runs everything that waits, one after the other; tests and commands call it. Returns how many there were. */
export async function runLongJobs(database: Database, clock: () => Date = () => new Date()): Promise<number> {
  for (let ran = 0; ; ran++) {
    const work = await claim(database, clock)
    if (!work) return ran
    await run(work, () => false)
  }
}

/** Runs jobs, two at once, until stopped; then what is under way is given back. */
export function startLongJobs(database: Database): () => Promise<void> {
  const clock = (): Date => new Date()
  const running = new Set<Promise<void>>()
  const held = new Set<Work>()
  let stopping = false
  const look = async (): Promise<void> => {
    while (!stopping && running.size < AT_ONCE) {
      const work = await claim(database, clock)
      if (!work) return
      held.add(work)
      const done = run(work, () => stopping).finally(() => {
        running.delete(done)
        held.delete(work)
      })
      running.add(done)
    }
  }
  const timer = setInterval(() => void look().catch((error: Error) => log.warn({ error: error.message }, 'no job could be claimed; it will be tried again')), LOOK_EVERY_MS)
  timer.unref()
  return async () => {
    stopping = true
    clearInterval(timer)
    await Promise.all([...held].map(work => work.giveBack()))
  }
}
