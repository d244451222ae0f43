import fc from 'fast-check'
import { ProgrammeCode } from '../../../server/bureau/programmes/ProgrammeCode'
import { ServiceItem } from '../../../server/bureau/programmes/ServiceItem'
import { SERVICES } from '../../../server/bureau/programmes/catalogue'
import { watchAll } from '../../../server/bureau/tasks/watches'
import { addDays } from '../../../server/kernel/days'
import { newId } from '../../../server/kernel/entity'
import { announce } from '../../../server/kernel/events'
import { ConsentState, RiskGrade } from '../../../server/people/beneficiaries/enums'
import { VolunteerState } from '../../../server/people/volunteers/Volunteer'
import { PairingState } from '../../../server/programmes/pairings/Pairing'
import { aTerritory, app, person, put, setClock, stop, systemCtx } from '../../support/app'
import { asOwner, database } from '../../support/database'
import { aPairing, aVisit } from '../../support/pairings'
import { aBeneficiary, aVolunteer } from '../../support/people'

const TODAY = '2026-11-23'
const PAIR = 'mutation($input: PairElderInput!) { pairElder(input: $input) { id version state openActions } }'
const ACCEPT = 'mutation($id: ID!, $version: Int!) { acceptPairing(id: $id, version: $version) { id version state } }'
const ACTIVATE = 'mutation($id: ID!, $version: Int!, $input: ActivatePairingInput!) { activatePairing(id: $id, version: $version, input: $input) { id version state startedOn nextVisitOn } }'
const RECORD = 'mutation($input: RecordVisitInput!) { recordVisit(input: $input) { id visitedOn counts minutes pairing { id version nextVisitOn lastContactOn } } }'
const END = 'mutation($id: ID!, $version: Int!, $input: EndPairingInput!) { endPairing(id: $id, version: $version, input: $input) { id state endReason } }'
const HAND_OVER = 'mutation($id: ID!, $version: Int!, $input: HandOverPairingInput!) { handOverPairing(id: $id, version: $version, input: $input) { id state predecessor { id state endReason } } }'
const ONE = 'query($id: ID!) { pairing(id: $id) { id version state nextVisitOn openActions visits { total items { id } } history { act } volunteers { id } } }'
const LIST = `query($filter: PairingFilter!) { pairings(filter: $filter, page: { number: 1, size: 25 }) { total items { id version programme state startedOn nextVisitOn overdue region { code name }
  beneficiary { id kinds grade person { id name phone } } volunteers { id person { id name phone } } lastVisit { id visitedOn minutes } openActions } } }`

const visit = (pairingId: string, more: object = {}) => ({ pairingId, visitedOn: TODAY, manner: 'HOME', contactMade: true, minutes: 40, services: ['CHATTING'], condition: 4, flags: [], note: null, photoIds: [], needs: [], ...more })
const loadOf = async (id: string): Promise<number> => Number((await asOwner('SELECT `load` AS n FROM volunteers WHERE id = ?', [id]))[0]!.n)

beforeAll(async () => {
  await app()
  setClock(`${TODAY}T04:00:00Z`)
  let sort = 0
  for (const [programmeCode, code, nameZh, nameEn] of SERVICES) await put(ServiceItem.of({ programmeCode, code, nameZh, nameEn, sort: sort++, active: true }))
})
afterAll(stop)

