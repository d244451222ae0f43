import { buildFrontedSchema } from '../../server/schema'
import fc from 'fast-check'
import { MOST } from '../../server/kernel/lists'
import { isWithin } from '../../server/kernel/regionCode'
import { ProgrammeCode } from '../../server/bureau/programmes/ProgrammeCode'
import { newId } from '../../server/kernel/entity'
import { ServiceRecord, ServiceState } from '../../server/people/hours/ServiceRecord'
import { Pairing, PairingState } from '../../server/programmes/pairings/Pairing'
import { VisitList } from '../../server/programmes/pairings/visitResolver'
import { Visit, VisitManner, VisitState } from '../../server/programmes/pairings/Visit'
import { asOwner, aTerritory, person, put, stop, systemCtx } from '../support/app'
import { database, statementsFromNow } from '../support/database'
import { aPairing } from '../support/pairings'
import { aVolunteer } from '../support/people'

afterAll(stop)
buildFrontedSchema()

const LIST = 'query ($filter: VisitFilter!, $page: Page! = {}) { visits(filter: $filter, page: $page) { total more items { id } } }'
const land = aTerritory()
const [STATES, MANNERS, DAYS] = [Object.values(VisitState), Object.values(VisitManner), ['2026-10-31', '2026-11-01', '2026-11-30']]

describe('the total of a list', () => {
  it('is what is counted by hand, whatever is asked for and by whom', async () => {
    const pairing = await aPairing({ regionCode: land.village() })
    const there: Visit[] = []
    for (let n = 0; n < 60; n++) {
      there.push(await put(Object.assign(Visit.within(pairing, pairing.volunteerId), { regionCode: land.village(n % 3), state: STATES[n % 4], manner: MANNERS[n % 2], visitedOn: DAYS[n % 5] ?? null, minutes: 30 })))
    }
    const asking = [await person('bureauOfficer'), await person('stationWorker', { regionCode: land.township }), await person('stationWorker', { regionCode: land.village(1) })]
    const asked = fc.record({ who: fc.nat(2), region: fc.constantFrom(land.township, land.village(0), land.village(2)), state: fc.subarray(STATES, { minLength: 1 }), manner: fc.option(fc.constantFrom(...MANNERS)), from: fc.option(fc.constantFrom(...DAYS)), size: fc.integer({ min: 1, max: 25 }) })
    await fc.assert(fc.asyncProperty(asked, async ({ who, region, state, manner, from, size }) => {
      const expected = there.filter(visit => (region === land.township || visit.regionCode === region) && (who < 2 || visit.regionCode === land.village(1)) && state.includes(visit.state) && (!manner || visit.manner === manner) && (!from || (visit.visitedOn !== null && visit.visitedOn >= from)))
      const { visits } = await asking[who]!.get(LIST, { filter: { region, state, manner: manner && [manner], visitedOnFrom: from }, page: { number: 1, size } })
      expect([visits.total, visits.more, visits.items.length]).toEqual([expected.length, false, Math.min(size, expected.length)])
    }), { numRuns: 60 })
  })

  it('goes no further than 100,000, and says so', async () => {
    const elsewhere = aTerritory()
    const pairing = await aPairing({ regionCode: elsewhere.village() })
    const visit = await put(Object.assign(Visit.within(pairing, pairing.volunteerId), { state: VisitState.DONE, visitedOn: '2026-11-02' }))
    const columns = (await asOwner<{ name: string }[]>("SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'visits' AND COLUMN_NAME <> 'id'")).map(({ name }) => `\`${name}\``).join(', ')
    const digits = '(SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)'
    const add = (from: number, most: number) =>
      asOwner(`INSERT INTO visits (id, ${columns}) SELECT CONCAT('0', LPAD(n.n + ${from}, 25, '0')), ${columns} FROM visits JOIN (SELECT a.d + 10*b.d + 100*c.d + 1000*e.d + 10000*f.d AS n FROM ${digits} a, ${digits} b, ${digits} c, ${digits} e, ${digits} f) n WHERE visits.id = ? AND n.n < ${most}`, [visit.id])
    const officer = await person('bureauOfficer')
    const asked = async () => (await officer.get(LIST, { filter: { region: elsewhere.township } })).visits
    await add(0, 99_999)
    expect(await asked()).toMatchObject({ total: MOST, more: false })
    await add(99_999, 1)
    expect(await asked()).toMatchObject({ total: MOST, more: true })
    await asOwner('DELETE FROM visits WHERE regionCode = ? AND id <> ?', [elsewhere.village(), visit.id])
  }, 60_000)

  it('is at least what the page shows where it cannot be counted in time, and the connection stays', async () => {
    const db = await database()
    const { open } = db.connections
    const slowly = async (number: number, size: number) => {
      const ctx = await systemCtx()
      const list = new VisitList(ctx.store.query(Visit).where('it.regionCode LIKE ? AND SLEEP(0.05) = 0', `${land.township.slice(0, 9)}%`).orderBy('it.id'), { number, size })
      const [items, total, more] = await Promise.all([list.items(), list.total(), list.more()])
      return [items.length, total, more]
    }
    expect(await slowly(1, 3)).toEqual([3, 3, true])
    expect(await slowly(2, 3)).toEqual([3, 6, true])
    expect(db.connections.open).toBeGreaterThanOrEqual(open)
    const ctx = await systemCtx()
    expect(await new VisitList(ctx.store.query(Visit).where('it.regionCode LIKE ? AND SLEEP(0.05) = 0', `${land.township.slice(0, 9)}%`), { number: 1, size: 3 }).total()).toBe(0)
  }, 60_000)
})

