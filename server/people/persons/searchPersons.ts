import type { Context } from '../../kernel/context'
import { search } from '../../kernel/lists'
import type { Query } from '../../kernel/query'
import { fingerprint } from '../../kernel/sealed'
import type { PersonFilter, PersonSort } from './inputs'
import { Person, PersonState } from './Person'
import { readPhone } from './phone'
import { readResidentId } from './residentId'

/** The registry within reach, as it is asked for; merged records only where they are asked for. */
export function searchPersons(ctx: Context, filter: PersonFilter, sort: PersonSort | null): Query<Person> {
  const query = search(ctx, Person, {
    filter,
    sort,
    sorts: { NAME: 'it.pinyin' },
    rules: {
      idCard: (rows, text) => {
        const read = readResidentId(text, ctx.today)
        rows.where('it.idCardPrint = ?', fingerprint(read.ok ? read.value : text))
      },
      phone: (rows, text) => {
        const read = readPhone(text)
        rows.where('it.phonePrint = ?', fingerprint(read.ok ? read.value : text))
      },
    },
  })
  return !filter.state && !filter.ids ? query.where('it.state <> ?', PersonState.MERGED) : query
}
