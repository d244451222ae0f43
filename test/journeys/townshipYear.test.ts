import { verifyAudit } from '../../server/kernel/audit'
import { findDifferences } from '../../server/people/hours/checkTotals'
import { ask, person, type Person, stop, systemCtx } from '../support/app'
import { database } from '../support/database'
import { dutyOf, imported, later, ledger, members, MONTHS, progressOn, starDays, starsOf, sums, veterans } from './townshipYear/reckoning'
import { ACTIVE_ON, ACTIVITIES, CERTIFICATE, CORRECTION, DAMAGED, FOUNDED_ON, LAST_DAY, LATECOMER, PAPER, PAST_DAYS, SHEET, SQUAD, SQUAD_FELL, SQUAD_JOINED, TARGETS, type TeamKey, TRANSFER, VILLAGES, VOID } from './townshipYear/script'
import { type Entry, play, Township } from './townshipYear/Township'

afterAll(stop)

const TEAMS: TeamKey[] = ['TOWN', 'VILLAGE', 'SQUAD']
const NAMES = { TOWN: '示例镇服务队', VILLAGE: '示例村服务队', SQUAD: '示例小分队' }
const LEDGER = 'query ($v: ID!, $on: Date!) { serviceRecords(filter: { volunteerId: $v, servedOnFrom: $on, servedOnTo: $on, state: [CONFIRMED] }) { items { id version startedAt minutes team { id } } } }'
const PAPERS = 'id version state number checkCode sealedOn content { name minutes drillMinutes lines { servedOn programmeCode minutes } }'
const TEAM = 'query ($id: ID!) { team(id: $id) { state rectifyCause memberCount veteranCount } }'

let town: Township
let planId: string
/** The certificate as it was approved. */
let paper: any

/** January: the plan, two teams, the station's sheet; a team too small may not begin. */
function founding(): Entry[] {
  const { station, bureau } = town
  let proposal: { id: string; version: number }
  const moveSquad = async (by: Person, action: string) => (await by.get('mutation ($id: ID!, $version: Int!, $action: SquadAction!) { moveSquad(id: $id, version: $version, action: $action) { id version team { id } } }', { ...proposal, action })).moveSquad
  return [
    ['2025-01-03 09:00', async () => { planId = await town.setPlan(2025, TARGETS) }],
    [`${FOUNDED_ON.TOWN} 09:00`, async () => { for (const team of ['TOWN', 'VILLAGE'] as const) await town.foundTeam(team, NAMES[team]) }],
    ['2025-01-05 09:00', async () => {
      const rows = (['TOWN', 'VILLAGE'] as const).flatMap(team => SHEET[team].map(name => ({ name, village: team === 'TOWN' ? 3 : 1, team: NAMES[team], damaged: name === DAMAGED })))
      expect(await town.importSheet(rows)).toEqual({ NEW: imported('TOWN').length + imported('VILLAGE').length, ERROR: 1 })
      await town.activate(...imported('TOWN'), ...imported('VILLAGE'))
      for (const team of ['TOWN', 'VILLAGE'] as const) await town.appoint(team)
    }],
    [`${ACTIVE_ON.TOWN} 09:00`, async () => {
      expect(await town.activateTeam('TOWN')).toBe('ACTIVE')
      expect(await town.activateTeam('VILLAGE')).toEqual(['INELIGIBLE', 'MINIMUM'])
    }],
    [`${ACTIVE_ON.VILLAGE} 09:00`, async () => {
      await town.register(station.worker, DAMAGED, 1, 'VILLAGE')
      await town.activate(DAMAGED)
      expect(await town.activateTeam('VILLAGE')).toBe('ACTIVE')
    }],
    // The three of the second village serve with the township's team until they have a squad of their own.
    ['2025-01-22 09:00', async () => { for (const name of SQUAD) await town.register(town.liaison, name, 2, 'TOWN') }],
    ['2025-01-23 09:00', () => town.activate(...SQUAD)],
    ['2025-02-05 09:00', async () => {
      const [leaderId, ...memberIds] = SQUAD.map(name => town.volunteers[name]!.id)
      const { proposeSquad } = await town.liaison.get('mutation ($input: SquadInput!) { proposeSquad(input: $input) { id version } }', { input: { regionCode: town.regionOf('SQUAD'), name: NAMES.SQUAD, leaderId, memberIds, reason: '村里没有服务站' } })
      proposal = proposeSquad
    }],
    ['2025-02-06 09:00', async () => { proposal = await moveSquad(station.worker, 'CHECK') }],
    [`${FOUNDED_ON.SQUAD} 09:00`, async () => { town.teams.SQUAD = (await moveSquad(bureau.leader, 'APPROVE')).team.id }],
    [`${SQUAD_JOINED['队甲']} 09:00`, async () => {
      for (const name of SQUAD.filter(each => SQUAD_JOINED[each] === SQUAD_JOINED['队甲'])) await town.accept(station.worker, name)
      await town.appoint('SQUAD')
      expect(await town.activateTeam('SQUAD')).toEqual(['INELIGIBLE', 'MINIMUM'])
    }],
    [`${ACTIVE_ON.SQUAD} 09:00`, async () => {
      await town.accept(station.worker, '队丙')
      expect(await town.activateTeam('SQUAD')).toBe('ACTIVE')
    }],
  ]
}

