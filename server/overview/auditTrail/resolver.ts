import { Arg, Ctx, Field, ID, InputType, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { Allow } from '../../kernel/access'
import { AuditEntry, type Changes, verifyAudit } from '../../kernel/audit'
import { Context } from '../../kernel/context'
import { Page } from '../../kernel/lists'
import type { Query as Rows } from '../../kernel/query'
import { DateTime } from '../../kernel/scalars'

/** One value that an act changed, as text; sealed values show only that they changed. */
@ObjectType()
class AuditChange {
  @Field() field: string
  @Field(() => String, { nullable: true }) before: string | null
  @Field(() => String, { nullable: true }) after: string | null
}

/** A line of the trail, as the auditor reads it. */
@ObjectType()
class AuditLine {
  @Field(() => ID) id: string
  @Field(() => DateTime) at: Date
  @Field({ description: 'The mutation, or what else was done.' }) act: string
  @Field(() => ID, { description: 'The lines of one act share it.' }) actId: string
  @Field(() => ID) actorId: string
  @Field() actorName: string
  @Field() role: string
  @Field(() => String, { nullable: true }) ip: string | null
  @Field(() => String, { nullable: true }) requestId: string | null
  @Field({ description: 'DONE, or the code of the refusal.' }) result: string
  @Field() entity: string
  @Field(() => ID) entityId: string
  @Field(() => String, { nullable: true }) regionCode: string | null
  @Field(() => String, { nullable: true }) action: string | null
  @Field(() => String, { nullable: true }) note: string | null
  @Field(() => [AuditChange]) changes: AuditChange[]
}

@ObjectType()
class AuditLineList {
  constructor(
    private readonly query: Rows<AuditEntry>,
    private readonly page: Page,
  ) {}

  @Field(() => [AuditLine])
  async items(): Promise<AuditLine[]> {
    return (await this.query.orderBy('it.id DESC').page(this.page.number, this.page.size).rows()).map(lineOf)
  }

  @Field(() => Int)
  total(): Promise<number> {
    return this.query.count()
  }
}

@InputType()
class AuditFilter {
  @Field(() => String, { nullable: true }) entity?: string | null
  @Field(() => ID, { nullable: true }) entityId?: string | null
  @Field(() => ID, { nullable: true }) actorId?: string | null
  @Field(() => String, { nullable: true }) act?: string | null
  @Field(() => String, { nullable: true, description: 'DONE, or the code of a refusal.' }) result?: string | null
  @Field(() => DateTime, { nullable: true, description: 'From this instant on.' }) from?: Date | null
  @Field(() => DateTime, { nullable: true, description: 'Up to this instant.' }) to?: Date | null
  @Field(() => ID, { nullable: true, description: 'Only lines before this one: the next page of a feed.' }) before?: string | null
}

@ObjectType({ description: 'Whether the whole trail is as it was written.' })
class AuditVerdict {
  @Field() ok: boolean
  @Field(() => Int, { description: 'How many lines were read.' }) checked: number
  @Field(() => ID, { nullable: true, description: 'The first line that is not as it was written, or from whose run something is missing.' }) firstBroken: string | null
}

@Resolver()
export class AuditTrailResolver {
  @Allow('audit.read')
  @Query(() => AuditLineList, { description: 'The trail, newest first.' })
  auditTrail(@Ctx() ctx: Context, @Arg('filter', () => AuditFilter, { defaultValue: {} }) filter: AuditFilter, @Arg('page', () => Page, { defaultValue: {} }) page: Page): AuditLineList {
    const query = ctx.store.query(AuditEntry)
    const { entity, entityId, actorId, act, result, from, to, before } = filter
    for (const [column, value] of Object.entries({ entity, entityId, actorId, act, result })) if (value) query.where(`it.${column} = ?`, value)
    if (from) query.where('it.createdAt >= ?', from)
    if (to) query.where('it.createdAt <= ?', to)
    if (before) query.where('it.id < ?', before)
    return new AuditLineList(query, page)
  }

  @Allow('audit.verify')
  @Query(() => AuditVerdict, { description: 'Reads the whole trail again: each line against its digest, each run against the chain.' })
  verifyAuditTrail(@Ctx() ctx: Context): Promise<AuditVerdict> {
    return verifyAudit(ctx.database)
  }
}

function lineOf(entry: AuditEntry): AuditLine {
  const text = (value: unknown): string | null => (value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value))
  return {
    ...entry,
    at: entry.createdAt,
    changes: Object.entries((entry.changes ?? {}) as Changes).map(([field, [before, after]]) => ({ field, before: text(before), after: text(after) })),
  }
}
