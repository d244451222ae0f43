import { AT_ONCE, eachId } from '../../bureau/tasks/watches'
import type { Context } from '../../kernel/context'
import { schedule } from '../../kernel/jobs'
import { Employer } from '../../people/employers/Employer'
import { veteransAt } from '../../people/employers/Employment'
import { endPost } from './endPost'
import { HANGING, PostState, RectifyReason } from './enums'
import { PioneerPost } from './PioneerPost'
import { factsOf } from './postConditions'
import { PostAction, postWorkflow } from './postWorkflow'
import { setToRectify } from './rectifyPost'

/** Puts a granted post to rectifying where no veteran works for its employer any more. */
export async function fallShort(ctx: Context, post: PioneerPost): Promise<void> {
  ctx.store.clear()
  const { veterans } = await factsOf(ctx, post)
  if (veterans > 0) return
  postWorkflow.move(post, PostAction.FALL_SHORT, ctx.actor)
  await setToRectify(ctx, post, PostAction.FALL_SHORT, RectifyReason.NO_VETERAN, '该单位已没有登记在职的退役军人')
}

/** What comes with the days alone: a grant ends; somebody turned out to be no veteran, or was corrected so. */
export async function seeToPosts(ctx: Context): Promise<void> {
  const see = (id: string): Promise<unknown> => ctx.transact('seeToPosts', inner => seeToPost(inner, id))
  const posts = (after: string) => ctx.store.query(PioneerPost).where('it.id > ?', after).orderBy('it.id').limit(AT_ONCE)
  await eachId(after => posts(after).where("it.state IN ('GRANTED','RECTIFYING') AND it.validTo < ?", ctx.today).ids(), see)
  await eachId(after => posts(after).where(`it.state = 'GRANTED' AND ${veteransAt('it.employerId')} = 0`).ids(), see)
}

async function seeToPost(ctx: Context, id: string): Promise<void> {
  const { employerId } = await ctx.store.get(PioneerPost, id)
  await ctx.store.hold(Employer, employerId)
  const post = await ctx.store.hold(PioneerPost, id)
  if (HANGING.includes(post.state) && post.validTo! < ctx.today) await endPost(ctx, post, PostAction.EXPIRE, null)
  else if (post.state === PostState.GRANTED) await fallShort(ctx, post)
}

schedule({ name: 'seeToPosts', every: 3600, run: seeToPosts })
