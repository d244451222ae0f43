import mysql from 'mysql2/promise'
import { type AuditEntry, insertionOf } from '../../server/kernel/audit'
import type { Database } from '../../server/kernel/database'
import { addDays, dayOf } from '../../server/kernel/days'
import { systemContext } from '../../server/kernel/jobs'
import { findAmiss } from '../../server/kernel/totals'
import { Task } from '../../server/bureau/tasks/Task'
import { Account } from '../../server/people/accounts/Account'
import { Session } from '../../server/people/accounts/Session'
import { Beneficiary } from '../../server/people/beneficiaries/Beneficiary'
import { Consent } from '../../server/people/beneficiaries/Consent'
import { Employer } from '../../server/people/employers/Employer'
import { Employment } from '../../server/people/employers/Employment'
import { recountHours } from '../../server/people/hours/checkTotals'
import { Person } from '../../server/people/persons/Person'
import { Team } from '../../server/people/teams/Team'
import { TeamStanding } from '../../server/people/teams/TeamStanding'
import { Membership } from '../../server/people/volunteers/Membership'
import { Volunteer } from '../../server/people/volunteers/Volunteer'
import { VolunteerCounter } from '../../server/people/volunteers/VolunteerCounter'
import { CaseCounter } from '../../server/programmes/hardship/CaseCounter'
import { CaseState } from '../../server/programmes/hardship/enums'
import { HardshipCase } from '../../server/programmes/hardship/HardshipCase'
import { Measure } from '../../server/programmes/hardship/measures/Measure'
import { policyInForce } from '../../server/programmes/hardship/policies'
import { Pairing, PairingState } from '../../server/programmes/pairings/Pairing'
import { PostServiceLog } from '../../server/programmes/posts/logs/PostServiceLog'
import { PioneerPost } from '../../server/programmes/posts/PioneerPost'
import { PostCounter } from '../../server/programmes/posts/PostCounter'
import { PostHolder } from '../../server/programmes/posts/PostHolder'
import { ruleInForce } from '../../server/programmes/posts/rules'
import { DEMO_TOWNSHIP } from '../../server/seeds/demoAccounts'
import { loadFoundation } from '../../server/seeds/foundation'
import { Random } from '../../server/seeds/random'
import { accountMaker, sessionOf, tokenOf } from './county/accounts'
import { Bulk } from './county/Bulk'
import { makeCases, type Staff } from './county/cases'
import { Ids } from './county/Ids'
import { ledgerRows, makePairings, type Pairings, visitRows } from './county/pairings'
import { at, made, makePeople, type Making, type People } from './county/people'
import { makePosts } from './county/posts'
import { linesOf, type Step } from './county/trail'

/** Grows with whatever changes the county that is loaded: a county kept from an earlier run is used only if it was made by the same. */
export const COUNTY_EDITION = 1

/** Somebody of the county who is signed in: the token goes into `Authorization: Bearer`. */
export interface SignedIn {
  accountId: string
  username: string
  token: string
}

/** A volunteer who records visits, and the pairings that are theirs and running. */
export interface Recorder extends SignedIn {
  volunteerId: string
  pairingIds: string[]
}

/** What a bench needs to know of the county that was loaded. It is plain data, so that it can be kept beside the database as JSON. */
export interface County {
  /** The day around which everything is told. */
  today: string
  /** Of the whole banner. */
  officer: SignedIn
  leader: SignedIn
  /** Of one township. */
  station: SignedIn & { regionCode: string }
  caseWorker: SignedIn
  auditor: SignedIn
  recorders: Recorder[]
  /** A case with fifty events and more. */
  caseWithEvents: string
  /** A running pairing with more than twenty visits. */
  pairingWithVisits: string
  /** The cases of the station's township by their state, with the version that they have: for transitions, each case once. */
  cases: Record<string, { id: string; version: number }[]>
  /** A fragment of some names, in Chinese and in pinyin. */
  fragments: { hanzi: string; pinyin: string }
}

export interface Loading {
  say: (line: string) => void
  /** YYYY-MM-DD; the real day without it. */
  today?: string
}

const RECORDERS = 200
const BANNER = '150525000000'

