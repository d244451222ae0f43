import { keepWatch } from '../../../server/bureau/tasks/watches'
import { Setting } from '../../../server/bureau/settings/Setting'
import { forgetSettings } from '../../../server/bureau/settings/defineSetting'
import { ActivityState } from '../../../server/programmes/activities/Activity'
import { closeNotices, reminder } from '../../../server/programmes/activities/watches'
import { SignUpState } from '../../../server/programmes/activities/SignUp'
import { aLedTeam, anActivity, aSignUp } from '../../support/activities'
import { ask, person, type Person, put, setClock, stop, systemCtx } from '../../support/app'
import { asOwner } from '../../support/database'
import { aVolunteer } from '../../support/people'
import { BEFORE, CHECK_IN, MOVE, now, of, PUBLISH, SIGN_UP } from './documents'

const RESCHEDULE = 'mutation($id: ID!, $version: Int!, $input: RescheduleInput!) { it: rescheduleActivity(id: $id, version: $version, input: $input) { id version state needsBureau moveReason movedAt startsAt openActions } }'
const PARTS = 'query($id: ID!) { signUps(filter: { activityId: $id }, sort: { field: STAGE, order: ASC }) { items { id version state overlaps insured reason volunteerId } } }'
const NOTICES = '{ tasks(filter: { state: [OPEN], kind: [ACTIVITY_NOTICE] }) { items { title } } }'
const CONFIRM = 'mutation($id: ID!, $version: Int!, $input: InsuranceInput!) { it: confirmInsurance(id: $id, version: $version, input: $input) { id version state } }'
const APPROVE_ALL = 'mutation($rows: [RowVersion!]!) { it: approveActivities(rows: $rows) { done refused rows { id done code } } }'
const titles = async (who: Person): Promise<string[]> => (await who.get(NOTICES)).tasks.items.map((task: { title: string }) => task.title)

beforeEach(() => setClock(BEFORE))
afterAll(stop)

