import { watchAll } from '../../../server/bureau/tasks/watches'
import { Refused } from '../../../server/kernel/errors'
import { hear } from '../../../server/kernel/events'
import { say } from '../../../server/kernel/text'
import { countMembers } from '../../../server/people/teams/countMembers'
import { reviewTeams } from '../../../server/people/teams/reviewTeams'
import { TeamState, TeamTier } from '../../../server/people/teams/Team'
import { asOwner, type Person as Asker, person, setClock, stop, systemCtx } from '../../support/app'
import { aPlace, aTeam, aVolunteer } from '../../support/people'

afterAll(stop)
afterEach(() => setClock())

const CREATE = 'mutation ($input: TeamInput!) { createTeam(input: $input) { id version code state memberMin minBasis meetsMinimum parent { id } region { code } openActions } }'
const CHANGE = 'mutation ($id: ID!, $version: Int!, $input: TeamChange!) { updateTeam(id: $id, version: $version, input: $input) { id version led deputies { id } } }'
const ACTIVATE = 'mutation ($id: ID!, $version: Int!, $until: Date, $why: String) { activateTeam(id: $id, version: $version, exemptUntil: $until, exemptReason: $why) { version state exemptUntil exemptReason foundedOn } }'
const EXEMPT = 'mutation ($id: ID!, $version: Int!, $until: Date!, $why: String!) { exemptTeam(id: $id, version: $version, exemptUntil: $until, exemptReason: $why) { version state exemptUntil } }'
const MOVE = 'mutation ($id: ID!, $version: Int!, $action: TeamAction!, $note: String) { moveTeam(id: $id, version: $version, action: $action, note: $note) { version state history { action } } }'
const RAISE = 'mutation ($id: ID!, $version: Int!, $name: String!) { raiseSquad(id: $id, version: $version, name: $name) { id version tier code name state memberMin minBasis memberCount } }'
const SEE = 'query ($id: ID!) { team(id: $id) { version state rectifyCause rectifyBy led memberCount openActions standings { sinceOn untilOn state memberCount metMinimum } } }'
const TASKS = 'query ($id: ID!) { tasks(filter: { entityId: $id, state: [OPEN] }) { items { kind title } } }'

let place: Awaited<ReturnType<typeof aPlace>>
let worker: Asker
let officer: Asker

beforeAll(async () => {
  place = await aPlace(12)
  worker = await person('stationWorker', { regionCode: place.township })
  officer = await person('bureauOfficer')
})

/** A team of a place with so many veterans, the first of whom leads it. */
async function aLedTeam(n: number, values: Parameters<typeof aTeam>[0] = {}) {
  const team = await aTeam({ regionCode: place.village(1), tier: TeamTier.VILLAGE, memberMin: n, state: TeamState.PREPARING, ...values })
  const members = await Promise.all(Array.from({ length: n }, () => aVolunteer({ regionCode: team.regionCode, teamId: team.id })))
  await (await systemCtx()).transact('arrange', async inner => { await countMembers(inner, team.id) })
  const { updateTeam } = await worker.get(CHANGE, { id: team.id, version: (await see(team.id)).version, input: { leaderId: members[0]!.id } })
  return { id: team.id, version: updateTeam.version as number, members }
}
const see = async (id: string) => (await officer.get(SEE, { id })).team
const kindsOf = async (id: string) => (await worker.get(TASKS, { id })).tasks.items.map((task: any) => task.kind).sort()
const WITHDRAW = 'mutation ($id: ID!, $version: Int!) { withdrawVolunteer(id: $id, version: $version, reason: "外出务工") { state } }'
const PAUSE = 'mutation ($id: ID!, $version: Int!) { pauseVolunteer(id: $id, version: $version, reason: "农忙") { version } }'
const RESUME = 'mutation ($id: ID!, $version: Int!) { resumeVolunteer(id: $id, version: $version) { version } }'

