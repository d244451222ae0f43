import type { Context } from './context'
import type { Database } from './database'
import type { Type } from './entity'
import { movingTotals } from './keptTotals'
import { Shape } from './shape'
import { regionColumnsOf, type RegionColumn } from './stored'

/** A column of a table that holds division codes. */
export interface Placed {
  type: Type
  column: string
  kind: RegionColumn
  /** Whether a value may stand there once only. */
  once: boolean
}

/** Every column that holds division codes, read from what the entities declare, so that a table added later is not forgotten. */
export function placedColumns(database: Database): Placed[] {
  return database.source.entityMetadatas.flatMap(table => {
    const type = table.target as Type
    return [...regionColumnsOf(type)].map(([column, kind]) => ({ type, column, kind, once: table.indices.some(index => index.isUnique && index.columns.length === 1 && index.columns[0]!.propertyName === column) }))
  })
}

/** From the codes that begin one way to those that begin another. */
export interface Recoding {
  from: string
  to: string
}

/** Which rows a recoding concerns, and what becomes of the value, in SQL; both take their values in turn. */
function sqlFor({ column, kind }: Placed, { from, to }: Recoding): { where: string; values: string[]; becomes: string; given: (string | number)[] } {
  switch (kind) {
    case 'one':
      return { where: `it.${column} LIKE ?`, values: [`${from}%`], becomes: `CONCAT(?, SUBSTRING(it.${column}, ?))`, given: [to, from.length + 1] }
    case 'list':
      return { where: `CONCAT(',', it.${column}) LIKE ?`, values: [`%,${from}%`], becomes: `SUBSTRING(REPLACE(CONCAT(',', it.${column}), ?, ?), 2)`, given: [`,${from}`, `,${to}`] }
    case 'key':
      return { where: `it.${column} LIKE ?`, values: [`%/${from}%`], becomes: `REPLACE(it.${column}, ?, ?)`, given: [`/${from}`, `/${to}`] }
  }
}

const tableOf = (ctx: Context, type: Type): string => Shape.of(ctx.database.source, type).table

/** How many rows a recoding concerns. */
export async function countPlaced(ctx: Context, placed: Placed, recoding: Recoding): Promise<number> {
  const { where, values } = sqlFor(placed, recoding)
  const [row] = await ctx.store.sql(`SELECT COUNT(*) AS n FROM ${tableOf(ctx, placed.type)} it WHERE ${where}`, values)
  return Number(row!.n)
}

/** How many rows stand in the way, because a value may stand once only and does at both places. */
export async function countClashes(ctx: Context, placed: Placed, recoding: Recoding): Promise<number> {
  if (!placed.once) return 0
  const { where, values, becomes, given } = sqlFor(placed, recoding)
  const table = tableOf(ctx, placed.type)
  const [row] = await ctx.store.sql(`SELECT COUNT(*) AS n FROM ${table} it JOIN ${table} other ON other.${placed.column} = ${becomes} WHERE ${where}`, [...given, ...values])
  return Number(row!.n)
}

/** Recodes a bounded number of rows, and says how many. Versions stay: nobody edits a code. The act leaves its own line in the trail. */
export async function recodeSome(ctx: Context, placed: Placed, recoding: Recoding, most: number): Promise<number> {
  const { where, values, becomes, given } = sqlFor(placed, recoding)
  const table = tableOf(ctx, placed.type)
  const ids = (await ctx.store.sql(`SELECT it.id FROM ${table} it WHERE ${where} LIMIT ${Math.trunc(most)}`, values)).map(row => row.id as string)
  if (ids.length > 0) await movingTotals(ctx.store, placed.type, placed.column, ids, () => ctx.store.sql(`UPDATE ${table} it SET it.${placed.column} = ${becomes} WHERE it.id IN (?) AND ${where}`, [...given, ids, ...values]))
  return ids.length
}
