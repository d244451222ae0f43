import { person, setClock, stop, put } from '../../support/app'
import { aCredential, aLedTeam, anActivity, aSignUp } from '../../support/activities'
import { asOwner } from '../../support/database'
import { aVolunteer } from '../../support/people'
import { SignUpState } from '../../../server/programmes/activities/SignUp'
import { Skill } from '../../../server/people/persons/Skill'
import { CredentialKind } from '../../../server/people/records/Credential'
import { Insurance, Qualification, Training } from '../../../server/people/records/records'
import type { VolunteerRecord } from '../../../server/people/records/VolunteerRecord'
import { ATTEND, BEFORE, CANCEL, CHECK_IN, DURING, MOVE_PART, OPEN, SIGN_UP, WALK_UP, now, of } from './documents'

beforeEach(() => setClock(BEFORE))
afterAll(stop)

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
    const [course, licenceAsked, other] = [await aCredential(CredentialKind.TRAINING), await aCredential(CredentialKind.QUALIFICATION), await aCredential(CredentialKind.TRAINING)]
    const activity = await anActivity({ requiredTrainingId: course.id, requiredQualificationId: licenceAsked.id, insuranceRequired: true })
    const day = '2026-11-28'
    const reasons = async (records: VolunteerRecord[]) => {
      const volunteer = await aVolunteer({ regionCode: activity.regionCode })
      for (const record of records) await put(Object.assign(record, { volunteerId: volunteer.id }))
      return (await (await of(volunteer)).ask(SIGN_UP, { input: { activityId: activity.id, riskAcknowledged: true } })).error?.extensions.reasons ?? []
    }
    const training = (values: Partial<Training> = {}) => Training.of({ course: '急救培训', credentialId: course.id, heldOn: '2026-01-05', hours: 8, validUntil: day, archived: false, ...values })
    const licence = (values: Partial<Qualification> = {}) => Qualification.of({ title: '执业护士资格证', credentialId: licenceAsked.id, certificateNo: null, issuer: null, issuedOn: null, validUntil: null, archived: false, ...values })
    const insurance = (values: Partial<Insurance> = {}) => Insurance.of({ company: '示例保险', policyNo: 'X1', fromOn: day, toOn: day, archived: false, ...values })
    expect(await reasons([])).toEqual(['UNINSURED', 'UNTRAINED', 'UNQUALIFIED'])
    expect(await reasons([training(), licence(), insurance()])).toEqual([])
    expect(await reasons([training({ validUntil: '2026-11-27' }), licence({ archived: true }), insurance({ fromOn: '2026-11-29', toOn: '2027-11-28' })])).toEqual(['UNINSURED', 'UNTRAINED', 'UNQUALIFIED'])
    // Another course is another, whatever it is called: the catalogue tells, not the spelling.
    expect(await reasons([training({ credentialId: other.id }), licence({ issuedOn: '2026-11-29' }), insurance({ archived: true })])).toEqual(['UNINSURED', 'UNTRAINED', 'UNQUALIFIED'])
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
    expect(await asking({ birthDate: '1950-11-28' }, insured)).toEqual(['INELIGIBLE', ['TOO_OLD']])
    expect(await asking({}, insured)).toEqual([undefined, undefined])
    expect((await asOwner('SELECT state FROM sign_ups WHERE activityId = ?', [activity.id])).map(row => row.state)).toEqual(['APPLIED'])
    // Nor does anybody begin without it, whatever was on record when they signed up.
    const lapsed = await aVolunteer({ regionCode: team.regionCode })
    const taken = await aSignUp(activity, lapsed, { state: SignUpState.ACCEPTED })
    setClock(OPEN)
    const code = now(OPEN, 'IN', activity.id).token
    expect((await (await of(lapsed)).ask(CHECK_IN, { input: { activityId: activity.id, code } })).error?.extensions.reasons).toEqual(['UNINSURED'])
    setClock(DURING)
    const led = await person('teamLeader', { teamId: team.id })
    expect((await led.ask(MOVE_PART, { id: taken.id, version: 1, action: 'CHECK_IN' })).error?.extensions.reasons).toEqual(['UNINSURED'])
    const input = { activityId: activity.id, volunteerId: (await aVolunteer({ regionCode: team.regionCode })).id, riskAcknowledged: true }
    expect((await led.ask(WALK_UP, { input })).code).toBe('INELIGIBLE')
    const unseen = await led.ask(WALK_UP, { input: { ...input, ...insured } })
    expect([unseen.code, unseen.error?.extensions.reasons]).toEqual(['INELIGIBLE', ['INSURANCE_UNCONFIRMED']])
    await put(Insurance.of({ volunteerId: input.volunteerId, company: '示例保险', policyNo: 'X1', fromOn: '2026-01-01', toOn: '2026-12-31', archived: false }))
    expect((await led.ask(WALK_UP, { input })).code).toBeUndefined()
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