/** June to September: somebody changes teams; the squad loses its third, and finds another. */
function comingAndGoing(): Entry[] {
  const { station } = town
  const squad = async () => (await station.worker.get(TEAM, { id: town.teams.SQUAD })).team
  const versionOf = async (by: Person, name: string) => (await by.get('query ($id: ID!) { volunteer(id: $id) { version } }', { id: town.volunteers[name]!.id })).volunteer.version
  return [
    [`${TRANSFER.askedOn} 09:00`, async () => {
      const own = await town.as(TRANSFER.who)
      await own.get('mutation ($v: ID!, $version: Int!, $t: ID!) { transferMember(volunteerId: $v, version: $version, teamId: $t, reason: "搬到村里") { id } }', { v: town.volunteers[TRANSFER.who]!.id, version: await versionOf(own, TRANSFER.who), t: town.teams[TRANSFER.to] })
    }],
    [`${TRANSFER.on} 09:00`, () => town.accept(town.leaderOf(TRANSFER.to), TRANSFER.who)],
    [`${SQUAD_FELL.on} 09:00`, async () => {
      await station.worker.get('mutation ($id: ID!, $version: Int!) { withdrawVolunteer(id: $id, version: $version, reason: "外出务工") { state } }', { id: town.volunteers[SQUAD_FELL.who]!.id, version: await versionOf(station.worker, SQUAD_FELL.who) })
      expect(await squad()).toEqual({ state: 'RECTIFYING', rectifyCause: 'BELOW_MINIMUM', memberCount: 2, veteranCount: 2 })
    }],
    [`${SQUAD_FELL.restoredOn} 09:00`, async () => {
      await town.register(town.liaison, LATECOMER, 2, 'SQUAD')
      await town.activate(LATECOMER)
      expect(await squad()).toEqual({ state: 'ACTIVE', rectifyCause: null, memberCount: 3, veteranCount: 3 })
    }],
  ]
}

