import { knownRoles } from '../../kernel/access'
import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { attachPictures } from '../../kernel/files'
import { say } from '../../kernel/text'
import { ChecklistKind } from './enums'
import { holdPost } from './holdPost'
import type { SiteCheckInput } from './inputs'
import type { PioneerPost } from './PioneerPost'
import { PostAction, postWorkflow } from './postWorkflow'
import { ruleOf } from './rules'
import { keepScores, tally } from './scores'
import { SiteCheck } from './SiteCheck'

/** Two people of the bureau look at a post and score it item by item. Neither applied for it nor recommended it. */
export async function inspectPost(ctx: Context, id: string, version: number, { checkedOn, secondCheckerId, scores, findings, photoIds }: SiteCheckInput): Promise<PioneerPost> {
  const { post } = await holdPost(ctx, id, version, PostAction.INSPECT)
  if (checkedOn > ctx.today || checkedOn < post.appliedOn!) throw new Invalid({ checkedOn: say('核查日期应在申报之后，不晚于今天。', 'Between the application and today.') })
  await mustBeSecond(ctx, post, secondCheckerId)
  const rule = await ruleOf(ctx, post)
  const found = await tally(ctx, rule.id, ChecklistKind.SITE_CHECK, scores)
  const passed = found.score >= rule.checkPassMark
  const check = SiteCheck.of({ postId: post.id, regionCode: post.regionCode, checkedOn, checkerId: ctx.actor.id, secondCheckerId, score: found.score, most: found.most, passed, findings: findings?.trim() || null })
  await ctx.store.save(check)
  await keepScores(ctx, check, found.scores)
  await attachPictures(ctx, photoIds, check)
  postWorkflow.move(post, PostAction.INSPECT, ctx.actor)
  Object.assign(post, { score: found.score, passed, inspectorIds: [ctx.actor.id, secondCheckerId] })
  return ctx.store.save(post, { action: PostAction.INSPECT, note: findings ?? null })
}

/** The second person is another one, with an account in use that may inspect, and had no hand in the post either. */
async function mustBeSecond(ctx: Context, post: PioneerPost, id: string): Promise<void> {
  const [account] = await ctx.store.sql("SELECT role FROM accounts WHERE id = ? AND state = 'ACTIVE'", [id])
  const may = account && knownRoles()[account.role as string]?.may.includes('post.inspect')
  if (!may || id === ctx.actor.id) throw new Invalid({ secondCheckerId: say('请选择另一名可以核查的局工作人员。', 'Choose another of the bureau who may inspect.') })
  if ([post.createdById, post.appliedById, post.recommendedById].includes(id)) throw new Invalid({ secondCheckerId: say('申报或推荐过该岗的人不能核查。', 'Whoever applied for it or recommended it does not inspect it.') })
}
