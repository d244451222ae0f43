import { person, setClock, stop, type Person, put, aTerritory } from '../../support/app'
import { aLedTeam, anActivity, aSignUp } from '../../support/activities'
import { asOwner } from '../../support/database'
import { aVolunteer } from '../../support/people'
import { ActivityState } from '../../../server/programmes/activities/Activity'
import { SignUpState } from '../../../server/programmes/activities/SignUp'
import { Programme } from '../../../server/bureau/programmes/Programme'
import { ProgrammeCode } from '../../../server/bureau/programmes/ProgrammeCode'
import { ATTEND, BEFORE, CHECK_IN, CHECK_OUT, CLOSE, CODE, CREATE, MOVE, ONE, OPEN, OVER, PUBLISH, SIGN_UP, UPDATE, minutesOf, of, plan } from './documents'

beforeEach(() => setClock(BEFORE))
afterAll(stop)

describe('the life of an activity', () => {
  it('goes from the plan to the booked hours, by the people whose part it is', async () => {
    const { team, leader, township } = await aLedTeam()
    const helper = await aVolunteer({ regionCode: team.regionCode, teamId: team.id })
    const [led, station, own] = [await person('teamLeader', { teamId: team.id }), await person('stationWorker', { regionCode: township }), await of(helper)]
    const { createActivity: draft } = await led.get(CREATE, { input: plan(team.id, { clientKey: 'plan-1' }) })
    expect(draft).toMatchObject({ state: 'DRAFT', openActions: ['SUBMIT', 'CANCEL'], leader: { id: leader.id }, placeRegion: { code: team.regionCode } })
    expect(draft.activityNo).toMatch(/^A\d{12}-\d{4}$/)
    expect((await led.get(CREATE, { input: plan(team.id, { clientKey: 'plan-1' }) })).createActivity.id).toBe(draft.id)

    const { moveActivity: waiting } = await led.get(MOVE, { ...draft, action: 'SUBMIT' })
    expect((await led.ask(MOVE, { ...waiting, action: 'APPROVE' })).code).toBe('FORBIDDEN')
    expect((await station.get(ONE, { id: draft.id })).activity.openActions).toEqual(['APPROVE', 'REJECT', 'CANCEL'])
    expect((await station.ask(MOVE, { ...waiting, action: 'REJECT' })).code).toBe('INVALID')
    const { moveActivity: back } = await station.get(MOVE, { ...waiting, action: 'REJECT', note: '地点写清楚' })
    const { updateActivity: again } = await led.get(UPDATE, { ...back, input: { place: '村部东侧广场' } })
    expect(again.state).toBe('DRAFT')
    const { moveActivity: second } = await led.get(MOVE, { ...again, action: 'SUBMIT' })
    const { moveActivity: approved } = await station.get(MOVE, { ...second, action: 'APPROVE' })
    expect((await led.ask(PUBLISH, { ...approved, input: { riskNote: ' ', platformId: 'WM-77' } })).code).toBe('INVALID')
    expect((await led.ask(PUBLISH, { ...approved, input: { riskNote: '路滑' } })).code).toBe('INVALID')
    await led.get(PUBLISH, { ...approved, input: { riskNote: '路滑，请穿防滑鞋', offPlatformReason: '平台维护' } })

    expect((await own.ask(SIGN_UP, { input: { activityId: draft.id, riskAcknowledged: false } })).code).toBe('INVALID')
    const { signUp: part } = await own.get(SIGN_UP, { input: { activityId: draft.id, riskAcknowledged: true } })
    expect(part).toMatchObject({ state: 'ACCEPTED', riskAckAt: new Date(BEFORE).toISOString() })
    setClock(OPEN)
    const { checkCode } = await led.get(CODE, { id: draft.id, purpose: 'IN' })
    const code = checkCode.path.split('/').at(-1)
    expect((await own.get(CHECK_IN, { input: { activityId: draft.id, code } })).checkIn).toMatchObject({ state: 'CHECKED_IN', inManner: 'QR' })
    setClock(OVER)
    const { checkCode: out } = await led.get(CODE, { id: draft.id, purpose: 'OUT' })
    expect((await own.get(CHECK_OUT, { input: { activityId: draft.id, code: out.digits } })).checkOut).toMatchObject({ state: 'CHECKED_OUT', outManner: 'CODE' })
    const running = (await led.get(ONE, { id: draft.id })).activity
    expect(running).toMatchObject({ state: 'ONGOING', mayRun: true, counts: { present: 1, confirmed: 0 } })
    const sum = { summary: '清扫两公里', servedCount: 60, noPhotoReason: '手机没电' }
    expect((await led.ask(CLOSE, { ...running, input: sum })).code).toBe('INELIGIBLE')
    const { confirmAttendance: attended } = await led.get(ATTEND, { input: { activityId: draft.id, lines: [{ signUpId: part.id }] } })
    // From nine, though one came at ten to, until ten past eleven.
    expect(attended.counts).toEqual({ confirmed: 1, minutes: 130 })
    expect((await led.ask(CLOSE, { ...running, input: { ...sum, noPhotoReason: null } })).code).toBe('INVALID')
    const { closeActivity: closed } = await led.get(CLOSE, { ...running, input: sum })
    expect(closed.state).toBe('FINISHED')
    expect(await minutesOf(helper.id)).toBe(0)
    const { moveActivity: kept } = await station.get(MOVE, { ...closed, action: 'CONFIRM' })
    expect(kept.state).toBe('ARCHIVED')
    expect(await minutesOf(helper.id)).toBe(130)
    expect((await station.ask(MOVE, { ...kept, action: 'CONFIRM' })).code).toBe('WRONG_STATE')
    expect(await asOwner("SELECT sourceType, sourceId, minutes, state, servedOn FROM service_records WHERE volunteerId = ?", [helper.id])).toEqual([{ sourceType: 'SignUp', sourceId: part.id, minutes: 130, state: 'CONFIRMED', servedOn: '2026-11-28' }])

    expect((await station.ask(MOVE, { ...kept, action: 'REOPEN', note: 'x' })).code).toBe('FORBIDDEN')
    const admin = await person('bureauAdministrator')
    expect((await admin.ask(MOVE, { ...kept, action: 'REOPEN' })).code).toBe('INVALID')
    const { moveActivity: open } = await admin.get(MOVE, { ...kept, action: 'REOPEN', note: '时长有误' })
    expect([open.state, await minutesOf(helper.id)]).toEqual(['ONGOING', 0])
    await led.get(ATTEND, { input: { activityId: draft.id, lines: [{ signUpId: part.id, checkedOutAt: '2026-11-28T02:00:00Z', reason: '提前离开' }] } })
    const { closeActivity: anew } = await led.get(CLOSE, { ...open, input: sum })
    await station.get(MOVE, { ...anew, action: 'CONFIRM' })
    expect(await minutesOf(helper.id)).toBe(60)
    const { activity } = await station.get(ONE, { id: draft.id })
    expect(activity.history.map((each: { action: string }) => each.action).filter((each: string) => ['REJECT', 'CONFIRM', 'REOPEN'].includes(each))).toEqual(['CONFIRM', 'REOPEN', 'CONFIRM', 'REJECT'])
  })

  it('is called off with a reason, and whoever signed up is told', async () => {
    const { team } = await aLedTeam()
    const activity = await anActivity({ team })
    const volunteer = await aVolunteer({ regionCode: team.regionCode })
    await aSignUp(activity, volunteer, { state: SignUpState.ACCEPTED })
    const [led, own] = [await person('teamLeader', { teamId: team.id }), await of(volunteer)]
    expect((await led.ask(MOVE, { id: activity.id, version: 1, action: 'CANCEL' })).code).toBe('INVALID')
    await led.get(MOVE, { id: activity.id, version: 1, action: 'CANCEL', note: '大雪封路' })
    const { tasks } = await own.get('{ tasks { items { kind title } } }')
    expect(tasks.items).toEqual([{ kind: 'ACTIVITY_NOTICE', title: '活动取消：清扫村道（大雪封路）' }])
    expect((await own.get(ONE, { id: activity.id })).activity.mySignUp.state).toBe('CANCELLED')
    expect((await own.ask(SIGN_UP, { input: { activityId: activity.id, riskAcknowledged: true } })).code).toBe('WRONG_STATE')
  })

  it('is returned by the station to be corrected, and a drill’s hours are kept apart', async () => {
    const { team, township } = await aLedTeam()
    const activity = await anActivity({ team, state: ActivityState.FINISHED, isDrill: true, summary: '演练', servedCount: 0 })
    const volunteer = await aVolunteer({ regionCode: team.regionCode })
    await aSignUp(activity, volunteer, { state: SignUpState.CONFIRMED, checkedInAt: new Date('2026-11-28T01:00:00Z'), checkedOutAt: new Date('2026-11-28T03:00:00Z'), minutes: 120 })
    const [led, station] = [await person('teamLeader', { teamId: team.id }), await person('stationWorker', { regionCode: township })]
    setClock('2026-11-29T01:00:00Z')
    const { moveActivity: back } = await station.get(MOVE, { id: activity.id, version: 1, action: 'RETURN', note: '人数不对' })
    const { closeActivity: closed } = await led.get(CLOSE, { ...back, input: { summary: '演练一次', servedCount: 0, noPhotoReason: '演练' } })
    await station.get(MOVE, { ...closed, action: 'CONFIRM' })
    expect(await minutesOf(volunteer.id)).toBe(0)
    expect(await asOwner('SELECT minutes, drill FROM service_records WHERE volunteerId = ?', [volunteer.id])).toEqual([{ minutes: 120, drill: 1 }])
  })
})

