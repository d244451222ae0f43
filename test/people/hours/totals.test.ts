import fc from 'fast-check'
import { ProgrammeCode } from '../../../server/bureau/programmes/ProgrammeCode'
import { newId } from '../../../server/kernel/entity'
import { Refusal } from '../../../server/kernel/errors'
import { checkTotals, findDifferences, recountHours } from '../../../server/people/hours/checkTotals'
import type { Amiss } from '../../../server/kernel/totals'
import { recordService } from '../../../server/people/hours/recordService'
import { voidService } from '../../../server/people/hours/voidService'
import type { Team } from '../../../server/people/teams/Team'
import { transferMember } from '../../../server/people/volunteers/memberships'
import { Volunteer } from '../../../server/people/volunteers/Volunteer'
import { Region, RegionKind, RegionLevel } from '../../../server/bureau/regions/Region'
import { correctServiceRecord } from '../../../server/people/hours/correctService'
import { ServiceRecord } from '../../../server/people/hours/ServiceRecord'
import { type Person as Asker, person, put, setClock, stop, systemCtx } from '../../support/app'
import { asOwner } from '../../support/database'
import { aPlace, aTeam, aVolunteer } from '../../support/people'

beforeAll(() => setClock('2026-11-24T09:00:00+08:00'))
afterAll(stop)

interface County {
  place: Awaited<ReturnType<typeof aPlace>>
  volunteers: Volunteer[]
  teams: Team[]
}

async function aCounty(): Promise<County> {
  const place = await aPlace(2)
  const teams = await Promise.all([0, 1].map(() => aTeam({ regionCode: place.township })))
  const volunteers = await Promise.all([0, 1, 2].map(n => aVolunteer({ regionCode: place.village(1 + (n % 2)), teamId: teams[n % 2]!.id })))
  return { place, volunteers, teams }
}

/** What differs in a county; other tests of this file have theirs. */
async function differencesIn({ place, volunteers }: County): Promise<Amiss[]> {
  const ids = volunteers.map(each => each.id)
  const found = await findDifferences(await systemCtx())
  return found.filter(({ id }) => ids.includes(id) || id.includes(` ${place.township.slice(0, 9)}`))
}

const programmes = [ProgrammeCode.SUNSET, ProgrammeCode.SHILIUZI]
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ act: fc.constant('book' as const), who: fc.nat(2), day: fc.integer({ min: 1, max: 23 }), month: fc.constantFrom('10', '11'), from: fc.integer({ min: 0, max: 22 }), minutes: fc.integer({ min: 1, max: 300 }), timed: fc.boolean(), drill: fc.boolean(), programme: fc.nat(1), village: fc.integer({ min: 1, max: 2 }) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('correct' as const), which: fc.nat(50), minutes: fc.integer({ min: 1, max: 300 }), drill: fc.boolean(), programme: fc.nat(1), day: fc.integer({ min: 1, max: 23 }) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('void' as const), which: fc.nat(50) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('transfer' as const), who: fc.nat(2), team: fc.nat(1) }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

async function take(county: County, each: Step): Promise<void> {
  const ctx = await systemCtx()
  ;(ctx.actor.permissions as Set<string>).add('service.correct').add('team.write')
  const lines = await ctx.store.query(ServiceRecord).where("it.homeRegionCode LIKE ? AND it.state = 'CONFIRMED'", `${county.place.township.slice(0, 9)}%`).orderBy('it.id').rows()
  const day = (month: string, n: number) => `2026-${month}-${String(n).padStart(2, '0')}`
  await ctx.transact('test', async inner => {
    if (each.act === 'book') {
      const servedOn = day(each.month, each.day)
      const startAt = each.timed ? new Date(`${servedOn}T${String(each.from).padStart(2, '0')}:00:00+08:00`) : null
      await recordService(inner, {
        volunteerId: county.volunteers[each.who]!.id, programmeCode: programmes[each.programme]!, servedOn, startAt, endAt: startAt && new Date(startAt.getTime() + each.minutes * 60_000), minutes: each.minutes,
        drill: each.drill, sourceType: 'Visit', sourceId: newId(), regionCode: county.place.village(each.village), note: '全天',
      })
    } else if (each.act === 'transfer') {
      const { id, version } = await inner.store.get(Volunteer, county.volunteers[each.who]!.id)
      await transferMember(inner, id, version, county.teams[each.team]!.id, '就近')
    } else if (lines.length > 0) {
      const line = lines[each.which % lines.length]!
      if (each.act === 'void') await voidService(inner, line.sourceType, line.sourceId, '未发生')
      else await correctServiceRecord(inner, line.id, line.version, { startedAt: null, endedAt: null, minutes: each.minutes, drill: each.drill, programmeCode: programmes[each.programme], servedOn: day('11', each.day), note: '全天', reason: '核对' })
    }
  }).catch(error => {
    if (!(error instanceof Refusal)) throw error
  })
}

