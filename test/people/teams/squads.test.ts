import { type Person as Asker, person, stop } from '../../support/app'
import { aPlace, aTeam, aVolunteer } from '../../support/people'

afterAll(stop)

const PROPOSE = 'mutation ($input: SquadInput!) { proposeSquad(input: $input) { id version state openActions members { id } leader { id } region { code } } }'
const MOVE = 'mutation ($id: ID!, $version: Int!, $action: SquadAction!, $note: String) { moveSquad(id: $id, version: $version, action: $action, note: $note) { id version state decision openActions team { id state tier parent { id } } history { action } } }'
const WITHOUT = 'query ($region: RegionCode) { villagesWithout(region: $region) { region { code } reason notedOn } }'
const EXPLAIN = 'mutation ($r: RegionCode!, $why: String!) { explainVillage(regionCode: $r, reason: $why) { reason } }'

let place: Awaited<ReturnType<typeof aPlace>>
let village: Asker
let worker: Asker
let officer: Asker

beforeAll(async () => {
  place = await aPlace(4)
  village = await person('villageLiaison', { regionCode: place.village(1) })
  worker = await person('stationWorker', { regionCode: place.township })
  officer = await person('bureauOfficer')
})

const veterans = (n: number, regionCode = place.village(1), teamId: string | null = null) => Promise.all(Array.from({ length: n }, () => aVolunteer({ regionCode, teamId })))

it('goes from the village over the station to the bureau, and nobody decides their own', async () => {
  const parent = await aTeam({ regionCode: place.township })
  const home = await aTeam({ regionCode: place.township })
  const [leader, second] = (await veterans(2)) as [Awaited<ReturnType<typeof aVolunteer>>, Awaited<ReturnType<typeof aVolunteer>>]
  const third = await aVolunteer({ regionCode: place.village(1), teamId: home.id })
  const civilian = await aVolunteer({ regionCode: place.village(1), teamId: null, isVeteran: false })
  const input = { regionCode: place.village(1), name: '测试村小分队', leaderId: leader.id, memberIds: [second.id, civilian.id], reason: '村里没有服务站' }
  expect((await village.ask(PROPOSE, { input })).error?.extensions).toMatchObject({ code: 'INELIGIBLE', memberMin: 3, veteranCount: 2 })
  expect((await village.ask(PROPOSE, { input: { ...input, leaderId: civilian.id, memberIds: [leader.id, second.id, third.id] } })).code).toBe('INVALID')
  expect((await village.ask(PROPOSE, { input: { ...input, regionCode: place.village(2), memberIds: [second.id, third.id] } })).code).toBe('NOT_FOUND')
  const whole = { ...input, memberIds: [second.id, third.id], clientKey: `squad-${place.township}` }
  const { proposeSquad: made } = await village.get(PROPOSE, { input: whole })
  expect(made).toMatchObject({ state: 'PROPOSED', openActions: ['WITHDRAW'], leader: { id: leader.id }, region: { code: place.village(1) } })
  expect((await village.get(PROPOSE, { input: whole })).proposeSquad.id).toBe(made.id)
  expect((await village.ask(PROPOSE, { input: { ...whole, clientKey: null } })).code).toBe('DUPLICATE')

  expect((await village.ask(MOVE, { id: made.id, version: 1, action: 'CHECK' })).code).toBe('FORBIDDEN')
  expect((await officer.ask(MOVE, { id: made.id, version: 1, action: 'APPROVE' })).code).toBe('WRONG_STATE')
  expect((await worker.ask(MOVE, { id: made.id, version: 1, action: 'SEND_BACK' })).code).toBe('INVALID')
  const { moveSquad: checked } = await worker.get(MOVE, { id: made.id, version: 1, action: 'CHECK', note: '属实' })
  expect(checked).toMatchObject({ state: 'CHECKED', openActions: [] })
  expect((await worker.ask(MOVE, { id: made.id, version: 2, action: 'APPROVE' })).code).toBe('FORBIDDEN')
  expect((await officer.ask(MOVE, { id: made.id, version: 1, action: 'APPROVE' })).code).toBe('STALE')
  const { moveSquad: approved } = await officer.get(MOVE, { id: made.id, version: checked.version, action: 'APPROVE', note: '同意' })
  expect(approved).toMatchObject({ state: 'APPROVED', decision: '同意', team: { state: 'PREPARING', tier: 'SQUAD', parent: { id: expect.stringMatching(`${parent.id}|${home.id}`) } } })

  const { memberships } = await worker.get('query ($t: ID!) { memberships(filter: { teamId: $t, toAnswer: true }) { total items { id version fromTeam { id } } } }', { t: approved.team.id })
  expect(memberships.total).toBe(3)
  expect(memberships.items.filter((each: any) => each.fromTeam)).toEqual([expect.objectContaining({ fromTeam: { id: home.id } })])
})

