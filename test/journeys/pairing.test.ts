import { newId } from '../../server/kernel/entity'
import { addDays, dayOf } from '../../server/kernel/days'
import { aPlace, aVolunteer, anIdCard, next } from '../support/people'
import { asOwner, person, stop, systemCtx } from '../support/app'
import { database, statementsFromNow } from '../support/database'
import { loadProgrammes } from '../../server/bureau/programmes/loadProgrammes'
import { verifyAudit } from '../../server/kernel/audit'

beforeAll(async () => loadProgrammes(await systemCtx()))
afterAll(stop)

const today = dayOf(new Date())
const PAIRING = 'id version state nextVisitOn overdue openActions'
const REGISTER = 'mutation ($input: BeneficiaryInput!) { registerBeneficiary(input: $input) { id version state grade person { id name phone idCard } openActions } }'
const ASSESS = 'mutation ($id: ID!, $version: Int!, $input: AssessmentInput!) { assessBeneficiary(id: $id, version: $version, input: $input) { id version state visitEvery } }'
const CONSENT = 'mutation ($id: ID!, $input: ConsentInput!) { recordConsent(id: $id, input: $input) { id version state consentState } }'
const SUGGEST = 'query ($for: ID!) { suggestVolunteers(for: $for, programme: SUNSET) { items { volunteer { id } reasons { text } } notOffered { volunteer { id } reasons { text } } } }'
const PAIR = `mutation ($input: PairElderInput!) { pairElder(input: $input) { ${PAIRING} } }`
const ACCEPT = `mutation ($id: ID!, $version: Int!) { acceptPairing(id: $id, version: $version) { ${PAIRING} } }`
const ACTIVATE = `mutation ($id: ID!, $version: Int!, $input: ActivatePairingInput!) { activatePairing(id: $id, version: $version, input: $input) { ${PAIRING} } }`
const RECORD = 'mutation ($input: RecordVisitInput!) { recordVisit(input: $input) { id visitedOn counts flags } }'
const ONE = `query ($id: ID!) { pairing(id: $id) { ${PAIRING} visits { total items { id visitedOn } } history { act fromState toState by { name } } beneficiary { state person { name phone } } } }`
const LIST = `query ($filter: PairingFilter! = {}) { pairings(filter: $filter, sort: { field: NEXT_VISIT_ON, order: ASC }, page: { number: 1, size: 25 }) { total items { id version programme state startedOn nextVisitOn overdue region { code name }
  beneficiary { id kinds grade person { id name phone } } volunteers { id person { id name phone } } lastVisit { id visitedOn minutes } openActions } } }`

/** An elder registered by a station worker, and everything up to the first visit. */
async function aStory() {
  const place = await aPlace()
  const volunteer = await aVolunteer({ regionCode: place.village(1) })
  const far = await aVolunteer({ regionCode: place.village(2), screenedOn: null })
  const worker = await person('stationWorker', { regionCode: place.township })
  const other = await person('stationWorker', { regionCode: (await aPlace()).township })
  const helper = await person('volunteer', { volunteerId: volunteer.id, personId: volunteer.personId, regionCode: volunteer.regionCode })
  const officer = await person('bureauOfficer')
  return { place, volunteer, far, worker, other, helper, officer }
}

async function anElderOf({ worker, place }: Awaited<ReturnType<typeof aStory>>) {
  const idCard = anIdCard(addDays('1940-02-03', next()))
  const { registerBeneficiary: elder } = await worker.get(REGISTER, { input: { person: { name: '示例·乌云', idCard, phone: '15400001111', regionCode: place.village(1), address: '示例组1号' }, kinds: ['OLDEST', 'EMPTY_NEST'], livesAlone: true, clientKey: newId() } })
  const { assessBeneficiary: assessed } = await worker.get(ASSESS, { id: elder.id, version: elder.version, input: { grade: 'HIGH', findings: '独居，行动不便' } })
  return { elder, assessed }
}
const consent = { textVersion: '2022-1', givenOn: today, givenBy: 'SELF', channel: 'PAPER' }

async function aLivePairing(story: Awaited<ReturnType<typeof aStory>>) {
  const { elder } = await anElderOf(story)
  await story.worker.get(CONSENT, { id: elder.id, input: consent })
  const { pairElder: proposed } = await story.worker.get(PAIR, { input: { beneficiaryId: elder.id, programme: 'SUNSET', volunteerId: story.volunteer.id, clientKey: newId() } })
  const { acceptPairing: accepted } = await story.helper.get(ACCEPT, { id: proposed.id, version: proposed.version })
  const { activatePairing: active } = await story.worker.get(ACTIVATE, { id: accepted.id, version: accepted.version, input: { visitedOn: today, accompaniedBy: '示例联络员', agreement: '每周三上午，陪聊、代买', minutes: 30 } })
  return { elder, active }
}

