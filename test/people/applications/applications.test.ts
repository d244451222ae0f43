import { loadNotices } from '../../../server/bureau/consentNotices/loadNotices'
import { watchAll } from '../../../server/bureau/tasks/watches'
import { Sex } from '../../../server/people/persons/Person'
import { app, ask, asOwner, type Person as Asker, person, stop, systemCtx } from '../../support/app'
import { anIdCard, aPerson, aPhone, aPlace, aTeam, next } from '../../support/people'

afterAll(stop)

const APPLY = 'mutation ($input: ApplicationInput!) { applyAsVolunteer(input: $input) { number createdAt } }'
const LIST = 'query ($number: String) { volunteerApplications(filter: { number: $number }) { total items { id version state name idCard phone openActions alike { id } teamOfResidence { id } } } }'
const ACCEPT = 'mutation ($id: ID!, $version: Int!, $input: AcceptInput!) { acceptApplication(id: $id, version: $version, input: $input) { id version state volunteerId } }'
const DECLINE = 'mutation ($id: ID!, $version: Int!, $reason: String!) { declineApplication(id: $id, version: $version, reason: $reason) { state answer } }'

let place: Awaited<ReturnType<typeof aPlace>>
let worker: Asker

beforeAll(async () => {
  await loadNotices(await systemCtx())
  place = await aPlace()
  worker = await person('stationWorker', { regionCode: place.township })
})

const form = (more: Record<string, unknown> = {}) => ({ name: '示例申请', idCard: anIdCard(), phone: aPhone(), regionCode: place.village(), isVeteran: true, skills: ['HAIRCUT'], noticeVersion: '2026-1', agreed: true, clientKey: `apply-${next()}-${place.township}`, ...more })
let address = 0
/** Asks as somebody without an account, from an address of their own. */
async function apply(input: Record<string, unknown>, from = `10.9.${++address}.1`) {
  const { http } = await app()
  const response = await http.inject({ method: 'POST', url: '/graphql', remoteAddress: from, headers: { 'content-type': 'application/json', 'accept-language': 'en' }, payload: JSON.stringify({ query: APPLY, variables: { input } }) })
  const body = response.json()
  return { receipt: body.data?.applyAsVolunteer, code: body.errors?.[0]?.extensions?.code, fields: body.errors?.[0]?.extensions?.fields, status: response.statusCode }
}
const find = async (number: string) => (await worker.get(LIST, { number })).volunteerApplications.items[0]

it('takes an offer from the public form, once, and says the same whether somebody is known or not', async () => {
  const known = await aPerson({ regionCode: place.village(), idCard: anIdCard('1975-05-06', Sex.MALE) })
  const input = form()
  const [first, second] = await Promise.all([apply(input), apply(input)])
  expect([first.code, second.code]).toEqual([undefined, undefined])
  expect(first.receipt.number).toMatch(/^A\d{6}-\d{8}$/)
  expect(second.receipt.number).toBe(first.receipt.number)
  expect((await apply({ ...input, name: '别的名字' })).code).toBe('IDEMPOTENCY_KEY_REUSED')
  const again = await apply(form({ idCard: known.idCard, name: known.name }))
  expect(Object.keys(again.receipt)).toEqual(Object.keys(first.receipt))
  expect((await find(again.receipt.number)).alike).toEqual([{ id: known.id }])
  const made = await find(first.receipt.number)
  expect(made).toMatchObject({ state: 'RECEIVED', alike: [], openActions: ['ACCEPT', 'DECLINE'] })
  expect(made.idCard).toMatch(/^152\*{11}/)
  expect(made.phone).toMatch(/\*{4}/)
  expect((await ask('{ applicationNotice { version text leastAge ownConsentAge } }')).data.applicationNotice).toMatchObject({ version: '2026-1', leastAge: 16, ownConsentAge: 18 })
  expect((await asOwner('SELECT id FROM persons WHERE name = ?', ['示例申请'])).length).toBe(0)
})

