import type { Context } from '../../kernel/context'
import { minuteOf } from '../../kernel/days'
import { Invalid } from '../../kernel/errors'
import { TaskKind } from '../../bureau/tasks/Task'
import { cancelTasksOf, openTask } from '../../bureau/tasks/openTask'
import { say } from '../../kernel/text'
import { Volunteer } from '../../people/volunteers/Volunteer'
import type { Activity } from './Activity'
import { ActivityAction, activityWorkflow } from './activityWorkflow'
import { bureauReasons } from './bureauDecides'
import { obstaclesFor, overlapping } from './eligibility'
import type { RescheduleInput } from './inputs'
import { mustLieAhead } from './moveActivity'
import { holdOwn } from './moveSignUp'
import { fillPlaces, HOPING, takenPlaces, tell } from './places'
import { moveMonth, writePlan } from './planActivity'
import { SignUp, SignUpState } from './SignUp'
import { SignUpAction, signUpWorkflow } from './signUpWorkflow'
import { reminder } from './watches'

/**
 * Moves a published activity to another time or place, with the reason. Everybody who means to come is told, whoever may not come
 * on the new day waits, and what has become dangerous, large or gone over a border is approved once more, by the bureau.
 */
export async function rescheduleActivity(ctx: Context, id: string, version: number, { reason, ...input }: RescheduleInput): Promise<Activity> {
  const activity = await holdOwn(ctx, id, version)
  activityWorkflow.mustBeOpen(activity, ActivityAction.RESCHEDULE, ctx.actor)
  if (!reason.trim()) throw new Invalid({ reason: say('请说明原因。', 'Say why.') })
  const before = { day: activity.startsOn(), dangerous: activity.dangerous, reasons: await bureauReasons(ctx, activity) }
  await writePlan(ctx, activity, input)
  mustLieAhead(ctx, activity)
  if ((await takenPlaces(ctx, id)) > activity.capacity) throw new Invalid({ capacity: say('不能少于已录取的人数。', 'Not fewer than have a place.') })
  const reasons = await bureauReasons(ctx, activity)
  const again = reasons.some(each => !before.reasons.includes(each))
  activityWorkflow.move(activity, again ? ActivityAction.RESUBMIT : ActivityAction.RESCHEDULE, ctx.actor)
  Object.assign(activity, { movedAt: ctx.now, moveReason: reason.trim(), needsBureau: reasons.length > 0, ...(again && { submittedAt: ctx.now, submittedById: ctx.actor.id }) })
  await ctx.store.save(activity, { action: again ? ActivityAction.RESUBMIT : ActivityAction.RESCHEDULE, note: reason.trim() })
  await moveMonth(ctx, activity)
  if (activity.dangerous && !before.dangerous) await askAnew(ctx, activity, reason)
  else await tellOfMove(ctx, activity, activity.startsOn() !== before.day, again, reason)
  if (!again) await fillPlaces(ctx, activity)
  return activity
}

const spanOf = ({ startsAt, endsAt, place }: Activity): string => `${minuteOf(startsAt)}–${minuteOf(endsAt).slice(11)} ${place}`

/** What has become dangerous is another matter than what was agreed to: whoever still wishes to come signs up again, knowing the risks (条例 12, 25). */
async function askAnew(ctx: Context, activity: Activity, reason: string): Promise<void> {
  for (const part of await hoping(ctx, activity)) {
    signUpWorkflow.move(part, SignUpAction.CALL_OFF, ctx.actor)
    part.reason = reason.slice(0, 300)
    await ctx.store.beyondReach.save(part, { action: SignUpAction.CALL_OFF, note: reason })
    await tell(ctx, activity, part, `MOVED/${activity.version}`, { zh: `活动改为有危险的活动，仍愿参加的请在重新发布后再报名：${activity.title}（${reason}）`, en: `Now a dangerous activity: sign up again once it is published, if you still wish to: ${activity.title} (${reason})` })
  }
}

/** Tells everybody of the new time and place, with what it means for them; whoever may not come on the new day gives the place to others. */
async function tellOfMove(ctx: Context, activity: Activity, otherDay: boolean, again: boolean, reason: string): Promise<void> {
  const parts = await hoping(ctx, activity)
  // Whoever was reminded of the old time is reminded of the new one, when it comes.
  await cancelTasksOf(ctx, { entity: 'SignUp', cause: reminder.cause }, parts.map(part => part.id))
  const clash = await overlapping(ctx, parts.map(part => part.id))
  for (const part of parts) {
    const out = otherDay && part.state === SignUpState.ACCEPTED ? await waitsNow(ctx, activity, part) : ''
    const more = [out, clash.has(part.id) ? '与您报名的另一活动时间冲突，不能参加请取消' : '', again ? '须重新审批' : ''].filter(Boolean)
    const moreEn = [out && 'you wait now, for the rules keep you away on that day', clash.has(part.id) && 'it overlaps with another that you signed up for', again && 'it is approved anew first'].filter(Boolean)
    await tell(ctx, activity, part, `MOVED/${activity.version}`, {
      zh: `活动变更：${activity.title}改为 ${spanOf(activity)}（${[reason, ...more].join('；')}）`, en: `Moved: ${activity.title}, now ${spanOf(activity)} (${[reason, ...moreEn].join('; ')})`,
    })
  }
  for (const teamId of activity.coTeamIds) {
    await openTask(ctx, {
      kind: TaskKind.ACTIVITY_NOTICE, regionCode: activity.regionCode, entity: 'Activity', entityId: activity.id, cause: `MOVED/${activity.version}/${teamId}`, teamId, dueAt: activity.startsAt,
      title: `共同组织的活动变更：${activity.title}改为 ${spanOf(activity)}（${reason}）`.slice(0, 200), titleEn: `A joint activity is moved: ${activity.title}, now ${spanOf(activity)} (${reason})`.slice(0, 200),
    })
  }
}

/** Puts somebody whom the rules keep away on the new day onto the waiting list, and says why. */
async function waitsNow(ctx: Context, activity: Activity, part: SignUp): Promise<string> {
  const volunteer = await ctx.store.beyondReach.hold(Volunteer, part.volunteerId)
  const found = (await obstaclesFor(ctx, activity, volunteer, part)).filter(({ code }) => code !== 'OVERLAP')
  if (found.length === 0) return ''
  signUpWorkflow.move(part, SignUpAction.QUEUE, ctx.actor)
  part.reason = found.map(({ text }) => text.zh).join('；').slice(0, 300)
  await ctx.store.beyondReach.save(part, { action: SignUpAction.QUEUE, note: part.reason })
  return `改为候补：${part.reason}`
}

const hoping = (ctx: Context, { id }: Activity): Promise<SignUp[]> => ctx.store.beyondReach.holdAll(SignUp, 'it.activityId = ? AND it.state IN (?)', id, [...HOPING])
