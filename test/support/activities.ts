import { ProgrammeCode } from '../../server/bureau/programmes/ProgrammeCode'
import { insertAll } from '../../server/kernel/bulk'
import { monthOf } from '../../server/kernel/days'
import { newId, type Values } from '../../server/kernel/entity'
import { Credential, type CredentialKind } from '../../server/people/records/Credential'
import { Team, TeamTier } from '../../server/people/teams/Team'
import { TeamStanding } from '../../server/people/teams/TeamStanding'
import type { Volunteer } from '../../server/people/volunteers/Volunteer'
import { Activity, ActivityPurpose, ActivityState } from '../../server/programmes/activities/Activity'
import { ActivityTeam } from '../../server/programmes/activities/ActivityTeam'
import { SignUp } from '../../server/programmes/activities/SignUp'
import { put, systemCtx } from './app'
import { aPlace, aTeam, aVolunteer } from './people'

type ActivityValues = Partial<Values<Activity>> & { team?: Team }

/** What a team has been since it was founded. */
export async function aStanding({ id: teamId, tier, regionCode, foundedOn, state, memberCount, veteranCount }: Team): Promise<void> {
  const ctx = await systemCtx()
  await ctx.transact('arrange', inner => insertAll(inner, TeamStanding, [TeamStanding.of({ teamId, tier, regionCode, sinceOn: foundedOn!, untilOn: null, state, memberCount, veteranCount, metMinimum: false })]))
}

/** A team of a new village with a leader of its own. */
export async function aLedTeam(regionCode?: string, tier = TeamTier.VILLAGE): Promise<{ team: Team; leader: Volunteer; township: string }> {
  const place = regionCode ?? (await aPlace()).village()
  const team = await aTeam({ regionCode: place, tier })
  const leader = await aVolunteer({ regionCode: place, teamId: team.id })
  await aStanding(team)
  const ctx = await systemCtx()
  await ctx.transact('arrange', async inner => {
    const held = await inner.store.hold(Team, team.id)
    held.leaderId = leader.id
    return inner.store.save(held)
  })
  team.leaderId = leader.id
  return { team, leader, township: `${place.slice(0, 9)}000` }
}

/** An activity of a team, published for 28 November 2026, 9 to 11 in Shanghai, with twenty places, unless told otherwise. */
export async function anActivity({ team: given, ...values }: ActivityValues = {}): Promise<Activity> {
  const team = given ?? (await aLedTeam()).team
  const activity = await put(Activity.of({
    activityNo: `A${newId().slice(-20)}`, title: '清扫村道', programme: ProgrammeCode.RURAL, programmeId: null, purpose: ActivityPurpose.SPECIAL, content: null, teamId: team.id, coTeamIds: [], regionCode: team.regionCode,
    placeRegionCode: team.regionCode, place: '村部门前', startsAt: new Date('2026-11-28T01:00:00Z'), endsAt: new Date('2026-11-28T03:00:00Z'), capacity: 20, leastPeople: null, chosen: false, minAge: null, maxAge: null,
    requiredSkills: [], requiredTrainingId: null, requiredQualificationId: null, dangerous: false, insuranceRequired: false, riskNote: '路面有冰，注意滑倒', leaderId: team.leaderId ?? newId(), platformId: 'WM-1', offPlatformReason: null, isDrill: false, budget: null, state: ActivityState.PUBLISHED,
    stateReason: null, needsBureau: false, servedCount: null, summary: null, noPhotoReason: null, submittedAt: null, submittedById: null, publishedAt: null, closedAt: null, closedById: null, confirmedAt: null, ...values,
  }))
  for (const teamId of activity.teamIds()) {
    const regionCode = teamId === team.id ? team.regionCode : (await (await systemCtx()).store.get(Team, teamId)).regionCode
    await put(ActivityTeam.of({ activityId: activity.id, teamId, regionCode, month: monthOf(activity.startsOn()), organiser: teamId === team.id, takesPart: true, confirmedCount: 0, attendance: activity.state === ActivityState.ARCHIVED ? 1 : 0 }))
  }
  return activity
}

/** Somebody's part in an activity. */
export const aSignUp = (activity: Activity, volunteer: Volunteer, values: Partial<Values<SignUp>> = {}): Promise<SignUp> =>
  put(Object.assign(SignUp.in(activity, volunteer, new Date('2026-11-20T01:00:00Z')), { riskAckAt: new Date('2026-11-20T01:00:00Z') }, values))

/** A course or a certificate of the catalogue. */
export const aCredential = (kind: CredentialKind, name = `证书${newId().slice(-12)}`): Promise<Credential> => put(Credential.of({ kind, name, active: true }))
