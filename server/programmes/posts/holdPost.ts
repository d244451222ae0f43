import type { Context } from '../../kernel/context'
import { Employer } from '../../people/employers/Employer'
import type { PostFacts } from './postConditions'
import { mustBeOpen } from './postConditions'
import { PioneerPost } from './PioneerPost'
import type { PostAction } from './postWorkflow'

/** A post for an act on it, its employer held first, so that nobody stops working there meanwhile; refused where the action is not open. */
export async function holdPost(ctx: Context, id: string, version: number | null, action: PostAction): Promise<{ post: PioneerPost; facts: PostFacts }> {
  const { employerId } = await ctx.store.get(PioneerPost, id)
  await ctx.store.beyondReach.hold(Employer, employerId)
  const post = await ctx.store.hold(PioneerPost, id, version)
  return { post, facts: await mustBeOpen(ctx, post, action) }
}