it('lets nobody approve what they proposed or checked themselves', async () => {
  const [leader, ...others] = await veterans(3, place.village(2))
  const input = { regionCode: place.village(2), name: '自提小分队', leaderId: leader!.id, memberIds: others.map(each => each.id) }
  const { proposeSquad: own } = await officer.get(PROPOSE, { input })
  expect((await officer.ask(MOVE, { id: own.id, version: 1, action: 'CHECK' })).code).toBe('SELF_APPROVAL')
  expect((await worker.ask(MOVE, { id: own.id, version: 1, action: 'WITHDRAW', note: 'x' })).code).toBe('SELF_APPROVAL')
  await worker.get(MOVE, { id: own.id, version: 1, action: 'CHECK' })
  expect((await officer.ask(MOVE, { id: own.id, version: 2, action: 'APPROVE' })).code).toBe('SELF_APPROVAL')
  const leaderOfBureau = await person('bureauLeader')
  const { moveSquad } = await leaderOfBureau.get(MOVE, { id: own.id, version: 2, action: 'DECLINE', note: '人员重复' })
  expect(moveSquad).toMatchObject({ state: 'DECLINED', team: null, decision: '人员重复' })
  const { proposeSquad: again } = await officer.get(PROPOSE, { input })
  expect((await officer.get(MOVE, { id: again.id, version: 1, action: 'WITHDRAW', note: '另行组织' })).moveSquad.state).toBe('WITHDRAWN')
  const { squadProposals } = await worker.get('query ($r: RegionCode!) { squadProposals(filter: { region: $r, state: [DECLINED, WITHDRAWN] }) { total } }', { r: place.village(2) })
  expect(squadProposals.total).toBe(2)
  const stranger = await person('stationWorker', { regionCode: (await aPlace()).township })
  expect((await stranger.ask('query ($id: ID!) { squadProposal(id: $id) { id } }', { id: own.id })).code).toBe('NOT_FOUND')
})

it('names the villages with neither team nor squad, with the reason that the station gives', async () => {
  const codes = async (by: Asker, region?: string) => (await by.get(WITHOUT, { region })).villagesWithout.map((each: any) => each.region.code)
  expect(await codes(worker)).toEqual([place.village(2), place.village(3), place.village(4)])
  expect(await codes(worker, place.village(3))).toEqual([place.village(3)])
  expect(await codes(village)).toEqual([])
  expect((await worker.ask(EXPLAIN, { r: place.village(3), why: ' ' })).code).toBe('INVALID')
  await worker.get(EXPLAIN, { r: place.village(3), why: '全村只有一名退役军人' })
  expect((await worker.get(EXPLAIN, { r: place.village(3), why: '全村只有两名退役军人' })).explainVillage.reason).toBe('全村只有两名退役军人')
  expect((await worker.get(WITHOUT, { region: place.village(3) })).villagesWithout).toMatchObject([{ reason: '全村只有两名退役军人', notedOn: expect.stringMatching(/^\d/) }])
  const stranger = await person('stationWorker', { regionCode: (await aPlace(0)).township })
  expect(await codes(stranger)).toEqual([])
  expect((await stranger.ask(EXPLAIN, { r: place.village(4), why: 'x' })).code).toBe('NOT_FOUND')
  expect((await village.ask(EXPLAIN, { r: place.village(1), why: 'x' })).code).toBe('FORBIDDEN')
})
