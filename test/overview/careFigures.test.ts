import fc from 'fast-check'
import { careLinks, type CareLink } from '../../admin/programmes/careLinks'
import { Task, TaskKind, TaskState } from '../../server/bureau/tasks/Task'
import { ProgrammeCode } from '../../server/bureau/programmes/ProgrammeCode'
import { BeneficiaryKind, BeneficiaryState, RiskGrade } from '../../server/people/beneficiaries/enums'
import { recordService } from '../../server/people/hours/recordService'
import { NeedRequest, NeedState } from '../../server/programmes/pairings/needs/NeedRequest'
import { PairingEndReason, PairingState } from '../../server/programmes/pairings/Pairing'
import { RedFlag, VisitState } from '../../server/programmes/pairings/Visit'
import { aTerritory, type Person, person, put, setClock, stop, systemCtx } from '../support/app'
import { statementsFromNow } from '../support/database'
import { aPairing, aVisit } from '../support/pairings'
import { aBeneficiary, aPlace, aVolunteer } from '../support/people'

const TODAY = '2026-11-23'
const MONTH = '2026-11'
const CARE = `query($region: RegionCode, $month: String) { careFigures(region: $region, month: $month) { month elders matched due contacted visitsDone visitsMissed visitsFlagged alarms alarmsInTime needsRaised needsMet handedOver awaitingHandover minutes servicesBooked
  kinds { key count } services { key count } flags { key count } loads { key count } } }`
const COVERAGE = 'query($region: RegionCode) { coverage(region: $region) { region { code } beneficiaries matched unmatched overdue due contacted } }'
const FILTERS: Record<string, string> = { beneficiaries: 'BeneficiaryFilter', visits: 'VisitFilter', tasks: 'TaskFilter', needRequests: 'NeedRequestFilter', pairings: 'PairingFilter', serviceRecords: 'ServiceRecordFilter', volunteers: 'VolunteerFilter' }

const count = async (asker: Person, { of, filter }: CareLink): Promise<number> => (await asker.get<Record<string, { total: number }>>(`query($filter: ${FILTERS[of]}!) { ${of}(filter: $filter) { total } }`, { filter }))[of]!.total

beforeAll(() => setClock(`${TODAY}T04:00:00Z`))
afterAll(stop)

/** One elder's part of a random village. */
const life = fc.record({
  state: fc.constantFrom(...Object.values(PairingState)),
  elderState: fc.constantFrom(BeneficiaryState.WAITING, BeneficiaryState.PAIRED, BeneficiaryState.PAUSED, BeneficiaryState.ENDED),
  grade: fc.constantFrom(...Object.values(RiskGrade)),
  kinds: fc.uniqueArray(fc.constantFrom(...Object.values(BeneficiaryKind)), { minLength: 1, maxLength: 3 }),
  needsHandover: fc.boolean(),
  endReason: fc.constantFrom(PairingEndReason.HANDOVER, PairingEndReason.MOVED),
  endedOn: fc.constantFrom('2026-10-20', '2026-11-10'),
  village: fc.constantFrom(1, 2),
  visits: fc.array(fc.record({
    state: fc.constantFrom(VisitState.DONE, VisitState.DONE, VisitState.MISSED, VisitState.PLANNED, VisitState.CANCELLED),
    on: fc.constantFrom('2026-10-31', '2026-11-01', '2026-11-12', '2026-11-30'),
    counts: fc.boolean(),
    services: fc.subarray(['CHATTING', 'READING', 'WALKING']),
    flags: fc.subarray([RedFlag.ILL, RedFlag.NO_FOOD]),
    settled: fc.constantFrom('in time', 'late', 'open', 'cancelled'),
  }), { maxLength: 3 }),
  need: fc.option(fc.constantFrom(...Object.values(NeedState))),
})

