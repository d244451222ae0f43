import type { Context } from '../../kernel/context'
import { VETERAN_WORKS } from './Employment'

/** How many veterans work at an employer now, batched. Somebody with two jobs there counts once. */
export function veteranCountOf({ store }: Context, employerId: string): Promise<number> {
  return store.batch('Employer.veteranCount', employerId, async ids => {
    const rows = await store.sql(`SELECT e.employerId AS id, COUNT(DISTINCT e.personId) AS n FROM employments e JOIN persons p ON p.id = e.personId WHERE e.employerId IN (?) AND ${VETERAN_WORKS} GROUP BY e.employerId`, [ids])
    const byId = new Map(rows.map(row => [row.id as string, Number(row.n)]))
    return ids.map(id => byId.get(id) ?? 0)
  })
}