it('goes from the first proposal to a recorded visit, each by their own role', async () => {
  const story = await aStory()
  const { worker, helper, officer, other, volunteer, far } = story
  const { elder, assessed } = await anElderOf(story)
  expect(elder.person).toMatchObject({ name: '示例·乌云', phone: '154****1111', idCard: expect.stringMatching(/^\d{3}\*+/) })
  expect(assessed).toMatchObject({ state: 'ASSESSED', visitEvery: 7 })

  const early = await worker.ask(PAIR, { input: { beneficiaryId: elder.id, programme: 'SUNSET', volunteerId: volunteer.id } })
  expect(early.code).toBe('CONSENT_MISSING')
  const { recordConsent } = await worker.get(CONSENT, { id: elder.id, input: consent })
  expect(recordConsent).toMatchObject({ state: 'WAITING', consentState: 'GIVEN' })

  const { suggestVolunteers } = await worker.get(SUGGEST, { for: elder.id })
  expect(suggestVolunteers.items[0].volunteer.id).toBe(volunteer.id)
  expect(suggestVolunteers.items[0].reasons.map((reason: any) => reason.text).join(' ')).toMatch(/village/i)
  expect(suggestVolunteers.notOffered.find((each: any) => each.volunteer.id === far.id).reasons[0].text).toMatch(/screened/i)

  const { pairElder } = await worker.get(PAIR, { input: { beneficiaryId: elder.id, programme: 'SUNSET', volunteerId: volunteer.id } })
  expect(pairElder).toMatchObject({ state: 'PROPOSED', nextVisitOn: null })
  expect((await worker.ask(ACCEPT, { id: pairElder.id, version: pairElder.version })).code).toBe('FORBIDDEN')
  const { acceptPairing } = await helper.get(ACCEPT, { id: pairElder.id, version: pairElder.version })
  expect((await helper.ask(ACCEPT, { id: pairElder.id, version: pairElder.version })).code).toBe('STALE')
  const { activatePairing } = await worker.get(ACTIVATE, { id: pairElder.id, version: acceptPairing.version, input: { visitedOn: today, accompaniedBy: '示例联络员', agreement: '每周三上午', minutes: 30 } })
  expect(activatePairing).toMatchObject({ state: 'ACTIVE', nextVisitOn: addDays(today, 7), overdue: false })

  const visit = { pairingId: pairElder.id, visitedOn: today, manner: 'HOME', contactMade: true, minutes: 45, services: ['CHATTING'], flags: ['NO_HEATING'], needs: ['炉子要修'], condition: 4, note: '聊得高兴', clientKey: newId() }
  const { recordVisit } = await helper.get(RECORD, { input: visit })
  expect(recordVisit).toMatchObject({ counts: true, flags: ['NO_HEATING'] })
  expect((await helper.get(RECORD, { input: visit })).recordVisit.id).toBe(recordVisit.id)
  expect((await helper.ask(RECORD, { input: { ...visit, minutes: 46 } })).code).toBe('IDEMPOTENCY_KEY_REUSED')

  const { pairing } = await officer.get(ONE, { id: pairElder.id })
  expect(pairing.visits.total).toBe(2)
  expect(pairing.beneficiary.state).toBe('PAIRED')
  expect(pairing.history.map((moment: any) => moment.act)).toEqual(['recordVisit', 'activatePairing', 'acceptPairing', 'pairElder'])
  const { serviceRecords } = await officer.get('query ($v: ID!) { serviceRecords(filter: { volunteerId: $v }) { total items { minutes state } } }', { v: volunteer.id })
  expect(serviceRecords.items.map((line: any) => line.minutes).sort()).toEqual([30, 45])
  const [{ totalMinutes, load }] = (await asOwner('SELECT totalMinutes, `load` FROM volunteers WHERE id = ?', [volunteer.id])) as [{ totalMinutes: number; load: number }]
  expect([totalMinutes, load]).toEqual([75, 1])
  const { tasks } = await worker.get('{ tasks(filter: { state: [OPEN] }) { total items { id version kind maySettle } } }')
  expect(tasks.items).toEqual([expect.objectContaining({ kind: 'RED_FLAG', maySettle: true })])
  expect((await worker.get('{ needRequests { items { text state } } }')).needRequests.items).toEqual([{ text: '炉子要修', state: 'OPEN' }])
  expect((await worker.get('mutation ($id: ID!, $v: Int!) { settleTask(id: $id, version: $v, input: { settlement: "已送煤" }) { state } }', { id: tasks.items[0].id, v: tasks.items[0].version })).settleTask.state).toBe('SETTLED')

  for (const [query, variables] of [[ONE, { id: pairElder.id }], ['query ($id: ID!) { beneficiary(id: $id) { id } }', { id: elder.id }], ['query ($id: ID!) { person(id: $id) { id } }', { id: elder.person.id }]] as const) {
    expect((await other.ask(query, variables)).code).toBe('NOT_FOUND')
  }
  expect((await other.get(LIST, { filter: { ids: [pairElder.id] } })).pairings.total).toBe(0)
  expect((await other.get(LIST, { filter: { beneficiaryId: elder.id } })).pairings.total).toBe(0)
  expect((await other.get('{ beneficiaries(filter: { q: "乌云" }) { total } }')).beneficiaries.total).toBe(0)
  expect((await other.ask(RECORD, { input: { ...visit, clientKey: newId() } })).code).toBe('NOT_FOUND')

  const auditor = await person('auditor')
  const { auditTrail } = await auditor.get('query ($id: ID!) { auditTrail(filter: { entityId: $id }) { total items { act actorName } } }', { id: pairElder.id })
  expect(auditTrail.total).toBeGreaterThanOrEqual(4)
  expect((await verifyAudit(await database())).ok).toBe(true)
  expect((await auditor.ask(ONE, { id: pairElder.id })).code).toBe('FORBIDDEN')
}, 60_000)