it('founds one team to a place, a squad only where the village has none, and children within their parent', async () => {
  const { createTeam: team } = await worker.get(CREATE, { input: { name: '镇队', tier: 'TOWNSHIP', regionCode: place.township } })
  expect(team).toMatchObject({ state: 'PREPARING', memberMin: 10, minBasis: 'ALL', meetsMinimum: false, openActions: [] })
  expect((await worker.ask(CREATE, { input: { name: '镇队二', tier: 'TOWNSHIP', regionCode: place.township } })).code).toBe('DUPLICATE')
  expect((await worker.ask(CREATE, { input: { name: '错级', tier: 'VILLAGE', regionCode: place.township } })).code).toBe('INVALID')
  const { createTeam: squad } = await worker.get(CREATE, { input: { name: '小分队甲', tier: 'SQUAD', regionCode: place.village(11), parentId: team.id } })
  expect(squad).toMatchObject({ memberMin: 3, minBasis: 'VETERAN', parent: { id: team.id }, region: { code: place.village(11) } })
  expect((await worker.ask(CREATE, { input: { name: '有小分队的村队', tier: 'VILLAGE', regionCode: place.village(11) } })).code).toBe('DUPLICATE')
  await worker.get(CREATE, { input: { name: '村队', tier: 'VILLAGE', regionCode: place.village(12) } })
  expect((await worker.ask(CREATE, { input: { name: '村队之外的小分队', tier: 'SQUAD', regionCode: place.village(12) } })).code).toBe('DUPLICATE')

  const elsewhere = await aPlace()
  const stranger = await person('stationWorker', { regionCode: elsewhere.township })
  expect((await stranger.ask(CREATE, { input: { name: '越界', tier: 'VILLAGE', regionCode: place.village(1) } })).code).toBe('NOT_FOUND')
  expect((await stranger.ask(CREATE, { input: { name: '错属', tier: 'SQUAD', regionCode: elsewhere.village(1), parentId: team.id } })).code).toBe('INVALID')
  const { teams } = await worker.get('{ teams(filter: { q: "小分队甲", belowMinimum: true }, sort: { field: NAME, order: ASC }) { total items { id } } }')
  expect(teams).toEqual({ total: 1, items: [{ id: squad.id }] })

  expect((await officer.ask(MOVE, { id: squad.id, version: 1, action: 'ACTIVATE' })).code).toBe('INVALID')
  expect((await officer.ask(MOVE, { id: squad.id, version: 1, action: 'SUSPEND', note: '试' })).code).toBe('WRONG_STATE')
  expect((await officer.ask(MOVE, { id: squad.id, version: 1, action: 'DISBAND' })).code).toBe('INVALID')
  expect((await officer.ask(MOVE, { id: team.id, version: 1, action: 'DISBAND', note: '撤' })).error?.extensions.rule).toBe('CHILDREN')
  expect((await officer.get(MOVE, { id: squad.id, version: 1, action: 'DISBAND', note: '并入村队' })).moveTeam).toMatchObject({ state: 'DISBANDED' })
})

it('activates a team that a veteran of its own leads, with its minimum or an exemption that has an end and a reason', async () => {
  const team = await aLedTeam(2, { memberMin: 3 })
  expect((await worker.ask(ACTIVATE, { id: team.id, version: team.version })).code).toBe('FORBIDDEN')
  expect((await officer.ask(ACTIVATE, { id: team.id, version: team.version })).error?.extensions).toMatchObject({ code: 'INELIGIBLE', rule: 'MINIMUM', memberMin: 3, memberCount: 2 })
  expect((await officer.ask(ACTIVATE, { id: team.id, version: team.version, until: '2020-01-01', why: '新建' })).code).toBe('INVALID')
  expect((await officer.ask(ACTIVATE, { id: team.id, version: team.version, until: '2099-01-01', why: ' ' })).code).toBe('INVALID')
  const { activateTeam } = await officer.get(ACTIVATE, { id: team.id, version: team.version, until: '2099-01-01', why: '新建，正在动员' })
  expect(activateTeam).toMatchObject({ state: 'ACTIVE', exemptUntil: '2099-01-01', exemptReason: '新建，正在动员', foundedOn: expect.stringMatching(/^\d{4}/) })

  const leaderless = await aLedTeam(1)
  const civilian = await aVolunteer({ regionCode: place.village(1), teamId: leaderless.id, isVeteran: false })
  expect((await worker.ask(CHANGE, { id: leaderless.id, version: leaderless.version, input: { leaderId: civilian.id } })).code).toBe('INVALID')
  const { updateTeam } = await worker.get(CHANGE, { id: leaderless.id, version: leaderless.version, input: { leaderId: null } })
  expect(updateTeam.led).toBe(false)
  expect((await officer.ask(ACTIVATE, { id: leaderless.id, version: updateTeam.version })).error?.extensions.rule).toBe('LEADER')
})

