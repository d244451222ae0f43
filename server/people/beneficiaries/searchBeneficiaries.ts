import type { Context } from '../../kernel/context'
import { search } from '../../kernel/lists'
import type { Query } from '../../kernel/query'
import { Beneficiary } from './Beneficiary'
import type { BeneficiaryFilter, BeneficiarySort } from './inputs'

/** Those looked after, within reach, as they are asked for. */
export function searchBeneficiaries(ctx: Context, filter: BeneficiaryFilter, sort: BeneficiarySort | null): Query<Beneficiary> {
  return search(ctx, Beneficiary, {
    filter,
    sort,
    sorts: { NAME: 'person.pinyin', GRADE: 'it.gradeRank' },
    find: { kind: 'Person', column: 'it.personId' },
    rules: {
      unpaired: (rows, unpaired) => rows.where(`it.unpairedSince IS ${unpaired ? 'NOT NULL' : 'NULL'}`),
      entrusted: (rows, entrusted) => rows.where(`it.caseWorkerId IS ${entrusted ? 'NOT NULL' : 'NULL'}`),
    },
  })
}