describe('who may what', () => {
  it('keeps approval from the submitter, and what is dangerous, large or over a border from the station', async () => {
    const { team, township } = await aLedTeam()
    const elsewhere = await aLedTeam(`${team.regionCode.slice(0, 6)}999201`)
    const [station, head, officer] = [await person('stationWorker', { regionCode: township }), await person('stationHead', { regionCode: township }), await person('bureauOfficer')]
    const submitted = async (more: object) => {
      const { createActivity } = await station.get(CREATE, { input: plan(team.id, more) })
      return (await station.get(MOVE, { ...createActivity, action: 'SUBMIT' })).moveActivity
    }
    const plain = await submitted({})
    expect((await station.ask(MOVE, { ...plain, action: 'APPROVE' })).code).toBe('SELF_APPROVAL')
    expect((await station.get(ONE, { id: plain.id })).activity.openActions).not.toContain('APPROVE')
    expect((await head.get(MOVE, { ...plain, action: 'APPROVE' })).moveActivity.state).toBe('APPROVED')
    for (const more of [{ dangerous: true }, { capacity: 51 }, { coTeamIds: [elsewhere.team.id] }]) {
      const large = await submitted(more)
      expect([large.needsBureau, (await head.ask(MOVE, { ...large, action: 'APPROVE' })).code]).toEqual([true, 'FORBIDDEN'])
      expect((await officer.get(MOVE, { ...large, action: 'APPROVE' })).moveActivity.state).toBe('APPROVED')
    }
  })

  it('hides plans from other townships and teams, and shows volunteers what is published', async () => {
    const { team, township } = await aLedTeam()
    const draft = await anActivity({ team, state: ActivityState.DRAFT })
    const published = await anActivity({ team })
    const other = await aLedTeam()
    const seen = async (who: Person, id: string) => (await who.ask(ONE, { id })).code ?? 'SEEN'
    const [station, strange, leader, volunteer, village] = [
      await person('stationWorker', { regionCode: township }), await person('stationWorker', { regionCode: other.township }), await person('teamLeader', { teamId: other.team.id }), await of(other.leader), await person('villageLiaison', { regionCode: team.regionCode }),
    ]
    expect(await Promise.all([station, village, strange, leader, volunteer].map(who => seen(who, draft.id)))).toEqual(['SEEN', 'SEEN', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'])
    expect(await seen(volunteer, published.id)).toBe('SEEN')
    expect((await strange.ask(MOVE, { id: draft.id, version: 1, action: 'SUBMIT' })).code).toBe('NOT_FOUND')
    expect((await leader.ask(CREATE, { input: plan(team.id) })).code).toBe('NOT_FOUND')
    expect((await village.ask(CREATE, { input: plan(team.id) })).code).toBe('FORBIDDEN')
    expect((await volunteer.ask(CODE, { id: published.id, purpose: 'IN' })).code).toBe('FORBIDDEN')
    const { signUps } = await volunteer.get('query($id: ID!) { signUps(filter: { activityId: $id }) { total } }', { id: published.id })
    expect(signUps.total).toBe(0)
  })

  it('lets the station of a co-organiser see a joint activity, and not run it', async () => {
    const { team } = await aLedTeam()
    const other = await aLedTeam()
    const joint = await anActivity({ team, coTeamIds: [other.team.id] })
    for (const who of [await person('stationWorker', { regionCode: other.township }), await person('teamLeader', { teamId: other.team.id })]) {
      const { activity } = await who.get(ONE, { id: joint.id })
      expect([activity.openActions, activity.mayRun]).toEqual([[], false])
      expect((await who.ask(MOVE, { id: joint.id, version: 1, action: 'CANCEL', note: 'x' })).code).toBe('NOT_FOUND')
      expect((await who.ask(CODE, { id: joint.id, purpose: 'IN' })).code).toBe('NOT_FOUND')
    }
  })

  it('refuses a stale version and absurd plans', async () => {
    const { team, township } = await aLedTeam()
    const station = await person('stationWorker', { regionCode: township })
    const code = async (more: object) => (await station.ask(CREATE, { input: plan(team.id, more) })).code
    expect(await code({ endsAt: '2026-11-28T01:00:00Z' })).toBe('INVALID')
    expect(await code({ endsAt: '2026-11-28T14:00:00Z' })).toBe('INVALID')
    expect(await code({ capacity: 0 })).toBe('INVALID')
    expect(await code({ leastPeople: 21 })).toBe('INVALID')
    expect(await code({ minAge: 60, maxAge: 18 })).toBe('INVALID')
    expect(await code({ placeRegionCode: aTerritory().village() })).toBe('INVALID')
    expect(await code({ leaderId: (await aVolunteer()).id })).toBe('INVALID')
    expect(await code({ coTeamIds: [(await aVolunteer()).id] })).toBe('INVALID')
    expect(await code({ programme: 'LOCAL' })).toBe('INVALID')
    const own = await put(Programme.of({ code: ProgrammeCode.LOCAL, nameZh: '一村一品', nameEn: 'Own', content: null, regionCode: township, sort: 100, active: true }))
    expect(await code({ programme: 'LOCAL', programmeId: own.id })).toBeUndefined()
    const past = (await station.get(CREATE, { input: plan(team.id, { startsAt: '2026-11-20T01:00:00Z', endsAt: '2026-11-20T03:00:00Z' }) })).createActivity
    expect((await station.ask(MOVE, { ...past, action: 'SUBMIT' })).code).toBe('WRONG_STATE')
    expect((await station.ask(UPDATE, { ...past, version: 9, input: { title: 'x' } })).code).toBe('STALE')
    expect((await station.ask(MOVE, { ...past, action: 'CLOSE' })).code).toBe('INVALID')
  })
})

it('tells the world what is published, and nothing of anybody', async () => {
  const { ask } = await import('../../support/app')
  const { team, township } = await aLedTeam()
  const shown = await anActivity({ team })
  await anActivity({ team, state: ActivityState.DRAFT })
  await anActivity({ team, startsAt: new Date('2026-11-20T01:00:00Z'), endsAt: new Date('2026-11-20T02:00:00Z') })
  await aSignUp(shown, await aVolunteer(), { state: SignUpState.ACCEPTED })
  const { data } = await ask('query($region: RegionCode) { publicActivities(filter: { region: $region }) { total items { id title teamName place placesLeft riskNote region { name } } } }', { region: township })
  expect(data.publicActivities).toMatchObject({ total: 1, items: [{ id: shown.id, placesLeft: 19, teamName: team.name }] })
  expect((await ask('{ activities { total } }')).code).toBe('UNAUTHENTICATED')
})