it('keeps every total equal to the sum of its lines, whatever is booked, corrected, taken back and moved', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async steps => {
      const county = await aCounty()
      // Half of it one after the other, half at the same time.
      const half = Math.ceil(steps.length / 2)
      for (const each of steps.slice(0, half)) await take(county, each)
      await Promise.all(steps.slice(half).map(each => take(county, each)))
      expect(await differencesIn(county)).toEqual([])
    }),
    { numRuns: 12 },
  )
}, 120_000)

describe('a county with its hours', () => {
  let county: County
  let officer: Asker
  const TOTALS = 'query ($filter: HourTotalFilter!) { hourTotals(filter: $filter) { month programmeCode teamId team { id } region { code } minutes drillMinutes records } }'

  beforeAll(async () => {
    county = await aCounty()
    officer = await person('bureauOfficer')
    const [one, other] = county.volunteers as [Volunteer, Volunteer]
    const book = async (volunteer: Volunteer, servedOn: string, minutes: number, more: object = {}) =>
      (await systemCtx()).transact('test', inner => recordService(inner, { volunteerId: volunteer.id, programmeCode: ProgrammeCode.SUNSET, servedOn, minutes, sourceType: 'Visit', sourceId: newId(), regionCode: volunteer.regionCode, note: '全天', ...more }))
    await book(one, '2026-10-05', 100)
    await book(one, '2026-11-05', 200, { programmeCode: ProgrammeCode.SHILIUZI })
    await book(other, '2026-11-06', 40)
    await book(other, '2026-11-07', 500, { drill: true })
  })

  it('adds up by month, programme, team and township, drills apart', async () => {
    const ask = async (by: string[], more: object = {}) => (await officer.get(TOTALS, { filter: { region: county.place.township, by, ...more } })).hourTotals
    expect(await ask(['MONTH'])).toMatchObject([{ month: '2026-10', minutes: 100, drillMinutes: 0, records: 1 }, { month: '2026-11', minutes: 240, drillMinutes: 500, records: 3 }])
    expect(await ask(['PROGRAMME'], { monthFrom: '2026-11', monthTo: '2026-11' })).toMatchObject([{ programmeCode: 'SHILIUZI', minutes: 200 }, { programmeCode: 'SUNSET', minutes: 40, drillMinutes: 500 }])
    expect(await ask(['TOWNSHIP'])).toMatchObject([{ region: { code: county.place.township }, minutes: 340 }])
    expect((await ask(['TEAM'])).map((row: any) => [row.team.id, row.minutes]).sort()).toEqual([[county.teams[0]!.id, 300], [county.teams[1]!.id, 40]].sort())
    expect((await officer.ask(TOTALS, { filter: { by: [] } })).code).toBe('INVALID')
    expect((await officer.ask(TOTALS, { filter: { by: ['MONTH'], monthFrom: '2026-13' } })).code).toBe('INVALID')
    const leader = await person('teamLeader', { teamId: county.teams[1]!.id })
    expect((await leader.get(TOTALS, { filter: { by: ['PROGRAMME'] } })).hourTotals).toMatchObject([{ programmeCode: 'SUNSET', minutes: 40, drillMinutes: 500 }])
    const stranger = await person('stationWorker', { regionCode: (await aPlace()).township })
    expect((await stranger.get(TOTALS, { filter: { by: ['MONTH'] } })).hourTotals).toEqual([])
    expect((await officer.get('query ($region: RegionCode) { dashboard(region: $region) { minutes { month programme minutes } } }', { region: county.place.township })).dashboard.minutes).toEqual([
      { month: '2026-10', programme: 'SUNSET', minutes: 100 }, { month: '2026-11', programme: 'SHILIUZI', minutes: 200 }, { month: '2026-11', programme: 'SUNSET', minutes: 40 },
    ])
    const [one] = county.volunteers as [Volunteer]
    expect((await officer.get('query ($id: ID!) { volunteer(id: $id) { totalMinutes lastServedOn hours { month programmeCode minutes drillMinutes records } } }', { id: one.id })).volunteer).toEqual({
      totalMinutes: 300, lastServedOn: '2026-11-05', hours: [{ month: '2026-11', programmeCode: 'SHILIUZI', minutes: 200, drillMinutes: 0, records: 1 }, { month: '2026-10', programmeCode: 'SUNSET', minutes: 100, drillMinutes: 0, records: 1 }],
    })
  })

  it('finds each total that was falsified, tells the bureau by night, and counts anew from the ledger', async () => {
    await put(Region.of({ code: county.place.township.slice(0, 6) + '000000', name: '测试旗', level: RegionLevel.BANNER, kind: RegionKind.BANNER, parentCode: null, pinyin: 'cs', initials: 'cs', aliases: null, validFrom: '2022-01-01', validTo: null, predecessorCode: null, needsSquad: false, hasStation: true }))
    const [one] = county.volunteers as [Volunteer]
    await asOwner('UPDATE volunteers SET totalMinutes = totalMinutes + 5 WHERE id = ?', [one.id])
    await asOwner("UPDATE kept_totals SET amount = amount - 7 WHERE total = 'hours' AND regionCode LIKE ? AND month = '2026-10'", [`${county.place.township.slice(0, 9)}%`])
    await asOwner('UPDATE volunteers SET drillMinutes = 9 WHERE id = ?', [one.id])
    expect((await differencesIn(county)).map(({ total, kept, counted }) => [total, kept - counted]).sort()).toEqual([['hours.amount', -7], ['volunteers.drillMinutes', 9], ['volunteers.totalMinutes', 5]])
    const openTasks = async (): Promise<number> => Number((await asOwner("SELECT COUNT(*) AS n FROM tasks WHERE openKey = 'KeptTotal/TOTALS/TOTALS'"))[0]!.n)
    await checkTotals(await systemCtx(new Date('2026-11-24T12:10:00+08:00')))
    expect(await openTasks()).toBe(0)
    for (const minute of ['10', '40']) await checkTotals(await systemCtx(new Date(`2026-11-25T02:${minute}:00+08:00`)))
    expect(await openTasks()).toBe(1)
    await (await systemCtx()).transact('recountHours', recountHours)
    expect(await findDifferences(await systemCtx())).toEqual([])
    await checkTotals(await systemCtx(new Date('2026-11-26T02:10:00+08:00')))
    expect(await openTasks()).toBe(0)
  })
})