it('shows rows that come by several ways once, in their order, page by page, as many as it counts', async () => {
  const [here, there] = [aTerritory(), aTerritory()]
  const codes = [here.village(1), here.village(2), there.village(1)]
  const lines: ServiceRecord[] = []
  for (let n = 0; n < 40; n++) {
    lines.push(await put(ServiceRecord.of({
      volunteerId: newId(), personId: newId(), teamId: null, regionCode: codes[n % 3]!, homeRegionCode: codes[(n >> 1) % 3]!, programmeCode: ProgrammeCode.SUNSET, sourceType: 'Visit', sourceId: newId(), sourceKey: null, content: null, servedOn: DAYS[n % 5 % 3]!,
      startedAt: null, endedAt: null, breakMinutes: 0, minutes: 30, drill: false, state: n % 7 ? ServiceState.CONFIRMED : ServiceState.VOIDED, correctionOfId: null, note: null, voidReason: null, rating: null, ratingNote: null,
    })))
  }
  const asking = new Map([[here.township, await person('stationWorker', { regionCode: here.township })], [there.township, await person('stationWorker', { regionCode: there.township })], [here.village(2), await person('stationWorker', { regionCode: here.village(2) })]])
  const LEDGER = 'query ($filter: ServiceRecordFilter!, $sort: ServiceRecordSort!, $page: Page!) { serviceRecords(filter: $filter, sort: $sort, page: $page) { total items { id servedOn } } }'
  const asked = fc.record({ who: fc.constantFrom(...asking.keys()), state: fc.subarray(Object.values(ServiceState), { minLength: 1 }), order: fc.constantFrom('ASC', 'DESC'), page: fc.record({ number: fc.integer({ min: 1, max: 4 }), size: fc.integer({ min: 1, max: 25 }) }) })
  await fc.assert(fc.asyncProperty(asked, async ({ who, state, order, page }) => {
    const sign = order === 'ASC' ? 1 : -1
    const expected = lines.filter(line => state.includes(line.state) && (isWithin(line.regionCode, who) || isWithin(line.homeRegionCode, who))).sort((a, b) => (a.servedOn + a.id < b.servedOn + b.id ? -sign : sign))
    const { serviceRecords } = await asking.get(who)!.get(LEDGER, { filter: { state }, sort: { field: 'SERVED_ON', order }, page })
    expect(serviceRecords.items.map((item: { id: string }) => item.id)).toEqual(expected.slice((page.number - 1) * page.size, page.number * page.size).map(({ id }) => id))
    expect(serviceRecords.total).toBe(expected.length)
  }), { numRuns: 60 })
})