it('has deputies who are members, and never the leader', async () => {
  const team = await aLedTeam(3)
  const [leader, deputy, other] = team.members as [typeof team.members[0], typeof team.members[0], typeof team.members[0]]
  const stranger = await aVolunteer({ regionCode: place.village(1) })
  for (const deputyIds of [[leader.id], [stranger.id]]) expect((await worker.ask(CHANGE, { id: team.id, version: team.version, input: { deputyIds } })).code).toBe('INVALID')
  const { updateTeam } = await worker.get(CHANGE, { id: team.id, version: team.version, input: { deputyIds: [deputy.id, other.id] } })
  expect(updateTeam.deputies.map((each: any) => each.id)).toEqual([deputy.id, other.id])
  await worker.get(WITHDRAW, { id: deputy.id, version: deputy.version })
  expect((await officer.get('query ($id: ID!) { team(id: $id) { deputies { id } } }', { id: team.id })).team.deputies).toEqual([{ id: other.id }])
})

it('rectifies by itself below its minimum, with a task and a day, and is active again by itself', async () => {
  const team = await aLedTeam(3)
  await officer.get(ACTIVATE, { id: team.id, version: team.version })
  expect(await kindsOf(team.id)).toEqual([])
  await worker.get(WITHDRAW, { id: team.members[2]!.id, version: team.members[2]!.version })
  const fallen = await see(team.id)
  expect(fallen).toMatchObject({ state: 'RECTIFYING', rectifyCause: 'BELOW_MINIMUM', rectifyBy: expect.stringMatching(/^\d{4}/), led: true })
  expect(await kindsOf(team.id)).toEqual(['TEAM_BELOW_MINIMUM'])
  const { teams } = await worker.get('{ teams(filter: { belowMinimum: true, state: [RECTIFYING] }) { items { id } } }')
  expect(teams.items).toContainEqual({ id: team.id })
  expect((await officer.ask(MOVE, { id: team.id, version: fallen.version, action: 'RESTORE', note: '看着行' })).error?.extensions.rule).toBe('MINIMUM')

  const fresh = await aVolunteer({ regionCode: place.village(1), teamId: null })
  const { joinTeam } = await worker.get('mutation ($v: ID!, $t: ID!) { joinTeam(volunteerId: $v, teamId: $t) { id version } }', { v: fresh.id, t: team.id })
  await worker.get('mutation ($id: ID!, $version: Int!) { confirmMember(id: $id, version: $version) { id } }', { id: joinTeam.id, version: joinTeam.version })
  expect(await see(team.id)).toMatchObject({ state: 'ACTIVE', rectifyCause: null, rectifyBy: null, memberCount: 3 })
  expect(await kindsOf(team.id)).toEqual([])
})

it('leaves what the bureau put into rectifying to the bureau', async () => {
  const team = await aLedTeam(1)
  const { activateTeam } = await officer.get(ACTIVATE, { id: team.id, version: team.version })
  expect((await worker.ask(MOVE, { id: team.id, version: activateTeam.version, action: 'RECTIFY', note: '活动不实' })).code).toBe('FORBIDDEN')
  const { moveTeam } = await officer.get(MOVE, { id: team.id, version: activateTeam.version, action: 'RECTIFY', note: '活动不实' })
  expect(await see(team.id)).toMatchObject({ state: 'RECTIFYING', rectifyCause: 'BUREAU' })
  await (await systemCtx()).transact('count', async inner => { await countMembers(inner, team.id) })
  expect((await see(team.id)).state).toBe('RECTIFYING')
  expect((await officer.get(MOVE, { id: team.id, version: moveTeam.version, action: 'RESTORE', note: '已整改' })).moveTeam.state).toBe('ACTIVE')
})

