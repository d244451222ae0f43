import type { Context } from '../../kernel/context'
import type { Entity, Type } from '../../kernel/entity'
import { tablesWith } from '../../kernel/tables'
import type { MovedRecord } from './events'

type Named = Entity & { personId: string | null }

/** Whatever names a person without being a role of theirs: accounts, hours, tasks. A role stands once for a person; its own module carries it. */
const followers = (ctx: Context): Type<Named>[] => tablesWith(ctx.database, 'personId').filter(({ once }) => !once).map(({ type }) => type as Type<Named>)

/** Lets what names the merged person name the one who remains, and notes it, so that it can go back. */
export async function carryOver(ctx: Context, fromId: string, intoId: string): Promise<MovedRecord[]> {
  const moved: MovedRecord[] = []
  for (const type of followers(ctx)) {
    for (const record of await ctx.store.beyondReach.holdAll(type, 'it.personId = ?', fromId)) {
      await name(ctx, record, intoId)
      moved.push({ entity: type.name, id: record.id })
    }
  }
  return moved
}

/** Lets what a merge had carried over name the first person again. */
export async function carryBack(ctx: Context, fromId: string, moved: readonly MovedRecord[]): Promise<void> {
  for (const type of followers(ctx)) {
    const ids = moved.filter(({ entity }) => entity === type.name).map(({ id }) => id)
    for (const record of await ctx.store.beyondReach.holdAll(type, 'it.id IN (?)', ids)) await name(ctx, record, fromId)
  }
}

async function name(ctx: Context, record: Named, personId: string): Promise<void> {
  record.personId = personId
  await ctx.store.beyondReach.save(record, { action: 'CARRY_OVER' })
}
