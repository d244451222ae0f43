import { TaskKind } from '../../../bureau/tasks/Task'
import { endOf, watchFor } from '../../../bureau/tasks/watches'
import { PioneerPost } from '../PioneerPost'
import { FeedbackKind, PostFeedback } from './PostFeedback'

/** Somebody of the public waits for the station. */
export const feedbackWaiting = watchFor<PostFeedback>({
  cause: 'POST_FEEDBACK',
  type: PostFeedback,
  stands: () => ({ sql: "it.state = 'RECEIVED'", values: [] }),
  opening: async (ctx, { postId, regionCode, kind, dueOn }) => {
    const post = await ctx.store.beyondReach.get(PioneerPost, postId)
    const complaint = kind === FeedbackKind.COMPLAINT
    return { kind: TaskKind.POST, regionCode, atEntity: 'PioneerPost', atId: postId, dueAt: endOf(dueOn > ctx.today ? dueOn : ctx.today), title: `群众${complaint ? '投诉' : '表扬'}示范岗，请处理：${post.title}`, titleEn: `The public ${complaint ? 'complains of' : 'praises'} a post: ${post.title}` }
  },
})
