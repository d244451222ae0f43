import { confirmMember, transferMember } from '../../../server/people/volunteers/memberships'
import { Volunteer } from '../../../server/people/volunteers/Volunteer'
import { FillAttendance1795681000001 } from '../../../server/migrations/FillAttendance1795681000001'
import { type Activity, ActivityState } from '../../../server/programmes/activities/Activity'
import { SignUpState } from '../../../server/programmes/activities/SignUp'
import { aLedTeam, anActivity, aSignUp } from '../../support/activities'
import { asOwner, person, type Person, setClock, stop, systemCtx } from '../../support/app'
import { aTeam, aVolunteer } from '../../support/people'
import { MOVE } from './documents'

afterAll(stop)

const LINES = 'SELECT r.id, r.version, r.teamId, r.servedOn, r.minutes FROM service_records r JOIN sign_ups s ON s.id = r.sourceId WHERE s.activityId = ? AND r.state = ? ORDER BY r.id'
const linesOf = (activity: Activity) => asOwner<{ id: string; version: number; teamId: string; servedOn: string }[]>(LINES, [activity.id, 'CONFIRMED'])

/** An activity that its leader has summed up, in which some volunteers came from one time to another. */
async function held(values: Parameters<typeof anActivity>[0], came: readonly Volunteer[], from: Date, to: Date): Promise<Activity> {
  const activity = await anActivity({ ...values, state: ActivityState.FINISHED, summary: '完成', servedCount: 3, closedAt: to })
  for (const volunteer of came) await aSignUp(activity, volunteer, { state: SignUpState.CONFIRMED, checkedInAt: from, checkedOutAt: to, minutes: (to.getTime() - from.getTime()) / 60_000 })
  return activity
}
const confirm = async (station: Person, activity: Activity) => (await station.get(MOVE, { id: activity.id, version: activity.version, action: 'CONFIRM' })).moveActivity

it('books the hours of the day of a transfer for the team whose activity it was, and a correction leaves them there', async () => {
  setClock('2026-11-24T08:00:00+08:00')
  const { team: old, leader: _, township } = await aLedTeam()
  const [fresh, third] = [await aTeam({ regionCode: township }), await aTeam({ regionCode: township })]
  const mover = await aVolunteer({ regionCode: old.regionCode, teamId: old.id })
  const ctx = await systemCtx()
  for (const may of ['member.request', 'member.confirm', 'team.write']) (ctx.actor.permissions as Set<string>).add(may)
  await ctx.transact('test', async inner => {
    const { id, version } = await inner.store.get(Volunteer, mover.id)
    const asked = await transferMember(inner, id, version, fresh.id, '搬家')
    await confirmMember(inner, asked.id, asked.version)
  })
  const station = await person('stationWorker', { regionCode: township })
  const span = (hour: number): [Date, Date] => [new Date(`2026-11-24T${String(hour).padStart(2, '0')}:00:00+08:00`), new Date(`2026-11-24T${String(hour + 1).padStart(2, '0')}:00:00+08:00`)]
  const at = (hour: number, team: typeof old) => held({ team, startsAt: span(hour)[0], endsAt: span(hour)[1] }, [mover], ...span(hour))
  const [ofOld, ofFresh, ofThird] = [await at(9, old), await at(11, fresh), await at(13, third)]
  for (const clock of ['2026-11-24T18:00:00+08:00', '2026-11-26T09:00:00+08:00']) {
    setClock(clock)
    const activity = clock < '2026-11-25' ? ofOld : ofFresh
    await confirm(station, activity)
  }
  await confirm(station, ofThird)
  expect((await Promise.all([ofOld, ofFresh, ofThird].map(linesOf))).map(([line]) => line!.teamId)).toEqual([old.id, fresh.id, fresh.id])
  const [line] = await linesOf(ofOld)
  await station.get('mutation ($id: ID!, $version: Int!) { correctServiceRecord(id: $id, version: $version, input: { breakMinutes: 10, reason: "中途休息" }) { id } }', { id: line!.id, version: line!.version })
  expect((await linesOf(ofOld)).map(({ teamId }) => teamId)).toEqual([old.id])
})

