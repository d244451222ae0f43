import type { Context } from '../../kernel/context'
import { Invalid, Refused } from '../../kernel/errors'
import { attachPictures, picturesOf } from '../../kernel/files'
import { say } from '../../kernel/text'
import type { Activity } from './Activity'
import { ActivityAction, activityWorkflow } from './activityWorkflow'
import type { CloseActivityInput } from './inputs'
import { holdOwn } from './moveSignUp'
import { PRESENT, SignUp, SignUpState } from './SignUp'
import { SignUpAction, signUpWorkflow } from './signUpWorkflow'

/** The leader sums the activity up: everybody's attendance settled, at least one confirmed, with photos or the reason why there are none. */
export async function closeActivity(ctx: Context, id: string, version: number, input: CloseActivityInput): Promise<Activity> {
  const activity = await holdOwn(ctx, id, version)
  activityWorkflow.mustBeOpen(activity, ActivityAction.CLOSE, ctx.actor)
  const parts = await ctx.store.holdAll(SignUp, 'it.activityId = ?', id)
  if (parts.some(part => PRESENT.includes(part.state))) throw new Refused('INELIGIBLE', say('还有人已签到但出勤未确认，请先确认出勤。', 'Some have come whose attendance is not confirmed yet.'), { rule: 'UNCONFIRMED' })
  if (!parts.some(part => part.state === SignUpState.CONFIRMED)) throw new Refused('INELIGIBLE', say('至少要有一人出勤已确认，活动才能总结。', 'At least one attendance must be confirmed.'), { rule: 'NOBODY' })
  const photos = [...(await picturesOf(ctx, activity)), ...(input.photoIds ?? [])]
  if (photos.length === 0 && !input.noPhotoReason?.trim()) throw new Invalid({ noPhotoReason: say('请上传照片，或说明没有照片的原因。', 'Add photos, or say why there are none.') })
  await attachPictures(ctx, input.photoIds ?? [], activity)
  for (const part of parts) await settle(ctx, part)
  activityWorkflow.move(activity, ActivityAction.CLOSE, ctx.actor)
  Object.assign(activity, { summary: input.summary.trim(), servedCount: input.servedCount, noPhotoReason: photos.length > 0 ? null : input.noPhotoReason!.trim(), closedAt: ctx.now, closedById: ctx.actor.id })
  return ctx.store.save(activity, { action: ActivityAction.CLOSE })
}

/** Who had a place and did not come is noted as such; who still waited was not needed. */
async function settle(ctx: Context, part: SignUp): Promise<void> {
  const action = part.state === SignUpState.ACCEPTED ? SignUpAction.MISS : [SignUpState.WAITLIST, SignUpState.APPLIED].includes(part.state) ? SignUpAction.DECLINE : null
  if (!action) return
  signUpWorkflow.move(part, action, ctx.actor)
  await ctx.store.save(part, { action })
}
