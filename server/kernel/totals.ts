import type { Context } from './context'

/** A number kept beside what it counts: a statement for each row's `id`, what is `kept`, and what is `counted`. */
interface Total {
  name: string
  sql: string
}

const totals: Total[] = []

/** Makes a kept number known, so that it can be compared with what it counts. */
export function defineTotal(name: string, sql: string): void {
  totals.push({ name, sql })
}

/** A kept number that is not what it counts. */
export interface Amiss {
  total: string
  id: string
  kept: number
  counted: number
}

/** Compares every kept number with what it counts, one statement for each, so that no act falls between the two. */
export async function findAmiss({ store }: Context): Promise<Amiss[]> {
  const found = await Promise.all(
    totals.map(async ({ name, sql }) => (await store.sql(`SELECT id, kept, counted FROM (${sql}) compared WHERE kept <> counted ORDER BY id`)).map(row => ({ total: name, id: row.id as string, kept: Number(row.kept), counted: Number(row.counted) }))),
  )
  return found.flat()
}
