import type { Context } from '../../../kernel/context'
import { search } from '../../../kernel/lists'
import type { Query } from '../../../kernel/query'
import type { PostServiceLogFilter, PostServiceLogSort } from './inputs'
import { PostServiceLog } from './PostServiceLog'

/** The log's lines within reach, as they are asked for; those that count no more only where they are asked for. */
export function searchLogs(ctx: Context, filter: PostServiceLogFilter, sort: PostServiceLogSort | null): Query<PostServiceLog> {
  const query = search(ctx, PostServiceLog, { filter, sort, rules: { voided: (rows, wanted) => rows.where(`it.voidedFor IS ${wanted ? 'NOT ' : ''}NULL`) } })
  return filter.voided == null && !filter.ids ? query.where('it.voidedFor IS NULL') : query
}
