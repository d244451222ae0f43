import type { Context } from '../../kernel/context'
import { search } from '../../kernel/lists'
import type { Query } from '../../kernel/query'
import type { VisitFilter, VisitSort } from './inputs'
import { Visit, VisitState } from './Visit'

/** The visits within reach, as they are asked for. */
export function searchVisits(ctx: Context, filter: VisitFilter, sort: VisitSort | null): Query<Visit> {
  return search(ctx, Visit, {
    filter,
    sort,
    rules: {
      spent: (rows, wanted) => rows.where(`it.amount IS ${wanted ? 'NOT ' : ''}NULL`),
      flagged: (rows, wanted) => rows.where(wanted ? "it.flags > ''" : "it.flags = ''"),
      confirmed: (rows, wanted) => rows.where(`it.state = ? AND it.confirmedById IS ${wanted ? 'NOT ' : ''}NULL`, VisitState.DONE),
    },
  })
}
