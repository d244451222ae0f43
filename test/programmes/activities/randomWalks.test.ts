import fc from 'fast-check'
import { ActivityAction } from '../../../server/programmes/activities/activityWorkflow'
import { SignUpAction } from '../../../server/programmes/activities/signUpWorkflow'
import { aLedTeam, anActivity } from '../../support/activities'
import { person, type Person, setClock, stop } from '../../support/app'
import { asOwner } from '../../support/database'
import { aVolunteer } from '../../support/people'

afterAll(stop)

const CAPACITY = 2
const HOURS = ['2026-11-27T04:00:00Z', '2026-11-28T00:50:00Z', '2026-11-28T02:00:00Z', '2026-11-28T03:20:00Z', '2026-11-29T04:00:00Z']

type Step = { kind: 'move'; who: number; action: ActivityAction } | { kind: 'part'; who: number; action: SignUpAction; nth: number } | { kind: 'own'; nth: number; cancel: boolean } | { kind: 'clock'; on: boolean }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('move' as const), who: fc.nat(2), action: fc.constantFrom(...Object.values(ActivityAction)) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('part' as const), who: fc.nat(1), action: fc.constantFrom(...Object.values(SignUpAction)), nth: fc.nat(3) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('own' as const), nth: fc.nat(3), cancel: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('clock' as const), on: fc.boolean() }) },
)

const ONE = 'query($id: ID!) { activity(id: $id) { version state openActions } }'
const MOVE = 'mutation($id: ID!, $version: Int!, $action: ActivityAction!) { moveActivity(id: $id, version: $version, action: $action, note: "原因") { state } }'
const PUBLISH = 'mutation($id: ID!, $version: Int!) { publishActivity(id: $id, version: $version, input: { riskNote: "路滑", platformId: "WM-1" }) { state } }'
const CLOSE = 'mutation($id: ID!, $version: Int!) { closeActivity(id: $id, version: $version, input: { summary: "完成", servedCount: 3, noPhotoReason: "无" }) { state } }'
const ATTEND = 'mutation($input: AttendanceInput!) { confirmAttendance(input: $input) { id } }'
const PART = 'mutation($id: ID!, $version: Int!, $action: SignUpAction!) { moveSignUp(id: $id, version: $version, action: $action) { state } }'
const OWN = 'mutation($id: ID!) { signUp(input: { activityId: $id, riskAcknowledged: true }) { id } }'
const CANCEL = 'mutation($id: ID!, $version: Int!) { cancelSignUp(id: $id, version: $version, reason: "有事") { id } }'
/** What no walk may be answered with. */
const FAULTS = ['INTERNAL', 'UNAVAILABLE', 'UNAUTHENTICATED', 'BAD_REQUEST']

/** What holds after every step, whatever was tried. */
async function invariants(activityId: string, volunteers: readonly string[]): Promise<void> {
  const [activity] = await asOwner('SELECT * FROM activities WHERE id = ?', [activityId])
  const parts = await asOwner('SELECT * FROM sign_ups WHERE activityId = ?', [activityId])
  const booked = await asOwner("SELECT r.* FROM service_records r WHERE r.sourceType = 'SignUp' AND r.state = 'CONFIRMED' AND r.sourceId IN (SELECT id FROM sign_ups WHERE activityId = ?)", [activityId])
  const placed = parts.filter(part => ['ACCEPTED', 'CHECKED_IN', 'CHECKED_OUT', 'CONFIRMED'].includes(String(part.state)))
  expect(placed.length).toBeLessThanOrEqual(CAPACITY)
  expect(new Set(parts.map(part => part.volunteerId)).size).toBe(parts.length)
  for (const part of parts) {
    if (part.checkedOutAt) expect(Number(part.checkedOutAt)).toBeGreaterThan(Number(part.checkedInAt) - 1)
    expect([part.state, part.minutes !== null]).toEqual([part.state, part.state === 'CONFIRMED'])
    if (part.state !== 'CANCELLED') expect(part.riskAckAt).not.toBeNull()
  }
  const confirmed = parts.filter(part => part.state === 'CONFIRMED')
  if (activity!.state === 'ARCHIVED') {
    expect(confirmed.length).toBeGreaterThan(0)
    expect(booked.map(row => row.minutes).sort()).toEqual(confirmed.map(part => part.minutes).sort())
  } else expect(booked).toEqual([])
  if (['FINISHED', 'ARCHIVED'].includes(String(activity!.state))) expect([activity!.summary, activity!.riskNote]).not.toContain(null)
  for (const id of volunteers) {
    const [row] = await asOwner("SELECT v.totalMinutes AS kept, (SELECT COALESCE(SUM(minutes), 0) FROM service_records WHERE volunteerId = v.id AND state = 'CONFIRMED') AS summed FROM volunteers v WHERE v.id = ?", [id])
    expect(Number(row!.kept)).toBe(Number(row!.summed))
  }
}

