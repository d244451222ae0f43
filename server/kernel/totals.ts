import type { Context } from './context'
import { findWrong } from './keptTotals'

/** A number kept beside what it counts: a statement for each row's `id`, what is `kept`, and what is `counted`. */
interface Total {
  name: string
  sql: string
}

const totals: Total[] = []

/** Makes a kept number known, so that it can be compared with what it counts. Returns its name. */
export function defineTotal(name: string, sql: string): string {
  totals.push({ name, sql })
  return name
}

/** A kept number that is not what it counts. */
export interface Amiss {
  total: string
  id: string
  kept: number
  counted: number
}

/** Compares the kept totals, and every other number that is kept, or those named, with what they count: one statement for each, so that no act falls between the two. */
export async function findAmiss({ store }: Context, names: readonly string[] = totals.map(({ name }) => name)): Promise<Amiss[]> {
  const wrong = await findWrong(store)
  const found = await Promise.all(
    totals.filter(({ name }) => names.includes(name)).map(async ({ name, sql }) => (await store.sql(`SELECT id, kept, counted FROM (${sql}) compared WHERE kept <> counted ORDER BY id`)).map(row => ({ total: name, id: row.id as string, kept: Number(row.kept), counted: Number(row.counted) }))),
  )
  return [
    ...wrong.flatMap(({ key: [total, ...id], kept, counted }) =>
      (['records', 'amount'] as const).filter(what => kept[what] !== counted[what]).map(what => ({ total: `${total}.${what}`, id: id.join(' '), kept: kept[what], counted: counted[what] }))),
    ...found.flat(),
  ]
}
