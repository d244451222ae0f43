import type { Context } from '../../kernel/context'
import { search } from '../../kernel/lists'
import type { Query } from '../../kernel/query'
import { Employer, EmployerState } from './Employer'
import { Employment, VETERAN_WORKS } from './Employment'
import type { EmployerFilter, EmployerSort, EmploymentFilter } from './inputs'

const HAS_VETERANS = `EXISTS (SELECT 1 FROM employments e JOIN persons p ON p.id = e.personId WHERE e.employerId = it.id AND ${VETERAN_WORKS})`

/** The employers within reach, as they are asked for; merged records only where they are asked for. */
export function searchEmployers(ctx: Context, filter: EmployerFilter, sort: EmployerSort | null): Query<Employer> {
  const query = search(ctx, Employer, {
    filter,
    sort,
    sorts: { NAME: 'it.pinyin' },
    rules: {
      withVeterans: (rows, wanted) => rows.where(wanted ? HAS_VETERANS : `NOT ${HAS_VETERANS}`),
      codeOverridden: (rows, wanted) => rows.where(`it.creditCodeReason IS ${wanted ? 'NOT ' : ''}NULL`),
    },
  })
  return !filter.state && !filter.ids ? query.where('it.state <> ?', EmployerState.MERGED) : query
}

/** The employments within reach, as they are asked for, the latest first. */
export function searchEmployments(ctx: Context, filter: EmploymentFilter): Query<Employment> {
  return search(ctx, Employment, {
    filter,
    rules: {
      current: (rows, wanted) => rows.where(`it.\`to\` IS ${wanted ? '' : 'NOT '}NULL`),
      isVeteran: (rows, wanted) => rows.where('it.personId IN (SELECT p.id FROM persons p WHERE p.isVeteran = ?)', wanted ? 1 : 0),
    },
  })
}