describe('the life of a pairing', () => {
  it('goes from the suggestion to the visit, by the people whose part it is, and is unseen elsewhere', async () => {
    const land = aTerritory()
    const elder = await aBeneficiary({ regionCode: land.village() })
    const keeper = await aVolunteer({ regionCode: land.village() })
    const station = await person('stationWorker', { regionCode: land.township })
    const own = await person('volunteer', { volunteerId: keeper.id, personId: keeper.personId })
    const { suggestVolunteers: offered } = await station.get('query($for: ID!) { suggestVolunteers(for: $for, programme: SUNSET) { items { volunteer { id } reasons { code text } } notOffered { volunteer { id } } } }', { for: elder.id })
    expect(offered.items[0].volunteer.id).toBe(keeper.id)
    expect(offered.items[0].reasons.map((each: { text: string }) => each.text)).toContain('Lives in the same village')

    const { pairElder: proposed } = await station.get(PAIR, { input: { beneficiaryId: elder.id, programme: 'SUNSET', volunteerId: keeper.id } })
    expect(proposed).toMatchObject({ state: 'PROPOSED' })
    expect(await loadOf(keeper.id)).toBe(1)
    expect((await station.ask(ACCEPT, { id: proposed.id, version: proposed.version })).code).toBe('FORBIDDEN')
    const { acceptPairing: accepted } = await own.get(ACCEPT, { id: proposed.id, version: proposed.version })
    const { activatePairing: active } = await station.get(ACTIVATE, { id: proposed.id, version: accepted.version, input: { visitedOn: TODAY, accompaniedBy: '嘎查联络员', agreement: '每月一次，上门陪聊', minutes: 30, services: ['CHATTING'] } })
    expect(active).toMatchObject({ state: 'ACTIVE', startedOn: TODAY, nextVisitOn: addDays(TODAY, 30) })

    setClock('2026-11-28T04:00:00Z')
    const { recordVisit: done } = await own.get(RECORD, { input: visit(proposed.id, { visitedOn: '2026-11-28', flags: ['NO_HEATING'], needs: ['要买煤'] }) })
    expect(done).toMatchObject({ counts: true, pairing: { nextVisitOn: '2026-12-28' } })
    setClock(`${TODAY}T04:00:00Z`)
    const { tasks, needRequests } = await station.get('query($region: RegionCode!) { tasks(filter: { region: $region }) { items { kind dueAt openedAt } } needRequests(filter: { region: $region }) { items { id version text state } } }', { region: land.township })
    expect(tasks.items.map((each: any) => [each.kind, Date.parse(each.dueAt) - Date.parse(each.openedAt)])).toEqual([['RED_FLAG', 24 * 3_600_000]])
    expect(needRequests.items).toMatchObject([{ text: '要买煤', state: 'OPEN' }])
    expect((await asOwner('SELECT SUM(minutes) AS n FROM service_records WHERE volunteerId = ?', [keeper.id]))[0]!.n).toEqual('70')
    expect((await asOwner('SELECT totalMinutes AS n FROM volunteers WHERE id = ?', [keeper.id]))[0]!.n).toBe(70)

    const other = await person('stationWorker', { regionCode: aTerritory().township })
    expect((await other.ask(ONE, { id: proposed.id })).code).toBe('NOT_FOUND')
    expect((await other.get(LIST, { filter: { beneficiaryId: elder.id } })).pairings.total).toBe(0)
    expect((await other.ask(RECORD, { input: visit(proposed.id) })).code).toBe('NOT_FOUND')
    const stranger = await person('volunteer', { volunteerId: (await aVolunteer({ regionCode: land.village() })).id })
    expect((await stranger.ask(ONE, { id: proposed.id })).code).toBe('NOT_FOUND')
    expect((await own.get(LIST, { filter: {} })).pairings.total).toBe(1)

    const { pairing } = await station.get(ONE, { id: proposed.id })
    const { endPairing: ended } = await station.get(END, { id: pairing.id, version: pairing.version, input: { reason: 'OTHER' } })
    expect(ended).toMatchObject({ state: 'ENDED' })
    expect(await loadOf(keeper.id)).toBe(0)
    expect((await own.ask(RECORD, { input: visit(proposed.id) })).code).toBe('WRONG_STATE')
    expect((await station.ask(PAIR, { input: { beneficiaryId: elder.id, programme: 'SUNSET', volunteerId: keeper.id } })).code).toBeUndefined()
  })

  it('lets only the volunteer decline, and hands over as one act with both histories', async () => {
    const land = aTerritory()
    const pairing = await aPairing({ regionCode: land.village() })
    const next = await aVolunteer({ regionCode: land.village() })
    const station = await person('stationWorker', { regionCode: land.township })
    const { handOverPairing: proposed } = await station.get(HAND_OVER, { id: pairing.id, version: 1, input: { volunteerId: next.id, reason: '外出务工' } })
    expect(proposed).toMatchObject({ state: 'PROPOSED', predecessor: { id: pairing.id, state: 'ENDED', endReason: 'HANDOVER' } })
    expect([await loadOf(pairing.volunteerId), await loadOf(next.id)]).toEqual([0, 1])
    const asked = await person('volunteer', { volunteerId: next.id })
    await asked.get('mutation($id: ID!) { declinePairing(id: $id, version: 1, note: "太远") { state endReason } }', { id: proposed.id })
    expect(await loadOf(next.id)).toBe(0)
  })

  it('pauses without the days counting, and changes helpers with their load', async () => {
    const land = aTerritory()
    const pairing = await aPairing({ regionCode: land.village() })
    const helper = await aVolunteer({ regionCode: land.village() })
    const station = await person('stationWorker', { regionCode: land.township })
    const { changeHelpers } = await station.get('mutation($id: ID!, $helpers: [ID!]!) { changeHelpers(id: $id, version: 1, helperIds: $helpers) { version volunteers { id } } }', { id: pairing.id, helpers: [helper.id] })
    expect(changeHelpers.volunteers.map((each: { id: string }) => each.id)).toEqual([pairing.volunteerId, helper.id])
    const seen = await person('volunteer', { volunteerId: helper.id })
    expect((await seen.get(LIST, { filter: {} })).pairings.total).toBe(1)
    const { pausePairing } = await station.get('mutation($id: ID!, $version: Int!) { pausePairing(id: $id, version: $version, reason: "住院") { version state nextVisitOn } }', { id: pairing.id, version: changeHelpers.version })
    expect(pausePairing).toMatchObject({ state: 'PAUSED', nextVisitOn: null })
    setClock('2026-12-03T04:00:00Z')
    const { resumePairing } = await station.get('mutation($id: ID!, $version: Int!) { resumePairing(id: $id, version: $version) { state nextVisitOn } }', { id: pairing.id, version: pausePairing.version })
    setClock(`${TODAY}T04:00:00Z`)
    expect(resumePairing).toEqual({ state: 'ACTIVE', nextVisitOn: addDays(pairing.nextVisitOn!, 10) })
  })
})