describe('pairings', () => {
  const [here, there] = [aTerritory(), aTerritory()]
  const LISTED = 'query ($filter: PairingFilter!, $sort: PairingSort, $page: Page!) { pairings(filter: $filter, sort: $sort, page: $page) { total items { id } } }'
  const PROGRAMMES = [ProgrammeCode.SUNSET, ProgrammeCode.SHILIUZI, ProgrammeCode.COMRADES]
  const made: Pairing[] = []

  beforeAll(async () => {
    const volunteer = await aVolunteer({ regionCode: here.village() })
    for (let n = 0; n < 36; n++) {
      const state = Object.values(PairingState)[n % 5]!
      made.push(await aPairing({
        regionCode: [here.village(1), here.village(2), there.village(1)][n % 3]!, state, programme: PROGRAMMES[(n >> 1) % 3]!, volunteer, beneficiaryId: newId(), teamId: 'T'.repeat(26),
        nextVisitOn: state === PairingState.ACTIVE ? DAYS[n % 4] ?? null : null,
      }))
    }
  })

  const asked = fc.record({
    region: fc.constantFrom(here.township, here.village(1), there.township), state: fc.option(fc.subarray(Object.values(PairingState), { minLength: 1 })), programme: fc.option(fc.subarray(PROGRAMMES, { minLength: 1 })),
    order: fc.constantFrom('ASC', 'DESC'), page: fc.record({ number: fc.integer({ min: 1, max: 5 }), size: fc.integer({ min: 1, max: 9 }) }), who: fc.nat(2),
  })

  it('come in the order of their due days, those without one last, page by page; and as many as are kept in mind are there', async () => {
    const asking = [await person('bureauOfficer'), await person('stationWorker', { regionCode: here.township }), await person('teamLeader', { teamId: 'T'.repeat(26) })]
    const db = await database()
    await fc.assert(fc.asyncProperty(asked, async ({ region, state, programme, order, page, who }) => {
      const statements: string[] = []
      db.onStatement = sql => void statements.push(sql)
      const { pairings } = await asking[who]!.get(LISTED, { filter: { region, state, programme }, sort: { field: 'NEXT_VISIT_ON', order }, page })
      db.onStatement = undefined
      const dueOf = ({ nextVisitOn: due }: Pairing): string => due ?? (order === 'ASC' ? '9999' : '0000')
      const sign = order === 'ASC' ? 1 : -1
      const expected = made
        .filter(one => isWithin(one.regionCode, region) && (who !== 1 || isWithin(one.regionCode, here.township)) && (!state || state.includes(one.state)) && (!programme || programme.includes(one.programme)))
        .sort((a, b) => (dueOf(a) + a.id < dueOf(b) + b.id ? -sign : sign))
      expect(pairings.items.map((item: { id: string }) => item.id)).toEqual(expected.slice((page.number - 1) * page.size, page.number * page.size).map(({ id }) => id))
      expect(pairings.total).toBe(expected.length)
      // A team leader's pairings are told by no division.
      expect(statements.some(sql => sql.includes('kept_totals'))).toBe(who < 2)
    }), { numRuns: 80 })
  })

  it('are counted themselves where a filter asks for more than what is kept tells', async () => {
    const officer = await person('bureauOfficer')
    const { pairings } = await officer.get(LISTED, { filter: { region: here.township, needsHandover: false, state: [PairingState.ACTIVE] }, page: { number: 1, size: 1 } })
    expect(pairings.total).toBe(made.filter(one => isWithin(one.regionCode, here.township) && one.state === PairingState.ACTIVE).length)
  })

  it('are read by one statement where they are few, and by two where the first half does not fill the page', async () => {
    const officer = await person('bureauOfficer')
    const [due, notDue] = [made.find(one => one.nextVisitOn !== null)!, made.find(one => one.nextVisitOn === null)!]
    const pagesOf = async (filter: object): Promise<number> => {
      const statements = await statementsFromNow()
      await officer.get(LISTED, { filter, sort: { field: 'NEXT_VISIT_ON', order: 'ASC' }, page: { number: 1, size: 25 } })
      return statements().filter(sql => sql.startsWith('SELECT STRAIGHT_JOIN')).length
    }
    expect(await pagesOf({ ids: [due.id, notDue.id] })).toBe(1)
    expect(await pagesOf({ region: here.township })).toBe(1)
    expect(await pagesOf({ needsHandover: false, state: [PairingState.PAUSED] })).toBe(2)
  })
})
