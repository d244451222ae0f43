import { aLedTeam } from '../../support/activities'
import { type Person as Asker, person, put, stop, systemCtx } from '../../support/app'
import { asOwner } from '../../support/database'
import { anIdCard, aPerson, aPlace, aTeam, aVolunteer } from '../../support/people'
import { loadNotices } from '../../../server/bureau/consentNotices/loadNotices'
import { watchAll } from '../../../server/bureau/tasks/watches'
import { newId } from '../../../server/kernel/entity'
import { Sex } from '../../../server/people/persons/Person'
import { TeamState } from '../../../server/people/teams/Team'
import { Membership, MembershipKind, MembershipState } from '../../../server/people/volunteers/Membership'
import { VolunteerState } from '../../../server/people/volunteers/Volunteer'

afterAll(stop)

const REGISTER = 'mutation ($input: VolunteerInput!) { registerVolunteer(input: $input) { id version volunteerNo state source category languages person { id name } memberships { id version state } openActions } }'
const ACTIVATE = 'mutation ($id: ID!, $version: Int!, $input: ActivateVolunteerInput!) { activateVolunteer(id: $id, version: $version, input: $input) { id version state teamId team { memberCount veteranCount } openActions } }'
const SEE = 'query ($id: ID!) { volunteer(id: $id) { id version state teamId totalMinutes adult memberships { state reason } } }'

let place: Awaited<ReturnType<typeof aPlace>>
let worker: Asker
let officer: Asker

beforeAll(async () => {
  await loadNotices(await systemCtx())
  place = await aPlace()
  worker = await person('stationWorker', { regionCode: place.township })
  officer = await person('bureauOfficer')
})

it('takes a volunteer from registration to service and out again', async () => {
  const team = await aTeam({ regionCode: place.township, state: TeamState.PREPARING, memberMin: 2 })
  const { registerVolunteer: made } = await worker.get(REGISTER, { input: { person: { name: '沈志愿', regionCode: place.village(), isVeteran: true, idCard: anIdCard('1970-01-02', Sex.MALE) }, skills: ['HAIRCUT', 'HAIRCUT'], languages: ['HAN', 'MONGOL'], clientKey: `v-${place.township}` } })
  expect(made).toMatchObject({ state: 'PENDING', source: 'STAFF', category: 'VETERAN', languages: ['HAN', 'MONGOL'], memberships: [], openActions: ['ACTIVATE', 'WITHDRAW'] })
  expect(made.volunteerNo).toBe(`V${place.township.slice(0, 6)}-000001`)
  expect((await worker.ask(REGISTER, { input: { personId: made.person.id } })).code).toBe('DUPLICATE')
  expect((await worker.ask(REGISTER, { input: {} })).code).toBe('INVALID')

  const early = await worker.ask(ACTIVATE, { id: made.id, version: made.version, input: {} })
  expect(early).toMatchObject({ code: 'INELIGIBLE', error: { extensions: { missing: ['identityChecked', 'teamId', 'consentVersion'] } } })
  const { activateVolunteer: active } = await worker.get(ACTIVATE, { id: made.id, version: made.version, input: { identityChecked: true, teamId: team.id, consentVersion: '2026-1' } })
  expect(active).toMatchObject({ state: 'ACTIVE', teamId: team.id, team: { memberCount: 1, veteranCount: 1 } })

  const TEAM = 'mutation ($id: ID!, $version: Int!, $input: TeamChange!) { updateTeam(id: $id, version: $version, input: $input) { version leader { id } meetsMinimum } }'
  const [{ version }] = await asOwner<[{ version: number }]>('SELECT version FROM teams WHERE id = ?', [team.id])
  expect((await worker.ask(TEAM, { id: team.id, version, input: { leaderId: newId() } })).code).toBe('INVALID')
  const { updateTeam } = await worker.get(TEAM, { id: team.id, version, input: { leaderId: made.id } })
  expect(updateTeam).toMatchObject({ leader: { id: made.id }, meetsMinimum: false })
  const FOUND = 'mutation ($id: ID!, $version: Int!, $until: Date) { activateTeam(id: $id, version: $version, exemptUntil: $until, exemptReason: "新建队伍") { state exemptUntil openActions } }'
  expect((await worker.ask(FOUND, { id: team.id, version: updateTeam.version })).code).toBe('FORBIDDEN')
  expect((await officer.ask(FOUND, { id: team.id, version: updateTeam.version })).code).toBe('INELIGIBLE')
  expect((await officer.get(FOUND, { id: team.id, version: updateTeam.version, until: '2099-12-31' })).activateTeam).toMatchObject({ state: 'ACTIVE', exemptUntil: '2099-12-31' })

  const move = (act: string, extra = '') => worker.ask(`mutation ($id: ID!, $version: Int!) { ${act}(id: $id, version: $version ${extra}) { version state } }`, { id: made.id, version: current })
  let current = (await worker.get(SEE, { id: made.id })).volunteer.version
  expect((await move('resumeVolunteer')).code).toBe('WRONG_STATE')
  expect((await move('pauseVolunteer', 'reason: " "')).code).toBe('INVALID')
  current = (await move('pauseVolunteer', 'reason: "外出务工", pausedUntil: "2099-01-01"')).data.pauseVolunteer.version
  current = (await move('resumeVolunteer')).data.resumeVolunteer.version
  expect((await move('blockVolunteer', 'reason: "x"')).code).toBe('FORBIDDEN')
  expect((await move('withdrawVolunteer', 'reason: "随子女迁居"')).data.withdrawVolunteer.state).toBe('WITHDRAWN')
  expect((await worker.get(SEE, { id: made.id })).volunteer).toMatchObject({ teamId: null, adult: true, memberships: [{ state: 'ENDED', reason: '随子女迁居' }] })
  expect(await asOwner('SELECT memberCount, leaderId FROM teams WHERE id = ?', [team.id])).toEqual([{ memberCount: 0, leaderId: null }])
})