describe('what the rules refuse', () => {
  it('is said by its code, whoever asks and from wherever', async () => {
    const land = aTerritory()
    const station = await person('stationWorker', { regionCode: land.township })
    const regionCode = land.village()
    const ready = await aVolunteer({ regionCode })
    const elder = await aBeneficiary({ regionCode })
    const code = async (beneficiaryId: string, volunteerId: string, programme: ProgrammeCode = ProgrammeCode.SUNSET) => (await station.ask(PAIR, { input: { beneficiaryId, programme, volunteerId } })).code
    expect(await code((await aBeneficiary({ regionCode, consentState: ConsentState.MISSING })).id, ready.id)).toBe('CONSENT_MISSING')
    for (const volunteerState of [VolunteerState.PAUSED, VolunteerState.BLOCKED, VolunteerState.PENDING]) expect(await code(elder.id, (await aVolunteer({ regionCode, volunteerState })).id)).toBe('INELIGIBLE')
    expect(await code(elder.id, (await aVolunteer({ regionCode, screenedOn: null })).id)).toBe('INELIGIBLE')
    expect(await code(elder.id, (await aVolunteer({ regionCode, birthDate: '2008-11-24' })).id)).toBe('INELIGIBLE')
    expect(await code(elder.id, (await aVolunteer({ regionCode, load: 3 })).id)).toBe('OVER_CAPACITY')
    expect(await code(elder.id, (await aVolunteer({ personId: elder.personId, regionCode })).id)).toBe('INELIGIBLE')
    expect(await code(elder.id, ready.id, ProgrammeCode.RURAL)).toBe('INVALID')
    expect(await code(elder.id, (await aVolunteer()).id)).toBe('NOT_FOUND')
    expect(await code(elder.id, ready.id)).toBeUndefined()
    expect(await code(elder.id, (await aVolunteer({ regionCode })).id)).toBe('DUPLICATE')
  })

  it('keeps visits true: their day, their length, their services, one at a time', async () => {
    const pairing = await aPairing()
    const own = await person('volunteer', { volunteerId: pairing.volunteerId })
    const code = async (more: object) => (await own.ask(RECORD, { input: visit(pairing.id, more) })).code
    expect(await code({ visitedOn: '2026-11-24' })).toBe('INVALID')
    expect(await code({ visitedOn: '2026-10-31' })).toBe('INVALID')
    expect(await code({ minutes: 601 })).toBe('INVALID')
    expect(await code({ minutes: 0 })).toBe('INVALID')
    expect(await code({ services: ['CLEANING'] })).toBe('INVALID')
    expect(await code({ startedAt: '2026-11-23T01:00:00Z' })).toBeUndefined()
    expect(await code({ startedAt: '2026-11-23T01:20:00Z' })).toBe('OVERLAP')
    expect((await asOwner('SELECT COUNT(*) AS n FROM visits WHERE pairingId = ?', [pairing.id]))[0]!.n).toBe(1)
  })

  it('lets two stations’ workers pair the same elder at once, and one wins', async () => {
    const land = aTerritory()
    const elder = await aBeneficiary({ regionCode: land.village() })
    const asks = await Promise.all([1, 2, 3, 4].map(async () => {
      const [worker, volunteer] = [await person('stationWorker', { regionCode: land.township }), await aVolunteer({ regionCode: land.village() })]
      return () => worker.ask(PAIR, { input: { beneficiaryId: elder.id, programme: 'SHILIUZI', volunteerId: volunteer.id } })
    }))
    const codes = (await Promise.all(asks.map(each => each()))).map(each => each.code)
    expect(codes.filter(each => each === undefined)).toHaveLength(1)
    expect(codes.filter(each => each === 'DUPLICATE')).toHaveLength(3)
  })
})

