import type { Context } from '../../kernel/context'
import { addDays } from '../../kernel/days'
import { Invalid, WrongState } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { phoneReasons, readPhone } from '../../people/persons/phone'
import { mustSay } from './decideOnPost'
import { endPost } from './endPost'
import { PostObjectionState } from './enums'
import { holdPost } from './holdPost'
import type { PostObjectionInput } from './inputs'
import type { PioneerPost } from './PioneerPost'
import { PostObjection } from './PostObjection'
import { PostAction, postWorkflow } from './postWorkflow'
import { ruleOf } from './rules'

/** The farthest, in days, that a notice may be put off. */
const AHEAD = 30

/** Hangs out the notice, for as many days as the rules say. */
export async function publishPostNotice(ctx: Context, id: string, version: number, place: string, from: string | null): Promise<PioneerPost> {
  const { post } = await holdPost(ctx, id, version, PostAction.PUBLISH_NOTICE)
  const noticeFrom = from ?? ctx.today
  if (noticeFrom < ctx.today || noticeFrom > addDays(ctx.today, AHEAD)) throw new Invalid({ from: say('公示应自今天或近日开始。', 'From today or soon.') })
  const noticePlace = mustSay('place', place).slice(0, 120)
  const { noticeDays } = await ruleOf(ctx, post)
  postWorkflow.move(post, PostAction.PUBLISH_NOTICE, ctx.actor)
  Object.assign(post, { noticeFrom, noticeTo: addDays(noticeFrom, noticeDays - 1), noticePlace })
  return ctx.store.save(post, { action: PostAction.PUBLISH_NOTICE })
}

/** Writes down what somebody has against a post while its notice hangs; until it is answered, the post is not granted. */
export async function objectToPost(ctx: Context, postId: string, { text, objectorName, objectorPhone }: PostObjectionInput): Promise<PostObjection> {
  const { post } = await holdPost(ctx, postId, null, PostAction.OBJECT)
  const phone = objectorPhone?.trim() ? readPhone(objectorPhone) : null
  if (phone && !phone.ok) throw new Invalid({ objectorPhone: phoneReasons[phone.reason] })
  if (!text.trim()) throw new Invalid({ text: say('请填写异议内容。', 'Say what the objection is.') })
  const objection = PostObjection.of({ postId, regionCode: post.regionCode, state: PostObjectionState.OPEN, text: text.trim(), raisedOn: ctx.today, recordedById: ctx.actor.id, answer: null, answeredById: null, answeredOn: null })
  Object.assign(objection, { objectorName: objectorName?.trim() || null, objectorPhone: phone?.value ?? null })
  await ctx.store.save(objection, { action: 'OBJECT' })
  return objection
}

/** Answers an objection. Upheld, the post is turned down; dismissed, the grant may go on. */
export async function answerPostObjection(ctx: Context, id: string, version: number, upheld: boolean, answer: string): Promise<PostObjection> {
  const { postId } = await ctx.store.get(PostObjection, id)
  const { post } = await holdPost(ctx, postId, null, PostAction.ANSWER_OBJECTION)
  const objection = await ctx.store.hold(PostObjection, id, version)
  if (objection.state !== PostObjectionState.OPEN) throw new WrongState(objection.state, [])
  const said = mustSay('answer', answer)
  Object.assign(objection, { state: upheld ? PostObjectionState.UPHELD : PostObjectionState.DISMISSED, answer: said, answeredById: ctx.actor.id, answeredOn: ctx.today })
  await ctx.store.save(objection, { action: upheld ? 'UPHOLD' : 'DISMISS', note: said })
  if (upheld) await endPost(ctx, post, PostAction.REJECT, said)
  return objection
}
