import { setting } from '../../bureau/settings/defineSetting'
import type { Context } from '../../kernel/context'
import { dayOf } from '../../kernel/days'
import { Refused } from '../../kernel/errors'
import { hear } from '../../kernel/events'
import { say } from '../../kernel/text'
import { defineTotal } from '../../kernel/totals'
import '../../people/hours/events'
import { Person } from '../../people/persons/Person'
import { recordService } from '../../people/hours/recordService'
import { voidService } from '../../people/hours/voidService'
import { Volunteer } from '../../people/volunteers/Volunteer'
import type { Activity } from './Activity'
import { ActivityTeam } from './ActivityTeam'
import { serviceSpan } from './confirmAttendance'
import { numbers } from './numbers'
import { SignUp, SignUpState } from './SignUp'

/**
 * Books the confirmed minutes of a held activity into the ledger, each part once, in the order of the volunteers; those of a drill apart from
 * real service. The day is that on which somebody came, which by night may be the one after the activity's start.
 */
export async function bookHours(ctx: Context, activity: Activity): Promise<void> {
  const parts = await ctx.store.beyondReach.query(SignUp).where('it.activityId = ? AND it.state = ?', activity.id, SignUpState.CONFIRMED).orderBy('it.volunteerId').rows()
  const tolerance = await setting(ctx, numbers.tolerance)
  for (const part of parts) {
    const span = serviceSpan(activity, part.checkedInAt!, part.checkedOutAt!, tolerance)
    if (!span) continue
    try {
      await recordService(ctx, {
        volunteerId: part.volunteerId, programmeCode: activity.programme, servedOn: dayOf(span.from), startAt: span.from, endAt: span.to, minutes: part.minutes!, sourceType: 'SignUp', sourceId: part.id, regionCode: activity.placeRegionCode,
        content: activity.title, drill: activity.isDrill, note: activity.title, teamIds: activity.teamIds(),
      })
    } catch (error) {
      throw error instanceof Refused && error.code === 'OVERLAP' ? await overlapOf(ctx, part, error) : error
    }
  }
  recountLater(ctx, activity.id)
}

/** Takes back what an activity had booked; its attendance can then be corrected and booked anew. */
export async function unbookHours(ctx: Context, activity: Activity, reason: string): Promise<void> {
  const ids = await ctx.store.beyondReach.query(SignUp).where('it.activityId = ? AND it.state = ?', activity.id, SignUpState.CONFIRMED).orderBy('it.volunteerId').ids()
  for (const id of ids) await voidService(ctx, 'SignUp', id, reason)
}

// A line that is taken out or corrected, by whomever, changes what the activity counts for.
hear('service.takenOut', async (ctx, { sourceType, sourceId }) => {
  const part = sourceType === 'SignUp' ? await ctx.store.beyondReach.query(SignUp).where('it.id = ?', sourceId).first() : null
  if (part) recountLater(ctx, part.activityId)
})

/** Once, when the act ends, has the ledger say who served in an activity, and for which of its teams: what the duty depends on. */
function recountLater(ctx: Context, activityId: string): void {
  ctx.lastly(`attendance/${activityId}`, async () => {
    const store = ctx.store.beyondReach
    const served = await store.sql("SELECT r.teamId, COUNT(*) AS n FROM sign_ups s JOIN service_records r ON r.sourceType = 'SignUp' AND r.sourceId = s.id AND r.state = 'CONFIRMED' WHERE s.activityId = ? GROUP BY r.teamId", [activityId])
    for (const row of await store.holdAll(ActivityTeam, 'it.activityId = ?', activityId)) {
      row.confirmedCount = Number(served.find(({ teamId }) => teamId === row.teamId)?.n ?? 0)
      row.attendance = served.reduce((sum, { n }) => sum + Number(n), 0)
      await store.save(row)
    }
  })
}

const SERVED = "FROM sign_ups s JOIN service_records r ON r.sourceType = 'SignUp' AND r.sourceId = s.id AND r.state = 'CONFIRMED' WHERE s.activityId = it.activityId"
defineTotal('activity_teams.attendance', `SELECT it.id, it.attendance AS kept, (SELECT COUNT(*) ${SERVED}) AS counted FROM activity_teams it`)
defineTotal('activity_teams.confirmedCount', `SELECT it.id, it.confirmedCount AS kept, (SELECT COUNT(*) ${SERVED} AND r.teamId = it.teamId) AS counted FROM activity_teams it`)

async function overlapOf(ctx: Context, part: SignUp, error: Refused): Promise<Refused> {
  const volunteer = await ctx.store.follow(Volunteer, part.volunteerId)
  const name = (await ctx.store.follow(Person, volunteer?.personId ?? null))?.name ?? ''
  return new Refused('OVERLAP', say(`${name}：${error.text.zh}请退回队长更正。`, `${name}: ${error.text.en} Return it to the leader.`), { ...error.details, signUpId: part.id })
}
