import { cancelTasks } from '../../../bureau/tasks/openTask'
import { watchOne } from '../../../bureau/tasks/watches'
import { workingDayAfter } from '../../../bureau/workingDays/workingDayAfter'
import type { Context } from '../../../kernel/context'
import { Invalid, NotFound, WrongState } from '../../../kernel/errors'
import { say } from '../../../kernel/text'
import { phoneReasons, readPhone } from '../../../people/persons/phone'
import { mustSay } from '../decideOnPost'
import { PioneerPost } from '../PioneerPost'
import { ruleOf } from '../rules'
import type { PostFeedbackInput } from './inputs'
import { FeedbackState, PostFeedback } from './PostFeedback'
import { feedbackWaiting } from './watches'

/** Somebody praises a post or complains of it, by the number on its plaque. It reaches the station with a deadline. */
export async function sendPostFeedback(ctx: Context, { plaqueNo, kind, text, phone }: PostFeedbackInput): Promise<PostFeedback> {
  const post = await ctx.store.beyondReach.query(PioneerPost).where('it.plaqueNo = ?', plaqueAsMeant(plaqueNo)).first()
  if (!post) throw new NotFound()
  if (!post.isHanging()) throw new WrongState('ENDED', [], say('这块牌匾已失效，如仍在悬挂请向旗退役军人事务局反映。', 'This plaque holds no more; if it still hangs, tell the bureau.'))
  const said = text.trim()
  if (!said) throw new Invalid({ text: say('请填写内容。', 'Say what it is about.') })
  const read = phone?.trim() ? readPhone(phone) : null
  if (read && !read.ok) throw new Invalid({ phone: phoneReasons[read.reason] })
  const dueOn = await workingDayAfter(ctx, ctx.today, (await ruleOf(ctx, post)).feedbackDays)
  const feedback = PostFeedback.of({ postId: post.id, regionCode: post.regionCode, kind, state: FeedbackState.RECEIVED, text: said, dueOn, answer: null, answeredById: null, answeredAt: null })
  feedback.phone = read?.value ?? null
  await ctx.store.beyondReach.save(feedback, { action: kind })
  await watchOne(ctx, feedbackWaiting, feedback.id)
  return feedback
}

/** Says what was done about it. */
export async function answerPostFeedback(ctx: Context, id: string, version: number, answer: string): Promise<PostFeedback> {
  const feedback = await ctx.store.hold(PostFeedback, id, version)
  if (feedback.state !== FeedbackState.RECEIVED) throw new WrongState(feedback.state, [])
  const said = mustSay('answer', answer)
  Object.assign(feedback, { state: FeedbackState.ANSWERED, answer: said, answeredById: ctx.actor.id, answeredAt: ctx.now })
  await cancelTasks(ctx, 'PostFeedback', id)
  return ctx.store.save(feedback, { action: 'ANSWER', note: said })
}

/** A plaque's number as people type it: small letters, no dash. What cannot be one finds none. */
export function plaqueAsMeant(text: string): string {
  const said = text.normalize('NFKC').replace(/[^0-9a-z]/gi, '').toUpperCase()
  const found = /^(XFG\d{4})(\d{4,6})$/.exec(said)
  return found ? `${found[1]}-${found[2]}` : '-'
}
