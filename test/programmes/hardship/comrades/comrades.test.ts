import { ServiceItem } from '../../../../server/bureau/programmes/ServiceItem'
import { ProgrammeCode } from '../../../../server/bureau/programmes/ProgrammeCode'
import { CaseColour, CaseState } from '../../../../server/programmes/hardship/enums'
import { HardshipCase } from '../../../../server/programmes/hardship/HardshipCase'
import { RedFlag } from '../../../../server/programmes/pairings/Visit'
import { aTerritory, person, put, setClock, stop, systemCtx } from '../../../support/app'
import { aCase, thePolicy } from '../../../support/cases'
import { aPairing, aVisit } from '../../../support/pairings'
import { aVolunteer } from '../../../support/people'

const SEEK = 'mutation ($id: ID!, $version: Int!) { seekHelpers(id: $id, version: $version) { id beneficiary { id version kinds grade state caseWorkerId } } }'
const ASSESS = 'mutation ($id: ID!, $version: Int!) { assessBeneficiary(id: $id, version: $version, input: { grade: KEY }) { id version } }'
const CONSENT = 'mutation ($id: ID!) { recordConsent(id: $id, input: { textVersion: "1", givenOn: "2026-11-20" }) { id state } }'
const SUGGEST = 'query ($id: ID!) { suggestVolunteers(for: $id, programme: COMRADES) { items { volunteer { id } } } }'
const PAIR = 'mutation ($input: PairElderInput!) { pairElder(input: $input) { id version programme } }'
const ACCEPT = 'mutation ($id: ID!, $version: Int!) { acceptPairing(id: $id, version: $version) { id version } }'
const ACTIVATE = 'mutation ($id: ID!, $version: Int!, $input: ActivatePairingInput!) { activatePairing(id: $id, version: $version, input: $input) { id version } }'
const VISIT = 'mutation ($input: RecordVisitInput!) { recordVisit(input: $input) { id version } }'
const VOID = 'mutation ($id: ID!, $version: Int!) { voidVisit(id: $id, version: $version, reason: "误录") { id } }'
const OPEN = 'query ($id: ID!) { hardshipCase(id: $id) { lastContactOn beneficiary { pairings { id programme volunteers { id } visits(page: {}) { total items { services } } } } } }'
const CLUE = 'mutation ($input: ClueInput!) { reportClue(input: $input) { id } }'

const contact = async (id: string): Promise<string | null> => (await (await systemCtx()).store.get(HardshipCase, id)).lastContactOn

beforeAll(async () => {
  await put(ServiceItem.of({ programmeCode: ProgrammeCode.COMRADES, code: 'TALKING', nameZh: '谈心交流', nameEn: 'Talk', sort: 1, active: true })).catch(() => undefined)
})
beforeEach(() => setClock('2026-11-23T04:00:00Z'))
afterAll(stop)

it('pairs comrades by the machinery that pairs elders; a visit of theirs is a contact of the case', async () => {
  const land = aTerritory()
  const keeper = await person('caseWorker')
  const one = await aCase({ regionCode: land.village(), state: CaseState.INVESTIGATING, colour: CaseColour.RED, ownerId: keeper.account.id })
  const helper = await aVolunteer({ regionCode: land.village() })
  const station = await person('stationWorker', { regionCode: land.township })
  const comrade = await person('volunteer', { volunteerId: helper.id })

  const { seekHelpers: sought } = await keeper.get(SEEK, { id: one.id, version: one.version })
  expect(sought.beneficiary).toMatchObject({ kinds: ['COMRADE'], grade: 'HIGH', state: 'PROPOSED', caseWorkerId: keeper.account.id })
  expect((await keeper.get(SEEK, { id: one.id, version: one.version })).seekHelpers.beneficiary).toEqual(sought.beneficiary)
  const { id } = sought.beneficiary
  await keeper.get(ASSESS, { ...sought.beneficiary })
  expect((await keeper.get(CONSENT, { id })).recordConsent.state).toBe('WAITING')

  expect((await station.get(SUGGEST, { id })).suggestVolunteers.items.map((item: { volunteer: { id: string } }) => item.volunteer.id)).toContain(helper.id)
  const { pairElder: proposed } = await station.get(PAIR, { input: { beneficiaryId: id, programme: 'COMRADES', volunteerId: helper.id } })
  const { acceptPairing: accepted } = await comrade.get(ACCEPT, { ...proposed })
  await station.get(ACTIVATE, { ...accepted, input: { visitedOn: '2026-11-23', accompaniedBy: '站长', agreement: '每月上门，帮做农活', minutes: 60 } })
  expect(await contact(one.id)).toBe('2026-11-23')
  setClock('2026-11-26T04:00:00Z')
  const { recordVisit: visit } = await comrade.get(VISIT, { input: { pairingId: proposed.id, visitedOn: '2026-11-26', manner: 'HOME', contactMade: true, minutes: 60, services: ['TALKING'] } })
  expect(await contact(one.id)).toBe('2026-11-26')
  const { hardshipCase: file } = await keeper.get(OPEN, { id: one.id })
  expect(file).toMatchObject({ lastContactOn: '2026-11-26', beneficiary: { pairings: [{ programme: 'COMRADES', volunteers: [{ id: helper.id }], visits: { total: 2 } }] } })

  await station.get(VOID, { ...visit })
  expect(await contact(one.id)).toBe('2026-11-23')
  expect((await comrade.ask(OPEN, { id: one.id })).code).toBe('FORBIDDEN')
})

