import { ProgrammeCode } from '../../../server/bureau/programmes/ProgrammeCode'
import { ActivityState } from '../../../server/programmes/activities/Activity'
import { SignUpState } from '../../../server/programmes/activities/SignUp'
import { aLedTeam, anActivity, aSignUp } from '../../support/activities'
import { person, setClock, stop } from '../../support/app'
import { asOwner } from '../../support/database'
import { aVolunteer } from '../../support/people'

afterAll(stop)

const FIGURES = 'query($region: RegionCode, $monthFrom: String, $monthTo: String) { activityFigures(region: $region, monthFrom: $monthFrom, monthTo: $monthTo) { monthFrom monthTo activities drills people personTimes served programmes { programme activities drills people personTimes served } tiers { tier done due missing } } }'

it('counts what was confirmed by programme, people once however often they came, drills apart, joint activities for their organiser, and the duty by tier', async () => {
  setClock('2026-11-20T04:00:00Z')
  const [{ team, township }, other] = [await aLedTeam(), await aLedTeam()]
  const held = async (day: string, programme: ProgrammeCode, more: object = {}) => anActivity({ team, state: ActivityState.ARCHIVED, programme, servedCount: 10, startsAt: new Date(`${day}T01:00:00Z`), endsAt: new Date(`${day}T03:00:00Z`), ...more })
  const [one, two, three, drill] = [await held('2026-11-03', ProgrammeCode.RURAL), await held('2026-11-10', ProgrammeCode.RURAL), await held('2026-10-10', ProgrammeCode.SUNSET, { coTeamIds: [other.team.id] }), await held('2026-11-12', ProgrammeCode.FRONTLINE, { isDrill: true })]
  await held('2026-11-15', ProgrammeCode.RURAL, { state: ActivityState.FINISHED })
  await held('2026-09-15', ProgrammeCode.RURAL)
  const [a, b] = [await aVolunteer({ regionCode: team.regionCode, teamId: team.id }), await aVolunteer({ regionCode: team.regionCode })]
  for (const [activity, volunteer, state] of [[one, a, SignUpState.CONFIRMED], [two, a, SignUpState.CONFIRMED], [two, b, SignUpState.CONFIRMED], [one, b, SignUpState.NO_SHOW], [three, b, SignUpState.CONFIRMED], [drill, a, SignUpState.CONFIRMED]] as const) await aSignUp(activity, volunteer, { state, minutes: state === SignUpState.CONFIRMED ? 120 : null })
  await asOwner('UPDATE activity_teams SET attendance = 1, confirmedCount = 1 WHERE activityId IN (?) AND organiser = 1', [[one.id, two.id, three.id]])
  const station = await person('stationWorker', { regionCode: township })
  const { activityFigures } = await station.get(FIGURES, { monthFrom: '2026-10', monthTo: '2026-11' })
  expect(activityFigures).toMatchObject({ activities: 3, drills: 1, people: 2, personTimes: 4, served: 30 })
  expect(activityFigures.programmes.sort((x: { programme: string }, y: { programme: string }) => (x.programme < y.programme ? -1 : 1))).toEqual([
    { programme: 'FRONTLINE', activities: 0, drills: 1, people: 0, personTimes: 0, served: 0 },
    { programme: 'RURAL', activities: 2, drills: 0, people: 2, personTimes: 3, served: 20 },
    { programme: 'SUNSET', activities: 1, drills: 0, people: 1, personTimes: 1, served: 10 },
  ])
  expect(activityFigures.tiers.find((each: { tier: string }) => each.tier === 'VILLAGE')).toEqual({ tier: 'VILLAGE', done: 1, due: 0, missing: 0 })
  // The station of a co-organiser sees the joint activity, and does not count it as its own.
  expect((await (await person('stationWorker', { regionCode: other.township })).get(FIGURES, { monthFrom: '2026-10', monthTo: '2026-11' })).activityFigures).toMatchObject({ activities: 0, personTimes: 0 })
  expect((await station.ask(FIGURES, { monthFrom: '2026-11', monthTo: '2026-10' })).code).toBe('INVALID')
  expect((await station.get(FIGURES)).activityFigures).toMatchObject({ monthFrom: '2026-01', monthTo: '2026-11', activities: 4 })
})
