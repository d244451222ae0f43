import type { Context } from '../../kernel/context'
import { ServiceItem } from '../../bureau/programmes/ServiceItem'
import { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'

/** The services of posts by their codes, in the catalogue's order; read once for an answer. */
export async function servicesNamed({ store }: Context, codes: readonly string[]): Promise<ServiceItem[]> {
  const all = await store.batch('post.services', 'all', async () => [await store.query(ServiceItem).where('it.programmeCode = ?', ProgrammeCode.PIONEER_POST).orderBy('it.sort').rows()])
  return all.filter(({ code }) => codes.includes(code))
}