it('leaves whoever is looked after already as they are, but for the kind; a case that is closed seeks nobody', async () => {
  const pairing = await aPairing()
  const { personId } = (await (await systemCtx()).store.sql('SELECT personId FROM beneficiaries WHERE id = ?', [pairing.beneficiaryId]))[0] as { personId: string }
  const one = await aCase({ personId, regionCode: pairing.regionCode })
  const station = await person('stationWorker', { regionCode: pairing.regionCode })
  const { beneficiary } = (await station.get(SEEK, { id: one.id, version: one.version })).seekHelpers
  expect([beneficiary.id, beneficiary.state, beneficiary.kinds.at(-1)]).toEqual([pairing.beneficiaryId, 'PAIRED', 'COMRADE'])
  const closed = await aCase({ state: CaseState.CLOSED, regionCode: pairing.regionCode })
  expect((await station.ask(SEEK, { id: closed.id, version: closed.version })).code).toBe('WRONG_STATE')
  expect((await (await person('caseWorker')).ask(SEEK, { id: one.id, version: one.version })).code).toBe('NOT_FOUND')
})

it('lets a volunteer report a clue from a visit in one act, with whom and what, and only once', async () => {
  await thePolicy()
  const pairing = await aPairing()
  const visit = await aVisit(pairing, { flags: [RedFlag.NO_HEATING], note: '没钱买煤' })
  const volunteer = await person('volunteer', { volunteerId: pairing.volunteerId })
  const { reportClue: receipt } = await volunteer.get(CLUE, { input: { source: 'VISIT', sourceId: visit.id } })
  const station = await person('stationWorker', { regionCode: pairing.regionCode })
  const { hardshipCase: clue } = await station.get('query ($id: ID!) { hardshipCase(id: $id) { source sourceEntity sourceId causeText person { id } region { code } state } }', { id: receipt.id })
  expect(clue).toMatchObject({ source: 'VISIT', sourceEntity: 'Visit', sourceId: visit.id, causeText: '2026-11-05 走访。发现：缺取暖。没钱买煤', state: 'CLUE' })
  expect((await station.ask(CLUE, { input: { source: 'VISIT', sourceId: visit.id } })).code).toBe('DUPLICATE')
  const both = await Promise.all([1, 2].map(async () => station.ask(CLUE, { input: { source: 'VISIT', sourceId: (await aVisit(pairing)).id, text: '见走访记录' } })))
  expect(both.map(each => each.code)).toEqual([undefined, undefined])
  const twice = await aVisit(pairing)
  const race = await Promise.all([1, 2].map(() => station.ask(CLUE, { input: { source: 'VISIT', sourceId: twice.id } })))
  expect(race.map(each => each.code ?? 'OK').sort()).toEqual(['DUPLICATE', 'OK'])
  const stranger = await person('volunteer', { volunteerId: (await aVolunteer()).id })
  expect((await stranger.ask(CLUE, { input: { source: 'VISIT', sourceId: (await aVisit(pairing)).id } })).code).toBe('NOT_FOUND')
  expect((await station.ask(CLUE, { input: { source: 'PERSON', personId: clue.person.id } })).code).toBe('INVALID')
})
