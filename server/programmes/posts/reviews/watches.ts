import { TaskKind } from '../../../bureau/tasks/Task'
import { endOf, watchFor } from '../../../bureau/tasks/watches'
import type { Condition } from '../../../kernel/access'
import type { Context } from '../../../kernel/context'
import { reviewOverdueOn, reviewWithin } from '../conditions'
import { PioneerPost } from '../PioneerPost'
import { PostReview } from './PostReview'

/** A review that waits, reminded of at one of its times: its reviewer is told, or the division where it has none. */
const reminder = (cause: string, stands: (ctx: Context) => Condition, zh: string, en: string) =>
  watchFor<PostReview>({
    cause,
    type: PostReview,
    stands,
    opening: async (ctx, review) => {
      const post = await ctx.store.beyondReach.get(PioneerPost, review.postId)
      const dueAt = endOf(review.dueOn > ctx.today ? review.dueOn : ctx.today)
      return { kind: TaskKind.POST, regionCode: review.regionCode, assigneeId: review.reviewerId, atEntity: 'PioneerPost', atId: review.postId, dueAt, title: `${zh}（${review.dueOn}前）：${post.title}`, titleEn: `${en} (by ${review.dueOn}): ${post.title}` }
    },
  })

export const early = reminder('REVIEW_EARLY', ({ today }) => reviewWithin(today, 'remindEarlyDays'), '示范岗待年审', 'A post is to be reviewed')
export const late = reminder('REVIEW_LATE', ({ today }) => reviewWithin(today, 'remindLateDays'), '示范岗年审即将到期', 'The review of a post is due soon')
export const overdue = reminder('REVIEW_OVERDUE', ({ today }) => reviewOverdueOn(today), '示范岗年审已超期', 'The review of a post is overdue')