it('exempts a team for a time; when the exemption has ended it rectifies by itself', async () => {
  const team = await aLedTeam(2, { memberMin: 3 })
  await officer.get(ACTIVATE, { id: team.id, version: team.version, until: '2099-01-01', why: '新建' })
  await asOwner("UPDATE teams SET state = 'RECTIFYING', rectifyCause = 'BELOW_MINIMUM', exemptUntil = NULL, version = version + 1 WHERE id = ?", [team.id])
  const { version } = await see(team.id)
  expect((await officer.ask(EXEMPT, { id: team.id, version, until: '2099-01-01', why: ' ' })).code).toBe('INVALID')
  setClock('2026-11-26T02:00:00Z')
  expect((await officer.get(EXEMPT, { id: team.id, version, until: '2026-12-20', why: '冬季外出务工' })).exemptTeam).toMatchObject({ state: 'ACTIVE', exemptUntil: '2026-12-20' })
  await watchAll(await systemCtx())
  expect(await kindsOf(team.id)).toEqual(['EXEMPTION_ENDING'])
  setClock('2026-12-20T02:00:00Z')
  await reviewTeams(await systemCtx())
  expect((await see(team.id)).state).toBe('ACTIVE')
  setClock('2026-12-21T02:00:00Z')
  await reviewTeams(await systemCtx())
  expect((await see(team.id)).state).toBe('RECTIFYING')
  expect(await kindsOf(team.id)).toEqual(['TEAM_BELOW_MINIMUM'])
  const full = await aLedTeam(1)
  const { activateTeam } = await officer.get(ACTIVATE, { id: full.id, version: full.version })
  expect((await officer.ask(EXEMPT, { id: full.id, version: activateTeam.version, until: '2099-01-01', why: '不需要' })).code).toBe('INELIGIBLE')
})

it('shows at once that its leader is away, and for a settled alarm waits a week', async () => {
  const team = await aLedTeam(2)
  await officer.get(ACTIVATE, { id: team.id, version: team.version })
  const leader = team.members[0]!
  const { pauseVolunteer } = await worker.get(PAUSE, { id: leader.id, version: leader.version })
  expect([(await see(team.id)).led, await kindsOf(team.id)]).toEqual([false, ['TEAM_NO_LEADER']])
  expect((await worker.get('{ teams(filter: { leaderless: true }) { items { id } } }')).teams.items).toContainEqual({ id: team.id })
  const { resumeVolunteer } = await worker.get(RESUME, { id: leader.id, version: pauseVolunteer.version })
  expect(await kindsOf(team.id)).toEqual([])
  await worker.get(PAUSE, { id: leader.id, version: resumeVolunteer.version })
  const { tasks } = await worker.get('query ($id: ID!) { tasks(filter: { entityId: $id, state: [OPEN] }) { items { id version } } }', { id: team.id })
  await worker.get('mutation ($id: ID!, $version: Int!) { settleTask(id: $id, version: $version, input: { settlement: "副队长代管" }) { id } }', tasks.items[0])
  await watchAll(await systemCtx())
  expect(await kindsOf(team.id)).toEqual([])
  await watchAll(await systemCtx(new Date(Date.now() + 8 * 86_400_000)))
  expect(await kindsOf(team.id)).toEqual(['TEAM_NO_LEADER'])
})

it('is suspended and resumed, and disbanded only without members and with nothing open that a module above knows of', async () => {
  const team = await aLedTeam(1)
  const { activateTeam } = await officer.get(ACTIVATE, { id: team.id, version: team.version })
  const move = async (action: string, note = '按规定') => officer.ask(MOVE, { id: team.id, version: (await see(team.id)).version, action, note })
  expect((await officer.ask(MOVE, { id: team.id, version: activateTeam.version + 7, action: 'SUSPEND', note: 'x' })).code).toBe('STALE')
  expect((await move('SUSPEND')).data.moveTeam.state).toBe('SUSPENDED')
  const outsider = await aVolunteer({ regionCode: place.village(1), teamId: null })
  expect((await worker.ask('mutation ($v: ID!, $t: ID!) { joinTeam(volunteerId: $v, teamId: $t) { id } }', { v: outsider.id, t: team.id })).code).toBe('WRONG_STATE')
  expect((await move('RESUME')).data.moveTeam.state).toBe('ACTIVE')
  expect((await move('DISBAND')).error?.extensions).toMatchObject({ code: 'INELIGIBLE', rule: 'MEMBERS', members: 1 })

  const { joinTeam } = await worker.get('mutation ($v: ID!, $t: ID!) { joinTeam(volunteerId: $v, teamId: $t) { id } }', { v: outsider.id, t: team.id })
  await worker.get(WITHDRAW, { id: team.members[0]!.id, version: team.members[0]!.version })
  let open = true
  hear('team.disbanding', async (_, { teamId }) => {
    if (open && teamId === team.id) throw new Refused('INELIGIBLE', say('还有活动', 'open'), { rule: 'ACTIVITIES' })
  })
  expect((await move('DISBAND')).error?.extensions.rule).toBe('ACTIVITIES')
  expect((await see(team.id)).state).toBe('RECTIFYING')
  open = false
  expect((await move('DISBAND')).data.moveTeam.state).toBe('DISBANDED')
  expect((await asOwner('SELECT state FROM memberships WHERE id = ?', [joinTeam.id]))[0]!.state).toBe('DECLINED')
  expect((await see(team.id)).openActions).toEqual([])
})

