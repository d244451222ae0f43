import { watchAll } from '../../../server/bureau/tasks/watches'
import { addDays, dayOf } from '../../../server/kernel/days'
import { asOwner } from '../../support/database'
import { type Person as Asker, person, stop, systemCtx } from '../../support/app'
import { aPlace, aVolunteer } from '../../support/people'

afterAll(stop)

const today = dayOf(new Date())
const KINDS = {
  Qualification: { plural: 'qualifications', input: { title: '执业医师资格证', certificateNo: 'SL-1', issuedOn: '2020-01-02', validUntil: '2099-01-01' }, wrong: { title: '证', issuedOn: '2099-01-01' }, field: 'issuedOn', mended: { title: '执业护士资格证', certificateNo: 'SL-1', issuedOn: '2020-01-02', validUntil: null }, after: '执业护士资格证' },
  Insurance: { plural: 'insurances', input: { company: '示例保险', policyNo: 'P-1', fromOn: '2026-01-01', toOn: '2099-12-31' }, wrong: { company: '示例保险', policyNo: 'P-2', fromOn: '2026-02-01', toOn: '2026-01-01' }, field: 'toOn', mended: { company: '示例保险', policyNo: 'P-9', fromOn: '2026-01-01', toOn: '2099-12-31' }, after: 'P-9' },
  Training: { plural: 'trainings', input: { course: '急救', heldOn: '2026-01-05', hours: 4 }, wrong: { course: '急救', heldOn: '2099-01-05', hours: 4 }, field: 'heldOn', mended: { course: '急救', heldOn: '2026-01-05', hours: 6 }, after: 6 },
  Award: { plural: 'awards', input: { title: '优秀志愿者', issuer: '示例单位', awardedOn: '2026-03-05' }, wrong: { title: '优秀志愿者', issuer: '示例单位', awardedOn: '2099-03-05' }, field: 'awardedOn', mended: { title: '五星志愿者', issuer: '示例单位', awardedOn: '2026-03-05' }, after: '五星志愿者' },
  Evaluation: { plural: 'evaluations', input: { evaluatedOn: '2026-03-05', rating: 5, note: '守时' }, wrong: { evaluatedOn: '2026-03-05', rating: 6 }, field: 'rating', mended: { evaluatedOn: '2026-03-05', rating: 4, note: '守时' }, after: 4 },
} as const
// The acts by their names: addQualification correctQualification archiveQualification addInsurance correctInsurance archiveInsurance addTraining correctTraining archiveTraining addAward correctAward archiveAward addEvaluation correctEvaluation archiveEvaluation
const add = (type: string) => `mutation ($v: ID!, $input: ${type}Input!) { it: add${type}(volunteerId: $v, input: $input) { id version archived } }`
const correct = (type: string) => `mutation ($id: ID!, $version: Int!, $input: ${type}Input!) { it: correct${type}(id: $id, version: $version, input: $input) { id version archived } }`
const archive = (type: string) => `mutation ($id: ID!, $version: Int!, $reason: String!) { it: archive${type}(id: $id, version: $version, reason: $reason) { archived } }`

let worker: Asker
let stranger: Asker
let volunteer: Awaited<ReturnType<typeof aVolunteer>>

beforeAll(async () => {
  const place = await aPlace()
  worker = await person('stationWorker', { regionCode: place.township })
  stranger = await person('stationWorker', { regionCode: (await aPlace()).township })
  volunteer = await aVolunteer({ regionCode: place.village() })
})

