import { watchOne } from '../../bureau/tasks/watches'
import type { Context } from '../../kernel/context'
import { WrongState } from '../../kernel/errors'
import { say } from '../../kernel/text'
import type { InsuranceInput } from '../../people/records/inputs'
import { keepInsurance } from '../../people/records/keepInsurance'
import { Volunteer } from '../../people/volunteers/Volunteer'
import { obstaclesFor } from './eligibility'
import { holdOwn } from './moveSignUp'
import { fillPlaces, tell } from './places'
import { SignUp, SignUpState } from './SignUp'
import { SignUpAction } from './signUpWorkflow'
import { place } from './takePlace'
import { insuranceUnconfirmed } from './watches'

/** The station has seen the policy that an applicant stated: it goes onto their record, where it counts for every activity, and they have the place if nothing else is in the way (条例 17). */
export async function confirmInsurance(ctx: Context, id: string, version: number, input: InsuranceInput): Promise<SignUp> {
  const store = ctx.store.beyondReach
  const { activityId, volunteerId } = await ctx.store.get(SignUp, id)
  const activity = await holdOwn(ctx, activityId)
  const volunteer = await store.hold(Volunteer, volunteerId)
  const part = await ctx.store.hold(SignUp, id, version)
  if (!part.policyNo) throw new WrongState(part.state, [], say('报名时没有填写保险。', 'No insurance was stated.'))
  await keepInsurance(ctx, volunteerId, input)
  const waits = part.state === SignUpState.APPLIED && !activity.chosen && activity.startsAt > ctx.now
  if (waits && (await obstaclesFor(ctx, activity, volunteer, part)).length === 0) {
    await place(ctx, activity, part)
    await store.save(part, { action: part.state === SignUpState.ACCEPTED ? SignUpAction.PROMOTE : SignUpAction.QUEUE, note: input.policyNo })
    await tell(ctx, activity, part, 'INSURED', part.state === SignUpState.ACCEPTED ? { zh: `保险已核实，报名已录取：${activity.title}`, en: `Insured, and you are taken: ${activity.title}` } : { zh: `保险已核实，正在候补：${activity.title}`, en: `Insured, and you wait for a place: ${activity.title}` })
  }
  await fillPlaces(ctx, activity)
  await watchOne(ctx, insuranceUnconfirmed, activityId)
  return part
}