describe('visits', () => {
  it('are entered once for a client key, however often they are sent', async () => {
    const pairing = await aPairing()
    const own = await person('volunteer', { volunteerId: pairing.volunteerId })
    const answers = await Promise.all(Array.from({ length: 30 }, () => own.ask(RECORD, { input: visit(pairing.id, { clientKey: 'phone-1' }) })))
    expect(new Set(answers.map(each => each.data?.recordVisit?.id)).size).toBe(1)
    expect((await asOwner('SELECT COUNT(*) AS n FROM visits WHERE pairingId = ?', [pairing.id]))[0]!.n).toBe(1)
    expect((await asOwner('SELECT totalMinutes AS n FROM volunteers WHERE id = ?', [pairing.volunteerId]))[0]!.n).toBe(40)
  }, 30_000)

  it('move the due date only by contact, and a second phone call in a row does not', async () => {
    const pairing = await aPairing()
    const own = await person('volunteer', { volunteerId: pairing.volunteerId })
    const due = async (more: object) => (await own.get(RECORD, { input: visit(pairing.id, { services: [], condition: null, ...more }) })).recordVisit.pairing.nextVisitOn
    expect(await due({ visitedOn: '2026-11-10', contactMade: false, minutes: 0 })).toBe('2026-12-01')
    expect(await due({ visitedOn: '2026-11-12', manner: 'PHONE', minutes: 5 })).toBe('2026-12-12')
    expect(await due({ visitedOn: '2026-11-14', manner: 'PHONE', minutes: 5 })).toBe('2026-12-12')
    expect(await due({ visitedOn: '2026-11-13' })).toBe('2026-12-14')
  })

  it('are planned, missed, called off, confirmed by others and taken back', async () => {
    const land = aTerritory()
    const pairing = await aPairing({ regionCode: land.village() })
    const [own, station] = [await person('volunteer', { volunteerId: pairing.volunteerId }), await person('stationWorker', { regionCode: land.township })]
    const plan = async (plannedOn: string) => (await station.get('mutation($input: PlanVisitInput!) { planVisit(input: $input) { id version state plannedOn } }', { input: { pairingId: pairing.id, plannedOn } })).planVisit
    const first = await plan(addDays(TODAY, 3))
    expect((await own.get('mutation($id: ID!, $version: Int!) { cancelVisit(id: $id, version: $version, reason: "有事") { state } }', first)).cancelVisit.state).toBe('CANCELLED')
    const second = await plan(TODAY)
    expect((await own.get('mutation($id: ID!, $version: Int!) { markVisitMissed(id: $id, version: $version, reason: "下雪") { state } }', second)).markVisitMissed.state).toBe('MISSED')
    const third = await plan(TODAY)
    const { recordVisit: done } = await own.get(RECORD, { input: visit(pairing.id) })
    expect(done.id).toBe(third.id)
    const CONFIRM = 'mutation($id: ID!, $version: Int!) { confirmVisit(id: $id, version: $version) { version confirmedById } }'
    expect((await own.ask(CONFIRM, { id: done.id, version: 2 })).code).toBe('FORBIDDEN')
    const { recordVisit: stations } = await station.get(RECORD, { input: visit(pairing.id) })
    expect((await station.ask(CONFIRM, { id: stations.id, version: 1 })).code).toBe('SELF_APPROVAL')
    await station.get(CONFIRM, { id: done.id, version: 2 })
    const VOID = 'mutation($id: ID!, $version: Int!) { voidVisit(id: $id, version: $version, reason: "并未走访") { state pairing { nextVisitOn lastContactOn } } }'
    await station.get(VOID, { id: stations.id, version: 1 })
    expect((await station.get(VOID, { id: done.id, version: 3 })).voidVisit).toEqual({ state: 'CANCELLED', pairing: { nextVisitOn: '2026-12-01', lastContactOn: null } })
    expect((await asOwner('SELECT totalMinutes AS n FROM volunteers WHERE id = ?', [pairing.volunteerId]))[0]!.n).toBe(0)
  })
})