it('becomes the team of its village as one act where a station is founded, and keeps its people and its past', async () => {
  const squad = await aLedTeam(3, { regionCode: place.village(5), tier: TeamTier.SQUAD, minBasis: 'VETERAN' as never })
  const { activateTeam } = await officer.get(ACTIVATE, { id: squad.id, version: squad.version })
  await asOwner('UPDATE regions SET hasStation = 0 WHERE code = ?', [place.village(5)])
  const { forgetRegions } = await import('../../../server/bureau/regions/regionOf')
  forgetRegions()
  expect((await officer.ask(RAISE, { id: squad.id, version: activateTeam.version, name: '新村队' })).error?.extensions.rule).toBe('STATION')
  await asOwner('UPDATE regions SET hasStation = 1 WHERE code = ?', [place.village(5)])
  forgetRegions()
  expect((await see(squad.id)).openActions).toContain('RAISE')
  const { raiseSquad } = await officer.get(RAISE, { id: squad.id, version: activateTeam.version, name: '新村队' })
  expect(raiseSquad).toMatchObject({ id: squad.id, tier: 'VILLAGE', code: `${place.village(5)}-V`, name: '新村队', memberMin: 10, minBasis: 'ALL', memberCount: 3, state: 'RECTIFYING' })
  expect((await officer.ask(RAISE, { id: squad.id, version: raiseSquad.version, name: '再升' })).code).toBe('INELIGIBLE')
})

it('remembers what it was on any day, and its counts are those of the records', async () => {
  setClock('2026-11-20T02:00:00Z')
  const team = await aLedTeam(2, { memberMin: 2 })
  await officer.get(ACTIVATE, { id: team.id, version: team.version })
  setClock('2026-11-22T02:00:00Z')
  await worker.get(WITHDRAW, { id: team.members[1]!.id, version: team.members[1]!.version })
  const { standings } = await see(team.id)
  expect(standings).toEqual([
    { sinceOn: '2026-11-20', untilOn: '2026-11-22', state: 'ACTIVE', memberCount: 2, metMinimum: true },
    { sinceOn: '2026-11-22', untilOn: null, state: 'RECTIFYING', memberCount: 1, metMinimum: false },
  ])
  // A member who turns out to be no veteran, or a count that somebody spoilt, is found by the hourly look.
  await asOwner('UPDATE teams SET memberCount = 7 WHERE id = ?', [team.id])
  await reviewTeams(await systemCtx())
  expect((await see(team.id)).memberCount).toBe(1)
})

it('excuses a team from the monthly duty where the bureau says so, from that day on, and never by the station itself', async () => {
  const team = await aTeam({ regionCode: place.village(11), tier: TeamTier.VILLAGE })
  await worker.get(CHANGE, { id: team.id, version: team.version, input: { hasFlag: true } })
  const version = async () => Number((await asOwner('SELECT version FROM teams WHERE id = ?', [team.id]))[0]!.version)
  expect((await worker.ask(CHANGE, { id: team.id, version: await version(), input: { needsMonthly: false } })).code).toBe('FORBIDDEN')
  await officer.get(CHANGE, { id: team.id, version: await version(), input: { needsMonthly: false } })
  expect(await asOwner('SELECT hasFlag, needsMonthly FROM teams WHERE id = ?', [team.id])).toEqual([{ hasFlag: 1, needsMonthly: 0 }])
  expect((await asOwner('SELECT needsMonthly FROM team_standings WHERE teamId = ? AND untilOn IS NULL', [team.id])).map(row => row.needsMonthly)).toEqual([0])
})