it('gives stars by hours of real service, finds by them, and tells who reached one in which days', async () => {
  const place = await aPlace()
  const station = await person('stationWorker', { regionCode: place.township })
  const volunteer = await aVolunteer({ regionCode: place.village() })
  const without = await aVolunteer({ regionCode: place.village() })
  const serve = async (servedOn: string, minutes: number, drill = false) =>
    (await systemCtx()).transact('test', inner => recordService(inner, { volunteerId: volunteer.id, programmeCode: ProgrammeCode.SUNSET, servedOn, minutes, drill, sourceType: 'Visit', sourceId: newId(), regionCode: place.village(), note: '整月' }))
  for (let day = 1; day <= 5; day++) await serve(`2026-10-0${day}`, 1199)
  await serve('2026-10-06', 600, true)
  const STARS = 'query ($id: ID!) { volunteer(id: $id) { stars } }'
  const REACHED = 'query ($filter: StarFilter!) { starsReached(filter: $filter) { total items { stars reachedOn volunteer { id } } } }'
  const LIST = 'query ($stars: [Int!]) { volunteers(filter: { stars: $stars }) { items { id } } }'
  expect((await station.get(STARS, { id: volunteer.id })).volunteer.stars).toBe(0)
  await serve('2026-11-03', 10)
  expect((await station.get(STARS, { id: volunteer.id })).volunteer.stars).toBe(1)
  expect((await station.get(LIST, { stars: [1, 2] })).volunteers.items).toEqual([{ id: volunteer.id }])
  expect((await station.get(LIST, { stars: [0] })).volunteers.items).toEqual([{ id: without.id }])
  expect((await station.get(LIST, { stars: [9] })).volunteers.items).toEqual([])
  expect((await station.get(REACHED, { filter: { from: '2026-11-01', to: '2026-11-30' } })).starsReached).toEqual({ total: 1, items: [{ stars: 1, reachedOn: '2026-11-03', volunteer: { id: volunteer.id } }] })
  for (const filter of [{ from: '2026-10-01', to: '2026-10-31' }, { from: '2026-11-01', to: '2026-11-30', stars: 2 }]) expect((await station.get(REACHED, { filter })).starsReached.total).toBe(0)
  expect((await station.ask(REACHED, { filter: { from: '2026-11-02', to: '2026-11-01' } })).code).toBe('INVALID')
})