it('gives every volunteer another number, however many register at once', async () => {
  const persons = await Promise.all(Array.from({ length: 8 }, () => aPerson({ regionCode: place.village() })))
  const answers = await Promise.all(persons.map(one => worker.get(REGISTER, { input: { personId: one.id } })))
  expect(new Set(answers.map(answer => answer.registerVolunteer.volunteerNo)).size).toBe(8)
})

it('keeps to reach, and finds by what is asked', async () => {
  const to = await aTeam({ regionCode: place.township })
  const volunteer = await aVolunteer({ name: '韩转队', regionCode: place.village(2), skills: ['MEDICAL'] as never, teamId: to.id })
  const stranger = await person('stationWorker', { regionCode: (await aPlace()).township })
  expect((await stranger.ask(SEE, { id: volunteer.id })).code).toBe('NOT_FOUND')
  const LIST = 'query ($filter: VolunteerFilter!) { volunteers(filter: $filter, sort: { field: NAME, order: ASC }) { total items { id } } }'
  for (const filter of [{ q: 'hanzd' }, { q: '转队', teamId: to.id }, { q: 'hzd', region: place.village(2), skills: ['MEDICAL'], languages: ['HAN'], state: ['ACTIVE'], isVeteran: true }]) {
    const { volunteers } = await worker.get(LIST, { filter })
    expect([filter, volunteers.items]).toEqual([filter, filter.q === 'hanzd' ? [] : [{ id: volunteer.id }]])
  }
  const leader = await person('teamLeader', { teamId: to.id })
  expect((await leader.get(LIST, { filter: {} })).volunteers).toMatchObject({ total: 1, items: [{ id: volunteer.id }] })
  expect((await leader.get('mutation ($id: ID!) { reveal(type: "Person", id: $id, field: "phone", reason: "联系队员") }', { id: volunteer.personId })).reveal).toMatch(/^154/)
})

