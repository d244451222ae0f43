import { Extensions } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from './access'
import type { Context } from './context'
import type { Database } from './database'
import { Entity, newId } from './entity'
import { Limited } from './errors'
import { schedule } from './jobs'
import { fingerprint } from './sealed'
import { Stored } from './stored'

/** How often something was tried of late. All processes share it; it says neither by whom nor what: only keyed digests stand here. */
@Table('throttles')
@Within({})
export class Throttle extends Entity {
  @Index({ unique: true }) @Stored.secret(43) key: string
  @Stored.whole() tries: number
  /** From then on the tries are forgotten. */
  @Index() @Stored.instant() endsAt: Date
}

/** How often a root field may be asked by one asker, whichever process is asked. */
export interface Pace {
  /** Who asks: what is counted together. */
  readonly by: (ctx: Context) => string
  readonly limit: (ctx: Context) => Promise<{ tries: number; minutes: number }>
  /** Whether an answer, or a refusal, counts as a try; without it, everything does. */
  readonly counts?: (error: unknown) => boolean
}

/** Limits how often one asker may ask this root field. The front door counts, before the act begins, so that parallel tries do not multiply. */
export function Paced(pace: Pace): MethodDecorator & PropertyDecorator {
  return Extensions({ pace })
}

const TRY = `INSERT INTO throttles (id, version, createdAt, updatedAt, \`key\`, tries, endsAt) VALUES (?,1,?,?,?,1,?)
  ON DUPLICATE KEY UPDATE tries = LAST_INSERT_ID(IF(endsAt <= VALUES(updatedAt), 1, tries + 1)), endsAt = IF(endsAt <= VALUES(updatedAt), VALUES(endsAt), endsAt), updatedAt = VALUES(updatedAt)`

/** Runs what a pace limits, or refuses with LIMITED. Of the refused tries only the first of a period is worth a line in the trail. */
export async function keepPace<T>(name: string, pace: Pace, ctx: Context, run: () => Promise<T>): Promise<T> {
  const { tries: most, minutes } = await pace.limit(ctx)
  const key = fingerprint(`${name}/${pace.by(ctx)}`)
  const { database, now, deadline } = ctx
  const { insertId } = await database.query<{ insertId: number }>(TRY, [newId(), now, now, key, new Date(now.getTime() + minutes * 60_000)], deadline)
  const tries = insertId || 1
  if (tries > most) {
    const [row] = await database.query('SELECT endsAt FROM throttles WHERE `key` = ?', [key], deadline)
    const left = ((row?.endsAt as Date | undefined)?.getTime() ?? now.getTime()) - now.getTime()
    throw new Limited(Math.max(1, Math.ceil(left / 1000)), tries > most + 1)
  }
  const giveBack = () => database.query('UPDATE throttles SET tries = tries - 1 WHERE `key` = ? AND tries > 0', [key], deadline)
  try {
    const result = await run()
    if (pace.counts && !pace.counts(null)) await giveBack()
    return result
  } catch (error) {
    if (pace.counts && !pace.counts(error)) await giveBack()
    throw error
  }
}

/** The part of an address that one client has for itself: all of IPv4, half of IPv6. */
export function clientOf(ip: string | null): string {
  if (!ip) return 'nowhere'
  const plain = ip.replace(/^::ffff:(?=\d+\.)/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail = ''] = plain.split('::')
  const [before, after] = [head, tail].map(part => part.split(':').filter(Boolean))
  const groups = [...before!, ...Array<string>(Math.max(0, 8 - before!.length - after!.length)).fill('0'), ...after!]
  return groups.slice(0, 4).map(group => group.replace(/^0+(?=.)/, '').toLowerCase()).join(':')
}

const AT_ONCE = 5000
/** Removes what is forgotten, some thousands at a time. */
export async function forgetThrottles(database: Database, now: Date): Promise<void> {
  for (;;) {
    const { affectedRows } = await database.query<{ affectedRows: number }>('DELETE FROM throttles WHERE endsAt <= ? ORDER BY endsAt LIMIT ?', [now, AT_ONCE])
    if (affectedRows < AT_ONCE) return
  }
}

schedule({ name: 'forgetThrottles', every: 600, run: (ctx, database) => forgetThrottles(database, ctx.now) })
