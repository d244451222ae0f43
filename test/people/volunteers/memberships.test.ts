import { watchAll } from '../../../server/bureau/tasks/watches'
import { VolunteerState } from '../../../server/people/volunteers/Volunteer'
import { asOwner, person, stop, systemCtx } from '../../support/app'
import { aPlace, aTeam, aVolunteer } from '../../support/people'

afterAll(stop)

const JOIN = 'mutation ($v: ID!, $t: ID!, $kind: MembershipKind!) { joinTeam(volunteerId: $v, teamId: $t, kind: $kind) { id version state openActions } }'
const TRANSFER = 'mutation ($v: ID!, $version: Int!, $t: ID!, $reason: String!, $key: String) { transferMember(volunteerId: $v, version: $version, teamId: $t, reason: $reason, clientKey: $key) { id version state wish fromTeam { id } } }'
const CONFIRM = 'mutation ($id: ID!, $version: Int!) { confirmMember(id: $id, version: $version) { id version state from } }'
const DECLINE = 'mutation ($id: ID!, $version: Int!, $reason: String!) { declineMember(id: $id, version: $version, reason: $reason) { state reason } }'
const CANCEL = 'mutation ($id: ID!, $version: Int!) { cancelRequest(id: $id, version: $version) { state } }'
const LEAVE = 'mutation ($id: ID!, $version: Int!, $reason: String!) { leaveTeam(id: $id, version: $version, reason: $reason) { state to reason } }'
const REQUESTS = '{ memberships(filter: { toAnswer: true }) { total items { id openActions volunteer { person { name } } } } inbox { counts { kind count } } }'
const PERIODS = 'query ($id: ID!) { volunteer(id: $id) { version teamId memberships { state from to reason wish team { id } } } }'

const membersOf = async (team: string) => Number((await asOwner('SELECT memberCount FROM teams WHERE id = ?', [team]))[0]!.memberCount)
const waiting = (answer: any): number => answer.inbox.counts.find((each: any) => each.kind === 'JOIN_REQUESTED').count

/** A volunteer with a home team, another team of the same township, and those who see to them. */
async function aMove() {
  const place = await aPlace()
  const volunteer = await aVolunteer({ regionCode: place.village(1) })
  const to = await aTeam({ regionCode: place.township })
  return { place, volunteer, to, worker: await person('stationWorker', { regionCode: place.township }), leader: await person('teamLeader', { teamId: to.id }), own: await person('volunteer', { volunteerId: volunteer.id, personId: volunteer.personId }) }
}

it('lets a volunteer support another team beside their home, join and leave it, and keeps the period', async () => {
  const { volunteer, to, worker, place } = await aMove()
  const { joinTeam } = await worker.get(JOIN, { v: volunteer.id, t: to.id, kind: 'SUPPORT' })
  expect(joinTeam).toMatchObject({ state: 'JOIN_REQUESTED', openActions: ['ACCEPT', 'DECLINE', 'CANCEL'] })
  expect((await worker.ask(JOIN, { v: volunteer.id, t: to.id, kind: 'HOME' })).code).toBe('DUPLICATE')
  const { confirmMember } = await worker.get(CONFIRM, { id: joinTeam.id, version: joinTeam.version })
  expect(confirmMember.state).toBe('ACTIVE')
  expect(await membersOf(to.id)).toBe(0)
  const stranger = await person('stationWorker', { regionCode: (await aPlace()).township })
  expect((await stranger.ask(LEAVE, { id: joinTeam.id, version: confirmMember.version, reason: 'x' })).code).toBe('NOT_FOUND')
  expect((await worker.ask(LEAVE, { id: joinTeam.id, version: confirmMember.version, reason: ' ' })).code).toBe('INVALID')
  expect((await worker.get(LEAVE, { id: joinTeam.id, version: confirmMember.version, reason: '太远' })).leaveTeam).toMatchObject({ state: 'ENDED', reason: '太远', to: expect.stringMatching(/^\d{4}-/) })
  expect((await worker.ask(LEAVE, { id: joinTeam.id, version: confirmMember.version + 1, reason: '再退' })).code).toBe('WRONG_STATE')
  const { nearestTeams } = await worker.get('query ($r: RegionCode!) { nearestTeams(region: $r) { id ofResidence } }', { r: place.village(1) })
  expect(nearestTeams.filter((team: any) => team.ofResidence).map((team: any) => team.id)).toEqual(expect.arrayContaining([to.id]))
})

