import { watchOne } from '../../bureau/tasks/watches'
import type { Context } from '../../kernel/context'
import { Invalid, Refused, WrongState } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { Volunteer } from '../../people/volunteers/Volunteer'
import { Activity, PUBLIC_STATES } from './Activity'
import { obstaclesFor, refuseFor } from './eligibility'
import type { SignUpInput } from './inputs'
import { fillPlaces, takenPlaces } from './places'
import { SignUp, SignUpState } from './SignUp'
import { SignUpAction, signUpWorkflow } from './signUpWorkflow'
import { insuranceUnconfirmed } from './watches'

/** The volunteer whose account it is; everybody signs up for themselves, nobody for others (条例 25). */
export function ownVolunteerId({ actor }: Context): string {
  const own = actor.reach.volunteerId
  if (!own) throw new Refused('INELIGIBLE', say('只有志愿者本人可以报名和签到。', 'Only volunteers themselves sign up and check in.'), { rule: 'VOLUNTEER' })
  return own
}

/** The part somebody has in an activity already, held; null where there is none. */
export async function heldPart(ctx: Context, activityId: string, volunteerId: string): Promise<SignUp | null> {
  const [part] = await ctx.store.beyondReach.holdAll(SignUp, 'it.activityId = ? AND it.volunteerId = ?', activityId, volunteerId)
  return part ?? null
}

/**
 * A volunteer signs up: has a place while there is one, else waits in order. The activity's row is held, so that of many at the
 * same moment as many have a place as there are places.
 */
export async function signUp(ctx: Context, input: SignUpInput): Promise<SignUp> {
  const volunteerId = ownVolunteerId(ctx)
  if (!input.riskAcknowledged) throw new Invalid({ riskAcknowledged: say('请先阅读并确认风险提示。', 'Read the risks and confirm them first.') })
  const activity = await ctx.store.hold(Activity, input.activityId)
  if (!PUBLIC_STATES.includes(activity.state) || activity.endsAt <= ctx.now) throw new WrongState(activity.state, [], say('活动现在不接受报名。', 'The activity takes nobody now.'))
  const volunteer = await ctx.store.beyondReach.hold(Volunteer, volunteerId)
  const before = await heldPart(ctx, activity.id, volunteerId)
  if (before && before.state !== SignUpState.CANCELLED) {
    if (before.state === SignUpState.DECLINED || before.state === SignUpState.NO_SHOW) throw new WrongState(before.state, [], say('这次活动您未被录取。', 'You were not taken for this activity.'))
    return before
  }
  const obstacles = await obstaclesFor(ctx, activity, volunteer, input)
  refuseFor(obstacles.filter(({ code }) => code !== 'INSURANCE_UNCONFIRMED'))
  const part = before ?? SignUp.in(activity, volunteer, ctx.now)
  if (before) {
    signUpWorkflow.move(part, SignUpAction.APPLY, ctx.actor)
    Object.assign(part, { queuedAt: ctx.now, reason: null, teamId: volunteer.teamId, wrongCodes: 0 })
  }
  Object.assign(part, { riskAckAt: ctx.now, policyNo: input.policyNo?.trim() || null, insuredTo: input.insuredTo ?? null })
  // Whoever states an insurance of their own has the place once the station has seen the policy.
  if (!activity.chosen && obstacles.length === 0) await place(ctx, activity, part)
  await ctx.store.save(part, { action: SignUpAction.APPLY })
  if (obstacles.length > 0) await watchOne(ctx, insuranceUnconfirmed, activity.id)
  return part
}

/** Gives an applicant a place while there is one, else the end of the waiting list. The part has still to be saved. */
export async function place(ctx: Context, activity: Activity, part: SignUp): Promise<void> {
  signUpWorkflow.move(part, (await takenPlaces(ctx, activity.id)) < activity.capacity ? SignUpAction.PROMOTE : SignUpAction.QUEUE, ctx.actor)
}

/** A volunteer cannot come after all and says so in time (条例 22); the place goes to whoever waits, and it counts against nobody. */
export async function cancelSignUp(ctx: Context, id: string, version: number, reason: string): Promise<SignUp> {
  const { activityId } = await ctx.store.get(SignUp, id)
  const activity = await ctx.store.beyondReach.hold(Activity, activityId)
  const part = await ctx.store.hold(SignUp, id, version)
  if (part.volunteerId !== ownVolunteerId(ctx)) throw new WrongState(part.state, [])
  signUpWorkflow.move(part, SignUpAction.CANCEL, ctx.actor)
  if (!reason.trim()) throw new Invalid({ reason: say('请说明原因。', 'Say why.') })
  part.reason = reason.trim()
  await ctx.store.save(part, { action: SignUpAction.CANCEL, note: part.reason })
  await fillPlaces(ctx, activity)
  return part
}