async function arrange(village: (n: number) => string, lives: readonly (typeof life extends fc.Arbitrary<infer L> ? L : never)[]): Promise<void> {
  const ctx = await systemCtx()
  for (const { state, elderState, grade, kinds, needsHandover, endReason, endedOn, visits, need, ...rest } of lives) {
    const regionCode = village(rest.village)
    const elder = await aBeneficiary({ regionCode, grade, kinds, beneficiaryState: elderState })
    const pairing = await aPairing({ elder, state, needsHandover, endReason: state === PairingState.ENDED ? endReason : null, ...(state === PairingState.ENDED && { endedOn }), startedOn: state === PairingState.PROPOSED || state === PairingState.ACCEPTED ? null : '2026-10-05', lastContactOn: null })
    for (const { state: was, on, counts, services, flags, settled } of visits) {
      const done = was === VisitState.DONE
      const visit = await aVisit(pairing, { state: was, visitedOn: done ? on : null, plannedOn: done ? null : on, counts: done && counts, services, flags: done ? flags : [] })
      if (done && on <= TODAY) await ctx.transact('arrange', inner => recordService(inner, { volunteerId: pairing.volunteerId, programmeCode: ProgrammeCode.SUNSET, servedOn: on, minutes: 30, sourceType: 'Visit', sourceId: visit.id, regionCode }))
      if (visit.flags.length > 0) await anAlarm(regionCode, visit.id, on, settled)
    }
    if (need) await put(NeedRequest.of({ beneficiaryId: elder.id, pairingId: pairing.id, regionCode, programme: ProgrammeCode.SUNSET, service: null, text: '买煤', state: need, volunteerId: null, result: null, rating: null, ratingNote: null }))
  }
}

function anAlarm(regionCode: string, visitId: string, day: string, settled: string): Promise<Task> {
  const openedAt = new Date(`${day}T02:00:00Z`)
  const after = (hours: number): Date => new Date(openedAt.getTime() + hours * 3_600_000)
  const state = settled === 'open' ? TaskState.OPEN : settled === 'cancelled' ? TaskState.CANCELLED : TaskState.SETTLED
  return put(Task.of({
    kind: TaskKind.RED_FLAG, state, regionCode, entity: 'Visit', entityId: visitId, cause: 'RED_FLAG', openKey: null, personId: null, assigneeId: null, volunteerId: null, teamId: null, caseWorkerId: null, title: '险情', titleEn: 'Red flag',
    openedAt, dueAt: after(24), settledAt: state === TaskState.SETTLED ? after(settled === 'late' ? 30 : 24) : null, settledById: null, settlement: null,
  }))
}

it('counts each figure as the list does that it leads to, in one number of statements however much there is', () => fc.assert(fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 5 }), fc.boolean(), async (lives, narrowed) => {
  const place = await aPlace(2)
  await arrange(place.village, lives)
  const station = await person('stationWorker', { regionCode: place.township })
  const region = narrowed ? place.village(1) : null
  const sent = await statementsFromNow()
  const { careFigures: figures } = await station.get(CARE, { region, month: MONTH })
  const seen = sent()
  expect(seen.filter(sql => /FROM (beneficiaries|visits|tasks|need_requests|volunteers|pairings|service_records) it/.test(sql))).toHaveLength(8)
  const links = careLinks(MONTH, region)
  for (const [name, link] of Object.entries(links)) {
    if (typeof link === 'function' || name === 'unmatched' || name === 'overdue') continue
    expect([name, figures[name]]).toEqual([name, await count(station, link)])
  }
  for (const [tallies, link] of [[figures.kinds, links.kind], [figures.services, links.service], [figures.flags, links.flag], [figures.loads, links.load]] as const) {
    for (const { key, count: counted } of tallies) expect([key, counted]).toEqual([key, await count(station, link(key))])
  }
  const { coverage } = await station.get(COVERAGE, { region })
  for (const name of ['matched', 'unmatched', 'due', 'contacted', 'overdue'] as const) {
    expect([name, coverage.reduce((sum: number, row: Record<string, number>) => sum + row[name]!, 0)]).toEqual([name, await count(station, links[name])])
  }
}), { numRuns: 6 }), 180_000)