it('transfers in one act when the new leader accepts; until then the old membership stands', async () => {
  const { volunteer, to, leader, own } = await aMove()
  const asked = { v: volunteer.id, version: volunteer.version, t: to.id, reason: '搬到附近', key: `move-${volunteer.id}` }
  expect((await own.ask(TRANSFER, { ...asked, reason: ' ', key: null })).code).toBe('INVALID')
  expect((await own.ask(TRANSFER, { ...asked, t: volunteer.teamId, key: null })).code).toBe('INELIGIBLE')
  const [first, second] = await Promise.all([own.get(TRANSFER, asked), own.get(TRANSFER, asked)])
  expect(second.transferMember.id).toBe(first.transferMember.id)
  const request = first.transferMember
  expect(request).toMatchObject({ state: 'JOIN_REQUESTED', wish: '搬到附近', fromTeam: { id: volunteer.teamId } })
  expect((await own.get(PERIODS, { id: volunteer.id })).volunteer).toMatchObject({ teamId: volunteer.teamId, memberships: [{ state: 'ACTIVE' }, { state: 'JOIN_REQUESTED' }] })

  const seen = await leader.get(REQUESTS)
  expect([seen.memberships.total, waiting(seen), seen.memberships.items[0].openActions]).toEqual([1, 1, ['ACCEPT', 'DECLINE']])
  expect((await own.ask(CONFIRM, { id: request.id, version: request.version })).code).toBe('FORBIDDEN')
  const oldLeader = await person('teamLeader', { teamId: volunteer.teamId! })
  expect((await oldLeader.ask(CONFIRM, { id: request.id, version: request.version })).code).toBe('NOT_FOUND')
  expect((await leader.ask(CONFIRM, { id: request.id, version: 9 })).code).toBe('STALE')
  await leader.get(CONFIRM, { id: request.id, version: request.version })
  const { volunteer: after } = await own.get(PERIODS, { id: volunteer.id })
  expect(after.teamId).toBe(to.id)
  expect(after.memberships).toMatchObject([{ state: 'ENDED', reason: '搬到附近', team: { id: volunteer.teamId } }, { state: 'ACTIVE', to: null, team: { id: to.id } }])
  expect(after.memberships[0].to).toBe(after.memberships[1].from)
  expect([await membersOf(to.id), await membersOf(volunteer.teamId!)]).toEqual([1, 0])
  expect((await leader.ask(CONFIRM, { id: request.id, version: request.version + 1 })).code).toBe('WRONG_STATE')
})

it('declines with a reason, lets a request be taken back, and leaves the old membership as it was', async () => {
  const { volunteer, to, leader, own, worker } = await aMove()
  const ask = async () => (await own.get(TRANSFER, { v: volunteer.id, version: volunteer.version, t: to.id, reason: '离家近' })).transferMember
  const first = await ask()
  expect((await own.ask(TRANSFER, { v: volunteer.id, version: volunteer.version, t: to.id, reason: '又一次' })).code).toBe('DUPLICATE')
  expect((await leader.ask(DECLINE, { id: first.id, version: first.version, reason: ' ' })).code).toBe('INVALID')
  expect((await leader.get(DECLINE, { id: first.id, version: first.version, reason: '本队已满' })).declineMember).toEqual({ state: 'DECLINED', reason: '本队已满' })
  const second = await ask()
  expect((await own.get(CANCEL, { id: second.id, version: second.version })).cancelRequest.state).toBe('ENDED')
  expect((await worker.get(PERIODS, { id: volunteer.id })).volunteer).toMatchObject({ teamId: volunteer.teamId, memberships: [{ state: 'ACTIVE', to: null }, { state: 'DECLINED' }, { state: 'ENDED' }] })
  const gone = await aVolunteer({ regionCode: volunteer.regionCode, volunteerState: VolunteerState.BLOCKED, teamId: null })
  expect((await worker.ask(JOIN, { v: gone.id, t: to.id, kind: 'HOME' })).code).toBe('WRONG_STATE')
})

