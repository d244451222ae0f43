import { Field, Int, ObjectType } from 'type-graphql'
import { Region } from '../../bureau/regions/Region'
import { regionOf } from '../../bureau/regions/regionOf'
import type { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'
import { reachOf } from '../../kernel/access'
import type { Context } from '../../kernel/context'
import { monthOf } from '../../kernel/days'
import { prefixOf } from '../../kernel/regionCode'
import { Beneficiary } from '../../people/beneficiaries/Beneficiary'
import { contactedInSql, dueInSql, matchedSql } from './careRule'
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
  @Field(() => Int, { description: 'Elders to whom a contact is due this month.' }) due: number
  @Field(() => Int, { description: 'Of those due this month, those who had a contact that counts.' }) contacted: number
}

/** Counts by township, within reach: one statement for the elders, one for what is overdue. */
export async function coverage(ctx: Context, region: string | null, programme: ProgrammeCode | null): Promise<TownshipCoverage[]> {
  const area = region ? `${prefixOf(region)}%` : '%'
  const month = monthOf(ctx.today)
  const [elders, pairings, overdue] = [reachOf(ctx.actor, Beneficiary), reachOf(ctx.actor, Pairing), overdueSql(ctx.today)]
  const [matched, due, contacted] = [matchedSql(programme), dueInSql(month, programme), contactedInSql(month, programme)]
  const [counted, late] = await Promise.all([
    ctx.store.sql(
      `SELECT CONCAT(LEFT(it.regionCode, 9), '000') AS township, SUM(it.state <> 'ENDED') AS n, SUM(it.state <> 'ENDED' AND ${matched.sql}) AS matched, SUM(${due.sql}) AS due, SUM(${due.sql} AND ${contacted.sql}) AS contacted
       FROM beneficiaries it WHERE ${elders.sql} AND it.regionCode LIKE ? GROUP BY township HAVING n > 0 OR due > 0 ORDER BY township`,
      [...matched.values, ...due.values, ...due.values, ...contacted.values, ...elders.values, area],
    ),
    ctx.store.sql(
      `SELECT CONCAT(LEFT(it.regionCode, 9), '000') AS township, COUNT(*) AS n FROM pairings it WHERE ${pairings.sql} AND ${overdue.sql} AND it.regionCode LIKE ?${programme ? ' AND it.programme = ?' : ''} GROUP BY township`,
      [...pairings.values, ...overdue.values, area, ...(programme ? [programme] : [])],
    ),
  ])
  const lateBy = new Map(late.map(row => [row.township as string, Number(row.n)]))
  return Promise.all(
    counted.map(async row => {
      const [all, matched] = [Number(row.n), Number(row.matched)]
      return { region: await regionOf(ctx, row.township as string), beneficiaries: all, matched, unmatched: all - matched, overdue: lateBy.get(row.township as string) ?? 0, due: Number(row.due), contacted: Number(row.contacted) }
    }),
  )
}
