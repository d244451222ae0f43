import type { Condition } from '../../kernel/access'
import type { Context } from '../../kernel/context'
import { search } from '../../kernel/lists'
import type { Query } from '../../kernel/query'
import { isAscii } from '../../kernel/text'
import { endingOn, HOLDERLESS, noticeOverOn, OBJECTED, PLAQUE_OUT, quietOn, REVIEW_DUE } from './conditions'
import type { PioneerPostFilter, PioneerPostSort } from './inputs'
import { PioneerPost } from './PioneerPost'

/** Keeps the posts of which a text says part of a name, a place or a number. */
export function saying(rows: Query<PioneerPost>, q: string): void {
  const like = `%${q.trim().replace(/[%_\\]/g, '\\$&')}%`
  const named = 'it.title LIKE ? OR it.place LIKE ? OR it.employerId IN (SELECT e.id FROM employers e WHERE e.name LIKE ?)'
  // Numbers are ASCII, and cannot be compared with anything else.
  if (isAscii(like)) rows.where(`(${named} OR it.number LIKE ? OR it.plaqueNo LIKE ?)`, like, like, like, like.toUpperCase(), like.toUpperCase())
  else rows.where(`(${named})`, like, like, like)
}

/** The posts within reach, as they are asked for. */
export function searchPosts(ctx: Context, filter: PioneerPostFilter, sort: PioneerPostSort | null): Query<PioneerPost> {
  const either = (rows: Query<never>, wanted: boolean, { sql, values }: Condition) => rows.where(wanted ? sql : `NOT ${sql}`, ...values)
  const plain = (sql: string): Condition => ({ sql, values: [] })
  return search(ctx, PioneerPost, {
    filter,
    sort,
    sorts: { NUMBER: 'it.number' },
    rules: {
      q: (rows, q) => saying(rows as unknown as Query<PioneerPost>, q),
      employerKind: (rows, kinds) => rows.where('it.employerId IN (SELECT e.id FROM employers e WHERE e.kind IN (?))', kinds),
      personId: (rows, id) => rows.where('it.id IN (SELECT h.postId FROM post_holders h WHERE h.personId = ? AND h.`to` IS NULL)', id),
      reviewDue: (rows, wanted) => either(rows, wanted, plain(REVIEW_DUE)),
      holderless: (rows, wanted) => either(rows, wanted, plain(HOLDERLESS)),
      plaqueOut: (rows, wanted) => either(rows, wanted, plain(PLAQUE_OUT)),
      objected: (rows, wanted) => either(rows, wanted, plain(OBJECTED)),
      revokeProposed: (rows, wanted) => either(rows, wanted, plain('(it.revokeProposedFor IS NOT NULL)')),
      quiet: (rows, wanted) => either(rows, wanted, quietOn(ctx.today)),
      noticeOver: (rows, wanted) => either(rows, wanted, noticeOverOn(ctx.today)),
      ending: (rows, wanted) => either(rows, wanted, endingOn(ctx.today)),
    },
  })
}
