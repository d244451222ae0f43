import { TaskKind } from '../../bureau/tasks/Task'
import { cancelTasks, openTask } from '../../bureau/tasks/openTask'
import type { Context } from '../../kernel/context'
import { Forbidden, Invalid, Refused, WrongState } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { type Activity } from './Activity'
import { ActivityAction, activityWorkflow, mayDecide } from './activityWorkflow'
import { bookHours, unbookHours } from './bookHours'
import { bureauReasons } from './bureauDecides'
import type { PublishActivityInput } from './inputs'
import { holdOwn } from './moveSignUp'
import { tell, tellAll } from './places'
import { SignUp, SignUpState } from './SignUp'
import { SignUpAction, signUpWorkflow } from './signUpWorkflow'

type Move = Exclude<ActivityAction, ActivityAction.REVISE | ActivityAction.PUBLISH | ActivityAction.RESCHEDULE | ActivityAction.RESUBMIT | ActivityAction.START | ActivityAction.CLOSE>
type Deed = (ctx: Context, activity: Activity, note: string) => Promise<void> | void

const NEED_REASON: readonly ActivityAction[] = [ActivityAction.REJECT, ActivityAction.RETURN, ActivityAction.CANCEL, ActivityAction.REOPEN]

/** Moves an activity along its way: submitting, approving, sending back, confirming, calling off, opening again. */
export async function moveActivity(ctx: Context, id: string, version: number, action: ActivityAction, note: string | null): Promise<Activity> {
  const activity = await holdOwn(ctx, id, version)
  if (!isMove(action)) throw new Invalid({ action: say('请使用相应的操作。', 'This has an act of its own.') })
  activityWorkflow.mustBeOpen(activity, action, ctx.actor)
  const reason = note?.trim() ?? ''
  if (NEED_REASON.includes(action) && !reason) throw new Invalid({ note: say('请说明原因。', 'Say why.') })
  await DEEDS[action](ctx, activity, reason)
  activityWorkflow.move(activity, action, ctx.actor)
  if (NEED_REASON.includes(action)) activity.stateReason = reason.slice(0, 500)
  return ctx.store.save(activity, { action, note: reason || null })
}

const isMove = (action: ActivityAction): action is Move => action in DEEDS

const DEEDS: Record<Move, Deed> = {
  async SUBMIT(ctx, activity) {
    mustLieAhead(ctx, activity)
    await cancelTasks(ctx, 'Activity', activity.id)
    Object.assign(activity, { submittedAt: ctx.now, submittedById: ctx.actor.id, stateReason: null, needsBureau: (await bureauReasons(ctx, activity)).length > 0 })
  },
  APPROVE(ctx, activity) {
    mustNotBeOwn(ctx, activity, ActivityAction.APPROVE)
    if (activity.needsBureau && !ctx.actor.may('activity.approveLarge')) throw new Forbidden('activity.approveLarge')
    mustLieAhead(ctx, activity)
  },
  async REJECT(ctx, activity, reason) {
    await openTask(ctx, {
      kind: TaskKind.ACTIVITY, regionCode: activity.regionCode, entity: 'Activity', entityId: activity.id, cause: 'REJECTED', teamId: activity.teamId,
      title: `活动被退回：${activity.title}（${reason}）`.slice(0, 200), titleEn: `Sent back: ${activity.title} (${reason})`.slice(0, 200), dueAt: activity.startsAt,
    })
  },
  async CONFIRM(ctx, activity) {
    mustNotBeOwn(ctx, activity, ActivityAction.CONFIRM)
    await bookHours(ctx, activity)
    activity.confirmedAt = ctx.now
    await cancelTasks(ctx, 'Activity', activity.id)
  },
  RETURN(_, activity) {
    Object.assign(activity, { closedAt: null, closedById: null })
  },
  async CANCEL(ctx, activity, reason) {
    await cancelTasks(ctx, 'Activity', activity.id)
    await callOff(ctx, activity, reason)
  },
  async REOPEN(ctx, activity, reason) {
    await unbookHours(ctx, activity, reason)
    Object.assign(activity, { confirmedAt: null, closedAt: null, closedById: null })
  },
}

/** Publishes an approved activity with its risks, and its number on the platform or the reason why it has none (条例 12). */
export async function publishActivity(ctx: Context, id: string, version: number, input: PublishActivityInput): Promise<Activity> {
  const activity = await holdOwn(ctx, id, version)
  activityWorkflow.mustBeOpen(activity, ActivityAction.PUBLISH, ctx.actor)
  if (activity.endsAt <= ctx.now) throw new WrongState(activity.state, [], say('活动时间已过，不能发布。', 'The activity is over and cannot be published.'))
  const [riskNote, platformId, offPlatformReason] = [input.riskNote.trim(), input.platformId?.trim() || null, input.offPlatformReason?.trim() || null]
  if (!riskNote) throw new Invalid({ riskNote: say('请写明可能的风险；没有明显风险也请说明。', 'Name the risks; say so where there are none to speak of.') })
  if (!platformId && !offPlatformReason) throw new Invalid({ platformId: say('请填写文明实践云活动编号，或说明未上平台的原因。', 'Give its number on the platform, or the reason why it has none.') })
  Object.assign(activity, { riskNote, platformId, offPlatformReason: platformId ? null : offPlatformReason, publishedAt: ctx.now })
  activityWorkflow.move(activity, ActivityAction.PUBLISH, ctx.actor)
  await ctx.store.save(activity, { action: ActivityAction.PUBLISH })
  // Whoever had signed up before it was moved and approved anew.
  await tellAll(ctx, activity, 'PUBLISHED', { zh: `活动已重新批准：${activity.title}`, en: `Approved anew: ${activity.title}` })
  return activity
}

/** Refuses what should have begun already. */
export function mustLieAhead(ctx: Context, activity: Activity): void {
  if (activity.startsAt <= ctx.now) throw new WrongState(activity.state, [], say('开始时间已过，请先改期。', 'The start has passed; move it first.'))
}

function mustNotBeOwn(ctx: Context, activity: Activity, action: ActivityAction): void {
  if (!mayDecide(activity, action, ctx.actor)) throw new Refused('SELF_APPROVAL', say('提交人和负责人不能审批、确认自己的活动。', 'Nobody approves or confirms an activity of their own.'))
}

/** Tells everybody who had signed up that it does not take place. */
async function callOff(ctx: Context, activity: Activity, reason: string): Promise<void> {
  const store = ctx.store.beyondReach
  const open = [SignUpState.APPLIED, SignUpState.ACCEPTED, SignUpState.WAITLIST, SignUpState.CHECKED_IN, SignUpState.CHECKED_OUT, SignUpState.CONFIRMED]
  for (const part of await store.holdAll(SignUp, 'it.activityId = ? AND it.state IN (?)', activity.id, open)) {
    signUpWorkflow.move(part, SignUpAction.CALL_OFF, ctx.actor)
    Object.assign(part, { reason: reason.slice(0, 300), minutes: null })
    await store.save(part, { action: SignUpAction.CALL_OFF, note: reason })
    await tell(ctx, activity, part, 'CANCELLED', { zh: `活动取消：${activity.title}（${reason}）`, en: `Called off: ${activity.title} (${reason})` })
  }
}
