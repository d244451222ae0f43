import { Field, Int, ObjectType } from 'type-graphql'
import { type Condition, reachOf } from '../../kernel/access'
import type { Context } from '../../kernel/context'
import type { Row, Value } from '../../kernel/database'
import type { Type } from '../../kernel/entity'
import { prefixOf } from '../../kernel/regionCode'

/** A number under a heading, such as a state or a grade. */
@ObjectType()
export class Tally {
  @Field() key: string
  @Field(() => Int) count: number
}

/** Counts rows within reach and a division, by an expression. */
export async function tally(ctx: Context, type: Type, by: string, region: string | null, where = '1=1', values: readonly Value[] = []): Promise<Tally[]> {
  const rows = await grouped(ctx, type, `${by} AS k, COUNT(*) AS n`, 'k', region, where, values)
  return rows.map(row => ({ key: String(row.k), count: Number(row.n) })).sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** Adds up, in one statement, each of the expressions over the rows within reach and a division. */
export async function sumEach<K extends string>(ctx: Context, type: Type, region: string | null, sums: Record<K, Condition>, where: Condition = { sql: '1=1', values: [] }): Promise<Record<K, number>> {
  const names = Object.keys(sums) as K[]
  const reach = reachOf(ctx.actor, type)
  const [row] = await ctx.store.sql(
    `SELECT ${names.map(name => `COALESCE(SUM(${sums[name].sql}), 0) AS ${name}`).join(', ')} FROM ${ctx.store.shape(type).table} it WHERE ${reach.sql} AND ${where.sql}${region ? ' AND it.regionCode LIKE ?' : ''}`,
    [...names.flatMap(name => sums[name].values), ...reach.values, ...where.values, ...(region ? [`${prefixOf(region)}%`] : [])],
  )
  return Object.fromEntries(names.map(name => [name, Number(row?.[name] ?? 0)])) as Record<K, number>
}

/** Rows within reach and a division, counted or added up by groups. */
export function grouped(ctx: Context, type: Type, select: string, by: string, region: string | null, where: string, values: readonly Value[]): Promise<Row[]> {
  const reach = reachOf(ctx.actor, type)
  const inRegion = region ? ' AND it.regionCode LIKE ?' : ''
  return ctx.store.sql(`SELECT ${select} FROM ${ctx.store.shape(type).table} it WHERE ${reach.sql} AND ${where}${inRegion} GROUP BY ${by}`, [...reach.values, ...values, ...(region ? [`${prefixOf(region)}%`] : [])])
}