describe('a published activity that is moved', () => {
  it('keeps its sign-ups, tells everybody, shows who is elsewhere then, and is checked in to at its new time and counted in its new month', async () => {
    const { team, township } = await aLedTeam()
    const other = await aLedTeam()
    const activity = await anActivity({ team, coTeamIds: [other.team.id], needsBureau: true, capacity: 2 })
    const [comes, busy, waits] = [await aVolunteer({ regionCode: team.regionCode, teamId: team.id }), await aVolunteer({ regionCode: team.regionCode }), await aVolunteer({ regionCode: team.regionCode })]
    for (const [volunteer, state] of [[comes, SignUpState.ACCEPTED], [busy, SignUpState.ACCEPTED], [waits, SignUpState.WAITLIST]] as const) await aSignUp(activity, volunteer, { state })
    await aSignUp(await anActivity({ startsAt: new Date('2026-12-05T02:00:00Z'), endsAt: new Date('2026-12-05T04:00:00Z') }), busy, { state: SignUpState.ACCEPTED })
    const [led, station, strange] = [await person('teamLeader', { teamId: team.id }), await person('stationWorker', { regionCode: township }), await person('teamLeader', { teamId: other.team.id })]
    const input = { startsAt: '2026-12-05T01:00:00Z', endsAt: '2026-12-05T03:00:00Z', place: '文化广场', reason: '大风降温' }
    expect((await strange.ask(RESCHEDULE, { id: activity.id, version: 1, input })).code).toBe('NOT_FOUND')
    expect((await led.ask(RESCHEDULE, { id: activity.id, version: 9, input })).code).toBe('STALE')
    for (const wrong of [{ ...input, reason: ' ' }, { ...input, endsAt: '2026-12-05T00:00:00Z' }, { ...input, capacity: 1 }]) expect((await led.ask(RESCHEDULE, { id: activity.id, version: 1, input: wrong })).code).toBe('INVALID')
    expect((await led.ask(RESCHEDULE, { id: activity.id, version: 1, input: { ...input, startsAt: '2026-11-24T01:00:00Z', endsAt: '2026-11-24T03:00:00Z' } })).code).toBe('WRONG_STATE')
    const { it: moved } = await led.get(RESCHEDULE, { id: activity.id, version: 1, input })
    // Over a border it was before, and the bureau has approved that: a new day alone is not asked about again.
    expect(moved).toMatchObject({ state: 'PUBLISHED', needsBureau: true, moveReason: '大风降温', movedAt: new Date(BEFORE).toISOString() })

    const { signUps } = await station.get(PARTS, { id: activity.id })
    expect(signUps.items.map((part: any) => [part.volunteerId, part.state, part.overlaps])).toEqual([[comes.id, 'ACCEPTED', false], [busy.id, 'ACCEPTED', true], [waits.id, 'WAITLIST', false]])
    const told = await titles(await of(comes))
    expect(told).toEqual(['活动变更：清扫村道改为 2026-12-05 09:00–11:00 文化广场（大风降温）'])
    expect(await titles(await of(busy))).toEqual([expect.stringContaining('时间冲突')])
    expect((await titles(await of(waits))).length).toBe(1)
    expect(await titles(strange)).toEqual([expect.stringContaining('共同组织的活动变更')])
    expect((await asOwner('SELECT DISTINCT month FROM activity_teams WHERE activityId = ?', [activity.id])).map(row => row.month)).toEqual(['2026-12'])
    expect(await asOwner("SELECT note FROM audit_entries WHERE entityId = ? AND action = 'RESCHEDULE'", [activity.id])).toEqual([{ note: '大风降温' }])

    // Moved again, there is a second notice; the public page has the new day; the window for checking in follows.
    const { it: again } = await led.get(RESCHEDULE, { id: activity.id, version: moved.version, input: { place: '村小学', reason: '广场有集市' } })
    expect((await titles(await of(comes))).length).toBe(2)
    const { data } = await ask('query($region: RegionCode) { publicActivities(filter: { region: $region }) { items { id startsAt place placesLeft } } }', { region: township })
    expect(data.publicActivities.items).toEqual([{ id: activity.id, startsAt: again.startsAt, place: '村小学', placesLeft: 0 }])
    const enter = async (moment: string) => {
      setClock(moment)
      return (await (await of(comes)).ask(CHECK_IN, { input: { activityId: activity.id, code: now(moment, 'IN', activity.id).token } })).code
    }
    expect([await enter('2026-11-28T00:50:00Z'), await enter('2026-12-05T00:50:00Z')]).toEqual(['WRONG_STATE', undefined])
    const { activity: running } = await led.get('query($id: ID!) { activity(id: $id) { version state openActions } }', { id: activity.id })
    expect([running.state, running.openActions.includes('RESCHEDULE')]).toEqual(['ONGOING', false])
    expect((await led.ask(RESCHEDULE, { id: activity.id, version: running.version, input })).code).toBe('WRONG_STATE')
  })

  it('is approved once more where that makes it large, by the bureau alone, and keeps its people meanwhile', async () => {
    const { team, township } = await aLedTeam()
    const activity = await anActivity({ team })
    const volunteer = await aVolunteer({ regionCode: team.regionCode })
    await aSignUp(activity, volunteer, { state: SignUpState.ACCEPTED })
    const [led, station, officer] = [await person('teamLeader', { teamId: team.id }), await person('stationHead', { regionCode: township }), await person('bureauOfficer')]
    const { it: large } = await led.get(RESCHEDULE, { id: activity.id, version: 1, input: { capacity: 80, reason: '报名踊跃' } })
    expect(large).toMatchObject({ state: 'SUBMITTED', needsBureau: true, openActions: ['CANCEL'] })
    expect(await titles(await of(volunteer))).toEqual([expect.stringContaining('须重新审批')])
    expect((await ask('query($region: RegionCode) { publicActivities(filter: { region: $region }) { total } }', { region: township })).data.publicActivities.total).toBe(0)
    expect((await (await of(await aVolunteer({ regionCode: team.regionCode }))).ask(SIGN_UP, { input: { activityId: activity.id, riskAcknowledged: true } })).code).toBe('NOT_FOUND')
    expect((await led.ask(MOVE, { id: activity.id, version: large.version, action: 'APPROVE' })).code).toBe('FORBIDDEN')
    expect((await station.ask(MOVE, { id: activity.id, version: large.version, action: 'APPROVE' })).code).toBe('FORBIDDEN')
    const { moveActivity: approved } = await officer.get(MOVE, { id: activity.id, version: large.version, action: 'APPROVE' })
    await led.get(PUBLISH, { ...approved, input: { riskNote: '路滑', platformId: 'WM-1' } })
    expect(await titles(await of(volunteer))).toContain('活动已重新批准：清扫村道')
    expect((await asOwner('SELECT state FROM sign_ups WHERE activityId = ?', [activity.id])).map(row => row.state)).toEqual(['ACCEPTED'])
  })

  it('asks everybody anew where it becomes dangerous, and puts those on the waiting list whom the rules keep away on the new day', async () => {
    const { team } = await aLedTeam()
    const [activity, later] = [await anActivity({ team }), await anActivity({ team, maxAge: 60 })]
    const [one, ages] = [await aVolunteer({ regionCode: team.regionCode }), await aVolunteer({ regionCode: team.regionCode, birthDate: '1965-12-04' })]
    await aSignUp(activity, one, { state: SignUpState.ACCEPTED })
    await aSignUp(later, ages, { state: SignUpState.ACCEPTED })
    const led = await person('teamLeader', { teamId: team.id })
    expect((await led.get(RESCHEDULE, { id: activity.id, version: 1, input: { dangerous: true, reason: '改为清冰除雪' } })).it.state).toBe('SUBMITTED')
    expect((await asOwner('SELECT state FROM sign_ups WHERE activityId = ?', [activity.id])).map(row => row.state)).toEqual(['CANCELLED'])
    expect(await titles(await of(one))).toEqual([expect.stringContaining('重新发布后再报名')])
    await led.get(RESCHEDULE, { id: later.id, version: 1, input: { startsAt: '2026-12-05T01:00:00Z', endsAt: '2026-12-05T03:00:00Z', reason: '改期' } })
    expect((await asOwner('SELECT state FROM sign_ups WHERE activityId = ?', [later.id])).map(row => row.state)).toEqual(['WAITLIST'])
    expect(await titles(await of(ages))).toEqual([expect.stringContaining('改为候补：超过年龄上限')])
  })
})