/** What is on paper is entered, what is wrong is corrected or taken back, and somebody is given a certificate. */
function papers(): Entry[] {
  const { station, bureau } = town
  const line = async ({ who, of }: { who: string; of: string }) => (await station.worker.get(LEDGER, { v: town.volunteers[who]!.id, on: of })).serviceRecords.items[0]
  return [
    ...PAPER.days.map((day): Entry => [`${later(day, 1)} 16:00`, () => station.worker.get('mutation ($input: ServiceInput!) { enterService(input: $input) { id } }', { input: { volunteerId: town.volunteers[PAPER.who]!.id, programmeCode: PAPER.programme, servedOn: day, content: '值守', minutes: PAPER.minutes } })]),
    [`${CORRECTION.on} 09:00`, async () => {
      const { id, version, startedAt } = await line(CORRECTION)
      const endedAt = new Date(Date.parse(startedAt) + CORRECTION.went * 60_000).toISOString()
      await station.worker.get('mutation ($id: ID!, $version: Int!, $input: CorrectionInput!) { correctServiceRecord(id: $id, version: $version, input: $input) { id } }', { id, version, input: { endedAt, reason: '提前离开' } })
    }],
    [`${VOID.on} 09:00`, async () => station.worker.get('mutation ($id: ID!, $version: Int!) { voidServiceRecord(id: $id, version: $version, reason: "重复登记") { id } }', await line(VOID))],
    [`${CERTIFICATE.askedOn} 09:00`, async () => {
      const { requestCertificate } = await (await town.as(CERTIFICATE.who)).get(`mutation ($input: CertificateInput!) { requestCertificate(input: $input) { ${PAPERS} } }`, { input: { from: CERTIFICATE.from, to: CERTIFICATE.to, purpose: '评优' } })
      paper = requestCertificate
    }],
    [`${CERTIFICATE.approvedOn} 09:00`, async () => {
      const input = { responsible: '示例负责人', issuer: '测试旗退役军人服务中心' }
      paper = (await station.head.get(`mutation ($id: ID!, $version: Int!, $input: CertificateApproval!) { approveCertificate(id: $id, version: $version, input: $input) { ${PAPERS} } }`, { id: paper.id, version: paper.version, input })).approveCertificate
    }],
    [`${CERTIFICATE.sealedOn} 09:00`, () => bureau.officer.get('mutation ($id: ID!, $version: Int!, $input: CertificateSealing!) { issueCertificate(id: $id, version: $version, input: $input) { state } }', { id: paper.id, version: paper.version, input: { sealedOn: CERTIFICATE.sealedOn } })],
  ]
}

beforeAll(async () => {
  town = await Township.open(VILLAGES)
  await play([...founding(), ...comingAndGoing(), ...papers(), ...ACTIVITIES.flatMap(held => town.activity(held)), [`${LAST_DAY} 09:00`, async () => undefined]])
}, 240_000)

const region = () => ({ r: town.place.township })
const keyOf = (id: string): TeamKey => TEAMS.find(team => town.teams[team] === id)!

