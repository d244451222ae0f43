import type { Condition } from '../../kernel/access'
import type { Context } from '../../kernel/context'
import { addDays, startOfDay } from '../../kernel/days'
import type { Entity, Type } from '../../kernel/entity'
import { schedule } from '../../kernel/jobs'
import type { Query } from '../../kernel/query'
import { cancelTasksOf, openTask, type Opening } from './openTask'
import { TaskState } from './Task'

/** A cause for tasks that is seen in the records themselves: which rows have it now, and the task that each of them opens. */
export interface Watch<T extends Entity> {
  readonly cause: string
  readonly type: Type<T>
  /** The rows `it` that have the cause now. */
  readonly stands: (ctx: Context) => Condition | Promise<Condition>
  readonly opening: (ctx: Context, row: T) => Omit<Opening, 'entity' | 'entityId' | 'cause'> | Promise<Omit<Opening, 'entity' | 'entityId' | 'cause'>>
}

/** How many rows are read at a time. */
export const AT_ONCE = 500
/** A task that somebody settled though its cause stands is not opened again for so many days. */
const QUIET_DAYS = 7
const watches: Watch<Entity>[] = []

/** Makes a cause known: its tasks open when it appears and close by themselves when it is gone. */
export function watchFor<T extends Entity>(watch: Watch<T>): Watch<T> {
  watches.push(watch as unknown as Watch<Entity>)
  return watch
}

/** Opens and closes what the records call for. Running it again changes nothing. */
export async function watchAll(ctx: Context): Promise<void> {
  for (const watch of watches) await keepWatch(ctx, watch)
}

/** Opens and closes the tasks of one cause, page by page until nothing is left. */
export async function keepWatch<T extends Entity>(ctx: Context, watch: Watch<T>): Promise<void> {
  const { sql, values } = await watch.stands(ctx)
  const { table } = ctx.store.shape(watch.type)
  const about = [watch.type.name, watch.cause, TaskState.OPEN]
  const look = (id: string): Promise<unknown> => ctx.transact('watch', inner => watchOne(inner, watch, id))
  await eachId(after => unseen(ctx, watch, { sql, values }).where('NOT EXISTS (SELECT 1 FROM tasks t WHERE t.entity = ? AND t.entityId = it.id AND t.cause = ? AND t.state = ?)', ...about).where('it.id > ?', after).orderBy('it.id').limit(AT_ONCE).ids(), look)
  await eachId(async after => {
    const over = await ctx.store.sql(`SELECT t.entityId AS id FROM tasks t WHERE t.entity = ? AND t.cause = ? AND t.state = ? AND t.entityId > ? AND t.entityId NOT IN (SELECT it.id FROM ${table} it WHERE ${sql}) ORDER BY t.entityId LIMIT ${AT_ONCE}`, [...about, after, ...values])
    return over.map(row => row.id as string)
  }, look)
}

/** Sees to each of many rows, read page by page in the order of their ids, until nothing is left. */
export async function eachId(read: (after: string) => Promise<string[]>, see: (id: string) => Promise<unknown>): Promise<void> {
  for (let after = ''; ; ) {
    const ids = await read(after)
    for (const id of ids) await see(id)
    if (ids.length < AT_ONCE) return
    after = ids.at(-1)!
  }
}

/** Looks at one record within the act that changed it, so that its task opens or closes at once. */
export const watchOne = <T extends Entity>(ctx: Context, watch: Watch<T>, id: string): Promise<void> => watchMany(ctx, watch, [id])

/** Looks at some records within the act that changed them. */
export async function watchMany<T extends Entity>(ctx: Context, watch: Watch<T>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const rows = await unseen(ctx, watch, await watch.stands(ctx)).where('it.id IN (?)', ids).rows()
  const about = { entity: watch.type.name, cause: watch.cause }
  for (const row of rows) await openTask(ctx, { ...(await watch.opening(ctx, row)), ...about, entityId: row.id })
  const over = ids.filter(id => !rows.some(row => row.id === id))
  if (over.length > 0) await cancelTasksOf(ctx, about, over)
}

/** The rows that have the cause now, but for those about which somebody settled a task lately. */
function unseen<T extends Entity>(ctx: Context, { type, cause }: Watch<T>, { sql, values }: Condition): Query<T> {
  const since = startOfDay(addDays(ctx.today, -QUIET_DAYS))
  return ctx.store.beyondReach.query(type).where(sql, ...values).where('NOT EXISTS (SELECT 1 FROM tasks t WHERE t.entity = ? AND t.entityId = it.id AND t.cause = ? AND t.state = ? AND t.settledAt >= ?)', type.name, cause, TaskState.SETTLED, since)
}

/** The end of the bureau's day, by which something is to be seen to. */
export const endOf = (day: string): Date => new Date(`${day}T18:00:00+08:00`)

schedule({ name: 'watches', every: 900, run: watchAll })
