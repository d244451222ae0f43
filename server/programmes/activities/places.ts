import { TaskKind } from '../../bureau/tasks/Task'
import { openTask } from '../../bureau/tasks/openTask'
import type { Context } from '../../kernel/context'
import { Volunteer } from '../../people/volunteers/Volunteer'
import type { Activity } from './Activity'
import { obstaclesFor } from './eligibility'
import { PLACED, SignUp, SignUpState } from './SignUp'
import { SignUpAction, signUpWorkflow } from './signUpWorkflow'

/** How many of the places of a held activity are taken. */
export async function takenPlaces(ctx: Context, activityId: string): Promise<number> {
  return ctx.store.beyondReach.query(SignUp).where('it.activityId = ? AND it.state IN (?)', activityId, [...PLACED]).count()
}

/** Gives free places of a held activity to those who wait, in their order; whoever may not take part any more stays waiting. */
export async function fillPlaces(ctx: Context, activity: Activity): Promise<void> {
  if (activity.startsAt <= ctx.now) return
  let free = activity.capacity - (await takenPlaces(ctx, activity.id))
  if (free <= 0) return
  const store = ctx.store.beyondReach
  const waiting = await store.query(SignUp).where('it.activityId = ? AND it.state = ?', activity.id, SignUpState.WAITLIST).orderBy('it.queuedAt').orderBy('it.id').limit(200).rows()
  for (const { id, volunteerId } of waiting) {
    if (free === 0) return
    const volunteer = await store.hold(Volunteer, volunteerId)
    const signUp = await store.hold(SignUp, id)
    if ((await obstaclesFor(ctx, activity, volunteer, signUp)).length > 0) continue
    signUpWorkflow.move(signUp, SignUpAction.PROMOTE, ctx.actor)
    await store.save(signUp, { action: SignUpAction.PROMOTE })
    await tell(ctx, activity, signUp, 'PROMOTED', { zh: `候补成功，请准时参加：${activity.title}`, en: `You have a place now: ${activity.title}` })
    free -= 1
  }
}

/** The states of whoever still means to come. */
export const HOPING: readonly SignUpState[] = [SignUpState.APPLIED, SignUpState.ACCEPTED, SignUpState.WAITLIST]

/** Tells everybody who still means to come. */
export async function tellAll(ctx: Context, activity: Activity, cause: string, words: { zh: string; en: string }): Promise<void> {
  for (const part of await ctx.store.beyondReach.query(SignUp).where('it.activityId = ? AND it.state IN (?)', activity.id, [...HOPING]).rows()) await tell(ctx, activity, part, cause, words)
}

/** Tells somebody who signed up what has become of it; the notice closes by itself once it is past. */
export async function tell(ctx: Context, activity: Activity, signUp: SignUp, cause: string, { zh, en }: { zh: string; en: string }): Promise<void> {
  await openTask(ctx, {
    kind: TaskKind.ACTIVITY_NOTICE, regionCode: activity.regionCode, entity: 'Activity', entityId: activity.id, cause: `${cause}/${signUp.volunteerId}`, volunteerId: signUp.volunteerId,
    title: zh.slice(0, 200), titleEn: en.slice(0, 200), dueAt: activity.startsAt > ctx.now ? activity.startsAt : new Date(ctx.now.getTime() + 3 * 86_400_000),
  })
}