describe('needs', () => {
  it('go from asking to rating', async () => {
    const land = aTerritory()
    const pairing = await aPairing({ regionCode: land.village() })
    const [own, station] = [await person('volunteer', { volunteerId: pairing.volunteerId }), await person('stationWorker', { regionCode: land.township })]
    const { raiseNeed } = await own.get('mutation($input: RaiseNeedInput!) { raiseNeed(input: $input) { id version state } }', { input: { beneficiaryId: pairing.beneficiaryId, programme: 'SUNSET', text: '理发', service: 'HAIRCUT' } })
    const MOVE = 'mutation($id: ID!, $version: Int!, $action: NeedAction!, $input: MoveNeedInput!) { moveNeed(id: $id, version: $version, action: $action, input: $input) { id version state } }'
    let need = raiseNeed
    for (const [who, action, input, state] of [[station, 'ASSIGN', { volunteerId: pairing.volunteerId }, 'ASSIGNED'], [own, 'ACCEPT', {}, 'ACCEPTED'], [own, 'FINISH', { note: '已理发' }, 'DONE'], [station, 'CONFIRM', { rating: 5 }, 'CONFIRMED']] as const) {
      need = (await who.get(MOVE, { id: need.id, version: need.version, action, input })).moveNeed
      expect(need.state).toBe(state)
    }
  })
})

describe('what happens to people', () => {
  it('moves pairings in the same act: grade, death, leaving', async () => {
    const land = aTerritory()
    const pairing = await aPairing({ regionCode: land.village() })
    const station = await person('stationWorker', { regionCode: land.township })
    await station.get('mutation($id: ID!) { gradeBeneficiary(id: $id, version: 1, input: { grade: HIGH, reason: "摔伤", majorChange: true }) { id } }', { id: pairing.beneficiaryId })
    expect((await station.get(ONE, { id: pairing.id })).pairing.nextVisitOn).toBe(addDays(TODAY, 1))
    await station.get('mutation($id: ID!) { endBeneficiary(id: $id, version: 2, input: { reason: DIED }) { id } }', { id: pairing.beneficiaryId })
    expect((await station.get(ONE, { id: pairing.id })).pairing).toMatchObject({ state: 'ENDED', nextVisitOn: null })
    expect(await loadOf(pairing.volunteerId)).toBe(0)
  })

  it('leaves no elder behind when a volunteer goes or an elder rests', async () => {
    const land = aTerritory()
    const pairing = await aPairing({ regionCode: land.village() })
    const station = await person('stationWorker', { regionCode: land.township })
    const ctx = await systemCtx()
    const tell = (name: 'beneficiary.paused' | 'beneficiary.resumed' | 'beneficiary.consentWithdrawn') => ctx.transact('arrange', inner => announce(inner, name, { beneficiaryId: pairing.beneficiaryId }))
    const state = async () => (await station.get('query($id: ID!) { pairing(id: $id) { state needsHandover } }', { id: pairing.id })).pairing
    await tell('beneficiary.paused')
    expect((await state()).state).toBe('PAUSED')
    await tell('beneficiary.resumed')
    expect((await state()).state).toBe('ACTIVE')
    await tell('beneficiary.consentWithdrawn')
    expect((await state()).state).toBe('PAUSED')
    await tell('beneficiary.resumed')
    expect((await state()).state).toBe('PAUSED')
    await ctx.transact('arrange', inner => announce(inner, 'volunteers.ended', { volunteerIds: [pairing.volunteerId], state: VolunteerState.WITHDRAWN, reason: null }))
    expect(await state()).toEqual({ state: 'PAUSED', needsHandover: true })
    expect((await asOwner('SELECT kind FROM tasks WHERE entityId = ?', [pairing.id]))[0]!.kind).toBe('HANDOVER')
  })

  it('escalates what is late, once, and closes it when it has been seen to', async () => {
    const land = aTerritory()
    const pairing = await aPairing({ regionCode: land.village(), nextVisitOn: addDays(TODAY, -6), soonOn: addDays(TODAY, -9) })
    await aBeneficiary({ regionCode: land.village(2), grade: RiskGrade.HIGH, unpairedSince: addDays(TODAY, -4) })
    await watchAll(await systemCtx())
    await watchAll(await systemCtx())
    const causes = async () => (await asOwner("SELECT cause FROM tasks WHERE regionCode LIKE ? AND state = 'OPEN' AND entity <> 'Team' ORDER BY cause", [`${land.township.slice(0, 9)}%`])).map(row => row.cause)
    expect(await causes()).toEqual(['OVERDUE_LEADER', 'OVERDUE_STATION', 'UNPAIRED_HIGH'])
    const own = await person('volunteer', { volunteerId: pairing.volunteerId })
    await own.get(RECORD, { input: visit(pairing.id) })
    await watchAll(await systemCtx())
    expect(await causes()).toEqual(['UNPAIRED_HIGH'])
    const station = await person('stationWorker', { regionCode: land.township })
    expect((await station.get('{ coverage { region { code } beneficiaries matched unmatched overdue } }')).coverage).toMatchObject([{ beneficiaries: 2, matched: 1, unmatched: 1, overdue: 0 }])
  })
})

