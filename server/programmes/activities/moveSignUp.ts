import type { Context } from '../../kernel/context'
import { Duplicate, Invalid, NotFound, Refused, WrongState } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { Volunteer } from '../../people/volunteers/Volunteer'
import { Activity, ActivityState, PUBLIC_STATES } from './Activity'
import { isTheirs } from './activityWorkflow'
import { checkInWindow, start } from './checkIn'
import { mustBeEligible, mustBeInsured } from './eligibility'
import type { WalkUpInput } from './inputs'
import { fillPlaces, takenPlaces, tell } from './places'
import { CheckManner, SignUp, SignUpState } from './SignUp'
import { heldPart } from './takePlace'
import { SignUpAction, signUpWorkflow } from './signUpWorkflow'

/** What the leader decides on a sign-up, besides the volunteer's own cancelling. */
export type LeaderAction = SignUpAction.ACCEPT | SignUpAction.DECLINE | SignUpAction.CHECK_IN | SignUpAction.CHECK_OUT | SignUpAction.MISS

/** The leader takes somebody or does not, checks them in or out by hand, or notes that they did not come. */
export async function moveSignUp(ctx: Context, id: string, version: number, action: SignUpAction, note: string | null): Promise<SignUp> {
  const { activityId, volunteerId } = await ctx.store.get(SignUp, id)
  const activity = await holdOwn(ctx, activityId)
  const volunteer = await ctx.store.beyondReach.hold(Volunteer, volunteerId)
  const part = await ctx.store.hold(SignUp, id, version)
  if (!isLeaders(action)) throw new Invalid({ action: say('请使用相应的操作。', 'This has an act of its own.') })
  signUpWorkflow.move(part, action, ctx.actor)
  await DEEDS[action](ctx, activity, part, volunteer)
  if (note) part.reason = note
  await ctx.store.beyondReach.save(part, { action, note })
  if (action === SignUpAction.ACCEPT) await tell(ctx, activity, part, 'ACCEPTED', { zh: `报名已录取：${activity.title}`, en: `You are taken: ${activity.title}` })
  if (action === SignUpAction.MISS) await fillPlaces(ctx, activity)
  return part
}

type Deed = (ctx: Context, activity: Activity, part: SignUp, volunteer: Volunteer) => Promise<void>

const DEEDS: Record<LeaderAction, Deed> = {
  async ACCEPT(ctx, activity, part, volunteer) {
    mustBeRunning(activity)
    if ((await takenPlaces(ctx, activity.id)) >= activity.capacity) throw full()
    await mustBeEligible(ctx, activity, volunteer, part)
  },
  async DECLINE() {
    // Nothing else follows.
  },
  async CHECK_IN(ctx, activity, part) {
    mustBeRunning(activity)
    await mustHaveBegun(ctx, activity)
    await mustBeInsured(ctx, activity, part)
    Object.assign(part, { checkedInAt: ctx.now, inManner: CheckManner.HAND, checkedOutAt: null, outManner: null, wrongCodes: 0 })
    await start(ctx, activity)
  },
  async CHECK_OUT(ctx, activity, part) {
    mustBeRunning(activity)
    Object.assign(part, { checkedOutAt: ctx.now, outManner: CheckManner.HAND })
  },
  async MISS(ctx, activity, part) {
    mustBeRunning(activity)
    if (ctx.now < activity.startsAt) throw new WrongState(activity.state, [], say('活动还没有开始。', 'The activity has not begun.'))
    part.minutes = null
  },
}

const isLeaders = (action: SignUpAction): action is LeaderAction => action in DEEDS
const full = (): Refused => new Refused('OVER_CAPACITY', say('名额已满。', 'There is no place left.'))

/** Somebody comes along who had not signed up: the leader checks them in at once, under the same rules as everybody. */
export async function addWalkUp(ctx: Context, input: WalkUpInput): Promise<SignUp> {
  const activity = await holdOwn(ctx, input.activityId)
  mustBeRunning(activity)
  await mustHaveBegun(ctx, activity)
  if (!input.riskAcknowledged) throw new Invalid({ riskAcknowledged: say('请先向本人说明风险并征得同意。', 'Tell them the risks first, and ask whether they agree.') })
  const volunteer = await ctx.store.beyondReach.hold(Volunteer, input.volunteerId).catch(() => null)
  if (!volunteer || volunteer.regionCode.slice(0, 6) !== activity.regionCode.slice(0, 6)) throw new Invalid({ volunteerId: say('没有这名志愿者。', 'There is no such volunteer.') })
  const before = await heldPart(ctx, activity.id, volunteer.id)
  if (before && [SignUpState.CHECKED_IN, SignUpState.CHECKED_OUT, SignUpState.CONFIRMED].includes(before.state)) throw new Duplicate(say('此人已签到。', 'They are checked in already.'), { entity: 'SignUp', id: before.id })
  const placed = before?.state === SignUpState.ACCEPTED
  if (!placed && (await takenPlaces(ctx, activity.id)) >= activity.capacity) throw full()
  const cover = { policyNo: input.policyNo?.trim() || before?.policyNo, insuredTo: input.insuredTo ?? before?.insuredTo }
  await mustBeEligible(ctx, activity, volunteer, cover)
  const part = before ?? SignUp.in(activity, volunteer, ctx.now)
  Object.assign(part, { state: SignUpState.CHECKED_IN, walkUp: !placed, riskAckAt: part.riskAckAt ?? ctx.now, checkedInAt: ctx.now, inManner: CheckManner.HAND, checkedOutAt: null, outManner: null, reason: null, policyNo: cover.policyNo ?? null, insuredTo: cover.insuredTo ?? null })
  await start(ctx, activity)
  return ctx.store.beyondReach.save(part, { action: SignUpAction.CHECK_IN })
}

/** An activity that is the actor's own to run, held; others' is not found. */
export async function holdOwn(ctx: Context, id: string, version?: number): Promise<Activity> {
  const activity = await ctx.store.hold(Activity, id, version)
  if (!isTheirs(activity, ctx.actor)) throw new NotFound()
  return activity
}

function mustBeRunning(activity: Activity): void {
  if (!PUBLIC_STATES.includes(activity.state)) throw new WrongState(activity.state, [ActivityState.PUBLISHED, ActivityState.ONGOING])
}

async function mustHaveBegun(ctx: Context, activity: Activity): Promise<void> {
  if (ctx.now < (await checkInWindow(ctx, activity)).from) throw new WrongState(activity.state, [], say('还没有到签到时间。', 'It is too early to check in.'))
}
