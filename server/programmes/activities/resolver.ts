import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Query, registerEnumType, Resolver, Root } from 'type-graphql'
import { Programme } from '../../bureau/programmes/Programme'
import { Region } from '../../bureau/regions/Region'
import { setting } from '../../bureau/settings/defineSetting'
import { Allow } from '../../kernel/access'
import { BulkResult, eachOf, RowVersion } from '../../kernel/bulkAct'
import { Context } from '../../kernel/context'
import { NotFound } from '../../kernel/errors'
import { picturesOf } from '../../kernel/files'
import { Follows } from '../../kernel/follows'
import { historyOf } from '../../kernel/history'
import { MaxLength } from '../../kernel/inputRules'
import { listOf, Page } from '../../kernel/lists'
import { DateTime } from '../../kernel/scalars'
import { Credential } from '../../people/records/Credential'
import { Team } from '../../people/teams/Team'
import { Volunteer } from '../../people/volunteers/Volunteer'
import { Activity } from './Activity'
import { ActivityAction, isTheirs, openOn } from './activityWorkflow'
import { codeOf, stepAt } from './checkCode'
import { checkInWindow } from './checkIn'
import { closeActivity } from './closeActivity'
import { confirmAttendance } from './confirmAttendance'
import { type Counts, countsOf } from './counts'
import { ActivityChange, ActivityFilter, ActivityInput, ActivitySort, AttendanceInput, CloseActivityInput, PublishActivityInput, RescheduleInput } from './inputs'
import { moveActivity, publishActivity } from './moveActivity'
import { numbers } from './numbers'
import { createActivity, updateActivity } from './planActivity'
import { rescheduleActivity } from './rescheduleActivity'
import { searchActivities } from './searchActivities'
import { SignUp } from './SignUp'

export const ActivityList = listOf(Activity)

/** What a check-in code is for. */
export enum CheckPurpose {
  IN = 'IN',
  OUT = 'OUT',
}
registerEnumType(CheckPurpose, { name: 'CheckPurpose', description: '签到、签退' })

@ArgsType()
class Which {
  @Field(() => ID) id: string
  @Field(() => Int) version: number
}

@ArgsType()
class WhichMove extends Which {
  @Field(() => ActivityAction) action: ActivityAction
  @Field(() => String, { nullable: true }) @MaxLength(500) note?: string | null
}

/** The code that the leader shows now. */
@ObjectType()
class CheckCode {
  @Field({ description: 'The console’s address that the QR code carries, after the host.' }) path: string
  @Field({ description: 'Six digits, for whoever cannot scan.' }) digits: string
  @Field(() => DateTime, { description: 'When the next one replaces it.' }) nextAt: Date
  @Field(() => DateTime) opensAt: Date
  @Field(() => DateTime) closesAt: Date
}

/** How an activity stands, in numbers of people. */
@ObjectType()
class ActivityCounts implements Counts {
  @Field(() => Int, { description: 'Those who wait for the leader’s decision.' }) applied: number
  @Field(() => Int, { description: 'Places taken.' }) placed: number
  @Field(() => Int) waiting: number
  @Field(() => Int, { description: 'Those who have come.' }) present: number
  @Field(() => Int) confirmed: number
  @Field(() => Int, { description: 'Confirmed minutes of all together.' }) minutes: number
}

/** Activities, as the schema names them. */
@Resolver(() => Activity)
export class ActivityResolver {
  @Allow('activity.read')
  @Query(() => ActivityList, { description: 'The activities within reach.' })
  activities(@Ctx() ctx: Context, @Arg('filter', () => ActivityFilter, { defaultValue: {} }) filter: ActivityFilter, @Arg('sort', () => ActivitySort, { nullable: true }) sort: ActivitySort | null, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new ActivityList(searchActivities(ctx, filter, sort), page)
  }

  @Allow('activity.read')
  @Query(() => Activity, { nullable: true, description: 'Refuses with NOT_FOUND.' })
  activity(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return ctx.store.get(Activity, id)
  }

  @Allow('signUp.decide')
  @Query(() => CheckCode, { description: 'The code to be shown on the leader’s phone now; it changes by itself. Refuses with NOT_FOUND.' })
  async checkCode(@Ctx() ctx: Context, @Arg('activityId', () => ID) activityId: string, @Arg('purpose', () => CheckPurpose, { defaultValue: CheckPurpose.IN }) purpose: CheckPurpose): Promise<CheckCode> {
    const activity = await ctx.store.get(Activity, activityId)
    if (!isTheirs(activity, ctx.actor)) throw new NotFound()
    const seconds = await setting(ctx, numbers.codeSeconds)
    const step = stepAt(ctx.now, seconds)
    const { token, digits } = codeOf(activityId, purpose, step)
    const window = await checkInWindow(ctx, activity)
    const closesAt = purpose === CheckPurpose.IN ? window.to : new Date(activity.endsAt.getTime() + (await setting(ctx, numbers.outHours)) * 3_600_000)
    return { path: `/#/checkin/${activityId}/${purpose.toLowerCase()}/${token}`, digits, nextAt: new Date((step + 1) * seconds * 1000), opensAt: purpose === CheckPurpose.IN ? window.from : activity.startsAt, closesAt }
  }

  @Allow('activity.write')
  @Mutation(() => Activity, { description: 'Plans an activity of a team. Refuses with INVALID, NOT_FOUND, WRONG_STATE, IDEMPOTENCY_KEY_REUSED.' })
  createActivity(@Ctx() ctx: Context, @Arg('input', () => ActivityInput) input: ActivityInput) {
    return createActivity(ctx, input)
  }

