import { cancelTasks } from '../../bureau/tasks/openTask'
import type { Context } from '../../kernel/context'
import { addDays, addMonths } from '../../kernel/days'
import { Invalid } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { mustSay } from './decideOnPost'
import { endPost } from './endPost'
import { holdPost } from './holdPost'
import type { PioneerPost } from './PioneerPost'
import { nextPostNumber } from './PostCounter'
import { PostAction, postWorkflow } from './postWorkflow'
import { ruleInForce, ruleOf } from './rules'

/** The leader grants a post: the plaque has a number of its own, and the grant holds for the term of the rules. */
export async function grantPost(ctx: Context, id: string, version: number): Promise<PioneerPost> {
  const { post } = await holdPost(ctx, id, version, PostAction.GRANT)
  const { termMonths } = await ruleOf(ctx, post)
  postWorkflow.move(post, PostAction.GRANT, ctx.actor)
  Object.assign(post, { plaqueNo: await nextPostNumber(ctx, 'XFG'), grantedOn: ctx.today, grantedById: ctx.actor.id, validTo: addMonths(ctx.today, termMonths) })
  await cancelTasks(ctx, 'PioneerPost', post.id)
  return ctx.store.save(post, { action: PostAction.GRANT })
}

/** Renews a grant that nears its end, under the rules of today; the plaque keeps its number. */
export async function renewPost(ctx: Context, id: string, version: number): Promise<PioneerPost> {
  const { post } = await holdPost(ctx, id, version, PostAction.RENEW)
  const rule = await ruleInForce(ctx)
  Object.assign(post, { ruleId: rule.id, validTo: addMonths(post.validTo!, rule.termMonths), renewedOn: ctx.today, grantedById: ctx.actor.id })
  return ctx.store.save(post, { action: PostAction.RENEW })
}

/** Takes a post's plaque back, for a reason, by a day. Its number is never used again. */
export async function revokePost(ctx: Context, id: string, version: number, reason: string, plaqueDueOn: string): Promise<PioneerPost> {
  const { post } = await holdPost(ctx, id, version, PostAction.REVOKE)
  if (plaqueDueOn < ctx.today || plaqueDueOn > addDays(ctx.today, 365)) throw new Invalid({ plaqueDueOn: say('请填写收回牌匾的期限，不早于今天。', 'The day by which the plaque comes back, from today on.') })
  return endPost(ctx, post, PostAction.REVOKE, mustSay('reason', reason), { plaqueDueOn })
}

/** Whoever applied for a post gives it up. A plaque that hangs is to come back. */
export async function withdrawPost(ctx: Context, id: string, version: number, reason: string): Promise<PioneerPost> {
  const { post } = await holdPost(ctx, id, version, PostAction.WITHDRAW)
  return endPost(ctx, post, PostAction.WITHDRAW, mustSay('reason', reason))
}

/** The plaque of a post that has ended is back. */
export async function returnPlaque(ctx: Context, id: string, version: number, returnedOn: string): Promise<PioneerPost> {
  const { post } = await holdPost(ctx, id, version, PostAction.RETURN_PLAQUE)
  if (returnedOn > ctx.today || returnedOn < post.endedOn!) throw new Invalid({ returnedOn: say('收回日期应在终止之后，不晚于今天。', 'Between the end of the post and today.') })
  post.plaqueReturnedOn = returnedOn
  await cancelTasks(ctx, 'PioneerPost', post.id)
  return ctx.store.save(post, { action: PostAction.RETURN_PLAQUE })
}