it('has service over midnight belong as a whole to the day and the month of its start', async () => {
  setClock('2026-11-02T09:00:00+08:00')
  const { team, township } = await aLedTeam()
  const volunteer = await aVolunteer({ regionCode: team.regionCode, teamId: team.id })
  const [from, to] = [new Date('2026-10-31T23:00:00+08:00'), new Date('2026-11-01T01:30:00+08:00')]
  const activity = await held({ team, startsAt: from, endsAt: to }, [volunteer], from, to)
  await confirm(await person('stationWorker', { regionCode: township }), activity)
  expect(await linesOf(activity)).toEqual([expect.objectContaining({ servedOn: '2026-10-31', minutes: 150 })])
  expect(await asOwner("SELECT month, amount FROM kept_totals WHERE total = 'hours' AND team = ?", [team.id])).toEqual([{ month: '2026-10', amount: 150 }])
  expect(await asOwner('SELECT month FROM activity_teams WHERE activityId = ?', [activity.id])).toEqual([{ month: '2026-10' }])
})

it('lets the duty follow the ledger: an activity whose last line is taken back satisfies none, and one that is corrected still does', async () => {
  setClock('2026-10-20T18:00:00+08:00')
  const { team: one, township } = await aLedTeam()
  const { team: other } = await aLedTeam(`${township.slice(0, 9)}299`)
  const [first, second] = [await aVolunteer({ regionCode: one.regionCode, teamId: one.id }), await aVolunteer({ regionCode: other.regionCode, teamId: other.id })]
  const [from, to] = [new Date('2026-10-20T09:00:00+08:00'), new Date('2026-10-20T11:00:00+08:00')]
  const activity = await held({ team: one, coTeamIds: [other.id], startsAt: from, endsAt: to }, [first, second], from, to)
  const station = await person('stationWorker', { regionCode: township })
  const duty = async (): Promise<unknown[]> => {
    const { teamCompliance } = await station.get('query ($region: RegionCode!) { teamCompliance(month: "2026-10", region: $region, page: { size: 10 }) { items { team { id } cells { duty } } } }', { region: township })
    return [one, other].map(({ id }) => teamCompliance.items.find((item: any) => item.team.id === id).cells[0].duty)
  }
  const lineOf = async ({ id }: Volunteer) => (await asOwner<{ id: string; version: number }[]>("SELECT id, version FROM service_records WHERE volunteerId = ? AND state = 'CONFIRMED'", [id]))[0]!
  const takeBack = async (volunteer: Volunteer) => station.get('mutation ($id: ID!, $version: Int!) { voidServiceRecord(id: $id, version: $version, reason: "未到场") { id } }', { ...(await lineOf(volunteer)) })
  expect(await duty()).toEqual(['DUE', 'DUE'])
  const { version } = await confirm(station, activity)
  expect(await duty()).toEqual(['DONE', 'DONE'])
  await station.get('mutation ($id: ID!, $version: Int!) { correctServiceRecord(id: $id, version: $version, input: { breakMinutes: 10, reason: "中途休息" }) { id } }', { ...(await lineOf(second)) })
  expect(await duty()).toEqual(['DONE', 'DONE'])
  await takeBack(second)
  expect(await duty()).toEqual(['DONE', 'DUE'])
  const counted = () => asOwner('SELECT organiser, confirmedCount, attendance FROM activity_teams WHERE activityId = ? ORDER BY organiser', [activity.id])
  expect(await counted()).toEqual([{ organiser: 0, confirmedCount: 0, attendance: 1 }, { organiser: 1, confirmedCount: 1, attendance: 1 }])
  await asOwner('UPDATE activity_teams SET attendance = 0 WHERE activityId = ?', [activity.id])
  await new FillAttendance1795681000001().up({ query: (sql: string) => asOwner(sql) as Promise<never> })
  expect((await counted()).map(row => row.attendance)).toEqual([1, 1])
  await takeBack(first)
  expect(await duty()).toEqual(['DUE', 'DUE'])
  setClock('2026-11-02T09:00:00+08:00')
  expect(await duty()).toEqual(['MISSING', 'MISSING'])
  // What the screen holds of the activity is still in its version: the ledger is counted beside it.
  const admin = await person('bureauAdministrator')
  expect((await admin.ask(MOVE, { id: activity.id, version, action: 'REOPEN', note: '补录' })).code).toBeUndefined()
})
