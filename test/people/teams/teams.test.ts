import { type Person as Asker, person, stop } from '../../support/app'
import { aPlace } from '../../support/people'

afterAll(stop)

const CREATE = 'mutation ($input: TeamInput!) { createTeam(input: $input) { id version code state memberMin minBasis meetsMinimum parent { id } region { code } openActions } }'

let place: Awaited<ReturnType<typeof aPlace>>
let worker: Asker

beforeAll(async () => {
  place = await aPlace()
  worker = await person('stationWorker', { regionCode: place.township })
})

it('founds one team to a place, a squad only where the village has none, and children within their parent', async () => {
  const { createTeam: team } = await worker.get(CREATE, { input: { name: '镇队', tier: 'TOWNSHIP', regionCode: place.township } })
  expect(team).toMatchObject({ state: 'PREPARING', memberMin: 10, minBasis: 'ALL', meetsMinimum: false, openActions: [] })
  expect((await worker.ask(CREATE, { input: { name: '镇队二', tier: 'TOWNSHIP', regionCode: place.township } })).code).toBe('DUPLICATE')
  expect((await worker.ask(CREATE, { input: { name: '错级', tier: 'VILLAGE', regionCode: place.township } })).code).toBe('INVALID')
  const { createTeam: squad } = await worker.get(CREATE, { input: { name: '小分队', tier: 'SQUAD', regionCode: place.village(1), parentId: team.id } })
  expect(squad).toMatchObject({ memberMin: 3, minBasis: 'VETERAN', parent: { id: team.id }, region: { code: place.village(1) } })
  await worker.get(CREATE, { input: { name: '村队', tier: 'VILLAGE', regionCode: place.village(2) } })
  expect((await worker.ask(CREATE, { input: { name: '村队之外的小分队', tier: 'SQUAD', regionCode: place.village(2) } })).code).toBe('DUPLICATE')

  const elsewhere = await aPlace()
  const stranger = await person('stationWorker', { regionCode: elsewhere.township })
  expect((await stranger.ask(CREATE, { input: { name: '越界', tier: 'VILLAGE', regionCode: place.village(1) } })).code).toBe('NOT_FOUND')
  expect((await stranger.ask(CREATE, { input: { name: '错属', tier: 'SQUAD', regionCode: elsewhere.village(1), parentId: team.id } })).code).toBe('INVALID')
  const { teams } = await worker.get('{ teams(filter: { q: "小分", belowMinimum: true }, sort: { field: NAME, order: ASC }) { total items { id } } }')
  expect(teams).toEqual({ total: 1, items: [{ id: squad.id }] })

  const officer = await person('bureauOfficer')
  const MOVE = 'mutation ($id: ID!, $version: Int!, $action: TeamAction!, $note: String) { moveTeam(id: $id, version: $version, action: $action, note: $note) { state history { action } } }'
  expect((await officer.ask(MOVE, { id: squad.id, version: 1, action: 'ACTIVATE' })).code).toBe('INELIGIBLE')
  expect((await officer.ask(MOVE, { id: squad.id, version: 1, action: 'SUSPEND', note: '试' })).code).toBe('WRONG_STATE')
  expect((await officer.ask(MOVE, { id: squad.id, version: 1, action: 'DISBAND' })).code).toBe('INVALID')
  expect((await officer.get(MOVE, { id: squad.id, version: 1, action: 'DISBAND', note: '并入村队' })).moveTeam).toMatchObject({ state: 'DISBANDED' })
})