describe('to whom a contact was due in a month', () => {
  const dueIn = async (values: Parameters<typeof aPairing>[0], grade: RiskGrade, contacts: string[] = [], month = MONTH): Promise<boolean> => {
    const elder = await aBeneficiary({ regionCode: aTerritory().village(), grade, beneficiaryState: BeneficiaryState.PAIRED })
    const pairing = await aPairing({ elder, startedOn: '2026-09-01', ...values })
    for (const visitedOn of contacts) await aVisit(pairing, { visitedOn })
    return (await count(await person('stationWorker', { regionCode: elder.regionCode }), { of: 'beneficiaries', filter: { dueIn: month } })) === 1
  }

  it('are those whose due day falls in it or before it', async () => {
    expect(await dueIn({ lastContactOn: '2026-11-10' }, RiskGrade.KEY, ['2026-10-20', '2026-11-10'])).toBe(true)
    expect(await dueIn({ lastContactOn: '2026-10-20' }, RiskGrade.GENERAL, ['2026-10-20'])).toBe(false)
    expect(await dueIn({ lastContactOn: '2026-10-20' }, RiskGrade.GENERAL, ['2026-10-20'], '2027-01')).toBe(true)
    expect(await dueIn({ lastContactOn: '2026-11-12', startedOn: '2026-11-12' }, RiskGrade.KEY, ['2026-11-12'])).toBe(false)
  })

  it('are not those whose pairing had not begun, or had ended or paused before that day', async () => {
    expect(await dueIn({ state: PairingState.ACCEPTED, startedOn: null }, RiskGrade.HIGH)).toBe(false)
    expect(await dueIn({ state: PairingState.ENDED, endedOn: '2026-11-05', lastContactOn: '2026-10-31' }, RiskGrade.HIGH, ['2026-10-31'])).toBe(false)
    expect(await dueIn({ state: PairingState.ENDED, endedOn: '2026-11-07', lastContactOn: '2026-10-31' }, RiskGrade.HIGH, ['2026-10-31'])).toBe(true)
    expect(await dueIn({ state: PairingState.PAUSED, pausedOn: '2026-11-07', lastContactOn: '2026-10-31' }, RiskGrade.HIGH, ['2026-10-31'])).toBe(false)
    expect(await dueIn({ state: PairingState.PAUSED, pausedOn: '2026-11-08', lastContactOn: '2026-10-31' }, RiskGrade.HIGH, ['2026-10-31'])).toBe(true)
  })

  it('are, after a major change, those whom the due rule calls for', async () => {
    expect(await dueIn({ lastContactOn: '2026-10-20', majorChangeAt: new Date('2026-11-23T03:00:00Z') }, RiskGrade.GENERAL, ['2026-10-20'])).toBe(true)
  })
})

it('is refused for a month that is none, and to whoever may not read the figures', async () => {
  const land = aTerritory()
  const station = await person('stationWorker', { regionCode: land.township })
  expect((await station.ask(CARE, { month: '2026-13' })).code).toBe('INVALID')
  expect((await station.ask('query($filter: BeneficiaryFilter!) { beneficiaries(filter: $filter) { total } }', { filter: { dueIn: 'now' } })).code).toBe('INVALID')
  const volunteer = await aVolunteer({ regionCode: land.village() })
  expect((await (await person('volunteer', { volunteerId: volunteer.id })).ask(CARE)).code).toBe('FORBIDDEN')
  const pairing = await aPairing({ regionCode: land.village() })
  expect((await station.get(CARE)).careFigures).toMatchObject({ month: MONTH, elders: 1, matched: 1 })
  const elsewhere = await person('stationWorker', { regionCode: aTerritory().township })
  expect((await elsewhere.get(CARE, { region: pairing.regionCode })).careFigures).toMatchObject({ elders: 0, matched: 0, due: 0 })
})
