import { Field, ID, Int, ObjectType } from 'type-graphql'
import type { Context } from '../../kernel/context'
import { isWithin } from '../../kernel/regionCode'

/** A case worker who may be entrusted with elders, with what they carry already. */
@ObjectType({ description: 'A case worker who may be entrusted with elders.' })
export class CaseWorker {
  @Field(() => ID, { description: 'The account, as `assignCaseWorker` takes it.' }) id: string
  @Field() name: string
  @Field(() => String, { nullable: true, description: 'The division that the case worker looks after; null is everywhere.' }) regionCode: string | null
  @Field(() => Int, { description: 'Elders entrusted to them now.' }) load: number
}

/** The active case workers whose area covers a place or lies in it, the least loaded first; without a place, those of the actor's own area. */
export async function caseWorkers(ctx: Context, region: string | null): Promise<CaseWorker[]> {
  const { kind, regionCode: own } = ctx.actor.reach
  const place = region ?? own ?? null
  if (kind === 'region' && (!own || !place || !isWithin(place, own))) return []
  const rows = await ctx.store.sql<CaseWorker[]>(
    `SELECT a.id, a.displayName AS name, a.regionCode, COUNT(b.id) AS \`load\`
       FROM accounts a LEFT JOIN beneficiaries b ON b.caseWorkerId = a.id AND b.state <> 'ENDED'
      WHERE a.role = 'caseWorker' AND a.state = 'ACTIVE' GROUP BY a.id, a.displayName, a.regionCode`,
  )
  const near = rows.filter(({ regionCode }) => !place || !regionCode || isWithin(place, regionCode) || isWithin(regionCode, place))
  return near.map(row => ({ ...row, load: Number(row.load) })).sort((one, other) => one.load - other.load || (one.id < other.id ? -1 : 1))
}
