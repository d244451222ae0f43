import type { Context } from '../../kernel/context'
import { ActorName } from '../../kernel/history'
import { ServiceItem } from '../../bureau/programmes/ServiceItem'
import { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'

/** The accounts' names, batched over a list. */
export function accountNamed({ store }: Context, id: string | null): Promise<ActorName | null> {
  if (!id) return Promise.resolve(null)
  return store.batch<ActorName | null>('post.accounts', id, async ids => {
    const names = new Map((await store.sql('SELECT id, displayName FROM accounts WHERE id IN (?)', [ids])).map(row => [row.id as string, row.displayName as string]))
    return ids.map(one => (names.has(one) ? { id: one, name: names.get(one)! } : null))
  })
}

/** The services of posts by their codes, in the catalogue's order; read once for an answer. */
export async function servicesNamed({ store }: Context, codes: readonly string[]): Promise<ServiceItem[]> {
  const all = await store.batch('post.services', 'all', async () => [await store.query(ServiceItem).where('it.programmeCode = ?', ProgrammeCode.PIONEER_POST).orderBy('it.sort').rows()])
  return all.filter(({ code }) => codes.includes(code))
}
