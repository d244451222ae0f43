import ExcelJS from 'exceljs'
import { ProgrammeCode } from '../../../server/bureau/programmes/ProgrammeCode'
import { newId } from '../../../server/kernel/entity'
import { recordService } from '../../../server/people/hours/recordService'
import { TeamState, TeamTier } from '../../../server/people/teams/Team'
import { ActivityState } from '../../../server/programmes/activities/Activity'
import { SignUpState } from '../../../server/programmes/activities/SignUp'
import { PairingState } from '../../../server/programmes/pairings/Pairing'
import { VisitState } from '../../../server/programmes/pairings/Visit'
import { aLedTeam, anActivity, aSignUp, aStanding } from '../../support/activities'
import { app, type Person as Asker, asOwner, person, setClock, stop, systemCtx } from '../../support/app'
import { database } from '../../support/database'
import { aPairing, aVisit } from '../../support/pairings'
import { aPlace, aTeam, aVolunteer } from '../../support/people'

beforeAll(() => setClock('2026-11-24T09:00:00+08:00'))
afterAll(stop)

const ROW = 'regionCode rank teams townshipTeams villageTeams squads reached dutyDone dutyDue dutyMissing share activities drills people personTimes served minutes drillMinutes visits elders eldersDue dueVisited eldersVisited overdue'
const CONTENT = `month asOf rows { ${ROW} } total { ${ROW} }`
const DRAFT = `query ($month: String!) { bulletinDraft(month: $month) { ${CONTENT} } }`
const BULLETIN = `id number month edition issuedOn issuedByName remark reason corrects { id } correctedBy { id } content { ${CONTENT} }`
const ISSUE = `mutation ($input: IssueBulletinInput!) { issueBulletin(input: $input) { ${BULLETIN} } }`
const CORRECT = `mutation ($id: ID!, $input: CorrectBulletinInput!) { correctBulletin(id: $id, input: $input) { ${BULLETIN} } }`
const SEE = `query ($id: ID!) { bulletin(id: $id) { ${BULLETIN} history { act } } }`

let place: Awaited<ReturnType<typeof aPlace>>
let officer: Asker
let leader: Asker
let stranger: Asker

beforeAll(async () => {
  place = await aPlace()
  officer = await person('bureauOfficer')
  leader = await person('bureauLeader')
  stranger = await person('stationWorker', { regionCode: (await aPlace()).township })
  await anOctober()
})

const inOctober = (day: number) => ({ startsAt: new Date(`2026-10-${day}T09:00:00+08:00`), endsAt: new Date(`2026-10-${day}T11:00:00+08:00`) })

