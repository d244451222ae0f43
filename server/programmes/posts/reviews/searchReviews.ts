import type { Context } from '../../../kernel/context'
import { search } from '../../../kernel/lists'
import type { Query } from '../../../kernel/query'
import { reviewOverdueOn } from '../conditions'
import type { PostReviewFilter, PostReviewSort } from './inputs'
import { PostReview } from './PostReview'

/** The reviews within reach, as they are asked for. */
export function searchReviews(ctx: Context, filter: PostReviewFilter, sort: PostReviewSort | null): Query<PostReview> {
  return search(ctx, PostReview, {
    filter,
    sort,
    rules: {
      year: (rows, year) => rows.where('it.year = ?', year),
      overdue: (rows, wanted) => {
        const { sql, values } = reviewOverdueOn(ctx.today)
        rows.where(wanted ? sql : `NOT ${sql}`, ...values)
      },
      mine: (rows, wanted) => rows.where(wanted ? 'it.reviewerId = ?' : '(it.reviewerId IS NULL OR it.reviewerId <> ?)', ctx.actor.id),
    },
  })
}
