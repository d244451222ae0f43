import { Field, Int, ObjectType } from 'type-graphql'
import { Region } from '../../bureau/regions/Region'
import { regionOf } from '../../bureau/regions/regionOf'
import type { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'
import { reachOf } from '../../kernel/access'
import type { Context } from '../../kernel/context'
import { prefixOf } from '../../kernel/regionCode'
import { Beneficiary } from '../../people/beneficiaries/Beneficiary'
import { overdueSql } from './dueRule'
import { Pairing } from './Pairing'

/** How well a township's elders are looked after, as of now. */
@ObjectType()
export class TownshipCoverage {
  @Field(() => Region) region: Region
  @Field(() => Int, { description: 'Elders who are looked after or wait for it, with consent or in assessment.' }) beneficiaries: number
  @Field(() => Int, { description: 'Of them those with a pairing that has begun.' }) matched: number
  @Field(() => Int) unmatched: number
  @Field(() => Int, { description: 'Pairings whose visit is overdue.' }) overdue: number
}

/** Counts by township, within reach: one statement for the elders, one for what is overdue. */
export async function coverage(ctx: Context, region: string | null, programme: ProgrammeCode | null): Promise<TownshipCoverage[]> {
  const area = region ? `${prefixOf(region)}%` : '%'
  const [elders, pairings, due] = [reachOf(ctx.actor, Beneficiary), reachOf(ctx.actor, Pairing), overdueSql(ctx.today)]
  const ofProgramme = programme ? ' AND p.programme = ?' : ''
  const value = programme ? [programme] : []
  const [counted, late] = await Promise.all([
    ctx.store.sql(
      `SELECT CONCAT(LEFT(it.regionCode, 9), '000') AS township, COUNT(*) AS n, SUM(EXISTS (SELECT 1 FROM pairings p WHERE p.beneficiaryId = it.id AND p.state IN ('ACTIVE','PAUSED')${ofProgramme})) AS matched FROM beneficiaries it WHERE ${elders.sql} AND it.regionCode LIKE ? AND it.state <> 'ENDED' GROUP BY township ORDER BY township`,
      [...value, ...elders.values, area],
    ),
    ctx.store.sql(
      `SELECT CONCAT(LEFT(it.regionCode, 9), '000') AS township, COUNT(*) AS n FROM pairings it WHERE ${pairings.sql} AND ${due.sql} AND it.regionCode LIKE ?${programme ? ' AND it.programme = ?' : ''} GROUP BY township`,
      [...pairings.values, ...due.values, area, ...value],
    ),
  ])
  const lateBy = new Map(late.map(row => [row.township as string, Number(row.n)]))
  return Promise.all(
    counted.map(async row => {
      const [all, matched] = [Number(row.n), Number(row.matched)]
      return { region: await regionOf(ctx, row.township as string), beneficiaries: all, matched, unmatched: all - matched, overdue: lateBy.get(row.township as string) ?? 0 }
    }),
  )
}