describe('a year of a township', () => {
  it('leaves everybody the minutes and the stars that the script adds up to, drills apart', async () => {
    const { volunteers } = await town.station.head.get('query ($r: RegionCode!) { volunteers(filter: { region: $r }, page: { number: 1, size: 100 }) { items { person { name } totalMinutes drillMinutes stars hours { month programmeCode minutes drillMinutes records } } } }', region())
    const names = [...SHEET.TOWN, ...SHEET.VILLAGE, ...SQUAD, LATECOMER]
    const found = Object.fromEntries(volunteers.items.map(({ person: { name }, hours, ...rest }: any) => [name, { ...rest, hours: [...hours].reverse() }]))
    const reckoned = Object.fromEntries(names.map(name => {
      const own = ledger().filter(line => line.who === name)
      const [{ minutes, drillMinutes } = { minutes: 0, drillMinutes: 0 }] = sums(own, 'who')
      const hours = sums(own, 'month', 'programme').map(({ programme, ...sum }) => ({ programmeCode: programme, ...sum }))
      return [name, { totalMinutes: minutes, drillMinutes, stars: starsOf(minutes), hours: hours.sort((one: any, other: any) => (one.month === other.month ? (one.programmeCode > other.programmeCode ? -1 : 1) : one.month < other.month ? -1 : 1)) }]
    }))
    expect(found).toEqual(reckoned)
    const { starsReached } = await town.station.head.get('query ($filter: StarFilter!) { starsReached(filter: $filter) { items { stars reachedOn volunteer { person { name } } } } }', { filter: { from: '2025-01-01', to: '2025-12-31', region: town.place.township } })
    expect(starDays()).toHaveLength(1)
    expect(starsReached.items.map(({ volunteer, ...star }: any) => ({ who: volunteer.person.name, ...star }))).toEqual(starDays())
  })

  it('adds up by team, programme and month, each alone and all together', async () => {
    const BY = { TEAM: 'team', PROGRAMME: 'programme', MONTH: 'month' } as const
    for (const by of [['TEAM', 'PROGRAMME', 'MONTH'], ['TEAM'], ['PROGRAMME'], ['MONTH']] as (keyof typeof BY)[][]) {
      const { hourTotals } = await town.bureau.officer.get('query ($filter: HourTotalFilter!) { hourTotals(filter: $filter) { teamId programmeCode month minutes drillMinutes records } }', { filter: { region: town.place.township, by } })
      const told = hourTotals.map(({ teamId, programmeCode, month, ...sum }: any) => ({ ...(teamId && { team: keyOf(teamId) }), ...(programmeCode && { programme: programmeCode }), ...(month && { month }), ...sum }))
      const sorted = (rows: object[]) => rows.map(row => JSON.stringify(row, ['team', 'programme', 'month', 'minutes', 'drillMinutes', 'records'])).sort()
      expect(sorted(told)).toEqual(sorted(sums(ledger(), ...by.map(name => BY[name]))))
    }
    const { hourTotals: all } = await town.bureau.officer.get('query ($filter: HourTotalFilter!) { hourTotals(filter: $filter) { region { code } minutes drillMinutes records } }', { filter: { by: ['TOWNSHIP'] } })
    expect(all).toEqual([{ region: { code: town.place.township }, ...Object.fromEntries(['minutes', 'drillMinutes', 'records'].map(name => [name, sums(ledger(), 'who').reduce((total, sum) => total + Number(sum[name]), 0)])) }])
    expect(await findDifferences(await systemCtx())).toEqual([])
  })

  it('leaves the hours with the team they were served in', async () => {
    const lines = ledger().filter(line => line.who === TRANSFER.who)
    expect(new Set(lines.map(line => line.team))).toEqual(new Set(['TOWN', TRANSFER.to]))
    for (const { day, team, minutes } of lines) {
      const { serviceRecords } = await town.station.worker.get(LEDGER, { v: town.volunteers[TRANSFER.who]!.id, on: day })
      expect([day, serviceRecords.items.map((each: any) => [keyOf(each.team.id), each.minutes])]).toEqual([day, [[team, minutes]]])
    }
  })

  it('shows each team done, missing or free in each month', async () => {
    const { teamCompliance } = await town.station.head.get('query ($r: RegionCode!) { teamCompliance(year: 2025, region: $r) { months items { team { id } cells { duty } } tallies { month done due missing notRequired } } }', region())
    const matrix = Object.fromEntries(TEAMS.map(team => [team, dutyOf(team)]))
    expect(teamCompliance.months).toEqual(MONTHS)
    expect(Object.fromEntries(teamCompliance.items.map(({ team, cells }: any) => [keyOf(team.id), cells.map((cell: any) => cell.duty)]))).toEqual(matrix)
    const tally = (n: number, duty: string) => TEAMS.filter(team => matrix[team]![n] === duty).length
    expect(teamCompliance.tallies).toEqual(MONTHS.map((month, n) => ({ month, done: tally(n, 'DONE'), due: 0, missing: tally(n, 'MISSING'), notRequired: tally(n, 'NOT_REQUIRED') })))
    expect(new Set(Object.values(matrix).flat())).toEqual(new Set(['DONE', 'MISSING', 'NOT_REQUIRED']))
  })

  it('counts members, veterans and what the plan had reached on three past days', async () => {
    for (const team of TEAMS) expect([team, (await town.station.worker.get(TEAM, { id: town.teams[team] })).team]).toEqual([team, { state: 'ACTIVE', rectifyCause: null, memberCount: members(team).length, veteranCount: veterans(team).length }])
    const serving = TEAMS.flatMap(members)
    const recent = new Set(ledger().filter(line => line.day >= '2025-10-05').map(line => line.who))
    const { peopleFigures } = await town.station.head.get('query ($r: RegionCode!) { peopleFigures(region: $r, from: "2025-01-01", to: "2025-12-31") { recentSince volunteers members veterans fresh recent } }', region())
    expect(peopleFigures).toEqual({ recentSince: '2025-10-05', volunteers: serving.length, members: serving.length, veterans: TEAMS.flatMap(veterans).length, fresh: serving.length, recent: serving.filter(who => recent.has(who)).length })
    for (const on of PAST_DAYS) {
      const { planProgress } = await town.bureau.leader.get('query ($id: ID!, $on: Date!) { planProgress(planId: $id, on: $on) { villagesWithout targets { subject number dueOn reached active standing late } } }', { id: planId, on })
      expect([on, planProgress]).toEqual([on, progressOn(on)])
    }
  })

  it('keeps the certificate as it was approved, and tells whoever holds it the hours without a name', async () => {
    const lines = ledger(CERTIFICATE.approvedOn).filter(({ who, day }) => who === CERTIFICATE.who && day >= CERTIFICATE.from && day <= CERTIFICATE.to)
    const minutes = lines.reduce((sum, line) => sum + line.minutes, 0)
    expect(paper.content).toEqual({ name: CERTIFICATE.who, minutes, drillMinutes: 0, lines: lines.map(({ day, programme, minutes: served }) => ({ servedOn: day, programmeCode: programme, minutes: served })) })
    const now = ledger().filter(({ who, day }) => who === CERTIFICATE.who && day <= CERTIFICATE.to).reduce((sum, line) => sum + line.minutes, 0)
    expect(now).toBeLessThan(minutes)
    const { certificate } = await (await town.as(CERTIFICATE.who)).get(`query ($id: ID!) { certificate(id: $id) { ${PAPERS} } }`, { id: paper.id })
    expect(certificate).toEqual({ ...paper, version: certificate.version, state: 'ISSUED', sealedOn: CERTIFICATE.sealedOn })
    const { data } = await ask('query ($number: String!, $code: String!) { verifyCertificate(number: $number, checkCode: $code) { number from to minutes state sealedOn } }', { number: paper.number, code: paper.checkCode })
    expect(data.verifyCertificate).toEqual({ number: paper.number, from: CERTIFICATE.from, to: CERTIFICATE.to, minutes, state: 'ISSUED', sealedOn: CERTIFICATE.sealedOn })
    expect(JSON.stringify(data)).not.toContain(CERTIFICATE.who)
    expect((await ask('{ certificates { total } }')).code).toBe('UNAUTHENTICATED')
  })

  it('is nothing to the station of another township, and all of it stands in the trail', async () => {
    const stranger = await person('stationWorker', { regionCode: `${town.place.township.slice(0, 6)}999000` })
    for (const list of ['volunteers', 'teams', 'activities', 'signUps', 'serviceRecords', 'memberships', 'squadProposals', 'certificates', 'volunteerImports', 'persons', 'tasks', 'teamCompliance(year: 2025)']) {
      const [own, strange] = await Promise.all([town.station.worker, stranger].map(async who => (await who.get(`{ list: ${list} { total } }`)).list.total))
      expect([list, own > 0, strange]).toEqual([list, true, 0])
    }
    expect((await stranger.get('{ hourTotals(filter: { by: [MONTH] }) { minutes } }')).hourTotals).toEqual([])
    expect((await stranger.get('query ($r: RegionCode!) { peopleFigures(region: $r) { volunteers } }', region())).peopleFigures.volunteers).toBe(0)
    const { planProgress } = await stranger.get('query ($id: ID!) { planProgress(planId: $id) { townships { region { code } } } }', { id: planId })
    expect(planProgress.townships.map((each: any) => each.region.code)).not.toContain(town.place.township)
    for (const [field, id] of [['team', town.teams.SQUAD], ['volunteer', town.volunteers['镇甲']!.id], ['person', town.volunteers['镇甲']!.personId], ['certificate', paper.id]]) {
      expect([field, (await stranger.ask(`query ($id: ID!) { ${field}(id: $id) { id } }`, { id })).code]).toEqual([field, 'NOT_FOUND'])
    }
    expect((await verifyAudit(await database())).ok).toBe(true)
  })
})
