import type { Context } from '../../kernel/context'
import { Order, search } from '../../kernel/lists'
import type { Query } from '../../kernel/query'
import { matching } from '../../kernel/searchTokens'
import { dueSoonSql, overdueSql } from './dueRule'
import { type PairingFilter, type PairingSort, PairingSortField } from './inputs'
import { Pairing } from './Pairing'

/** The pairings within reach, as they are asked for; the due list unless another order is asked. */
export function searchPairings(ctx: Context, filter: PairingFilter, sort: PairingSort | null): Query<Pairing> {
  return search(ctx, Pairing, {
    filter,
    sort: sort ?? { field: PairingSortField.NEXT_VISIT_ON, order: Order.ASC },
    last: [PairingSortField.NEXT_VISIT_ON],
    rules: {
      overdue: (rows, wanted) => { const due = overdueSql(ctx.today); rows.where(`${wanted ? '' : 'NOT COALESCE'}${wanted ? due.sql : `(${due.sql}, 0)`}`, ...due.values) },
      dueSoon: (rows, wanted) => { const due = dueSoonSql(ctx.today); rows.where(`${wanted ? '' : 'NOT COALESCE'}${wanted ? due.sql : `(${due.sql}, 0)`}`, ...due.values) },
      volunteerId: (rows, id) => rows.where("(it.volunteerId = ? OR (it.helperIds > '' AND FIND_IN_SET(?, it.helperIds)))", id, id),
      grade: (rows, grades) => rows.where('it.beneficiaryId IN (SELECT b.id FROM beneficiaries b WHERE b.grade IN (?))', grades),
      q: (rows, q) => find(rows, q),
    },
  })
}

function find(rows: Parameters<typeof matching>[0], q: string): void {
  const asked = { ids: [] as unknown[], sql: [] as string[] }
  const collect = { where: (sql: string, ...values: unknown[]) => { asked.sql.push(sql); asked.ids.push(...values); return collect } }
  matching(collect as never, 'Person', '§', q)
  const of = (column: string): string => asked.sql.map(sql => sql.replace('§', column)).join(' AND ')
  rows.where(`(it.beneficiaryId IN (SELECT b.id FROM beneficiaries b WHERE ${of('b.personId')}) OR it.volunteerId IN (SELECT v.id FROM volunteers v WHERE ${of('v.personId')}))`, ...([...asked.ids, ...asked.ids] as string[]))
}