/** Fills a migrated, empty database with the county of the bench: the same for the same day, but for what is sealed. */
export async function buildCounty(database: Database, ownerUrl: string, { say, today = dayOf(new Date()) }: Loading): Promise<County> {
  const begun = performance.now()
  const ctx = systemContext(database, 'buildCounty', at(today))
  await loadFoundation(ctx)
  const [ids, random] = [new Ids(), new Random('the county of the bench')]
  const account = await accountMaker({ random, ids, today })
  const officer = account('officer', '示例业务员', 'bureauOfficer', { regionCode: BANNER })
  const leader = account('leader', '示例局领导', 'bureauLeader', { regionCode: BANNER })
  const auditor = account('auditor', '示例审计员', 'auditor', { regionCode: BANNER })
  const caseWorker = account('caseworker', '示例个案员', 'caseWorker', { regionCode: DEMO_TOWNSHIP })
  const making: Making = { random, ids, today, officerId: officer.id }

  const people = makePeople(making)
  say(`${people.persons.length} persons: ${people.volunteers.length} volunteers in ${people.teams.length} teams, ${people.elders.length} elders`)
  const told = makePairings(people, making, caseWorker.id, DEMO_TOWNSHIP)
  const stations: Staff['stations'] = new Map(people.teams.filter(({ tier }) => tier === 'TOWNSHIP').map(({ regionCode }, n) => [regionCode.slice(0, 9), [
    account(`station${n + 1}`, `示例站员${n + 1}`, 'stationWorker', { regionCode }), account(`stationhead${n + 1}`, `示例站长${n + 1}`, 'stationHead', { regionCode }),
  ]]))
  const station = stations.get(DEMO_TOWNSHIP.slice(0, 9))![0]
  const recorders = recordersOf(people, told).map(([volunteer], n) => account(`volunteer${n + 1}`, '示例志愿者', 'volunteer', { regionCode: volunteer.regionCode, volunteerId: volunteer.id, personId: volunteer.personId }))
  const accounts = [officer, leader, auditor, caseWorker, ...[...stations.values()].flat(), ...recorders]
  const cases = makeCases(people.persons, making, { officer, leader, caseWorker, stations }, (await policyInForce(ctx)).id, DEMO_TOWNSHIP)
  const posts = makePosts(people.persons, making, officer, (await ruleInForce(ctx)).id)
  say(`${told.pairings.length} pairings, ${told.visits.length} visits, ${cases.cases.length} cases, ${posts.posts.length} posts`)

  const bulk = await Bulk.open(ownerUrl, database, ids, say)
  await bulk.entities(Account, accounts)
  await bulk.entities(Session, accounts.map(one => sessionOf(making, one)))
  await bulk.entities(Team, people.teams)
  await bulk.entities(TeamStanding, people.standings)
  await bulk.entities(Person, people.persons)
  await bulk.entities(Volunteer, people.volunteers)
  await bulk.entities(VolunteerCounter, [VolunteerCounter.of({ ...made(ids, at(today)), prefix: '150525', last: people.volunteers.length })])
  await bulk.entities(Membership, people.memberships)
  await bulk.entities(Beneficiary, people.elders)
  await bulk.entities(Consent, people.consents)
  await bulk.entities(Pairing, told.pairings)
  await bulk.entities(Task, told.tasks)
  await bulk.entities(HardshipCase, cases.cases)
  await bulk.entities(Measure, cases.measures)
  await bulk.entities(CaseCounter, [cases.counter])
  await bulk.entities(Employer, posts.employers)
  await bulk.entities(Employment, posts.employments)
  await bulk.entities(PioneerPost, posts.posts)
  await bulk.entities(PostHolder, posts.holders)
  await bulk.entities(PostServiceLog, posts.logs)
  await bulk.entities(PostCounter, posts.counters)
  await bulk.close()
  // The engine takes them on one processor while they are put together on the other.
  await Promise.all([bulk.tokens([[Person, people.persons], [Employer, posts.employers]]), bulk.rows('visits', visitRows(told.visits)), bulk.rows('service_records', ledgerRows(told.visits, making))])
  await writeTrail(ownerUrl, [...cases.lines, ...told.pairings.flatMap(pairing => pastOf(making, pairing, station, officer))], say)
  // A context of its own: the first one's time may have gone by while the rows were loaded.
  const last = systemContext(database, 'buildCounty', at(today))
  await last.transact('buildCounty', recountHours)
  const wrong = await findAmiss(last)
  if (wrong.length > 0) throw new Error(`${wrong.length} numbers that the county keeps are not what they count: ${JSON.stringify(wrong.slice(0, 3))}`)
  await gatherStatistics(ownerUrl)
  say(`the county is loaded, after ${((performance.now() - begun) / 1000).toFixed(0)} s`)

  const signedIn = (one: Account): SignedIn => ({ accountId: one.id, username: one.username, token: tokenOf(one) })
  const near = cases.cases.filter(({ regionCode }) => regionCode.startsWith(DEMO_TOWNSHIP.slice(0, 9)))
  return {
    today, officer: signedIn(officer), leader: signedIn(leader), auditor: signedIn(auditor), caseWorker: signedIn(caseWorker), station: { ...signedIn(station), regionCode: DEMO_TOWNSHIP },
    recorders: recordersOf(people, told).map(([volunteer, pairingIds], n) => ({ ...signedIn(recorders[n]!), volunteerId: volunteer.id, pairingIds })),
    caseWithEvents: cases.long,
    pairingWithVisits: told.pairings.find(({ state, visitEvery }) => state === PairingState.ACTIVE && visitEvery === 7)!.id,
    cases: Object.fromEntries(Object.values(CaseState).map(state => [state, near.filter(one => one.state === state).map(({ id, version }) => ({ id, version }))])),
    fragments: { hanzi: '示三', pinyin: 'wangshi' },
  }
}

