import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Allow } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { Follows } from '../../kernel/follows'
import { historyOf } from '../../kernel/history'
import { listOf, Page } from '../../kernel/lists'
import { InsuranceInput } from '../../people/records/inputs'
import { Team } from '../../people/teams/Team'
import { Volunteer } from '../../people/volunteers/Volunteer'
import { Activity } from './Activity'
import { isTheirs } from './activityWorkflow'
import { checkIn, checkOut } from './checkIn'
import { confirmInsurance } from './confirmInsurance'
import { insuredOn, overlapping } from './eligibility'
import { CheckInput, SignUpFilter, SignUpInput, SignUpSort, WalkUpInput } from './inputs'
import { addWalkUp, moveSignUp } from './moveSignUp'
import { searchSignUps } from './searchSignUps'
import { SignUp } from './SignUp'
import { SignUpAction, signUpWorkflow } from './signUpWorkflow'
import { cancelSignUp, signUp } from './takePlace'

const SignUpList = listOf(SignUp)

@ArgsType()
class WhichPart {
  @Field(() => ID) id: string
  @Field(() => Int) version: number
}

/** Parts in activities, as the schema names them. */
@Resolver(() => SignUp)
export class SignUpResolver {
  @Allow('activity.read')
  @Query(() => SignUpList, { description: 'The sign-ups within reach, the latest first unless told otherwise.' })
  signUps(@Ctx() ctx: Context, @Arg('filter', () => SignUpFilter, { defaultValue: {} }) filter: SignUpFilter, @Arg('sort', () => SignUpSort, { nullable: true }) sort: SignUpSort | null, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new SignUpList(searchSignUps(ctx, filter, sort), page)
  }

  @Allow('signUp.own')
  @Mutation(() => SignUp, { description: 'Signs up for an activity: a place while there is one, else the waiting list. Refuses with NOT_FOUND, WRONG_STATE, INVALID, INELIGIBLE, OVERLAP, IDEMPOTENCY_KEY_REUSED.' })
  signUp(@Ctx() ctx: Context, @Arg('input', () => SignUpInput) input: SignUpInput) {
    return signUp(ctx, input)
  }

  @Allow('signUp.own')
  @Mutation(() => SignUp, { description: 'Gives a place back, with the reason; it counts against nobody. Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID.' })
  cancelSignUp(@Ctx() ctx: Context, @Args(() => WhichPart) { id, version }: WhichPart, @Arg('reason', () => String) reason: string) {
    return cancelSignUp(ctx, id, version, reason)
  }

  @Allow('signUp.own')
  @Mutation(() => SignUp, { description: 'Checks in with the leader’s code. Refuses with NOT_FOUND, WRONG_STATE, INELIGIBLE, INVALID, EXPIRED, LOCKED, IDEMPOTENCY_KEY_REUSED.' })
  checkIn(@Ctx() ctx: Context, @Arg('input', () => CheckInput) input: CheckInput) {
    return checkIn(ctx, input)
  }

  @Allow('signUp.own')
  @Mutation(() => SignUp, { description: 'Checks out with the leader’s second code. Refuses with NOT_FOUND, WRONG_STATE, INELIGIBLE, INVALID, EXPIRED, LOCKED, IDEMPOTENCY_KEY_REUSED.' })
  checkOut(@Ctx() ctx: Context, @Arg('input', () => CheckInput) input: CheckInput) {
    return checkOut(ctx, input)
  }

  @Allow('signUp.decide')
  @Mutation(() => SignUp, { description: 'The leader takes somebody, checks them in or out by hand, or notes that they did not come. Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID, INELIGIBLE, OVER_CAPACITY, OVERLAP, FORBIDDEN.' })
  moveSignUp(@Ctx() ctx: Context, @Args(() => WhichPart) { id, version }: WhichPart, @Arg('action', () => SignUpAction) action: SignUpAction, @Arg('note', () => String, { nullable: true }) note: string | null) {
    return moveSignUp(ctx, id, version, action, note?.slice(0, 300) ?? null)
  }

  @Allow('insurance.write')
  @Mutation(() => SignUp, { description: 'Confirms the insurance that an applicant stated, having seen the policy: it goes onto their record, and they have the place if nothing else is in the way. Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID, IDEMPOTENCY_KEY_REUSED.' })
  confirmInsurance(@Ctx() ctx: Context, @Args(() => WhichPart) { id, version }: WhichPart, @Arg('input', () => InsuranceInput) input: InsuranceInput) {
    return confirmInsurance(ctx, id, version, input)
  }

  @Allow('signUp.decide')
  @Mutation(() => SignUp, { description: 'Checks in somebody who had not signed up. Refuses with NOT_FOUND, WRONG_STATE, INVALID, INELIGIBLE, OVER_CAPACITY, OVERLAP, DUPLICATE, IDEMPOTENCY_KEY_REUSED.' })
  addWalkUp(@Ctx() ctx: Context, @Arg('input', () => WalkUpInput) input: WalkUpInput) {
    return addWalkUp(ctx, input)
  }

  @FieldResolver(() => Boolean, { description: 'Whether another activity in which the volunteer has a place is at the same time.' })
  overlaps(@Root() part: SignUp, @Ctx() ctx: Context): Promise<boolean> {
    return ctx.store.batch('SignUp.overlaps', part.id, async ids => {
      const found = await overlapping(ctx, ids)
      return ids.map(id => found.has(id))
    })
  }

  @FieldResolver(() => Boolean, { description: 'Whether an insurance on the volunteer’s record covers the day, where the activity asks for one; true where it does not.' })
  insured(@Root() part: SignUp, @Ctx() ctx: Context): Promise<boolean> {
    return ctx.store.batch('SignUp.insured', part.id, async ids => {
      const found = await insuredOn(ctx, ids)
      return ids.map(id => found.has(id))
    })
  }

  @Follows(() => Activity, 'activityId')
  activity: Activity

  @Follows(() => Volunteer, 'volunteerId')
  volunteer: Volunteer

  @Follows(() => Team, 'teamId', { nullable: true })
  team: Team | null

  @FieldResolver(() => [SignUpAction], { description: 'What is open to you now.' })
  async openActions(@Root() part: SignUp, @Ctx() ctx: Context): Promise<SignUpAction[]> {
    const activity = await ctx.store.follow(Activity, part.activityId)
    if (!activity) return []
    const own = part.volunteerId === ctx.actor.reach.volunteerId
    return signUpWorkflow.open(part, ctx.actor).filter(action => (action === SignUpAction.CANCEL ? own && activity.startsAt > ctx.now : isTheirs(activity, ctx.actor) && mayNow(action, activity, ctx.now)))
  }
}

/** Whether the clock and the activity let the leader's action be. */
function mayNow(action: SignUpAction, activity: Activity, now: Date): boolean {
  if (activity.state !== 'PUBLISHED' && activity.state !== 'ONGOING') return false
  return action === SignUpAction.MISS ? activity.startsAt <= now : true
}

export const SignUpHistory = historyOf(SignUp)