it.each(Object.entries(KINDS))('keeps %s under a volunteer, with its own permission, corrects a slip with its trail, sets a wrong line aside and never loses it', async (type, { plural, input, wrong, field, mended, after }) => {
  const refused = await worker.ask(add(type), { v: volunteer.id, input: wrong })
  expect([refused.code, Object.keys(refused.error!.extensions.fields)[0]]).toEqual(['INVALID', expect.stringMatching(field)])
  const keyed = { ...input, clientKey: `record-${type}-${volunteer.id}` }
  const { it: made } = await worker.get(add(type), { v: volunteer.id, input: keyed })
  expect((await worker.get(add(type), { v: volunteer.id, input: keyed })).it.id).toBe(made.id)
  const own = await person('volunteer', { volunteerId: volunteer.id, personId: volunteer.personId })
  expect((await own.ask(add(type), { v: volunteer.id, input })).code).toBe('FORBIDDEN')
  expect((await stranger.ask(add(type), { v: volunteer.id, input })).code).toBe('NOT_FOUND')
  expect((await stranger.ask(archive(type), { id: made.id, version: 1, reason: 'x' })).code).toBe('NOT_FOUND')
  expect((await worker.ask(archive(type), { id: made.id, version: 9, reason: 'x' })).code).toBe('STALE')
  expect((await worker.ask(archive(type), { id: made.id, version: 1, reason: ' ' })).code).toBe('INVALID')
  const lines = async (who: Asker) => (await who.get(`query ($id: ID!) { volunteer(id: $id) { lines: ${plural} { id archived } } }`, { id: volunteer.id })).volunteer.lines
  expect(await lines(own)).toEqual([{ id: made.id, archived: false }])
  // A slip is corrected in place by whoever may write it; a rule that held at first holds then too, and the trail has both versions.
  expect((await stranger.ask(correct(type), { id: made.id, version: 1, input: mended })).code).toBe('NOT_FOUND')
  expect((await own.ask(correct(type), { id: made.id, version: 1, input: mended })).code).toBe('FORBIDDEN')
  expect((await worker.ask(correct(type), { id: made.id, version: 9, input: mended })).code).toBe('STALE')
  expect((await worker.ask(correct(type), { id: made.id, version: 1, input: wrong })).code).toBe('INVALID')
  expect((await worker.get(correct(type), { id: made.id, version: 1, input: mended })).it).toEqual({ id: made.id, version: 2, archived: false })
  const [entry] = (await asOwner("SELECT action, changes FROM audit_entries WHERE entity = ? AND entityId = ? AND action = 'CORRECT'", [type, made.id])) as { action: string; changes: Record<string, unknown[]> }[]
  expect(Object.values(entry!.changes).map(each => each[1])).toContain(after)
  await worker.get(archive(type), { id: made.id, version: 2, reason: '录错了' })
  expect((await worker.ask(archive(type), { id: made.id, version: 3, reason: '再一次' })).code).toBe('WRONG_STATE')
  expect((await worker.ask(correct(type), { id: made.id, version: 3, input: mended })).code).toBe('WRONG_STATE')
  expect(await lines(worker)).toEqual([{ id: made.id, archived: true }])
})

it('announces what ends within thirty days, and is quiet once it is renewed', async () => {
  const open = async (kind: string) => (await worker.get('query ($kind: [TaskKind!]) { tasks(filter: { kind: $kind, state: [OPEN] }) { total } }', { kind: [kind] })).tasks.total
  await worker.get(add('Insurance'), { v: volunteer.id, input: { company: '示例保险', policyNo: 'E-1', fromOn: addDays(today, -300), toOn: addDays(today, 20) } })
  await worker.get(add('Qualification'), { v: volunteer.id, input: { title: '驾驶证', validUntil: addDays(today, 10) } })
  await watchAll(await systemCtx())
  expect([await open('INSURANCE_ENDING'), await open('QUALIFICATION_ENDING')]).toEqual([1, 1])
  expect((await worker.get('{ tasks(filter: { kind: [INSURANCE_ENDING, QUALIFICATION_ENDING], state: [OPEN] }) { items { atEntity atId } } }')).tasks.items).toEqual([{ atEntity: 'Volunteer', atId: volunteer.id }, { atEntity: 'Volunteer', atId: volunteer.id }])
  await worker.get(add('Insurance'), { v: volunteer.id, input: { company: '示例保险', policyNo: 'E-2', fromOn: addDays(today, 21), toOn: addDays(today, 386) } })
  await worker.get(add('Qualification'), { v: volunteer.id, input: { title: '驾驶证', validUntil: addDays(today, 3000) } })
  await watchAll(await systemCtx())
  expect([await open('INSURANCE_ENDING'), await open('QUALIFICATION_ENDING')]).toEqual([0, 0])
})