it('sends a hundred times and visits once', async () => {
  const story = await aStory()
  const { active } = await aLivePairing(story)
  const input = { pairingId: active.id, visitedOn: today, manner: 'HOME', contactMade: true, minutes: 20, clientKey: newId() }
  // Who is told that time ran out sends the same again, as a phone does.
  const send = async (): Promise<string | undefined> => {
    const { data, code } = await story.helper.ask(RECORD, { input })
    return code === 'UNAVAILABLE' ? send() : (data?.recordVisit?.id ?? code)
  }
  const answers = await Promise.all(Array.from({ length: 100 }, send))
  expect(new Set(answers).size).toBe(1)
  expect((await asOwner("SELECT COUNT(*) AS n FROM visits WHERE pairingId = ? AND minutes = 20", [active.id]))[0]!.n).toBe(1)
}, 60_000)

it('lets one of two stations’ proposals win, and pairs the same two again later', async () => {
  const story = await aStory()
  const second = await aVolunteer({ regionCode: story.place.village(2) })
  const { elder } = await anElderOf(story)
  await story.worker.get(CONSENT, { id: elder.id, input: consent })
  const propose = (volunteerId: string) => story.worker.ask(PAIR, { input: { beneficiaryId: elder.id, programme: 'SUNSET', volunteerId } })
  const answers = await Promise.all([propose(story.volunteer.id), propose(second.id), propose(story.volunteer.id), propose(second.id)])
  expect(answers.filter(answer => !answer.code)).toHaveLength(1)
  expect(answers.filter(answer => answer.code === 'DUPLICATE')).toHaveLength(3)
  const made = answers.find(answer => !answer.code)!.data.pairElder
  await story.worker.get('mutation ($id: ID!, $v: Int!) { endPairing(id: $id, version: $v, input: { reason: OTHER }) { state } }', { id: made.id, v: made.version })
  expect((await propose(story.volunteer.id)).code).toBeUndefined()
}, 60_000)

it('closes gently when the elder dies, and never forgets a volunteer who leaves', async () => {
  const story = await aStory()
  const { active, elder } = await aLivePairing(story)
  const planned = await story.worker.get('mutation ($p: ID!, $d: Date!) { planVisit(input: { pairingId: $p, plannedOn: $d }) { id } }', { p: active.id, d: addDays(today, 3) })
  const { beneficiary } = await story.worker.get('query ($id: ID!) { beneficiary(id: $id) { version } }', { id: elder.id })
  await story.worker.get('mutation ($id: ID!, $v: Int!) { endBeneficiary(id: $id, version: $v, input: { reason: DIED }) { state } }', { id: elder.id, v: beneficiary.version })
  const { pairing } = await story.worker.get(`query ($id: ID!) { pairing(id: $id) { state endReason nextVisitOn overdue } }`, { id: active.id })
  expect(pairing).toEqual({ state: 'ENDED', endReason: 'DIED', nextVisitOn: null, overdue: false })
  expect((await asOwner('SELECT state FROM visits WHERE id = ?', [planned.planVisit.id]))[0]!.state).toBe('CANCELLED')
  expect((await asOwner('SELECT `load` FROM volunteers WHERE id = ?', [story.volunteer.id]))[0]!.load).toBe(0)

  const next = await aStory()
  const { active: kept } = await aLivePairing(next)
  const { volunteer } = await next.worker.get('query ($id: ID!) { volunteer(id: $id) { version } }', { id: next.volunteer.id })
  await next.worker.get('mutation ($id: ID!, $v: Int!) { withdrawVolunteer(id: $id, version: $v, reason: "搬走") { state } }', { id: next.volunteer.id, v: volunteer.version })
  const after = (await next.worker.get('query ($id: ID!) { pairing(id: $id) { state needsHandover } }', { id: kept.id })).pairing
  expect(after.needsHandover).toBe(true)
  expect(after.state).not.toBe('ENDED')
}, 60_000)

describe('statements', () => {
  it('are at most eleven for recordVisit, transaction included, and six for the list page', async () => {
    const story = await aStory()
    const { active } = await aLivePairing(story)
    const count = async (work: () => Promise<unknown>): Promise<string[]> => {
      await work()
      const sent = await statementsFromNow()
      await work()
      return sent()
    }
    const visit = () => story.helper.get(RECORD, { input: { pairingId: active.id, visitedOn: today, manner: 'HOME', contactMade: true, minutes: 5, clientKey: newId() } })
    const visits = await count(visit)
    const list = await count(() => story.worker.get(LIST))
    expect(list.length).toBeLessThanOrEqual(6)
    expect(visits.length).toBeLessThanOrEqual(11)
  }, 60_000)
})