/** A step of a walk: what is tried, with which of the elders and volunteers. */
const steps = fc.record({ move: fc.constantFrom('pair', 'accept', 'activate', 'record', 'pause', 'resume', 'end', 'handOver'), live: fc.nat(9), elder: fc.nat(1), volunteer: fc.nat(2), programme: fc.constantFrom('SUNSET', 'SHILIUZI'), helped: fc.boolean() })
/** How each walk begins, so that there is something to walk with. */
const BEGINNING = (['pair', 'accept', 'activate', 'record'] as const).map(move => ({ move, live: 0, elder: 0, volunteer: 1, programme: 'SUNSET', helped: true }))
/** What the rules may say no with; anything else is a fault. */
const REFUSALS = ['NOT_FOUND', 'FORBIDDEN', 'WRONG_STATE', 'INELIGIBLE', 'OVER_CAPACITY', 'DUPLICATE', 'INVALID']

describe('random walks', () => {
  // Another walk each time; a failure prints its seed and the shortest walk that fails.
  it('keep the promises: one live pairing, load equal to pairings, ledger equal to visits', () => fc.assert(fc.asyncProperty(fc.array(steps, { minLength: 20, maxLength: 40 }), async walk => {
    const land = aTerritory()
    const regionCode = land.village()
    const station = await person('stationWorker', { regionCode: land.township })
    const elders = [await aBeneficiary({ regionCode }), await aBeneficiary({ regionCode })]
    const volunteers = [await aVolunteer({ regionCode }), await aVolunteer({ regionCode }), await aVolunteer({ regionCode })]
    const owns = new Map(await Promise.all(volunteers.map(async each => [each.id, await person('volunteer', { volunteerId: each.id })] as const)))
    for (const { move, live, elder, volunteer, programme, helped } of [...BEGINNING, ...walk]) {
      const standing = await asOwner<{ id: string; version: number; volunteerId: string }[]>("SELECT id, version, volunteerId FROM pairings WHERE regionCode = ? AND state <> 'ENDED' ORDER BY id", [regionCode])
      const chosen = standing[live % Math.max(1, standing.length)]
      const { id, version } = chosen ?? { id: newId(), version: 1 }
      const own = chosen ? owns.get(chosen.volunteerId)! : station
      const volunteerId = volunteers[volunteer]!.id
      const moves = {
        pair: () => station.ask(PAIR, { input: { beneficiaryId: elders[elder]!.id, programme, volunteerId, helperIds: helped ? [volunteers[0]!.id] : [] } }),
        accept: () => own.ask(ACCEPT, { id, version }),
        activate: () => station.ask(ACTIVATE, { id, version, input: { visitedOn: TODAY, accompaniedBy: '某人', agreement: '每月一次', minutes: 5 } }),
        record: () => own.ask(RECORD, { input: visit(id, { services: [], minutes: 3 }) }),
        pause: () => station.ask('mutation($id: ID!, $version: Int!) { pausePairing(id: $id, version: $version, reason: "x") { id } }', { id, version }),
        resume: () => station.ask('mutation($id: ID!, $version: Int!) { resumePairing(id: $id, version: $version) { id } }', { id, version }),
        end: () => station.ask(END, { id, version, input: { reason: 'OTHER' } }),
        handOver: () => station.ask(HAND_OVER, { id, version, input: { volunteerId, reason: 'x' } }),
      }
      const { code } = await moves[move as keyof typeof moves]()
      if (code !== undefined) expect(REFUSALS).toContain(code)
    }
    expect(await asOwner("SELECT beneficiaryId, programme, COUNT(*) AS n FROM pairings WHERE regionCode = ? AND state <> 'ENDED' GROUP BY 1, 2 HAVING n > 1", [regionCode])).toEqual([])
    for (const { id } of volunteers) {
      const [row] = await asOwner("SELECT v.`load`, v.totalMinutes, (SELECT COUNT(*) FROM pairings p WHERE p.state <> 'ENDED' AND (p.volunteerId = v.id OR FIND_IN_SET(v.id, p.helperIds))) AS live, (SELECT COALESCE(SUM(minutes), 0) FROM visits w WHERE w.volunteerId = v.id AND w.state = 'DONE') AS visited, (SELECT COALESCE(SUM(minutes), 0) FROM service_records r WHERE r.volunteerId = v.id AND r.state = 'CONFIRMED') AS booked FROM volunteers v WHERE v.id = ?", [id])
      expect([Number(row!.load), Number(row!.totalMinutes), Number(row!.booked)]).toEqual([Number(row!.live), Number(row!.visited), Number(row!.visited)])
      expect(Number(row!.load)).toBeLessThanOrEqual(3)
    }
    const states = await asOwner("SELECT b.state, EXISTS (SELECT 1 FROM pairings p WHERE p.beneficiaryId = b.id AND p.state IN ('ACTIVE','PAUSED')) AS visited FROM beneficiaries b WHERE b.regionCode = ?", [regionCode])
    for (const row of states) expect(row.state).toBe(Number(row.visited) ? 'PAIRED' : 'WAITING')
  }), { numRuns: 5 }), 120_000)
})

