import { mustBeServices } from '../../../bureau/programmes/mustBeServices'
import { ProgrammeCode } from '../../../bureau/programmes/ProgrammeCode'
import { watchOne } from '../../../bureau/tasks/watches'
import type { Context } from '../../../kernel/context'
import { Invalid, WrongState } from '../../../kernel/errors'
import { attachPictures } from '../../../kernel/files'
import { say } from '../../../kernel/text'
import { holdPost } from '../holdPost'
import { PioneerPost } from '../PioneerPost'
import { PostAction } from '../postWorkflow'
import { quiet } from '../watches'
import type { PostLogInput } from './inputs'
import { PostServiceLog } from './PostServiceLog'

/** Writes down what a post did on a day, while its plaque hangs. */
export async function logPostService(ctx: Context, input: PostLogInput): Promise<PostServiceLog> {
  const { postId, servedOn, service, peopleServed, minutes, note, photoIds } = input
  const { post } = await holdPost(ctx, postId, null, PostAction.LOG)
  if (servedOn > ctx.today || servedOn < post.grantedOn!) throw new Invalid({ servedOn: say('服务日期应在授牌之后，不晚于今天。', 'Between the grant and today.') })
  await mustBeServices(ctx, ProgrammeCode.PIONEER_POST, [service])
  const log = PostServiceLog.of({ postId, employerId: post.employerId, regionCode: post.regionCode, servedOn, service, peopleServed, minutes, note: note?.trim() || null, recordedById: ctx.actor.id, voidedFor: null })
  await ctx.store.save(log)
  await attachPictures(ctx, photoIds, log)
  if (post.lastLoggedOn === null || servedOn > post.lastLoggedOn) await ctx.store.save(Object.assign(post, { lastLoggedOn: servedOn }))
  await watchOne(ctx, quiet, post.id)
  return log
}

/** Lets a wrong line count no more; it is kept with the reason. */
export async function voidPostService(ctx: Context, id: string, version: number, reason: string): Promise<PostServiceLog> {
  const { postId } = await ctx.store.get(PostServiceLog, id)
  const post = await ctx.store.hold(PioneerPost, postId)
  const log = await ctx.store.hold(PostServiceLog, id, version)
  if (log.voidedFor) throw new WrongState('VOIDED', [])
  const said = reason.trim()
  if (!said || said.length > 200) throw new Invalid({ reason: say('请说明原因，不超过 200 字。', 'Say why, in at most 200 characters.') })
  log.voidedFor = said
  await ctx.store.save(log, { action: 'VOID', note: said })
  const [row] = await ctx.store.sql('SELECT MAX(servedOn) AS latest FROM post_service_logs WHERE postId = ? AND voidedFor IS NULL', [postId])
  await ctx.store.save(Object.assign(post, { lastLoggedOn: (row?.latest as string | null) ?? null }))
  return log
}
