import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { Allow } from '../../kernel/access'
import { AuditEntry, type Changes, verifyAudit } from '../../kernel/audit'
import { Context } from '../../kernel/context'
import { listOf, Page } from '../../kernel/lists'
import { DateTime } from '../../kernel/scalars'
import { AuditFilter, searchTrail } from './searchTrail'

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

const AuditLineList = listOf<AuditEntry, AuditLine>(AuditLine, lineOf)

@ObjectType({ description: 'Whether the whole trail is as it was written.' })
class AuditVerdict {
  @Field() ok: boolean
  @Field(() => Int, { description: 'How many lines were read.' }) checked: number
  @Field(() => ID, { nullable: true, description: 'The first line that is not as it was written, or from whose run something is missing.' }) firstBroken: string | null
  @Field({ description: 'Whether the chain’s end could be compared with the anchor kept outside the tables.' }) anchored: boolean
}

@Resolver()
export class AuditTrailResolver {
  @Allow('audit.read')
  @Query(() => AuditLineList, { description: 'The trail, newest first.' })
  auditTrail(@Ctx() ctx: Context, @Arg('filter', () => AuditFilter, { defaultValue: {} }) filter: AuditFilter, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new AuditLineList(searchTrail(ctx, filter), page)
  }

  @Allow('audit.verify')
  @Query(() => AuditVerdict, { description: 'Reads the whole trail again: each line against its digest, each run against the chain, the chain against its anchor.' })
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