it('refuses without the notice, with wrong numbers, and who is too young; of minors a guardian agrees', async () => {
  expect((await apply(form({ agreed: false }))).code).toBe('CONSENT_MISSING')
  expect((await apply(form({ noticeVersion: '2020-1' }))).code).toBe('CONSENT_MISSING')
  expect((await apply(form({ regionCode: place.township }))).code).toBe('INVALID')
  const wrong = await apply(form({ idCard: '15232619750506001X', phone: '12', name: '1' }))
  expect([wrong.code, Object.keys(wrong.fields).sort()]).toEqual(['INVALID', ['idCard', 'name', 'phone']])
  const year = new Date().getFullYear()
  expect((await apply(form({ idCard: anIdCard(`${year - 12}-01-02`) }))).code).toBe('INELIGIBLE')
  const young = { idCard: anIdCard(`${year - 17}-01-02`) }
  expect(Object.keys((await apply(form(young))).fields).sort()).toEqual(['guardianAgrees', 'guardianName', 'guardianPhone'])
  expect((await apply(form({ ...young, guardianName: '示例监护', guardianPhone: aPhone(), guardianAgrees: true }))).receipt.number).toBeTruthy()
})

it('limits how often one address applies', async () => {
  const codes: unknown[] = []
  for (let n = 0; n < 11; n++) codes.push((await apply(form(), '10.200.1.1')).code ?? 'DONE')
  expect(codes).toEqual([...Array(10).fill('DONE'), 'LIMITED'])
  expect((await apply(form(), '10.200.1.2')).receipt.number).toBeTruthy()
})

it('is reviewed by the station: accepted it becomes a volunteer who asks for a team, declined it has a reason', async () => {
  const team = await aTeam({ regionCode: place.township })
  const one = await find((await apply(form())).receipt.number)
  expect(one.teamOfResidence.id).toBe(team.id)
  const stranger = await person('stationWorker', { regionCode: (await aPlace()).township })
  expect((await stranger.ask('query ($id: ID!) { volunteerApplication(id: $id) { id } }', { id: one.id })).code).toBe('NOT_FOUND')
  expect((await stranger.ask(ACCEPT, { id: one.id, version: one.version, input: {} })).code).toBe('NOT_FOUND')
  const village = await person('villageLiaison', { regionCode: place.village() })
  expect((await village.ask(ACCEPT, { id: one.id, version: one.version, input: {} })).code).toBe('FORBIDDEN')
  expect((await worker.ask(ACCEPT, { id: one.id, version: 9, input: {} })).code).toBe('STALE')
  const other = await aPerson({ regionCode: place.village(), idCard: anIdCard() })
  expect((await worker.ask(ACCEPT, { id: one.id, version: one.version, input: { personId: other.id } })).code).toBe('INVALID')
  const input = { teamId: team.id, clientKey: `accept-${one.id}` }
  const { acceptApplication } = await worker.get(ACCEPT, { id: one.id, version: one.version, input })
  expect((await worker.get(ACCEPT, { id: one.id, version: one.version, input })).acceptApplication.volunteerId).toBe(acceptApplication.volunteerId)
  const { volunteer } = await worker.get('query ($id: ID!) { volunteer(id: $id) { state source consentVersion skills memberships { state } person { name isVeteran } } }', { id: acceptApplication.volunteerId })
  expect(volunteer).toEqual({ state: 'PENDING', source: 'PUBLIC_FORM', consentVersion: '2026-1', skills: ['HAIRCUT'], memberships: [{ state: 'JOIN_REQUESTED' }], person: { name: '示例申请', isVeteran: true } })
  expect((await worker.ask(DECLINE, { id: one.id, version: acceptApplication.version, reason: '迟了' })).code).toBe('WRONG_STATE')

  const two = await find((await apply(form())).receipt.number)
  expect((await worker.ask(DECLINE, { id: two.id, version: two.version, reason: ' ' })).code).toBe('INVALID')
  expect((await worker.get(DECLINE, { id: two.id, version: two.version, reason: '不在本旗居住' })).declineApplication).toEqual({ state: 'DECLINED', answer: '不在本旗居住' })
})

it('reminds of an application that waits longer than three working days, until it is answered', async () => {
  const one = await find((await apply(form())).receipt.number)
  await asOwner('UPDATE volunteer_applications SET createdAt = createdAt - INTERVAL 12 DAY WHERE id = ?', [one.id])
  const open = async () => (await worker.get('query ($id: ID!) { tasks(filter: { entityId: $id, state: [OPEN], kind: [APPLICATION_WAITING] }) { total } }', { id: one.id })).tasks.total
  await watchAll(await systemCtx())
  expect(await open()).toBe(1)
  await worker.get(DECLINE, { id: one.id, version: one.version, reason: '重复申请' })
  expect(await open()).toBe(0)
})