describe('statements', () => {
  it('of recordVisit and of the list stay within their budget', async () => {
    const land = aTerritory()
    const pairings = [await aPairing({ regionCode: land.village() }), await aPairing({ regionCode: land.village(2) })]
    for (const each of pairings) await aVisit(each)
    const own = await person('volunteer', { volunteerId: pairings[0]!.volunteerId })
    const station = await person('stationWorker', { regionCode: land.township })
    const SHORT = 'mutation($input: RecordVisitInput!) { recordVisit(input: $input) { id } }'
    await own.get(SHORT, { input: visit(pairings[0]!.id, { visitedOn: '2026-11-20' }) })
    await station.get(LIST, { filter: {} })
    const seen: string[] = []
    const db = await database()
    db.onStatement = sql => void seen.push(sql)
    const before = db.roundTrips
    await own.get(SHORT, { input: visit(pairings[0]!.id, { startedAt: '2026-11-23T01:00:00Z', clientKey: 'counted' }) })
    const [recording, roundTrips] = [seen.splice(0), db.roundTrips - before]
    const list = await station.get(LIST, { filter: { state: [PairingState.ACTIVE] } })
    const listing = seen.splice(0)
    db.onStatement = undefined
    expect(list.pairings).toMatchObject({ total: 2 })
    expect(recording.filter(sql => !/FROM settings/.test(sql)).map(sql => sql.slice(0, 60)).length).toBeLessThanOrEqual(10)
    // Half of them go along with another.
    expect(recording.length - roundTrips).toBeGreaterThanOrEqual(5)
    expect(listing.length).toBeLessThanOrEqual(6)
  })
})
