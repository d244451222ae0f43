import { Entity as Table, Index } from 'typeorm'
import { Actor, SYSTEM_ROLE, Within } from './access'
import { Context } from './context'
import type { Database } from './database'
import { Deadline } from './deadline'
import { Entity, newId } from './entity'
import { log } from './log'
import { Stored } from './stored'

/** When a job last ran and until when somebody runs it. The database is the only state that processes share. */
@Table('jobs')
@Within({})
export class JobRun extends Entity {
  @Index({ unique: true }) @Stored.code(40) name: string
  @Stored.instant() nextAt: Date
}

export interface Job {
  name: string
  /** Seconds between two runs. */
  every: number
  run: (ctx: Context, database: Database) => Promise<void>
}

const jobs: Job[] = []

/** Makes a job known; it runs in whichever process claims it first. */
export function schedule(job: Job): void {
  jobs.push(job)
}

/** Whoever works when nobody asked: jobs, the seed, commands. Sees everything, and is named in the trail. */
export const systemActor = (name: string, permissions: Iterable<string> = []): Actor => new Actor('SYSTEM', name, SYSTEM_ROLE, new Set(permissions), { kind: 'banner' })

export const systemContext = (database: Database, name: string, now = new Date()): Context =>
  Context.for(database, systemActor(name), { requestId: null, ip: null, locale: 'zh' }, now, new Deadline(600_000))

/** Claims by a conditional update, so that of many processes one runs the job. */
async function claim(database: Database, job: Job, now: Date): Promise<boolean> {
  const next = new Date(now.getTime() + job.every * 1000)
  await database.query('INSERT IGNORE INTO jobs (id, version, createdAt, updatedAt, name, nextAt) VALUES (?,1,?,?,?,?)', [newId(), now, now, job.name, new Date(0)])
  const { affectedRows } = await database.query<{ affectedRows: number }>('UPDATE jobs SET nextAt = ?, updatedAt = ?, version = version + 1 WHERE name = ? AND nextAt <= ?', [next, now, job.name, now])
  return affectedRows === 1
}

/** Runs what is due, until stopped. */
export function startJobs(database: Database): () => void {
  let running = false
  const tick = async (): Promise<void> => {
    if (running) return
    running = true
    try {
      for (const job of jobs) {
        if (await claim(database, job, new Date())) await job.run(systemContext(database, job.name), database)
      }
    } catch (error) {
      log.warn({ error: (error as Error).message }, 'a job failed; it will be tried again')
    } finally {
      running = false
    }
  }
  const timer = setInterval(() => void tick(), 5000)
  timer.unref()
  return () => clearInterval(timer)
}