it('approves many in one act, row by row, nobody their own and nothing that is the bureau’s', async () => {
  const { team, township } = await aLedTeam()
  const head = await person('stationHead', { regionCode: township })
  const submitted = { team, state: ActivityState.SUBMITTED }
  const [plain, own, large, draft] = [await anActivity(submitted), await anActivity({ ...submitted, submittedById: head.account.id }), await anActivity({ ...submitted, capacity: 90, needsBureau: true }), await anActivity({ team, state: ActivityState.DRAFT })]
  const rows = [plain, own, large, draft].map(({ id }) => ({ id, version: 1 }))
  const { it: result } = await head.get(APPROVE_ALL, { rows: [...rows, { id: (await anActivity({ state: ActivityState.SUBMITTED })).id, version: 1 }] })
  expect([result.done, result.refused, result.rows.map((row: { code: string | null }) => row.code)]).toEqual([1, 4, [null, 'SELF_APPROVAL', 'FORBIDDEN', 'WRONG_STATE', 'NOT_FOUND']])
  expect((await asOwner('SELECT state FROM activities WHERE id IN (?) ORDER BY id', [rows.map(row => row.id)])).map(row => row.state)).toEqual(['APPROVED', 'SUBMITTED', 'SUBMITTED', 'DRAFT'])
  expect((await (await person('teamLeader', { teamId: team.id })).ask(APPROVE_ALL, { rows })).code).toBe('FORBIDDEN')
})

