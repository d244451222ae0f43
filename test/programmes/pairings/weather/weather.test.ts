import { RiskGrade } from '../../../../server/people/beneficiaries/enums'
import { escalate } from '../../../../server/programmes/pairings/escalate'
import { PairingState } from '../../../../server/programmes/pairings/Pairing'
import { app, person, setClock, stop, systemCtx, type Person } from '../../../support/app'
import { asOwner } from '../../../support/database'
import { aPairing } from '../../../support/pairings'
import { aBeneficiary, aPlace } from '../../../support/people'

const ISSUE = 'mutation($input: WeatherWarningInput!) { issueWeatherWarning(input: $input) { id version state cause openActions figures { told reached open } } }'
const LIFT = 'mutation($id: ID!, $version: Int!) { liftWeatherWarning(id: $id, version: $version, reason: "雪停了") { state openActions } }'
const SEE = 'query($id: ID!) { weatherWarning(id: $id) { version state figures { told reached open } history { action } } }'
const TASKS = 'query($cause: String!) { tasks(filter: { cause: $cause }) { total items { id version state kind entity dueAt person { id } volunteer { id } maySettle } } }'
const NOW = '2026-11-23T04:00:00.000Z'

const blizzard = (regionCodes: string[], more: object = {}) => ({ kind: 'BLIZZARD', level: 'ORANGE', regionCodes, startsAt: NOW, endsAt: '2026-11-25T04:00:00.000Z', text: '预计未来48小时有暴雪', ...more })
const high = (regionCode: string, more: object = {}) => aBeneficiary({ regionCode, grade: RiskGrade.HIGH, ...more })

beforeAll(async () => {
  await app()
  setClock(NOW)
})
afterAll(stop)

/** A township with three elders at high risk, two of them visited, and one who is not at high risk. */
async function aTownship() {
  const place = await aPlace()
  const station = await person('stationWorker', { regionCode: place.township })
  const [near, far, alone] = [await high(place.village()), await high(place.village(2)), await high(place.village())]
  const pairings = [await aPairing({ elder: near }), await aPairing({ elder: far })]
  await aPairing({ elder: await aBeneficiary({ regionCode: place.village() }) })
  return { place, station, pairings, elders: [near, far, alone] }
}

const figuresOf = async (who: Person, id: string) => (await who.get(SEE, { id })).weatherWarning.figures