  @Allow('activity.write')
  @Mutation(() => Activity, { description: 'Changes a draft, or what was sent back. Refuses with INVALID, NOT_FOUND, STALE, WRONG_STATE.' })
  updateActivity(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => ActivityChange) input: ActivityChange) {
    return updateActivity(ctx, id, version, input)
  }

  @Allow('activity.read')
  @Mutation(() => Activity, { description: 'Submits, approves, sends back, confirms, calls off or opens again. Refuses with NOT_FOUND, STALE, WRONG_STATE, FORBIDDEN, INVALID, SELF_APPROVAL, OVERLAP.' })
  moveActivity(@Ctx() ctx: Context, @Args(() => WhichMove) { id, version, action, note }: WhichMove) {
    return moveActivity(ctx, id, version, action, note ?? null)
  }

  @Allow('activity.approve')
  @Mutation(() => BulkResult, { description: 'Approves many activities, row by row. Refuses with INVALID; each row with NOT_FOUND, STALE, WRONG_STATE, FORBIDDEN, SELF_APPROVAL.' })
  approveActivities(@Ctx() ctx: Context, @Arg('rows', () => [RowVersion]) rows: RowVersion[]): Promise<BulkResult> {
    return eachOf(ctx, 'Activity', rows, ({ id, version }) => moveActivity(ctx, id, version, ActivityAction.APPROVE, null))
  }

  @Allow('activity.write')
  @Mutation(() => Activity, { description: 'Moves a published activity to another time or place, with the reason; whoever means to come is told, and what has become dangerous, large or gone over a border is approved anew. Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID, IDEMPOTENCY_KEY_REUSED.' })
  rescheduleActivity(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => RescheduleInput) input: RescheduleInput) {
    return rescheduleActivity(ctx, id, version, input)
  }

  @Allow('activity.write')
  @Mutation(() => Activity, { description: 'Publishes what was approved, with its risks. Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID.' })
  publishActivity(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => PublishActivityInput) input: PublishActivityInput) {
    return publishActivity(ctx, id, version, input)
  }

  @Allow('signUp.decide')
  @Mutation(() => Activity, { description: 'Confirms who came and for how long; the minutes are computed. Refuses with NOT_FOUND, WRONG_STATE, INVALID, IDEMPOTENCY_KEY_REUSED.' })
  confirmAttendance(@Ctx() ctx: Context, @Arg('input', () => AttendanceInput) input: AttendanceInput) {
    return confirmAttendance(ctx, input)
  }

  @Allow('activity.write')
  @Mutation(() => Activity, { description: 'Sums an activity up. Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID, INELIGIBLE.' })
  closeActivity(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => CloseActivityInput) input: CloseActivityInput) {
    return closeActivity(ctx, id, version, input)
  }

  @Follows(() => Region, 'regionCode', { description: 'The organising team’s division.' })
  region: Region

  @Follows(() => Region, 'placeRegionCode', { description: 'Where it takes place.' })
  placeRegion: Region

  @Follows(() => Programme, 'programmeId', { nullable: true, description: 'The township’s own programme, where it is one.' })
  ownProgramme: Programme | null

  @FieldResolver(() => String, { nullable: true, description: 'The course that whoever takes part must have taken, by its name in the catalogue.' })
  async requiredTraining(@Root() activity: Activity, @Ctx() ctx: Context): Promise<string | null> {
    return (await ctx.store.follow(Credential, activity.requiredTrainingId))?.name ?? null
  }

  @FieldResolver(() => String, { nullable: true, description: 'The licence or certificate that whoever takes part must hold, by its name in the catalogue.' })
  async requiredQualification(@Root() activity: Activity, @Ctx() ctx: Context): Promise<string | null> {
    return (await ctx.store.follow(Credential, activity.requiredQualificationId))?.name ?? null
  }

  @Follows(() => Team, 'teamId')
  team: Team

  @FieldResolver(() => [Team])
  async coTeams(@Root() activity: Activity, @Ctx() ctx: Context): Promise<Team[]> {
    const found = await Promise.all(activity.coTeamIds.map(id => ctx.store.follow(Team, id)))
    return found.filter(each => each !== null)
  }

  @Follows(() => Volunteer, 'leaderId', { nullable: true })
  leader: Volunteer | null

  @FieldResolver(() => ActivityCounts)
  counts(@Root() activity: Activity, @Ctx() ctx: Context): Promise<Counts> {
    return countsOf(ctx, activity.id)
  }

  @FieldResolver(() => SignUp, { nullable: true, description: 'What whoever asks has signed up with.' })
  mySignUp(@Root() activity: Activity, @Ctx() ctx: Context): Promise<SignUp | null> {
    const own = ctx.actor.reach.volunteerId
    if (!own) return Promise.resolve(null)
    return ctx.store.batch('Activity.mySignUp', activity.id, async ids => {
      const rows = await ctx.store.beyondReach.query(SignUp).where('it.volunteerId = ? AND it.activityId IN (?)', own, ids).rows()
      return ids.map(id => rows.find(row => row.activityId === id) ?? null)
    })
  }

  @FieldResolver(() => [ID], { description: 'Pictures, to be read at /files/:id.' })
  photoIds(@Root() activity: Activity, @Ctx() ctx: Context) {
    return picturesOf(ctx, activity)
  }

  @FieldResolver(() => [ActivityAction], { description: 'What is open to you now.' })
  openActions(@Root() activity: Activity, @Ctx() ctx: Context): ActivityAction[] {
    return openOn(activity, ctx.actor)
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is yours to run: its sign-ups, codes and attendance.' })
  mayRun(@Root() activity: Activity, @Ctx() { actor }: Context): boolean {
    return actor.may('signUp.decide') && isTheirs(activity, actor)
  }
}

export const ActivityHistory = historyOf(Activity)
