import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from './access'
import type { Context } from './context'
import { Entity } from './entity'
import { NotFound, Refused } from './errors'
import { DateTime } from './scalars'
import { Sealed } from './sealed'
import { Stored } from './stored'
import { type Locale, say, type Text } from './text'

export enum JobState {
  WAITING = 'WAITING',
  RUNNING = 'RUNNING',
  DONE = 'DONE',
  FAILED = 'FAILED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(JobState, { name: 'JobState' })

/** The states in which a job still has something to do. */
export const UNFINISHED: readonly JobState[] = [JobState.WAITING, JobState.RUNNING]

/**
 * Work that takes longer than a request may: an import, an export. It can be left and returned to; whichever process claims it
 * runs it, under the reach and the permissions of whoever asked, and another takes over when that process dies.
 */
@ObjectType({ description: 'Work that takes longer than a request: it goes on while nobody looks, and only its owner sees it.' })
@Table('long_jobs')
@Within({ region: 'it.ownerId = :me', team: 'it.ownerId = :me', assigned: 'it.ownerId = :me', self: 'it.ownerId = :me' })
@Index(['ownerId', 'id'])
@Index(['state', 'leaseUntil'])
export class LongJob extends Entity {
  @Stored.ref()
  ownerId: string

  @Field({ description: 'What kind of work it is: EXPORT, IMPORT_CHECK …' })
  @Stored.code(40)
  kind: string

  @Field(() => JobState)
  @Stored.code(24)
  state: JobState

  @Field(() => Int)
  @Stored.whole()
  done: number

  @Field(() => Int, { nullable: true, description: 'How much there is to do; null until that is known.' })
  @Stored.whole({ nullable: true })
  total: number | null

  @Stored.text(200)
  titleZh: string

  @Stored.text(200)
  titleEn: string

  @Stored.text(400, { nullable: true })
  messageZh: string | null

  @Stored.text(400, { nullable: true })
  messageEn: string | null

  /** What was asked for, as JSON: a filter may hold a name or a number, so it is sealed. */
  @Sealed({ mask: 'hidden', reveal: 'nobody', length: 12_000 })
  asked: string | null

  @Field(() => ID, { nullable: true, description: 'The record that it works on, where it works on one.' })
  @Stored.ref({ nullable: true })
  subjectId: string | null

  @Stored.ref({ nullable: true })
  resultFileId: string | null

  @Field(() => String, { nullable: true, description: 'The code of the refusal that ended it.' })
  @Stored.code(40, { nullable: true })
  refusal: string | null

  /** The language of whoever asked. */
  @Stored.code(2)
  locale: Locale

  /** Where it was asked from, for the trail. */
  @Stored.code(45, { nullable: true })
  ip: string | null

  @Stored.code(40, { nullable: true })
  requestId: string | null

  /** The run that has it now; until when, unless it says that it still lives. */
  @Stored.ref({ nullable: true })
  leaseHolder: string | null

  @Stored.instant({ nullable: true })
  leaseUntil: Date | null

  @Stored.whole()
  attempts: number

  @Field(() => DateTime, { nullable: true })
  @Stored.instant({ nullable: true })
  endedAt: Date | null

  isUnfinished(): boolean {
    return UNFINISHED.includes(this.state)
  }
}

/** How many unfinished jobs one account may have. */
const AT_ONCE = 5

/** Puts work into the queue; it begins as soon as a process has time. `asked` is what the run will be given. */
export async function beginJob(ctx: Context, kind: string, title: Text, asked: unknown, subjectId: string | null = null): Promise<LongJob> {
  const waiting = await ctx.store.query(LongJob).where('it.ownerId = ? AND it.state IN (?)', ctx.actor.id, [...UNFINISHED]).count()
  if (waiting >= AT_ONCE) throw new Refused('OVER_CAPACITY', say(`您已有 ${waiting} 项任务在处理，请等其中一项完成或取消后再试。`, `${waiting} of your jobs are under way; wait for one or cancel it.`), { waiting })
  return ctx.store.save(LongJob.of({
    ownerId: ctx.actor.id, kind, state: JobState.WAITING, done: 0, total: null, titleZh: title.zh, titleEn: title.en, messageZh: null, messageEn: null, asked: JSON.stringify(asked), subjectId, resultFileId: null,
    refusal: null, locale: ctx.origin.locale, ip: ctx.origin.ip, requestId: ctx.origin.requestId, leaseHolder: null, leaseUntil: null, attempts: 0, endedAt: null,
  }))
}

/** A job of one's own; another's looks absent. */
export async function ownJob(ctx: Context, id: string): Promise<LongJob> {
  const job = await ctx.store.query(LongJob).where('it.id = ? AND it.ownerId = ?', id, ctx.actor.id).first()
  if (!job) throw new NotFound()
  return job
}

/** Ends a job that its owner no longer wants; whatever it had not yet committed is undone. */
export async function cancelJob(ctx: Context, id: string): Promise<LongJob> {
  await ownJob(ctx, id)
  const job = await ctx.store.hold(LongJob, id)
  if (!job.isUnfinished()) return job
  Object.assign(job, { state: JobState.CANCELLED, leaseHolder: null, leaseUntil: null, endedAt: ctx.now })
  return ctx.store.save(job, { action: 'CANCEL' })
}