describe('a weather warning', () => {
  it('tells the volunteers of all elders at high risk, and the station of those without one, once', async () => {
    const { place, station, pairings, elders } = await aTownship()
    const { issueWeatherWarning: warning } = await station.get(ISSUE, { input: blizzard([place.township, place.village()]) })
    expect(warning).toMatchObject({ state: 'STANDING', openActions: ['LIFT'], figures: { told: 3, reached: 0, open: 3 } })
    const { tasks } = await station.get(TASKS, { cause: warning.cause })
    expect(tasks.items.map((task: any) => [task.person.id, task.entity, task.volunteer?.id ?? null]).sort()).toEqual([
      [elders[0]!.personId, 'Pairing', pairings[0]!.volunteerId], [elders[1]!.personId, 'Pairing', pairings[1]!.volunteerId], [elders[2]!.personId, 'Beneficiary', null],
    ].sort())
    expect(tasks.items.every((task: any) => task.kind === 'WEATHER' && Date.parse(task.dueAt) === Date.parse(NOW) + 12 * 3_600_000)).toBe(true)
    expect((await station.ask(ISSUE, { input: blizzard([place.township]) })).code).toBe('DUPLICATE')
    // Another warning of the same weather tells nobody twice, nor does the clock.
    const { issueWeatherWarning: second } = await station.get(ISSUE, { input: blizzard([place.village()], { level: 'RED' }) })
    await escalate(await systemCtx())
    expect(await figuresOf(station, second.id)).toEqual({ told: 0, reached: 0, open: 0 })
    expect(await figuresOf(station, warning.id)).toEqual({ told: 3, reached: 0, open: 3 })
    const own = await person('volunteer', { volunteerId: pairings[0]!.volunteerId })
    expect((await own.get(TASKS, { cause: warning.cause })).tasks.total).toBe(1)
    expect(await figuresOf(own, warning.id)).toEqual({ told: 1, reached: 0, open: 1 })
  })

  it('is settled for an elder by a contact after its start, and by nothing else', async () => {
    const { place, station, pairings } = await aTownship()
    setClock('2026-11-24T04:00:00.000Z')
    const { issueWeatherWarning: warning } = await station.get(ISSUE, { input: blizzard([place.township], { startsAt: '2026-11-24T02:00:00.000Z' }) })
    const own = await person('volunteer', { volunteerId: pairings[0]!.volunteerId })
    const record = (more: object) => own.get('mutation($input: RecordVisitInput!) { recordVisit(input: $input) { id } }', { input: { pairingId: pairings[0]!.id, visitedOn: '2026-11-24', manner: 'PHONE', contactMade: true, minutes: 5, ...more } })
    await record({ visitedOn: '2026-11-23' })
    await record({ startedAt: '2026-11-24T01:00:00.000Z' })
    await record({ contactMade: false, minutes: 0 })
    expect(await figuresOf(station, warning.id)).toEqual({ told: 3, reached: 0, open: 3 })
    await record({ startedAt: '2026-11-24T03:00:00.000Z' })
    expect(await figuresOf(station, warning.id)).toEqual({ told: 3, reached: 1, open: 2 })
    expect((await asOwner('SELECT warnedAt FROM pairings WHERE id = ?', [pairings[0]!.id]))[0]!.warnedAt).toBeNull()
    const { tasks } = await station.get(TASKS, { cause: warning.cause })
    const alone = tasks.items.find((task: any) => task.entity === 'Beneficiary')
    await station.get('mutation($id: ID!, $version: Int!) { settleTask(id: $id, version: $version, input: { settlement: "电话联系，家中有煤" }) { state } }', { id: alone.id, version: alone.version })
    await escalate(await systemCtx())
    expect(await figuresOf(station, warning.id)).toEqual({ told: 3, reached: 2, open: 1 })
    setClock(NOW)
  })

  it('closes what is open when it is lifted or its time is over, and follows who is at high risk meanwhile', async () => {
    const { place, station, pairings, elders } = await aTownship()
    const { issueWeatherWarning: warning } = await station.get(ISSUE, { input: blizzard([place.township]) })
    await station.get('mutation($id: ID!) { gradeBeneficiary(id: $id, version: 1, input: { grade: KEY, reason: "好转" }) { id } }', { id: elders[2]!.id })
    const late = await high(place.village(2))
    await escalate(await systemCtx())
    const { tasks } = await station.get(TASKS, { cause: warning.cause })
    expect(tasks.items.map((task: any) => [task.person.id, task.state]).sort()).toEqual([[elders[0]!.personId, 'OPEN'], [elders[1]!.personId, 'OPEN'], [elders[2]!.personId, 'CANCELLED'], [late.personId, 'OPEN']].sort())
    const { weatherWarning: now } = await station.get(SEE, { id: warning.id })
    expect((await station.get(LIFT, { id: warning.id, version: now.version })).liftWeatherWarning).toEqual({ state: 'LIFTED', openActions: [] })
    expect(await figuresOf(station, warning.id)).toEqual({ told: 4, reached: 0, open: 0 })
    expect((await station.ask(LIFT, { id: warning.id, version: now.version })).code).toBe('STALE')
    expect((await station.ask(LIFT, { id: warning.id, version: now.version + 1 })).code).toBe('WRONG_STATE')

    const { issueWeatherWarning: passing } = await station.get(ISSUE, { input: blizzard([place.township], { endsAt: '2026-11-23T06:00:00.000Z' }) })
    setClock('2026-11-23T07:00:00.000Z')
    await escalate(await systemCtx())
    setClock(NOW)
    expect((await station.get(SEE, { id: passing.id })).weatherWarning).toMatchObject({ state: 'PASSED', figures: { told: 3, reached: 0, open: 0 } })
    expect(pairings[0]!.state).toBe(PairingState.ACTIVE)
  })

  it('is given by the bureau anywhere, by a station for its own area, and by nobody else', async () => {
    const { place, station } = await aTownship()
    const elsewhere = await aPlace()
    const [officer, other, own, leader] = [await person('bureauOfficer'), await person('stationWorker', { regionCode: elsewhere.township }), await person('volunteer'), await person('bureauLeader')]
    expect((await other.ask(ISSUE, { input: blizzard([place.village()]) })).code).toBe('NOT_FOUND')
    expect((await station.ask(ISSUE, { input: blizzard([place.township, elsewhere.village()]) })).code).toBe('NOT_FOUND')
    for (const who of [own, leader]) expect((await who.ask(ISSUE, { input: blizzard([place.township]) })).code).toBe('FORBIDDEN')
    const { issueWeatherWarning: warning } = await officer.get(ISSUE, { input: blizzard([place.township, elsewhere.township], { clientKey: 'w1' }) })
    expect((await officer.get(ISSUE, { input: blizzard([place.township, elsewhere.township], { clientKey: 'w1' }) })).issueWeatherWarning.id).toBe(warning.id)
    expect((await station.ask(LIFT, { id: warning.id, version: warning.version })).code).toBe('NOT_FOUND')
    expect([await figuresOf(officer, warning.id), await figuresOf(station, warning.id), await figuresOf(other, warning.id)].map(each => each.told)).toEqual([3, 3, 0])
    const LIST = 'query($region: RegionCode!) { weatherWarnings(filter: { region: $region, state: [STANDING] }) { items { id regions { code } } } }'
    expect((await station.get(LIST, { region: place.village(2) })).weatherWarnings.items).toEqual([{ id: warning.id, regions: [{ code: place.township }, { code: elsewhere.township }].sort((a, b) => (a.code < b.code ? -1 : 1)) }])
    expect((await station.get('{ inbox { counts { kind count } } }')).inbox.counts.find((each: any) => each.kind === 'WEATHER').count).toBeGreaterThan(0)
    expect((await officer.ask(ISSUE, { input: blizzard(['999999999999']) })).code).toBe('INVALID')
    for (const wrong of [{ endsAt: NOW }, { endsAt: '2026-11-22T04:00:00.000Z', startsAt: '2026-11-21T04:00:00.000Z' }, { endsAt: '2027-11-25T04:00:00.000Z' }, { startsAt: '2020-01-01T00:00:00.000Z', endsAt: '2026-12-25T04:00:00.000Z' }, { text: '  ' }, { regionCodes: [] }]) {
      expect((await officer.ask(ISSUE, { input: blizzard([place.township], wrong) })).code).toBe('INVALID')
    }
  })
})

