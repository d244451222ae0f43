import { person, setClock, stop, type Person, put, aTerritory } from '../../support/app'
import { aLedTeam, anActivity, aSignUp } from '../../support/activities'
import { asOwner } from '../../support/database'
import { aVolunteer } from '../../support/people'
import { codeOf, stepAt } from '../../../server/programmes/activities/checkCode'
import { ActivityState } from '../../../server/programmes/activities/Activity'
import { SignUpState } from '../../../server/programmes/activities/SignUp'
import { Skill } from '../../../server/people/persons/Skill'
import { Insurance, Qualification, Training } from '../../../server/people/records/records'
import type { VolunteerRecord } from '../../../server/people/records/VolunteerRecord'
import { Programme } from '../../../server/bureau/programmes/Programme'
import { ProgrammeCode } from '../../../server/bureau/programmes/ProgrammeCode'

/** The activity of these tests: 28 November 2026, 9 to 11 o'clock in Shanghai. */
const [BEFORE, OPEN, DURING, OVER] = ['2026-11-25T04:00:00Z', '2026-11-28T00:50:00Z', '2026-11-28T02:00:00Z', '2026-11-28T03:10:00Z']

const FIELDS = 'id version state openActions needsBureau stateReason'
const CREATE = `mutation($input: ActivityInput!) { createActivity(input: $input) { ${FIELDS} activityNo placeRegion { code } leader { id } } }`
const UPDATE = `mutation($id: ID!, $version: Int!, $input: ActivityChange!) { updateActivity(id: $id, version: $version, input: $input) { ${FIELDS} title } }`
const MOVE = `mutation($id: ID!, $version: Int!, $action: ActivityAction!, $note: String) { moveActivity(id: $id, version: $version, action: $action, note: $note) { ${FIELDS} } }`
const PUBLISH = `mutation($id: ID!, $version: Int!, $input: PublishActivityInput!) { publishActivity(id: $id, version: $version, input: $input) { ${FIELDS} riskNote } }`
const ONE = `query($id: ID!) { activity(id: $id) { ${FIELDS} mayRun counts { applied placed waiting present confirmed minutes } mySignUp { id version state } history { action note } } }`
const SIGN_UP = 'mutation($input: SignUpInput!) { signUp(input: $input) { id version state riskAckAt } }'
const CANCEL = 'mutation($id: ID!, $version: Int!) { cancelSignUp(id: $id, version: $version, reason: "家里有事") { id state } }'
const MOVE_PART = 'mutation($id: ID!, $version: Int!, $action: SignUpAction!) { moveSignUp(id: $id, version: $version, action: $action) { id version state } }'
const CHECK_IN = 'mutation($input: CheckInput!) { checkIn(input: $input) { id state checkedInAt inManner } }'
const CHECK_OUT = 'mutation($input: CheckInput!) { checkOut(input: $input) { id state checkedOutAt outManner } }'
const WALK_UP = 'mutation($input: WalkUpInput!) { addWalkUp(input: $input) { id state walkUp } }'
const ATTEND = 'mutation($input: AttendanceInput!) { confirmAttendance(input: $input) { id version counts { confirmed minutes } } }'
const CLOSE = `mutation($id: ID!, $version: Int!, $input: CloseActivityInput!) { closeActivity(id: $id, version: $version, input: $input) { ${FIELDS} } }`
const CODE = 'query($id: ID!, $purpose: CheckPurpose!) { checkCode(activityId: $id, purpose: $purpose) { path digits nextAt opensAt closesAt } }'

const plan = (teamId: string, more: object = {}) => ({ title: '清扫村道', programme: 'RURAL', purpose: 'SPECIAL', teamId, place: '村部门前', startsAt: '2026-11-28T01:00:00Z', endsAt: '2026-11-28T03:00:00Z', capacity: 20, ...more })
const of = (volunteer: { id: string; personId: string }): Promise<Person> => person('volunteer', { volunteerId: volunteer.id, personId: volunteer.personId })
const now = (moment: string, purpose: 'IN' | 'OUT', id: string) => codeOf(id, purpose, stepAt(new Date(moment), 60))
const minutesOf = async (id: string) => Number((await asOwner('SELECT totalMinutes AS n FROM volunteers WHERE id = ?', [id]))[0]!.n)

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
    const { publishActivity: published } = await led.get(PUBLISH, { ...approved, input: { riskNote: '路滑，请穿防滑鞋', offPlatformReason: '平台维护' } })

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