it('counts an insurance that is only stated once the station has seen it, unless the bureau has set it otherwise', async () => {
  const { team, township } = await aLedTeam()
  const activity = await anActivity({ team, insuranceRequired: true, capacity: 2 })
  const [one, two] = [await aVolunteer({ regionCode: team.regionCode }), await aVolunteer({ regionCode: team.regionCode })]
  const [led, station] = [await person('teamLeader', { teamId: team.id }), await person('stationWorker', { regionCode: township })]
  const stated = { activityId: activity.id, riskAcknowledged: true, policyNo: 'PA-1', insuredTo: '2027-01-31' }
  const { signUp: part } = await (await of(one)).get(SIGN_UP, { input: stated })
  expect(part.state).toBe('APPLIED')
  expect((await led.ask('mutation($id: ID!, $version: Int!) { moveSignUp(id: $id, version: $version, action: ACCEPT) { id } }', part)).error?.extensions.reasons).toEqual(['INSURANCE_UNCONFIRMED'])
  const waiting = async () => (await station.get('{ tasks(filter: { state: [OPEN], kind: [ACTIVITY] }) { items { title } } }')).tasks.items.map((task: { title: string }) => task.title)
  expect(await waiting()).toEqual(['报名人自填的保险待核实：清扫村道'])
  const policy = { company: '示例保险', policyNo: 'PA-1', fromOn: '2026-02-01', toOn: '2027-01-31' }
  expect((await led.ask(CONFIRM, { ...part, input: policy })).code).toBe('FORBIDDEN')
  expect((await (await person('stationWorker', { regionCode: (await aLedTeam()).township })).ask(CONFIRM, { ...part, input: policy })).code).toBe('NOT_FOUND')
  expect((await station.ask(CONFIRM, { ...part, input: { ...policy, toOn: '2026-01-01' } })).code).toBe('INVALID')
  expect((await station.get(CONFIRM, { ...part, input: policy })).it.state).toBe('ACCEPTED')
  expect([await waiting(), await titles(await of(one))]).toEqual([[], ['保险已核实，报名已录取：清扫村道']])
  expect((await asOwner('SELECT policyNo, toOn FROM insurances WHERE volunteerId = ?', [one.id]))).toEqual([{ policyNo: 'PA-1', toOn: '2027-01-31' }])
  // On record it counts for the next activity without being stated.
  const next = await anActivity({ team, insuranceRequired: true, startsAt: new Date('2026-12-12T01:00:00Z'), endsAt: new Date('2026-12-12T02:00:00Z') })
  expect((await (await of(one)).get(SIGN_UP, { input: { activityId: next.id, riskAcknowledged: true } })).signUp.state).toBe('ACCEPTED')
  const row = await put(Setting.of({ key: 'activity.statedInsurance', value: 1 }))
  forgetSettings()
  expect((await (await of(two)).get(SIGN_UP, { input: { ...stated, policyNo: 'PA-2' } })).signUp.state).toBe('ACCEPTED')
  await asOwner('DELETE FROM settings WHERE id = ?', [row.id])
  forgetSettings()
})

it('reminds whoever has a place the day before, and no more once it has begun', async () => {
  const activity = await anActivity()
  const volunteer = await aVolunteer({ regionCode: activity.regionCode })
  await aSignUp(activity, volunteer, { state: SignUpState.ACCEPTED })
  const own = await of(volunteer)
  await keepWatch(await systemCtx(), reminder)
  expect(await titles(own)).toEqual([])
  setClock('2026-11-27T02:00:00Z')
  await keepWatch(await systemCtx(), reminder)
  const { tasks } = await own.get('{ tasks(filter: { state: [OPEN] }) { items { title atEntity atId } } }')
  expect(tasks.items).toEqual([{ title: '请准时参加：清扫村道，2026-11-28 09:00，村部门前', atEntity: 'Activity', atId: activity.id }])
  setClock('2026-11-28T01:01:00Z')
  await closeNotices(await systemCtx())
  expect(await titles(own)).toEqual([])
})