it('asks the station about a pause that is over, until the volunteer is back', async () => {
  const volunteer = await aVolunteer({ regionCode: place.village(), volunteerState: VolunteerState.PAUSED })
  const open = async () => (await worker.get('{ tasks(filter: { state: [OPEN], kind: [PAUSE_OVER] }) { total } }')).tasks.total
  await watchAll(await systemCtx())
  expect(await open()).toBe(0)
  await asOwner("UPDATE volunteers SET pausedUntil = '2026-11-01' WHERE id = ?", [volunteer.id])
  await watchAll(await systemCtx())
  expect(await open()).toBe(1)
  await worker.get('mutation ($id: ID!, $version: Int!) { resumeVolunteer(id: $id, version: $version) { state } }', { id: volunteer.id, version: volunteer.version })
  await watchAll(await systemCtx())
  expect(await open()).toBe(0)
})

it('lets a leader give a member of the own team time off until a day, and take them back; nobody else, and nothing more', async () => {
  const { team } = await aLedTeam(place.village())
  const [member, asking] = [await aVolunteer({ regionCode: team.regionCode, teamId: team.id }), await aVolunteer({ regionCode: team.regionCode, teamId: null, volunteerState: VolunteerState.ACTIVE })]
  await put(Membership.of({ volunteerId: asking.id, teamId: team.id, regionCode: team.regionCode, kind: MembershipKind.HOME, state: MembershipState.JOIN_REQUESTED, from: null, to: null, reason: null, live: `HOME/${asking.id}` }))
  const [leader, stranger] = [await person('teamLeader', { teamId: team.id }), await person('teamLeader', { teamId: (await aLedTeam()).team.id })]
  const pause = (who: Asker, id: string, extra: string) => who.ask(`mutation ($id: ID!) { it: pauseVolunteer(id: $id, version: 1, reason: "外出务工"${extra}) { version state pausedUntil stateReason openActions } }`, { id })
  const until = ', pausedUntil: "2099-02-01"'
  expect(Object.keys((await pause(leader, member.id, '')).error!.extensions.fields)).toEqual(['pausedUntil'])
  expect([(await pause(stranger, member.id, until)).code, (await pause(leader, asking.id, until)).code]).toEqual(['NOT_FOUND', 'NOT_FOUND'])
  expect((await leader.get(`query ($id: ID!) { volunteer(id: $id) { openActions } }`, { id: asking.id })).volunteer.openActions).toEqual([])
  const { it: paused } = (await pause(leader, member.id, until)).data
  expect(paused).toMatchObject({ state: 'PAUSED', pausedUntil: '2099-02-01', stateReason: '外出务工', openActions: ['RESUME'] })
  expect((await leader.ask('mutation ($id: ID!) { withdrawVolunteer(id: $id, version: 2, reason: "x") { state } }', { id: member.id })).code).toBe('FORBIDDEN')
  expect((await leader.get('mutation ($id: ID!, $version: Int!) { it: resumeVolunteer(id: $id, version: $version) { state pausedUntil } }', { id: member.id, version: paused.version })).it).toEqual({ state: 'ACTIVE', pausedUntil: null })
})

it('lets the bureau lift a bar that was a mistake, with the reason; the volunteer is activated anew', async () => {
  const { id } = await aVolunteer({ regionCode: place.village(), teamId: null })
  const bar = (who: Asker, act: string, version: number, reason = '身份核实有误') => who.ask(`mutation ($id: ID!, $version: Int!, $reason: String!) { it: ${act}(id: $id, version: $version, reason: $reason) { version state stateReason openActions } }`, { id, version, reason })
  const blocked = (await bar(officer, 'blockVolunteer', 1)).data.it
  expect(blocked).toMatchObject({ state: 'BLOCKED', openActions: ['UNBLOCK'] })
  expect([(await bar(worker, 'unblockVolunteer', blocked.version)).code, (await bar(officer, 'unblockVolunteer', blocked.version, ' ')).code]).toEqual(['FORBIDDEN', 'INVALID'])
  expect((await bar(officer, 'unblockVolunteer', blocked.version)).data.it).toMatchObject({ state: 'PENDING', stateReason: null })
})
