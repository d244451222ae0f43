import { setting } from '../../bureau/settings/defineSetting'
import type { Context } from '../../kernel/context'
import { Invalid, WrongState } from '../../kernel/errors'
import { say, type Text } from '../../kernel/text'
import { type Activity, PUBLIC_STATES } from './Activity'
import { checkInWindow, start } from './checkIn'
import type { AttendanceInput, AttendanceLine } from './inputs'
import { holdOwn } from './moveSignUp'
import { numbers } from './numbers'
import { CheckManner, SignUp } from './SignUp'
import { SignUpAction, signUpWorkflow } from './signUpWorkflow'

const MINUTE = 60_000

/** The span of service: from coming, not before the start, to going, not beyond the end and the tolerance. Null where nothing is left. */
export function serviceSpan(activity: Pick<Activity, 'startsAt' | 'endsAt'>, from: Date, to: Date, tolerance: number): { from: Date; to: Date; minutes: number } | null {
  const begins = new Date(Math.max(from.getTime(), activity.startsAt.getTime()))
  const ends = new Date(Math.min(to.getTime(), activity.endsAt.getTime() + tolerance * MINUTE))
  const minutes = Math.floor((ends.getTime() - begins.getTime()) / MINUTE)
  return minutes < 1 ? null : { from: begins, to: ends, minutes }
}

/** The leader confirms who came and for how long; times that were not recorded or are corrected need a reason. Minutes are the server's. */
export async function confirmAttendance(ctx: Context, input: AttendanceInput): Promise<Activity> {
  const activity = await holdOwn(ctx, input.activityId)
  if (!PUBLIC_STATES.includes(activity.state) || ctx.now < activity.startsAt) throw new WrongState(activity.state, PUBLIC_STATES, say('活动开始后、总结前才能确认出勤。', 'Attendance is confirmed once the activity has begun and before it is summed up.'))
  const parts = new Map((await ctx.store.holdAll(SignUp, 'it.activityId = ?', activity.id)).map(part => [part.id, part]))
  const limits = { window: await checkInWindow(ctx, activity), tolerance: await setting(ctx, numbers.tolerance) }
  const wrong: Record<string, Text> = {}
  for (const [n, line] of input.lines.entries()) {
    const part = parts.get(line.signUpId)
    if (!part) throw new Invalid({ [`lines.${n}.signUpId`]: say('不是这次活动的报名。', 'Not a sign-up of this activity.') })
    Object.assign(wrong, line.present ? confirmOne(ctx, activity, part, line, limits, `lines.${n}`) : miss(ctx, part))
  }
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
  for (const { signUpId, present, reason } of input.lines) await ctx.store.save(parts.get(signUpId)!, { action: present ? SignUpAction.CONFIRM : SignUpAction.MISS, note: reason ?? null })
  await start(ctx, activity)
  return activity
}

interface Limits {
  window: { from: Date }
  tolerance: number
}

function confirmOne(ctx: Context, activity: Activity, part: SignUp, line: AttendanceLine, { window, tolerance }: Limits, path: string): Record<string, Text> {
  const [from, to] = [line.checkedInAt ?? part.checkedInAt, line.checkedOutAt ?? part.checkedOutAt]
  if (!from) return { [`${path}.checkedInAt`]: say('缺少签到时间。', 'The time of coming is missing.') }
  if (!to) return { [`${path}.checkedOutAt`]: say('缺少签退时间。', 'The time of going is missing.') }
  if (from < window.from || from >= activity.endsAt) return { [`${path}.checkedInAt`]: say('签到时间不在活动时间内。', 'Not within the time of the activity.') }
  if (to <= from || to > ctx.now) return { [`${path}.checkedOutAt`]: say('签退时间应晚于签到时间，且不晚于现在。', 'After coming, and not after now.') }
  const corrected = differs(line.checkedInAt, part.checkedInAt) || differs(line.checkedOutAt, part.checkedOutAt)
  if (corrected && !line.reason?.trim()) return { [`${path}.reason`]: say('补录或更正时间须说明原因。', 'Say why the time is entered or corrected by hand.') }
  const span = serviceSpan(activity, from, to, tolerance)
  if (!span) return { [`${path}.checkedOutAt`]: say('在活动时间内没有服务时长。', 'No minute of it lies within the activity.') }
  if (differs(line.checkedInAt, part.checkedInAt)) Object.assign(part, { checkedInAt: from, inManner: CheckManner.HAND })
  if (differs(line.checkedOutAt, part.checkedOutAt)) Object.assign(part, { checkedOutAt: to, outManner: CheckManner.HAND })
  signUpWorkflow.move(part, SignUpAction.CONFIRM, ctx.actor)
  Object.assign(part, { minutes: span.minutes, confirmedById: ctx.actor.id, reason: corrected ? line.reason!.trim() : part.reason })
  return {}
}

function miss(ctx: Context, part: SignUp): Record<string, Text> {
  signUpWorkflow.move(part, SignUpAction.MISS, ctx.actor)
  Object.assign(part, { minutes: null, confirmedById: ctx.actor.id })
  return {}
}

const differs = (given: Date | null | undefined, recorded: Date | null): boolean => given !== undefined && given !== null && given.getTime() !== recorded?.getTime()
