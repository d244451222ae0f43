import { Field, ID, InputType } from 'type-graphql'
import { AuditEntry } from '../../kernel/audit'
import type { Context } from '../../kernel/context'
import type { Query } from '../../kernel/query'
import { DateTime } from '../../kernel/scalars'

@InputType()
export class AuditFilter {
  @Field(() => String, { nullable: true }) entity?: string | null
  @Field(() => ID, { nullable: true }) entityId?: string | null
  @Field(() => ID, { nullable: true }) actorId?: string | null
  @Field(() => String, { nullable: true }) act?: string | null
  @Field(() => String, { nullable: true, description: 'DONE, or the code of a refusal.' }) result?: string | null
  @Field(() => DateTime, { nullable: true, description: 'From this instant on.' }) from?: Date | null
  @Field(() => DateTime, { nullable: true, description: 'Up to this instant.' }) to?: Date | null
  @Field(() => ID, { nullable: true, description: 'Only lines before this one: the next page of a feed.' }) before?: string | null
}

/** The trail as it is asked for, newest first. */
export function searchTrail({ store }: Context, { entity, entityId, actorId, act, result, from, to, before }: AuditFilter): Query<AuditEntry> {
  const query = store.query(AuditEntry).orderBy('it.id DESC')
  for (const [column, value] of Object.entries({ entity, entityId, actorId, act, result })) if (value) query.where(`it.${column} = ?`, value)
  if (from) query.where('it.createdAt >= ?', from)
  if (to) query.where('it.createdAt <= ?', to)
  return before ? query.where('it.id < ?', before) : query
}