it('across townships the new side answers, and the old one sees it go', async () => {
  const { volunteer, worker } = await aMove()
  const beyond = await aTeam({ regionCode: `${volunteer.regionCode.slice(0, 6)}999000` })
  const there = await person('stationWorker', { regionCode: beyond.regionCode })
  const { transferMember: request } = await worker.get(TRANSFER, { v: volunteer.id, version: volunteer.version, t: beyond.id, reason: '随子女居住' })
  expect((await worker.ask(CONFIRM, { id: request.id, version: request.version })).code).toBe('NOT_FOUND')
  expect(waiting(await worker.get(REQUESTS))).toBe(0)
  expect(waiting(await there.get(REQUESTS))).toBe(1)
  expect((await there.get(CONFIRM, { id: request.id, version: request.version })).confirmMember.state).toBe('ACTIVE')
})

it('reminds of a request that waits longer than three working days, until it is answered', async () => {
  const { volunteer, to, leader, own } = await aMove()
  const { transferMember: request } = await own.get(TRANSFER, { v: volunteer.id, version: volunteer.version, t: to.id, reason: '离家近' })
  const open = async () => (await leader.get('{ tasks(filter: { state: [OPEN], kind: [JOIN_WAITING] }) { total } }')).tasks.total
  await watchAll(await systemCtx())
  expect(await open()).toBe(0)
  await asOwner('UPDATE memberships SET createdAt = createdAt - INTERVAL 12 DAY WHERE id = ?', [request.id])
  await watchAll(await systemCtx())
  await watchAll(await systemCtx())
  expect(await open()).toBe(1)
  await leader.get(CONFIRM, { id: request.id, version: request.version })
  expect(await open()).toBe(0)
})

it('writes down skills and screening, and takes somebody back who had left', async () => {
  const volunteer = await aVolunteer({ screenedOn: null })
  const worker = await person('stationWorker', { regionCode: `${volunteer.regionCode.slice(0, 9)}000` })
  const { updateVolunteer } = await worker.get('mutation ($id: ID!, $v: Int!) { updateVolunteer(id: $id, version: $v, input: { skills: [HAIRCUT], maxLoad: 2 }) { version skills maxLoad } }', { id: volunteer.id, v: volunteer.version })
  expect(updateVolunteer).toMatchObject({ skills: ['HAIRCUT'], maxLoad: 2 })
  const { recordScreening } = await worker.get('mutation ($id: ID!, $v: Int!) { recordScreening(id: $id, version: $v, screenedOn: "2026-11-01") { version screenedOn } }', { id: volunteer.id, v: updateVolunteer.version })
  expect(recordScreening.screenedOn).toBe('2026-11-01')
  expect((await worker.ask('mutation ($id: ID!, $v: Int!) { recordScreening(id: $id, version: $v, screenedOn: "2999-01-01") { id } }', { id: volunteer.id, v: recordScreening.version })).code).toBe('INVALID')

  const gone = await aVolunteer({ regionCode: volunteer.regionCode, volunteerState: VolunteerState.WITHDRAWN, teamId: null })
  const back = await worker.get('mutation ($id: ID!, $v: Int!) { readmitVolunteer(id: $id, version: $v) { state } }', { id: gone.id, v: gone.version })
  expect(back.readmitVolunteer.state).toBe('PENDING')
})
