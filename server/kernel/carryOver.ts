import type { Context } from './context'
import type { Entity, Type } from './entity'
import { Duplicate, Refused } from './errors'
import { tablesWith } from './tables'
import { say } from './text'

/** A record that a merge carried over from one record to the other. */
export interface MovedRecord {
  entity: string
  id: string
}

/** Whatever names a record by this column. A row that may stand once only for what it names is a role of it: its own module carries it. */
const followers = (ctx: Context, column: string): Type[] => tablesWith(ctx.database, column).filter(({ once }) => !once).map(({ type }) => type)

/** Lets what names the merged record name the one that remains, and notes it, so that it can go back. */
export async function carryOver(ctx: Context, column: string, fromId: string, intoId: string): Promise<MovedRecord[]> {
  const moved: MovedRecord[] = []
  for (const type of followers(ctx, column)) {
    for (const record of await ctx.store.beyondReach.holdAll(type, `it.${column} = ?`, fromId)) {
      await name(ctx, record, column, intoId)
      moved.push({ entity: type.name, id: record.id })
    }
  }
  return moved
}

/** Lets what a merge had carried over name the first record again. */
export async function carryBack(ctx: Context, column: string, fromId: string, moved: readonly MovedRecord[]): Promise<void> {
  for (const type of followers(ctx, column)) {
    const ids = moved.filter(({ entity }) => entity === type.name).map(({ id }) => id)
    for (const record of await ctx.store.beyondReach.holdAll(type, 'it.id IN (?)', ids)) await name(ctx, record, column, fromId)
  }
}

async function name(ctx: Context, record: Entity, column: string, id: string): Promise<void> {
  Object.assign(record, { [column]: id })
  await ctx.store.beyondReach.save(record, { action: 'CARRY_OVER' }).catch((error: unknown) => {
    if (!(error instanceof Duplicate)) throw error
    throw new Refused('INELIGIBLE', say('两条记录各有一条同类的在办记录，请先办结其中一条，再合并。', 'Each has an open record of the same kind; settle one of the two first.'), { role: record.constructor.name })
  })
}
