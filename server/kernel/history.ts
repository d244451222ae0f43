import { type ClassType, Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql'
import { Needs } from './asked'
import type { Changes } from './audit'
import { Context } from './context'
import type { Entity } from './entity'
import { OPENED } from './opened'
import { DateTime } from './scalars'

/** Whoever did something, as others may see them. */
@ObjectType()
export class ActorName {
  @Field(() => ID) id: string
  @Field() name: string
}

/** A moment in a record's life: what was done to it, by whom, and what it became. Read from the audit trail. */
@ObjectType()
export class HistoryEntry {
  @Field(() => ID) id: string
  @Field(() => DateTime) at: Date
  @Field({ description: 'The act, by the name of its mutation.' }) act: string
  @Field(() => String, { nullable: true, description: 'The action of the workflow.' }) action: string | null
  @Field(() => ActorName) by: ActorName
  @Field(() => String, { nullable: true }) fromState: string | null
  @Field(() => String, { nullable: true }) toState: string | null
  @Field(() => String, { nullable: true }) note: string | null
  @Field(() => [String], { description: 'The names of the fields that changed.' }) changed: string[]
}

const LATEST = 100

/** Gives a type its `history`: the latest hundred moments, newest first. Whoever sees the record sees its history. */
export function historyOf<T extends Entity>(type: ClassType<T>) {
  @Resolver(() => type)
  class History {
    @Needs('id')
    @FieldResolver(() => [HistoryEntry], { description: 'The latest hundred moments of its life, newest first.' })
    async history(@Root() entity: T, @Ctx() ctx: Context): Promise<HistoryEntry[]> {
      const rows = await ctx.store.along(
        "SELECT id, createdAt, act, action, actorId, actorName, note, changes FROM audit_entries WHERE entity = ? AND entityId = ? AND result = 'DONE' AND act <> 'reveal' AND COALESCE(action, '') <> ? ORDER BY id DESC LIMIT ?",
        [type.name, entity.id, OPENED, LATEST],
      )
      return rows.map(([id, at, act, action, actorId, actorName, note, kept]) => {
        const changes = ((typeof kept === 'string' ? JSON.parse(kept) : kept) ?? {}) as Changes
        return {
          id: id as string,
          at: at as Date,
          act: act as string,
          action: action as string | null,
          by: { id: actorId as string, name: actorName as string },
          fromState: (changes.state?.[0] ?? null) as string | null,
          toState: (changes.state?.[1] ?? null) as string | null,
          note: note as string | null,
          changed: Object.keys(changes),
        }
      })
    }
  }
  return History
}