/** A township whose October is counted by hand below. */
async function anOctober(): Promise<void> {
  const { team: one, leader: first } = await aLedTeam(place.village(1))
  const { team: other, leader: second } = await aLedTeam(place.village(2))
  const townshipTeam = await aTeam({ regionCode: place.township, tier: TeamTier.TOWNSHIP })
  const squad = await aTeam({ regionCode: place.village(1), tier: TeamTier.SQUAD, state: TeamState.RECTIFYING })
  const preparing = await aTeam({ regionCode: place.village(2), tier: TeamTier.SQUAD, state: TeamState.PREPARING })
  for (const team of [townshipTeam, squad, preparing]) await aStanding(team)
  await asOwner('UPDATE team_standings SET metMinimum = 1 WHERE teamId IN (?)', [[one.id, townshipTeam.id]])

  const held = { state: ActivityState.ARCHIVED, placeRegionCode: place.village(1) }
  const alone = await anActivity({ team: one, ...inOctober(11), ...held, servedCount: 12 })
  const joint = await anActivity({ team: one, coTeamIds: [other.id], ...inOctober(12), ...held, servedCount: 5 })
  const drill = await anActivity({ team: one, ...inOctober(13), ...held, servedCount: 7, isDrill: true })
  await anActivity({ team: townshipTeam, ...inOctober(14), state: ActivityState.FINISHED, servedCount: 9 })
  await anActivity({ team: townshipTeam, startsAt: new Date('2026-10-31T23:30:00+08:00'), endsAt: new Date('2026-11-01T01:00:00+08:00'), state: ActivityState.CANCELLED })
  await asOwner('UPDATE activity_teams SET confirmedCount = 1 WHERE activityId = ? AND teamId = ?', [joint.id, other.id])
  const came = { state: SignUpState.CONFIRMED, minutes: 120 }
  for (const [activity, volunteer] of [[alone, first], [joint, first], [joint, second], [drill, await aVolunteer({ regionCode: place.village(1), teamId: one.id })]] as const) await aSignUp(activity, volunteer, came)
  await aSignUp(alone, second, { state: SignUpState.NO_SHOW })

  await (await systemCtx()).transact('test', async inner => {
    const line = { volunteerId: first.id, programmeCode: ProgrammeCode.RURAL, sourceType: 'Visit', regionCode: place.village(1) } as const
    await recordService(inner, { ...line, servedOn: '2026-10-11', minutes: 120, sourceId: newId() })
    await recordService(inner, { ...line, servedOn: '2026-10-13', minutes: 60, sourceId: newId(), drill: true })
    await recordService(inner, { ...line, servedOn: '2026-11-02', minutes: 240, sourceId: newId() })
  })

  const seen = await aPairing({ regionCode: place.village(1), startedOn: '2026-09-01', nextVisitOn: '2026-12-01' })
  const missed = await aPairing({ regionCode: place.village(2), startedOn: '2026-09-01', nextVisitOn: '2026-11-20' })
  await aPairing({ regionCode: place.village(2), startedOn: '2026-11-01', nextVisitOn: '2026-11-24' })
  await aPairing({ regionCode: place.village(2), state: PairingState.ENDED, startedOn: '2026-08-01', endedOn: '2026-10-10' })
  for (const visitedOn of ['2026-10-01', '2026-10-31', '2026-11-01']) await aVisit(seen, { visitedOn })
  await aVisit(missed, { visitedOn: '2026-10-07', contactMade: false, counts: false })
  await aVisit(missed, { visitedOn: '2026-10-08', state: VisitState.MISSED })
}

const OCTOBER = {
  teams: 4, townshipTeams: 1, villageTeams: 2, squads: 1, reached: 2, dutyDone: 2, dutyDue: 0, dutyMissing: 2, share: 50, activities: 2, drills: 1, people: 2, personTimes: 3, served: 17, minutes: 120, drillMinutes: 60, visits: 3, elders: 3, eldersDue: 3, dueVisited: 1, eldersVisited: 1, overdue: 1,
}
const rowOf = (content: any, township = place.township): any => content.rows.find((row: any) => row.regionCode === township)
const draft = async (month: string): Promise<any> => (await officer.get(DRAFT, { month })).bulletinDraft

it('counts a township’s month as it is counted by hand, and all together as the sum of the rows', async () => {
  const october = await draft('2026-10')
  expect(october).toMatchObject({ month: '2026-10', asOf: '2026-11-24' })
  expect(rowOf(october)).toMatchObject(OCTOBER)
  const sums = Object.keys(OCTOBER).filter(name => !['share', 'people', 'elders', 'eldersVisited'].includes(name))
  for (const name of sums) expect([name, october.total[name]]).toEqual([name, october.rows.reduce((sum: number, row: any) => sum + row[name], 0)])
  const november = await draft('2026-11')
  expect(rowOf(november)).toMatchObject({ dutyDone: 0, dutyDue: 4, dutyMissing: 0, share: 0, activities: 0, minutes: 240, visits: 1, elders: 3, overdue: 1 })
})

it('counts somebody who helped in two townships in each of them, and once in the whole banner', async () => {
  const before = (await draft('2026-10')).total
  const [here, there] = [await aLedTeam((await aPlace()).village()), await aLedTeam((await aPlace()).village())]
  for (const { team } of [here, there]) await aSignUp(await anActivity({ team, ...inOctober(20), state: ActivityState.ARCHIVED }), here.leader, { state: SignUpState.CONFIRMED, minutes: 60 })
  const after = await draft('2026-10')
  expect([after.total.people, after.total.personTimes]).toEqual([before.people + 1, before.personTimes + 2])
  expect([rowOf(after, here.township), rowOf(after, there.township)].map(row => [row.people, row.share, row.rank])).toEqual([[1, 100, 1], [1, 100, 1]])
  const higher = after.rows.filter((row: any) => row.rank !== null && row.share > 50).length
  expect([rowOf(after).rank, after.rows.filter((row: any) => row.rank === null).every((row: any) => row.share === null || row.regionCode.endsWith('000000'))]).toEqual([higher + 1, true])
})

