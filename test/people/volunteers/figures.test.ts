import { addDays, addMonths, dayOf } from '../../../server/kernel/days'
import { Random } from '../../../server/seeds/random'
import { Sex } from '../../../server/people/persons/Person'
import { VolunteerState } from '../../../server/people/volunteers/Volunteer'
import { asOwner, person, stop } from '../../support/app'
import { aPlace, aTeam, aVolunteer } from '../../support/people'

afterAll(stop)

const today = dayOf(new Date())
const FIGURES = `query ($region: RegionCode, $from: Date, $to: Date) { peopleFigures(region: $region, from: $from, to: $to) { recentSince volunteers members veterans partyMembers fresh onPlatform recent
  tiers { tier standing atWork atMinimum leaderless } sexes { key count } ages { key count } ethnicGroups { key count } townships { key count } } }`
const COUNT = 'query ($filter: VolunteerFilter!) { volunteers(filter: $filter) { total } }'
const TEAMS = 'query ($filter: TeamFilter!) { teams(filter: $filter) { total } }'

it('counts each figure by the filter of the list that it opens', async () => {
  const random = new Random('figures')
  const place = await aPlace()
  const year = Number(today.slice(0, 4))
  for (let n = 0; n < 14; n++) {
    const volunteer = await aVolunteer({
      regionCode: place.village(1 + (n % 2)), sex: random.pick([Sex.MALE, Sex.FEMALE]), birthDate: `${year - random.int(20, 78)}-03-04`, politicalCode: random.pick(['01', '02', '13']), ethnicCode: random.pick(['01', '02']), isVeteran: random.chance(0.7),
      volunteerState: random.pick([VolunteerState.ACTIVE, VolunteerState.ACTIVE, VolunteerState.PAUSED, VolunteerState.PENDING]), ...(random.chance(0.2) && { teamId: null }),
    })
    await asOwner('UPDATE volunteers SET activeSince = ?, platformNo = ? WHERE id = ?', [addDays(today, -random.int(0, 60)), random.chance(0.5) ? `WM-${place.township}-${n}` : null, volunteer.id])
  }
  await aTeam({ regionCode: place.township, state: 'PREPARING' as never })
  const worker = await person('stationWorker', { regionCode: place.township })
  const period = { activeSinceFrom: addDays(today, -30), activeSinceTo: today }
  const { peopleFigures: figures } = await worker.get(FIGURES, { from: period.activeSinceFrom, to: today })
  const count = async (filter: Record<string, unknown>) => (await worker.get(COUNT, { filter: { state: ['ACTIVE', 'PAUSED'], ...filter } })).volunteers.total
  expect(figures).toMatchObject({
    volunteers: await count({}), members: await count({ inTeam: true }), veterans: await count({ isVeteran: true }), partyMembers: await count({ partyMember: true }), fresh: await count(period), onPlatform: await count({ onPlatform: true }),
    recent: await count({ servedSince: figures.recentSince }), recentSince: addMonths(today, -3), townships: [{ key: place.township, count: figures.volunteers }],
  })
  expect(figures.fresh).toBeGreaterThan(0)
  expect(figures.partyMembers + (await count({ partyMember: false }))).toBe(figures.volunteers)
  for (const { key, count: shown } of figures.sexes) expect([key, shown]).toEqual([key, await count({ sex: key })])
  for (const { key, count: shown } of figures.ethnicGroups) expect([key, shown]).toEqual([key, await count({ ethnicCode: key })])
  for (const [n, { key, count: shown }] of figures.ages.entries()) {
    const next = figures.ages[n + 1]
    expect([key, shown]).toEqual([key, await count({ ageFrom: Number(key), ...(next && { ageTo: Number(next.key) - 1 }) })])
  }
  expect(figures.ages.reduce((sum: number, each: any) => sum + each.count, 0)).toBe(figures.volunteers)
  for (const { tier, standing, atWork, atMinimum, leaderless } of figures.tiers) {
    const teams = async (filter: Record<string, unknown>) => (await worker.get(TEAMS, { filter: { tier: [tier], ...filter } })).teams.total
    const working = { state: ['ACTIVE', 'RECTIFYING'] }
    expect([tier, standing, atWork, atMinimum, leaderless]).toEqual([tier, await teams({ state: ['PREPARING', 'ACTIVE', 'RECTIFYING', 'SUSPENDED'] }), await teams(working), await teams({ ...working, belowMinimum: false }), await teams({ leaderless: true })])
  }
  expect((await worker.ask(FIGURES, { from: '2026-02-01', to: '2026-01-01' })).code).toBe('INVALID')
  const stranger = await person('stationWorker', { regionCode: (await aPlace(0)).township })
  expect((await stranger.get(FIGURES)).peopleFigures).toMatchObject({ volunteers: 0, members: 0 })
  expect((await stranger.get(FIGURES, { region: place.township })).peopleFigures.volunteers).toBe(0)
}, 120_000)
