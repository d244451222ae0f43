import type { Context } from '../../kernel/context'
import { Refused } from '../../kernel/errors'
import { hear } from '../../kernel/events'
import { say } from '../../kernel/text'
import '../../people/teams/events'
import '../../people/volunteers/events'
import { Activity, ActivityState } from './Activity'
import { fillPlaces } from './places'
import { SignUp, SignUpState } from './SignUp'
import { SignUpAction, signUpWorkflow } from './signUpWorkflow'

/** What is not over: planned, on its way or under way. */
const UNFINISHED: readonly ActivityState[] = [ActivityState.SUBMITTED, ActivityState.APPROVED, ActivityState.PUBLISHED, ActivityState.ONGOING, ActivityState.FINISHED]

/** Gives back the places of those who serve no more, so that those who wait have them. */
async function giveBack(ctx: Context, volunteerIds: readonly string[], reason: string | null): Promise<void> {
  const store = ctx.store.beyondReach
  const parts = await store
    .query(SignUp)
    .where('it.volunteerId IN (?) AND it.state IN (?)', volunteerIds, [SignUpState.APPLIED, SignUpState.ACCEPTED, SignUpState.WAITLIST])
    .where('it.activityId IN (SELECT a.id FROM activities a WHERE a.startsAt > ?)', ctx.now)
    .orderBy('it.activityId, it.id')
    .rows()
  for (const { id, activityId } of parts) {
    const activity = await store.hold(Activity, activityId)
    const part = await store.hold(SignUp, id)
    signUpWorkflow.move(part, SignUpAction.CALL_OFF, ctx.actor)
    part.reason = reason
    await store.save(part, { action: SignUpAction.CALL_OFF, note: reason })
    await fillPlaces(ctx, activity)
  }
}

// A volunteer who pauses, leaves, is blocked or has died takes nobody's place.
hear('volunteers.ended', (ctx, { volunteerIds, reason }) => giveBack(ctx, volunteerIds, reason))

// A team with activities on its hands is not disbanded.
hear('team.disbanding', async (ctx, { teamId }) => {
  const open = await ctx.store.beyondReach.query(Activity).where('it.teamId = ? AND it.state IN (?)', teamId, UNFINISHED).count()
  if (open > 0) throw new Refused('INELIGIBLE', say(`该队还有 ${open} 个活动没有结束，不能撤销。`, `The team has ${open} activities that are not over.`), { rule: 'ACTIVITIES', open })
})
