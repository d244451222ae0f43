import { VolunteerState } from '../../../server/people/volunteers/Volunteer'
import { asOwner, person, stop } from '../../support/app'
import { aTeam, aVolunteer } from '../../support/people'

afterAll(stop)

const membersOf = async (team: string) => Number((await asOwner('SELECT memberCount FROM teams WHERE id = ?', [team]))[0]!.memberCount)

it('lets a volunteer ask to support another team, join and leave it, and keeps the period', async () => {
  const volunteer = await aVolunteer()
  const township = `${volunteer.regionCode.slice(0, 9)}000`
  const other = await aTeam({ regionCode: township })
  const worker = await person('stationWorker', { regionCode: township })
  const { joinTeam } = await worker.get('mutation ($v: ID!, $t: ID!) { joinTeam(volunteerId: $v, teamId: $t, kind: SUPPORT) { id version state } }', { v: volunteer.id, t: other.id })
  expect(joinTeam.state).toBe('JOIN_REQUESTED')
  const { confirmMember } = await worker.get('mutation ($id: ID!, $v: Int!) { confirmMember(id: $id, version: $v) { id version state } }', { id: joinTeam.id, v: joinTeam.version })
  expect(confirmMember.state).toBe('ACTIVE')
  expect(await membersOf(other.id)).toBe(0)
  const stranger = await person('stationWorker', { regionCode: '990002000000' })
  expect((await stranger.ask('mutation ($id: ID!) { leaveTeam(id: $id, version: 2, reason: "x") { id } }', { id: joinTeam.id })).code).toBe('NOT_FOUND')
  const { leaveTeam } = await worker.get('mutation ($id: ID!, $v: Int!) { leaveTeam(id: $id, version: $v, reason: "太远") { state to reason } }', { id: joinTeam.id, v: confirmMember.version })
  expect(leaveTeam).toMatchObject({ state: 'ENDED', reason: '太远', to: expect.stringMatching(/^\d{4}-/) })
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