describe('places', () => {
  it('are as many as there are, for two hundred at once, and the others wait in order', async () => {
    const activity = await anActivity({ capacity: 50 })
    const asking = await Promise.all(Array.from({ length: 200 }, async () => of(await aVolunteer({ teamId: null, regionCode: activity.regionCode }))))
    const answers = await Promise.all(asking.map(async who => {
      for (;;) {
        const answer = await who.ask(SIGN_UP, { input: { activityId: activity.id, riskAcknowledged: true, clientKey: who.account.id } })
        // Whoever is not reached in time asks again, with the same key.
        if (answer.code !== 'UNAVAILABLE') return answer
      }
    }))
    const states = answers.map(each => each.data?.signUp?.state ?? each.code)
    expect([states.filter(each => each === 'ACCEPTED').length, states.filter(each => each === 'WAITLIST').length]).toEqual([50, 150])
    expect(await asOwner('SELECT state, COUNT(*) AS n FROM sign_ups WHERE activityId = ? GROUP BY state ORDER BY state', [activity.id])).toEqual([{ state: 'ACCEPTED', n: 50 }, { state: 'WAITLIST', n: 150 }])
  }, 120_000)

  it('go to whoever waits longest when one is given back, and one who may not come any more is passed over', async () => {
    const activity = await anActivity({ capacity: 1 })
    const regionCode = activity.regionCode
    const [first, second, third] = [await aVolunteer({ regionCode }), await aVolunteer({ regionCode }), await aVolunteer({ regionCode })]
    const people = [await of(first), await of(second), await of(third)] as const
    const parts = []
    for (const who of people) parts.push((await who.get(SIGN_UP, { input: { activityId: activity.id, riskAcknowledged: true } })).signUp)
    expect(parts.map(part => part.state)).toEqual(['ACCEPTED', 'WAITLIST', 'WAITLIST'])
    const elsewhere = await anActivity()
    await aSignUp(elsewhere, second, { state: SignUpState.ACCEPTED })
    expect((await people[1].ask(CANCEL, parts[0])).code).toBe('NOT_FOUND')
    expect((await people[0].get(CANCEL, parts[0])).cancelSignUp.state).toBe('CANCELLED')
    expect((await asOwner('SELECT state FROM sign_ups WHERE id IN (?) ORDER BY id', [parts.map(part => part.id)])).map(row => row.state)).toEqual(['CANCELLED', 'WAITLIST', 'ACCEPTED'])
    expect((await people[2].get('{ tasks { items { title } } }')).tasks.items).toEqual([{ title: '候补成功，请准时参加：清扫村道' }])
    expect((await people[0].get(SIGN_UP, { input: { activityId: activity.id, riskAcknowledged: true } })).signUp).toMatchObject({ id: parts[0].id, state: 'WAITLIST' })
  })

  it('come free when somebody serves no more, and a team with activities is not disbanded', async () => {
    const { team, township } = await aLedTeam()
    const activity = await anActivity({ team, capacity: 1 })
    const [leaves, waits] = [await aVolunteer({ regionCode: team.regionCode }), await aVolunteer({ regionCode: team.regionCode })]
    for (const volunteer of [leaves, waits]) await (await of(volunteer)).get(SIGN_UP, { input: { activityId: activity.id, riskAcknowledged: true } })
    const station = await person('stationWorker', { regionCode: township })
    await station.get('mutation($id: ID!) { pauseVolunteer(id: $id, version: 1, reason: "外出务工") { state } }', { id: leaves.id })
    expect((await asOwner('SELECT state FROM sign_ups WHERE activityId = ? ORDER BY id', [activity.id])).map(row => row.state)).toEqual(['CANCELLED', 'ACCEPTED'])
    const leader = await person('bureauLeader')
    const [{ version }] = (await asOwner('SELECT version FROM teams WHERE id = ?', [team.id])) as [{ version: number }]
    await asOwner('UPDATE teams SET memberCount = 0 WHERE id = ?', [team.id])
    await asOwner("UPDATE memberships SET state = 'ENDED', live = NULL WHERE teamId = ?", [team.id])
    const answer = await leader.ask('mutation($id: ID!, $version: Int!) { moveTeam(id: $id, version: $version, action: DISBAND, note: "合并") { state } }', { id: team.id, version })
    expect([answer.code, answer.error?.extensions.rule]).toEqual(['INELIGIBLE', 'ACTIVITIES'])
  })

  it('are given by the leader where the plan says so, and never more than there are', async () => {
    const { team } = await aLedTeam()
    const activity = await anActivity({ team, chosen: true, capacity: 1 })
    const [one, two] = [await aVolunteer({ regionCode: team.regionCode }), await aVolunteer({ regionCode: team.regionCode })]
    const led = await person('teamLeader', { teamId: team.id })
    const parts = []
    for (const volunteer of [one, two]) parts.push((await (await of(volunteer)).get(SIGN_UP, { input: { activityId: activity.id, riskAcknowledged: true } })).signUp)
    expect(parts.map(part => part.state)).toEqual(['APPLIED', 'APPLIED'])
    expect((await led.get(MOVE_PART, { ...parts[0], action: 'ACCEPT' })).moveSignUp.state).toBe('ACCEPTED')
    expect((await led.ask(MOVE_PART, { ...parts[1], action: 'ACCEPT' })).code).toBe('OVER_CAPACITY')
    expect((await led.ask(MOVE_PART, { ...parts[1], action: 'CANCEL' })).code).toBe('INVALID')
    expect((await led.get(MOVE_PART, { ...parts[1], action: 'DECLINE' })).moveSignUp.state).toBe('DECLINED')
    expect((await (await of(two)).ask(SIGN_UP, { input: { activityId: activity.id, riskAcknowledged: true } })).code).toBe('WRONG_STATE')
  })

  it('are kept from whom the rules keep away, with the reasons', async () => {
    const activity = await anActivity({ minAge: 18, maxAge: 65, requiredSkills: [Skill.FIRST_AID] })
    const reasons = async (values: object) => {
      const answer = await (await of(await aVolunteer({ regionCode: activity.regionCode, ...values }))).ask(SIGN_UP, { input: { activityId: activity.id, riskAcknowledged: true } })
      return [answer.code, answer.error?.extensions.reasons]
    }
    const skills = [Skill.FIRST_AID]
    expect(await reasons({ skills, birthDate: '2008-11-29' })).toEqual(['INELIGIBLE', ['TOO_YOUNG']])
    expect(await reasons({ skills, birthDate: '2008-11-28' })).toEqual([undefined, undefined])
    expect(await reasons({ skills, birthDate: '1960-11-28' })).toEqual(['INELIGIBLE', ['TOO_OLD']])
    expect(await reasons({ skills, birthDate: null })).toEqual(['INELIGIBLE', ['AGE_UNKNOWN']])
    expect(await reasons({ skills: [Skill.COOKING] })).toEqual(['INELIGIBLE', ['SKILL_MISSING']])
    expect(await reasons({ skills, volunteerState: 'PAUSED' })).toEqual(['INELIGIBLE', ['NOT_ACTIVE']])
    const busy = await aVolunteer({ regionCode: activity.regionCode, skills })
    await aSignUp(await anActivity({ startsAt: new Date('2026-11-28T02:30:00Z'), endsAt: new Date('2026-11-28T05:00:00Z') }), busy, { state: SignUpState.ACCEPTED })
    expect((await (await of(busy)).ask(SIGN_UP, { input: { activityId: activity.id, riskAcknowledged: true } })).code).toBe('OVERLAP')
    const station = await person('stationWorker', { regionCode: activity.regionCode })
    expect((await station.ask(SIGN_UP, { input: { activityId: activity.id, riskAcknowledged: true } })).code).toBe('FORBIDDEN')
  })

  it('ask for the course, the certificate and the insurance that are on record and hold on the day', async () => {
    const activity = await anActivity({ requiredTraining: '急救培训', requiredQualification: '执业护士资格证', insuranceRequired: true })
    const day = '2026-11-28'
    const reasons = async (records: VolunteerRecord[]) => {
      const volunteer = await aVolunteer({ regionCode: activity.regionCode })
      for (const record of records) await put(Object.assign(record, { volunteerId: volunteer.id }))
      return (await (await of(volunteer)).ask(SIGN_UP, { input: { activityId: activity.id, riskAcknowledged: true } })).error?.extensions.reasons ?? []
    }
    const training = (values: Partial<Training> = {}) => Training.of({ course: '急救培训', heldOn: '2026-01-05', hours: 8, validUntil: day, archived: false, ...values })
    const licence = (values: Partial<Qualification> = {}) => Qualification.of({ title: '执业护士资格证', certificateNo: null, issuer: null, issuedOn: null, validUntil: null, archived: false, ...values })
    const insurance = (values: Partial<Insurance> = {}) => Insurance.of({ company: '示例保险', policyNo: 'X1', fromOn: day, toOn: day, archived: false, ...values })
    expect(await reasons([])).toEqual(['UNINSURED', 'UNTRAINED', 'UNQUALIFIED'])
    expect(await reasons([training(), licence(), insurance()])).toEqual([])
    expect(await reasons([training({ validUntil: '2026-11-27' }), licence({ archived: true }), insurance({ fromOn: '2026-11-29', toOn: '2027-11-28' })])).toEqual(['UNINSURED', 'UNTRAINED', 'UNQUALIFIED'])
    expect(await reasons([training({ course: '消防培训' }), licence({ issuedOn: '2026-11-29' }), insurance({ archived: true })])).toEqual(['UNINSURED', 'UNTRAINED', 'UNQUALIFIED'])
  })

  it('of what is dangerous go to adults alone, and to nobody without insurance that is valid on the day', async () => {
    const { team } = await aLedTeam()
    const activity = await anActivity({ team, dangerous: true })
    const asking = async (values: object, cover: object) => {
      const answer = await (await of(await aVolunteer({ regionCode: team.regionCode, ...values }))).ask(SIGN_UP, { input: { activityId: activity.id, riskAcknowledged: true, ...cover } })
      return [answer.code, answer.error?.extensions.reasons]
    }
    const insured = { policyNo: 'PA-2026-1', insuredTo: '2026-11-28' }
    expect(await asking({}, {})).toEqual(['INELIGIBLE', ['UNINSURED']])
    expect(await asking({}, { ...insured, insuredTo: '2026-11-27' })).toEqual(['INELIGIBLE', ['UNINSURED']])
    expect(await asking({}, { ...insured, policyNo: ' ' })).toEqual(['INELIGIBLE', ['UNINSURED']])
    expect(await asking({ birthDate: '2009-01-01' }, insured)).toEqual(['INELIGIBLE', ['MINOR']])
    expect(await asking({}, insured)).toEqual([undefined, undefined])
    setClock(DURING)
    const led = await person('teamLeader', { teamId: team.id })
    const input = { activityId: activity.id, volunteerId: (await aVolunteer({ regionCode: team.regionCode })).id, riskAcknowledged: true }
    expect((await led.ask(WALK_UP, { input })).code).toBe('INELIGIBLE')
    expect((await led.ask(WALK_UP, { input: { ...input, ...insured } })).code).toBeUndefined()
  })

  it('keeps one of two activities at the same time when both are asked for at once', async () => {
    const volunteer = await aVolunteer()
    const own = await of(volunteer)
    const [one, two] = [await anActivity(), await anActivity()]
    const codes = (await Promise.all([one, two].map(({ id }) => own.ask(SIGN_UP, { input: { activityId: id, riskAcknowledged: true } })))).map(each => each.code)
    expect(codes.sort()).toEqual(['OVERLAP', undefined])
  })
})