it('keeps every promise on random walks, and refuses what is not open', async () => {
  const { team, township } = await aLedTeam()
  const volunteers = [await aVolunteer({ regionCode: team.regionCode, teamId: team.id }), await aVolunteer({ regionCode: team.regionCode }), await aVolunteer({ regionCode: team.regionCode }), await aVolunteer()]
  const keepers: [Person, Person, Person] = [await person('teamLeader', { teamId: team.id }), await person('stationWorker', { regionCode: township }), await person('bureauAdministrator')]
  const own = await Promise.all(volunteers.map(({ id, personId }) => person('volunteer', { volunteerId: id, personId })))
  const ids = volunteers.map(each => each.id)
  const reached = new Set<string>()

  const take = async (id: string, one: Step, hour: number): Promise<string | undefined> => {
    if (one.kind === 'clock') return undefined
    if (one.kind === 'own') {
      const [part] = await asOwner('SELECT id, version FROM sign_ups WHERE activityId = ? AND volunteerId = ?', [id, ids[one.nth]])
      return (one.cancel && part ? await own[one.nth]!.ask(CANCEL, { id: part.id, version: part.version }) : await own[one.nth]!.ask(OWN, { id })).code
    }
    const who = keepers[one.who]!
    if (one.kind === 'part') {
      const [part] = await asOwner('SELECT id, version FROM sign_ups WHERE activityId = ? AND volunteerId = ?', [id, ids[one.nth]])
      if (!part) return undefined
      if (one.action !== SignUpAction.CONFIRM) return (await who.ask(PART, { id: part.id, version: part.version, action: one.action })).code
      return (await who.ask(ATTEND, { input: { activityId: id, lines: [{ signUpId: part.id, checkedInAt: '2026-11-28T01:00:00Z', checkedOutAt: HOURS[hour]! < '2026-11-28T02:00:00Z' ? HOURS[hour] : '2026-11-28T02:00:00Z', reason: '补录' }] } })).code
    }
    const { activity } = await who.get(ONE, { id })
    const { code } = await who.ask(one.action === ActivityAction.PUBLISH ? PUBLISH : one.action === ActivityAction.CLOSE ? CLOSE : MOVE, { id, version: activity.version, ...(one.action !== ActivityAction.PUBLISH && one.action !== ActivityAction.CLOSE && { action: one.action }) })
    // What is not offered is refused.
    if (!activity.openActions.includes(one.action)) expect([one.action, activity.state, code === undefined]).toEqual([one.action, activity.state, false])
    return code
  }

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 30 }), fc.boolean(), async (steps, published) => {
      let hour = 0
      setClock(HOURS[0])
      await asOwner("UPDATE sign_ups SET state = 'CANCELLED', minutes = NULL WHERE volunteerId IN (?)", [ids])
      await asOwner("UPDATE service_records SET state = 'VOIDED', sourceKey = NULL WHERE volunteerId IN (?)", [ids])
      await asOwner('UPDATE volunteers SET totalMinutes = 0 WHERE id IN (?)', [ids])
      const { id } = await anActivity({ team, capacity: CAPACITY, state: (published ? 'PUBLISHED' : 'DRAFT') as never })
      for (const one of steps) {
        if (one.kind === 'clock' && one.on && hour < HOURS.length - 1) setClock(HOURS[++hour])
        const code = await take(id, one, hour)
        expect(FAULTS).not.toContain(code)
        await invariants(id, ids)
      }
      reached.add(String((await asOwner('SELECT state FROM activities WHERE id = ?', [id]))[0]!.state))
    }),
    { numRuns: 16, endOnFailure: true },
  )
  expect(reached.size).toBeGreaterThan(2)
}, 240_000)
