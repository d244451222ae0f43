import { setting } from '../../bureau/settings/defineSetting'
import type { Context } from '../../kernel/context'
import { Invalid, Refused, WrongState } from '../../kernel/errors'
import { say, type Text } from '../../kernel/text'
import { Volunteer } from '../../people/volunteers/Volunteer'
import { Activity, ActivityState, PUBLIC_STATES } from './Activity'
import { ActivityAction, activityWorkflow } from './activityWorkflow'
import { type CodePurpose, judge, stepAt } from './checkCode'
import { mustBeInsured } from './eligibility'
import type { CheckInput } from './inputs'
import { numbers } from './numbers'
import { CheckManner, SignUp, SignUpState } from './SignUp'
import { heldPart, ownVolunteerId } from './takePlace'
import { SignUpAction, signUpWorkflow } from './signUpWorkflow'

const MINUTE = 60_000

/** A wrong code; how many there were is remembered, so that six digits cannot be guessed. */
class WrongCode extends Invalid {
  override readonly keeps = true
}

/** From when until when one may check in by oneself. */
export async function checkInWindow(ctx: Context, { startsAt }: Pick<Activity, 'startsAt'>): Promise<{ from: Date; to: Date }> {
  const [before, after] = [await setting(ctx, numbers.inBefore), await setting(ctx, numbers.inAfter)]
  return { from: new Date(startsAt.getTime() - before * MINUTE), to: new Date(startsAt.getTime() + after * MINUTE) }
}

/** A volunteer has come: scans the leader's code or types it, in the window around the start. Doing it twice changes nothing. */
export async function checkIn(ctx: Context, input: CheckInput): Promise<SignUp> {
  const { activity, part } = await ownPart(ctx, input.activityId)
  if (part.checkedInAt && [SignUpState.CHECKED_IN, SignUpState.CHECKED_OUT, SignUpState.CONFIRMED].includes(part.state)) return part
  const { from, to } = await checkInWindow(ctx, activity)
  if (ctx.now < from) throw new WrongState(activity.state, [], say('还没有到签到时间。', 'It is too early to check in.'))
  if (ctx.now > to) throw new Refused('EXPIRED', say('签到时间已过，请队长现场登记。', 'The time for checking in is over; ask the leader to check you in.'), { rule: 'WINDOW' })
  await mustBeTheCode(ctx, activity, part, 'IN', input.code)
  await mustBeInsured(ctx, activity, part)
  signUpWorkflow.move(part, SignUpAction.SCAN_IN, ctx.actor)
  Object.assign(part, { checkedInAt: ctx.now, inManner: mannerOf(input.code), wrongCodes: 0 })
  await start(ctx, activity)
  return ctx.store.save(part, { action: SignUpAction.SCAN_IN })
}

/** A volunteer goes: scans the leader's second code or types it. Doing it twice changes nothing. */
export async function checkOut(ctx: Context, input: CheckInput): Promise<SignUp> {
  const { activity, part } = await ownPart(ctx, input.activityId)
  if (part.checkedOutAt && [SignUpState.CHECKED_OUT, SignUpState.CONFIRMED].includes(part.state)) return part
  if (part.state !== SignUpState.CHECKED_IN) throw new WrongState(part.state, [], say('您还没有签到。', 'You have not checked in.'))
  const last = new Date(activity.endsAt.getTime() + (await setting(ctx, numbers.outHours)) * 60 * MINUTE)
  if (ctx.now > last) throw new Refused('EXPIRED', say('签退时间已过，请队长登记。', 'The time for checking out is over; ask the leader.'), { rule: 'WINDOW' })
  await mustBeTheCode(ctx, activity, part, 'OUT', input.code)
  signUpWorkflow.move(part, SignUpAction.SCAN_OUT, ctx.actor)
  Object.assign(part, { checkedOutAt: ctx.now, outManner: mannerOf(input.code), wrongCodes: 0 })
  return ctx.store.save(part, { action: SignUpAction.SCAN_OUT })
}

/** The first who comes sets a held activity going. */
export async function start(ctx: Context, activity: Activity): Promise<void> {
  if (activity.state !== ActivityState.PUBLISHED) return
  activityWorkflow.move(activity, ActivityAction.START, ctx.actor)
  await ctx.store.beyondReach.save(activity, { action: ActivityAction.START })
}

const mannerOf = (code: string): CheckManner => (/^\d{6}$/.test(code.trim()) ? CheckManner.CODE : CheckManner.QR)

async function ownPart(ctx: Context, activityId: string): Promise<{ activity: Activity; part: SignUp }> {
  const volunteerId = ownVolunteerId(ctx)
  const activity = await ctx.store.hold(Activity, activityId)
  await ctx.store.beyondReach.hold(Volunteer, volunteerId)
  const part = await heldPart(ctx, activity.id, volunteerId)
  if (!PUBLIC_STATES.includes(activity.state)) throw new WrongState(activity.state, [], say('活动不在签到阶段。', 'The activity is not at the stage of checking in.'))
  if (!part || [SignUpState.CANCELLED, SignUpState.DECLINED].includes(part.state)) throw new Refused('INELIGIBLE', say('您没有报名这次活动，请先报名或请队长现场登记。', 'You have not signed up: do so first, or ask the leader to add you.'), { rule: 'NOT_SIGNED_UP' })
  if ([SignUpState.WAITLIST, SignUpState.APPLIED].includes(part.state)) throw new WrongState(part.state, [], say('您的报名还没有被录取，请找队长。', 'You have no place yet; speak to the leader.'))
  return { activity, part }
}

async function mustBeTheCode(ctx: Context, activity: Activity, part: SignUp, purpose: CodePurpose, code: string): Promise<void> {
  const [seconds, steps, tries] = [await setting(ctx, numbers.codeSeconds), await setting(ctx, numbers.codeSteps), await setting(ctx, numbers.codeTries)]
  if (part.wrongCodes >= tries) throw new Refused('LOCKED', say('输错次数过多，请队长现场登记。', 'Too many wrong codes; ask the leader to check you in.'))
  const verdict = judge(activity.id, purpose, code, stepAt(ctx.now, seconds), steps)
  if (verdict === 'GOOD') return
  if (verdict === 'OLD') throw new Refused('EXPIRED', say('这个码已过期，请扫队长手机上最新的码。', 'This code is old; scan the newest one on the leader’s phone.'), { rule: 'CODE' })
  part.wrongCodes += 1
  await ctx.store.beyondReach.save(part)
  throw new WrongCode({ code: wrongWords(purpose) })
}

const wrongWords = (purpose: CodePurpose): Text =>
  purpose === 'IN' ? say('不是这次活动的签到码，请核对后再试。', 'Not the check-in code of this activity; look again.') : say('不是这次活动的签退码，请核对后再试。', 'Not the check-out code of this activity; look again.')