it('reads as many rows with as many statements, however many townships there are', async () => {
  const sent = jest.spyOn(await database(), 'query')
  const statements = async (): Promise<number> => {
    await draft('2026-10')
    sent.mockClear()
    await draft('2026-10')
    return sent.mock.calls.filter(([sql]) => /FROM (teams|team_standings|activities|\(SELECT|kept_totals|beneficiaries|pairings) /.test(sql)).length
  }
  const few = await statements()
  expect(few).toBeGreaterThan(5)
  for (let n = 0; n < 5; n++) await aLedTeam((await aPlace()).village())
  expect(await statements()).toBe(few)
  sent.mockRestore()
})

it('is issued once a month, however often it is sent, and stays as it was while the data change', async () => {
  const input = { month: '2026-10', remark: '请未完成的队伍补齐', clientKey: newId() }
  const [one, again] = await Promise.all([officer.get(ISSUE, { input }), officer.get(ISSUE, { input })])
  const { issueBulletin: issued } = one
  expect(again.issueBulletin.id).toBe(issued.id)
  expect(issued).toMatchObject({ number: '〔2026〕第10期', edition: 0, issuedOn: '2026-11-24', issuedByName: '测试bureauOfficer', remark: '请未完成的队伍补齐', corrects: null, correctedBy: null })
  expect(rowOf(issued.content)).toMatchObject(OCTOBER)
  expect((await leader.ask(ISSUE, { input: { month: '2026-10' } })).code).toBe('DUPLICATE')

  await asOwner("UPDATE activities SET servedCount = 99 WHERE regionCode = ? AND state = 'ARCHIVED' AND isDrill = 0", [place.village(1)])
  expect(rowOf(await draft('2026-10')).served).toBe(198)
  expect((await stranger.get(SEE, { id: issued.id })).bulletin.content).toEqual(issued.content)

  const correct = (asker: Asker, id: string, more: object = {}) => asker.ask(CORRECT, { id, input: { reason: '一场活动的服务人数填报有误', ...more } })
  expect((await correct(officer, issued.id, { reason: ' ' })).code).toBe('INVALID')
  expect((await correct(officer, newId())).code).toBe('NOT_FOUND')
  const { correctBulletin: corrected } = (await correct(leader, issued.id, { clientKey: newId() })).data
  expect(corrected).toMatchObject({ number: '〔2026〕第10期（更正1）', edition: 1, reason: '一场活动的服务人数填报有误', corrects: { id: issued.id } })
  expect(rowOf(corrected.content).served).toBe(198)
  const { bulletin: old } = await officer.get(SEE, { id: issued.id })
  expect(old).toEqual({ ...issued, correctedBy: { id: corrected.id }, history: [{ act: 'issueBulletin' }] })
  expect((await correct(leader, issued.id)).code).toBe('DUPLICATE')
  expect((await officer.get('{ bulletins { items { id } } }')).bulletins.items.map((each: any) => each.id)).toEqual([corrected.id, issued.id])
})

it('is issued by one of two who send it at once', async () => {
  const answers = await Promise.all([officer, leader].map(asker => asker.ask(ISSUE, { input: { month: '2026-09' } })))
  expect(answers.map(({ code }) => code ?? 'DONE').sort()).toEqual(['DONE', 'DUPLICATE'])
})

it('is not issued while the month runs, which can only be looked at', async () => {
  expect((await officer.ask(ISSUE, { input: { month: '2026-11' } })).code).toBe('INVALID')
  expect((await draft('2026-11')).month).toBe('2026-11')
})

it('is found by its year, its month, and by whether it stands', async () => {
  const FIND = 'query ($filter: BulletinFilter!) { bulletins(filter: $filter) { total items { id number state } } }'
  const find = async (filter: object) => (await officer.get(FIND, { filter })).bulletins
  const all = await find({})
  expect((await find({ year: 2026 })).total).toBe(all.total)
  expect((await find({ year: 2025 })).total).toBe(0)
  expect((await find({ month: '2026-10' })).items.map((each: any) => [each.number, each.state])).toEqual([['〔2026〕第10期（更正1）', 'STANDING'], ['〔2026〕第10期', 'CORRECTED']])
  expect((await find({ state: ['CORRECTED'] })).items.map((each: any) => each.number)).toEqual(['〔2026〕第10期'])
  expect((await find({ state: ['STANDING'] })).total).toBe(all.total - 1)
  expect((await find({ state: ['STANDING', 'CORRECTED'] })).total).toBe(all.total)
})

it('is refused for a month to come, and for what is no month', async () => {
  for (const month of ['2026-12', '2999-01', '2026-13', '0001-01', 'x', '2026-10-01']) {
    expect([month, (await officer.ask(DRAFT, { month })).code, (await officer.ask(ISSUE, { input: { month } })).code]).toEqual([month, 'INVALID', 'INVALID'])
  }
  expect((await officer.ask(ISSUE, { input: { month: '2026-08', remark: '长'.repeat(501) } })).code).toBe('INVALID')
})

it('is drawn up by officer and leader alone, and read by all of the house', async () => {
  const { issueBulletin: issued } = await leader.get(ISSUE, { input: { month: '2026-07' } })
  for (const role of ['bureauAdministrator', 'auditor', 'stationHead', 'villageLiaison', 'teamLeader'] as const) {
    const asker = await person(role, { regionCode: place.township, teamId: newId() })
    expect((await asker.get(SEE, { id: issued.id })).bulletin.content.rows.length).toBe(issued.content.rows.length)
    expect((await asker.ask(DRAFT, { month: '2026-07' })).code).toBe('FORBIDDEN')
    expect((await asker.ask(ISSUE, { input: { month: '2026-06' } })).code).toBe('FORBIDDEN')
    expect((await asker.ask(CORRECT, { id: issued.id, input: { reason: 'x' } })).code).toBe('FORBIDDEN')
  }
  const volunteer = await person('volunteer', { volunteerId: newId() })
  expect([(await volunteer.ask(SEE, { id: issued.id })).code, (await volunteer.ask('{ bulletins { total } }')).code]).toEqual(['FORBIDDEN', 'FORBIDDEN'])
})

describe('the sheet', () => {
  const sheet = async (asker: Asker | null, id: string) => (await app()).http.inject({ url: `/papers/bulletins/${id}`, headers: { 'accept-language': 'zh', ...(asker && { authorization: `Bearer ${asker.token}` }) } })

  it('says what was issued, one row a township, for whoever may read it', async () => {
    const { bulletin } = await officer.get(`query { bulletin: bulletins { items { ${BULLETIN} } } }`).then(({ bulletin: { items } }) => ({ bulletin: items.find((each: any) => each.number === '〔2026〕第10期') }))
    const answer = await sheet(stranger, bulletin.id)
    expect([answer.statusCode, answer.headers['content-disposition']]).toEqual([200, 'attachment; filename="bulletin-2026-10.xlsx"'])
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(answer.rawPayload as never)
    const lines = book.worksheets[0]!.getSheetValues().slice(1).map(line => (line as unknown[]).slice(1))
    expect(lines[0]![0]).toBe('〔2026〕第10期 · 2026-10 月通报 · 印发日期：2026-11-24 · 数据截至：2026-11-24 · 请未完成的队伍补齐')
    expect(lines[1]!.slice(0, 3)).toEqual(['苏木乡镇', '名次', '在岗队伍'])
    expect(lines.length).toBe(bulletin.content.rows.length + 3)
    const own = lines[2 + bulletin.content.rows.findIndex((row: any) => row.regionCode === place.township)]!
    expect(own.slice(2)).toEqual([4, 1, 2, 1, 2, 2, 0, 2, 50, 2, 1, 2, 3, 17, 2, 1, 3, 3, 3, 1, 1, 1])
    expect(lines.at(-1)![0]).toBe('合计')
  })

  it('is kept from whoever has not signed in, and from volunteers', async () => {
    expect((await sheet(null, newId())).statusCode).toBe(401)
    expect((await sheet(await person('volunteer', { volunteerId: newId() }), newId())).statusCode).toBe(403)
    expect((await sheet(stranger, newId())).statusCode).toBe(404)
  })
})
