import { MembershipKind, MembershipState, Membership } from '../../server/people/volunteers/Membership'
import { asOwner, person, put, stop } from '../support/app'
import { aPairing, aVisit } from '../support/pairings'
import { aPlace, aTeam, aVolunteer } from '../support/people'
import { newId } from '../../server/kernel/entity'

afterAll(stop)

const CONFIRM = 'mutation ($rows: [RowVersion!]!) { confirmVisits(rows: $rows) { done refused rows { id done code reason } } }'
const ADMIT = 'mutation ($rows: [RowVersion!]!) { confirmMembers(rows: $rows) { done refused rows { id done code } } }'

it('answers row by row: what one refuses undoes no other, and stands in the trail', async () => {
  const place = await aPlace()
  const worker = await person('stationWorker', { regionCode: place.township })
  const [good, own, stale] = await Promise.all([{}, { recordedById: worker.account.id }, {}].map(async more => aVisit(await aPairing({ regionCode: place.village() }), more)))
  const beyond = await aVisit(await aPairing())
  const rows = [good!, own!, stale!, beyond].map(({ id }) => ({ id, version: id === stale!.id ? 7 : 1 }))
  const { confirmVisits } = await worker.get(CONFIRM, { rows })
  expect(confirmVisits).toMatchObject({ done: 1, refused: 3, rows: [{ id: good!.id, done: true, code: null }, { done: false, code: 'SELF_APPROVAL', reason: expect.stringMatching(/Somebody else/) }, { code: 'STALE' }, { code: 'NOT_FOUND' }] })
  expect(await asOwner('SELECT id FROM visits WHERE confirmedById IS NOT NULL AND id IN (?)', [rows.map(row => row.id)])).toEqual([{ id: good!.id }])
  const lines = await asOwner("SELECT entityId, result, actId FROM audit_entries WHERE act = 'confirmVisits' AND actorId = ?", [worker.account.id])
  expect(lines.map(line => line.result).sort()).toEqual(['DONE', 'NOT_FOUND', 'SELF_APPROVAL', 'STALE'])
  expect(new Set(lines.map(line => line.actId)).size).toBe(1)
  expect((await worker.get(CONFIRM, { rows: rows.slice(0, 1) })).confirmVisits.rows[0].code).toBe('STALE')
})

it('undoes all that a refused row had written, and counts the rest', async () => {
  const place = await aPlace()
  const worker = await person('stationWorker', { regionCode: place.township })
  const team = await aTeam({ regionCode: place.township })
  const closed = await aTeam({ regionCode: place.township, state: 'SUSPENDED' as never })
  const asked = async (teamId: string) => {
    const volunteer = await aVolunteer({ regionCode: place.village(), teamId: null })
    return put(Membership.of({ volunteerId: volunteer.id, teamId, regionCode: place.village(), kind: MembershipKind.HOME, state: MembershipState.JOIN_REQUESTED, from: null, to: null, reason: null, live: `HOME/${volunteer.id}` }))
  }
  const members = [await asked(team.id), await asked(closed.id), await asked(team.id)]
  const { confirmMembers } = await worker.get(ADMIT, { rows: members.map(({ id }) => ({ id, version: 1 })) })
  expect(confirmMembers).toMatchObject({ done: 2, refused: 1, rows: [{ done: true }, { code: 'WRONG_STATE' }, { done: true }] })
  expect(await asOwner('SELECT memberCount FROM teams WHERE id IN (?) ORDER BY memberCount', [[team.id, closed.id]])).toEqual([{ memberCount: 0 }, { memberCount: 2 }])
  expect(await asOwner('SELECT state FROM memberships WHERE id = ?', [members[1]!.id])).toEqual([{ state: 'JOIN_REQUESTED' }])
})

it('takes up to a hundred, from who may', async () => {
  const worker = await person('stationWorker', { regionCode: '990301000000' })
  expect((await worker.ask(CONFIRM, { rows: [] })).code).toBe('INVALID')
  expect((await worker.ask(CONFIRM, { rows: Array.from({ length: 101 }, () => ({ id: newId(), version: 1 })) })).code).toBe('INVALID')
  expect((await (await person('auditor')).ask(CONFIRM, { rows: [{ id: newId(), version: 1 }] })).code).toBe('FORBIDDEN')
})