describe('coming and going', () => {
  const arranged = async () => {
    const { team } = await aLedTeam()
    const activity = await anActivity({ team })
    const volunteer = await aVolunteer({ regionCode: team.regionCode })
    const part = await aSignUp(activity, volunteer, { state: SignUpState.ACCEPTED })
    return { team, activity, volunteer, part, own: await of(volunteer), led: await person('teamLeader', { teamId: team.id }) }
  }

  it('takes a fresh code of this activity in its window, once', async () => {
    const { activity, own } = await arranged()
    const code = async (moment: string, text: string) => {
      setClock(moment)
      return (await own.ask(CHECK_IN, { input: { activityId: activity.id, code: text } })).code
    }
    expect(await code('2026-11-28T00:29:00Z', now('2026-11-28T00:29:00Z', 'IN', activity.id).token)).toBe('WRONG_STATE')
    expect(await code('2026-11-28T01:31:00Z', now('2026-11-28T01:31:00Z', 'IN', activity.id).token)).toBe('EXPIRED')
    expect(await code(OPEN, now('2026-11-28T00:45:00Z', 'IN', activity.id).token)).toBe('EXPIRED')
    expect(await code(OPEN, now(OPEN, 'IN', (await anActivity()).id).token)).toBe('INVALID')
    expect(await code(OPEN, now(OPEN, 'OUT', activity.id).token)).toBe('INVALID')
    expect(await code(OPEN, now('2026-11-28T00:48:30Z', 'IN', activity.id).token)).toBeUndefined()
    const before = await asOwner('SELECT version, checkedInAt FROM sign_ups WHERE activityId = ?', [activity.id])
    expect(await code(OPEN, now(OPEN, 'IN', activity.id).digits)).toBeUndefined()
    expect(await asOwner('SELECT version, checkedInAt FROM sign_ups WHERE activityId = ?', [activity.id])).toEqual(before)
  })

  it('does not let digits be guessed', async () => {
    const { activity, own } = await arranged()
    setClock(OPEN)
    const good = now(OPEN, 'IN', activity.id).digits
    const wrong = good === '000000' ? '000001' : '000000'
    for (let n = 0; n < 10; n++) expect((await own.ask(CHECK_IN, { input: { activityId: activity.id, code: wrong } })).code).toBe('INVALID')
    expect((await own.ask(CHECK_IN, { input: { activityId: activity.id, code: good } })).code).toBe('LOCKED')
  })

  it('answers one row to many scans at once, and tells those who have not signed up', async () => {
    const { activity, own } = await arranged()
    setClock(OPEN)
    const { token } = now(OPEN, 'IN', activity.id)
    const answers = await Promise.all(Array.from({ length: 20 }, () => own.ask(CHECK_IN, { input: { activityId: activity.id, code: token } })))
    expect(new Set(answers.map(each => each.data?.checkIn?.id)).size).toBe(1)
    expect((await asOwner("SELECT COUNT(*) AS n FROM audit_entries WHERE entity = 'SignUp' AND action = 'SCAN_IN' AND entityId = ?", [answers[0]!.data.checkIn.id]))[0]!.n).toBe(1)
    const stranger = await of(await aVolunteer())
    const answer = await stranger.ask(CHECK_IN, { input: { activityId: activity.id, code: token } })
    expect([answer.code, answer.error?.extensions.rule]).toEqual(['INELIGIBLE', 'NOT_SIGNED_UP'])
  })

  it('lets the leader do it by hand, add who came along, and note who did not', async () => {
    const { team, activity, part, led } = await arranged()
    const [walker, absent] = [await aVolunteer({ regionCode: team.regionCode }), await aVolunteer({ regionCode: team.regionCode })]
    const missing = await aSignUp(activity, absent, { state: SignUpState.ACCEPTED })
    const input = { activityId: activity.id, volunteerId: walker.id, riskAcknowledged: true }
    expect((await led.ask(WALK_UP, { input })).code).toBe('WRONG_STATE')
    setClock(DURING)
    expect((await led.ask(WALK_UP, { input: { ...input, riskAcknowledged: false } })).code).toBe('INVALID')
    const { addWalkUp } = await led.get(WALK_UP, { input })
    expect(addWalkUp).toMatchObject({ state: 'CHECKED_IN', walkUp: true })
    expect((await led.ask(WALK_UP, { input })).code).toBe('DUPLICATE')
    const { moveSignUp: come } = await led.get(MOVE_PART, { id: part.id, version: 1, action: 'CHECK_IN' })
    expect((await led.get(MOVE_PART, { ...come, action: 'CHECK_OUT' })).moveSignUp.state).toBe('CHECKED_OUT')
    expect((await led.get(MOVE_PART, { id: missing.id, version: 1, action: 'MISS' })).moveSignUp.state).toBe('NO_SHOW')
    const stranger = await person('teamLeader', { teamId: (await aLedTeam()).team.id })
    expect((await stranger.ask(WALK_UP, { input })).code).toBe('NOT_FOUND')
  })

  it('computes minutes within the activity, and asks why where times are corrected', async () => {
    const { activity, part, led } = await arranged()
    setClock(DURING)
    await led.get(MOVE_PART, { id: part.id, version: 1, action: 'CHECK_IN' })
    setClock('2026-11-28T06:00:00Z')
    const fields = async (line: object) => Object.keys((await led.ask(ATTEND, { input: { activityId: activity.id, lines: [{ signUpId: part.id, ...line }] } })).error?.extensions.fields ?? {})
    expect(await fields({})).toEqual(['lines.0.checkedOutAt'])
    expect(await fields({ checkedOutAt: '2026-11-28T05:00:00Z' })).toEqual(['lines.0.reason'])
    expect(await fields({ checkedOutAt: '2026-11-28T07:00:00Z', reason: 'x' })).toEqual(['lines.0.checkedOutAt'])
    expect(await fields({ checkedInAt: '2026-11-27T01:00:00Z', checkedOutAt: '2026-11-28T03:00:00Z', reason: 'x' })).toEqual(['lines.0.checkedInAt'])
    const { confirmAttendance } = await led.get(ATTEND, { input: { activityId: activity.id, lines: [{ signUpId: part.id, checkedInAt: '2026-11-28T00:40:00Z', checkedOutAt: '2026-11-28T05:00:00Z', reason: '忘记签到' }] } })
    // Two hours and the half hour of tolerance, though they stayed for two more.
    expect(confirmAttendance.counts).toEqual({ confirmed: 1, minutes: 150 })
    const strange = await aSignUp(await anActivity(), await aVolunteer())
    expect((await led.ask(ATTEND, { input: { activityId: activity.id, lines: [{ signUpId: strange.id }] } })).code).toBe('INVALID')
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
