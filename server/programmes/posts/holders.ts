import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { VETERAN_WORKS } from '../../people/employers/Employment'
import { watchOne } from '../../bureau/tasks/watches'
import { PostHolderRole } from './enums'
import { holdPost } from './holdPost'
import type { PostHolderInput } from './inputs'
import type { PioneerPost } from './PioneerPost'
import { PostHolder } from './PostHolder'
import { PostAction } from './postWorkflow'
import { holderless } from './watches'

/** Says anew who is at a post: who is no longer named leaves today, who is new begins. */
export async function changePostHolders(ctx: Context, id: string, version: number, holders: readonly PostHolderInput[]): Promise<PioneerPost> {
  const { post } = await holdPost(ctx, id, version, PostAction.CHANGE_HOLDERS)
  if (holders.length === 0) throw new Invalid({ holders: say('至少填写一名在岗的退役军人。', 'At least one veteran is at the post.') })
  await writeHolders(ctx, post, holders)
  await ctx.store.save(post, { action: PostAction.CHANGE_HOLDERS })
  await watchOne(ctx, holderless, post.id)
  return post
}

/** Lays who is at a post onto its periods. One holds it; all are veterans who work there now. */
export async function writeHolders(ctx: Context, post: PioneerPost, given: readonly PostHolderInput[]): Promise<void> {
  if (given.length > 0 && given.filter(({ role }) => role === PostHolderRole.HOLDER).length !== 1) throw new Invalid({ holders: say('请指定一名岗位责任人。', 'One of them holds the post.') })
  const ids = given.map(({ personId }) => personId)
  if (new Set(ids).size !== ids.length) throw new Invalid({ holders: say('同一人只能填写一次。', 'Each person once.') })
  const working = new Set(ids.length === 0 ? [] : (await ctx.store.sql(`SELECT DISTINCT e.personId AS id FROM employments e JOIN persons p ON p.id = e.personId WHERE e.employerId = ? AND e.personId IN (?) AND ${VETERAN_WORKS}`, [post.employerId, ids as never])).map(row => row.id as string))
  if (ids.some(id => !working.has(id))) throw new Invalid({ holders: say('在岗人员须是该单位登记在职的退役军人。', 'Only veterans who are noted as working for the employer.') })
  const standing = post.version === 0 ? [] : await presentHolders(ctx, post)
  for (const holder of standing) {
    const again = given.find(one => one.personId === holder.personId && one.role === holder.role)
    if (!again) await ctx.store.save(Object.assign(holder, { to: ctx.today }), { action: 'LEAVE' })
  }
  if (post.version === 0) return
  for (const { personId, role } of given) {
    if (standing.some(one => one.to === null && one.personId === personId && one.role === role)) continue
    await ctx.store.save(PostHolder.of({ postId: post.id, personId, role, from: ctx.today, to: null }), { action: 'BEGIN' })
  }
}

/** The holders of a post that this act holds, whose periods go on. */
export async function presentHolders(ctx: Context, post: PioneerPost): Promise<PostHolder[]> {
  return (await ctx.store.holdParts(PostHolder, 'postId', post.id)).filter(({ to }) => to === null)
}
