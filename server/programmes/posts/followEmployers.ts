import { watchOne } from '../../bureau/tasks/watches'
import type { Context } from '../../kernel/context'
import type { Entity, Type } from '../../kernel/entity'
import { hear } from '../../kernel/events'
import '../../people/employers/events'
import { endPost } from './endPost'
import { LIVE, PostState } from './enums'
import { fallShort } from './fallShort'
import { PostFeedback } from './feedback/PostFeedback'
import { presentHolders } from './holders'
import { PostServiceLog } from './logs/PostServiceLog'
import { PioneerPost } from './PioneerPost'
import { PostObjection } from './PostObjection'
import { PostAction } from './postWorkflow'
import { PostReview } from './reviews/PostReview'
import { SiteCheck } from './SiteCheck'
import { holderless } from './watches'

type Placed = Entity & { regionCode: string }
/** What is kept of a post, each where the post is. */
const PLACED: readonly Type[] = [SiteCheck, PostObjection, PostServiceLog, PostReview, PostFeedback]

const livePosts = (ctx: Context, employerId: string): Promise<PioneerPost[]> => ctx.store.beyondReach.holdAll(PioneerPost, 'it.employerId = ? AND it.state IN (?) ORDER BY it.id', employerId, LIVE as never)

// Whoever works there no more is at no post of it; where no veteran is left, the post rectifies by itself.
hear('employment.ended', async (ctx, { employerId, personId }) => {
  for (const post of await livePosts(ctx, employerId)) {
    const leaving = (await presentHolders(ctx, post)).filter(holder => holder.personId === personId)
    const [still] = await ctx.store.sql('SELECT 1 FROM employments e WHERE e.employerId = ? AND e.personId = ? AND e.`to` IS NULL', [employerId, personId])
    if (!still) for (const holder of leaving) await ctx.store.beyondReach.save(Object.assign(holder, { to: ctx.today }), { action: 'LEAVE' })
    if (post.state === PostState.GRANTED) await fallShort(ctx, post)
    if (post.isHanging()) await watchOne(ctx, holderless, post.id)
  }
})

// An employer that is no more has no posts.
hear('employer.closed', async (ctx, { employerId, reason }) => {
  for (const post of await livePosts(ctx, employerId)) await endPost(ctx, post, PostAction.CLOSE, `单位注销：${reason}`.slice(0, 500))
})

// What is kept of a post lies where its employer is.
hear('employer.moved', async (ctx, { employerId, regionCode }) => {
  for (const post of await ctx.store.beyondReach.holdAll(PioneerPost, 'it.employerId = ?', employerId)) {
    post.regionCode = regionCode
    await ctx.store.beyondReach.save(post)
    await carryParts(ctx, post)
  }
})

async function carryParts(ctx: Context, post: PioneerPost): Promise<void> {
  for (const type of PLACED as readonly Type<Placed>[]) {
    for (const part of await ctx.store.beyondReach.holdAll(type, 'it.postId = ?', post.id)) await ctx.store.beyondReach.save(Object.assign(part, { regionCode: post.regionCode }))
  }
}