/** Volunteers with running pairings who record visits, and those pairings. */
function recordersOf({ volunteers }: People, { pairings }: Pairings): (readonly [Volunteer, string[]])[] {
  const running = new Map<string, string[]>()
  for (const { id, state, volunteerId } of pairings) if (state === PairingState.ACTIVE) running.set(volunteerId, [...(running.get(volunteerId) ?? []), id])
  return volunteers.filter(({ id }) => running.has(id)).slice(0, RECORDERS).map(volunteer => [volunteer, running.get(volunteer.id)!] as const)
}

/** The moments of a pairing's life so far. */
function pastOf(making: Making, { id, regionCode, state, createdAt, startedOn, endedOn }: Pairing, station: Account, officer: Account): AuditEntry[] {
  const day = dayOf(createdAt)
  const steps: Step[] = [{ day, act: 'pairElder', by: station, to: PairingState.PROPOSED }]
  if (state !== PairingState.PROPOSED) steps.push({ day: addDays(day, 1), act: 'acceptPairing', by: station, from: PairingState.PROPOSED, to: PairingState.ACCEPTED })
  if (startedOn) steps.push({ day: startedOn, act: 'activatePairing', by: station, from: PairingState.ACCEPTED, to: PairingState.ACTIVE })
  if (endedOn) steps.push({ day: endedOn, act: 'endPairing', by: officer, from: PairingState.ACTIVE, to: PairingState.ENDED })
  return linesOf(making, 'Pairing', id, regionCode, steps)
}

/** Writes the lines of the trail, each with its own digest, in the order of their instants. */
async function writeTrail(ownerUrl: string, lines: AuditEntry[], say: Loading['say']): Promise<void> {
  const begun = performance.now()
  const connection = await mysql.createConnection({ uri: ownerUrl, timezone: 'Z', charset: 'utf8mb4' })
  lines.sort((one, other) => (one.id < other.id ? -1 : 1))
  await connection.query('SET SESSION unique_checks = 0, foreign_key_checks = 0')
  for (let from = 0; from < lines.length; from += 1000) {
    await connection.query(...insertionOf(lines.slice(from, from + 1000)))
  }
  await connection.end()
  say(`audit_entries: ${lines.length.toLocaleString('en')} rows in ${((performance.now() - begun) / 1000).toFixed(1)} s`)
}

/** The engine plans by what it knows of the tables: after so many rows at once it is told anew. */
export async function gatherStatistics(ownerUrl: string): Promise<void> {
  const connection = await mysql.createConnection(ownerUrl)
  const [tables] = await connection.query("SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'")
  for (const { name } of tables as { name: string }[]) await connection.query(`ANALYZE TABLE \`${name}\``)
  await connection.end()
}
