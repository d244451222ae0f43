import { readFileSync } from 'node:fs'
import path from 'node:path'
import { DEMO_PASSWORD } from '../../server/seeds/demoAccounts'
import { root } from './Child'
import type { County } from './county'

export type Variables = Record<string, unknown>
export type Sql = <T = Record<string, unknown>>(sql: string, values?: readonly unknown[]) => Promise<T[]>

/** One request: what is asked, and by whom; without a token, by anybody. */
export interface Ask {
  variables: Variables
  token: string | null
}

/** Something that a page or a front end asks, in the very words in which it does. */
export interface Question {
  name: string
  title: string
  document: string
  /** The least ratio of requests per second to the limit server's; null where none is asked for. */
  bar: number | null
  /** A spread of requests. For a write they are as many as one round may need, each of which can be sent once. */
  asks: (about: About) => Promise<Ask[]>
  writes?: true
  /** Other requests in each round. */
  anew?: true
  /** What two answers cannot have in common. */
  own?: readonly string[]
  /** What stands in the tables after a write, but for ids and instants: the product and the limit server must have written the same. */
  wrote?: (sql: Sql, variables: Variables) => Promise<Record<string, unknown>[]>
}

/** What the questions are made from. */
export interface About {
  county: County
  sql: Sql
  today: string
}

const operations = (file: string): string => readFileSync(path.join(root, 'schema/operations', `${file}.graphql`), 'utf8')

/** One operation out of a file of them. */
function operation(file: string, name: string): string {
  const found = new RegExp(`^(?:query|mutation) ${name}\\b[\\s\\S]*?^\\}`, 'm').exec(operations(file))
  if (!found) throw new Error(`${file}.graphql has no ${name}.`)
  return found[0]
}

const LIVE = ['PROPOSED', 'ACCEPTED', 'ACTIVE', 'PAUSED']
const townshipsOf = async (sql: Sql, table: string): Promise<string[]> =>
  (await sql<{ code: string }>(`SELECT CONCAT(LEFT(regionCode, 9), '000') AS code, COUNT(*) AS n FROM ${table} GROUP BY code ORDER BY n DESC`)).map(row => row.code)

/** The list's page of the console without the buttons beside a volunteer. */
const VOLUNTEERS = `query volunteers($filter: VolunteerFilter!, $sort: VolunteerSort, $page: Page!) { list: volunteers(filter: $filter, sort: $sort, page: $page) { total more items {
  id version state volunteerNo load loadLimit skills languages totalMinutes stars person { id name sex birthYear age phone isVeteran } region { code name fullName } team { id name } } } }`

/** The console's lists and history, in its words. */
const CASE = `id version number state stateSince category tags kinds cause urgent colour source reportedOn dueOn overdue dueSoon clueName lastContactOn papersDueOn approvedAmount givenAmount
  region { code name fullName } person { id name phone } owner { id name } standIn { id name } openActions`
const HISTORY = 'history { id at act action by { id name } fromState toState note changed }'
const POST = `id version number state title placeKind place plaqueNo appliedOn grantedOn validTo noticeTo rectifyBy lastLoggedOn plaqueDueOn plaqueReturnedOn revokeProposedFor veteranCount openObjections
  employer { id name kind } region { code name fullName } dueReview { id dueOn overdue } openActions`
const OPEN_CASES = ['CLUE', 'REGISTERED', 'INVESTIGATING', 'NOTICE', 'TOWNSHIP_REVIEWED', 'COUNTY_REVIEW', 'APPROVED', 'REFUSED', 'PLANNED', 'IN_HELP', 'FOLLOW_UP', 'RETURNED']
const LIVE_POSTS = ['DRAFT', 'SUBMITTED', 'RECOMMENDED', 'SITE_CHECKED', 'PUBLIC_NOTICE', 'RETURNED', 'GRANTED', 'RECTIFYING']
/** More than a round of a write can use. */
const MANY = 4000

const byOfficer = (county: County, variables: Variables[]): Ask[] => variables.map(each => ({ variables: each, token: county.officer.token }))
const byAnybody = (variables: Variables[]): Ask[] => variables.map(each => ({ variables: each, token: null }))
const found = (county: County, words: readonly string[]): Ask[] => byOfficer(county, words.map(q => ({ filter: { q }, page: { number: 1, size: 25 } })))

export const questions: readonly Question[] = [
  {
    name: 'pairings',
    title: 'Pairing list: 25 rows by due day, total',
    document: operation('pairings', 'Pairings'),
    bar: 0.7,
    async asks({ county, sql }) {
      const filters = (await townshipsOf(sql, 'pairings')).flatMap(region => [
        { region, state: LIVE, programme: ['SHILIUZI'] },
        { region, state: ['ACTIVE'], programme: ['SUNSET', 'COMRADES'] },
        { region, state: LIVE },
      ])
      return byOfficer(county, filters.flatMap((filter, n) => [{ filter, page: { number: 1 + (n % 2), size: 25 } }]))
    },
  },
  {
    name: 'pairing',
    title: 'Pairing with its last 20 visits and its history',
    document: operation('pairings', 'Pairing'),
    bar: 0.6,
    async asks({ county, sql }) {
      const rows = await sql<{ id: string }>("SELECT p.id, COUNT(*) AS n FROM (SELECT id FROM pairings WHERE state = 'ACTIVE' ORDER BY id LIMIT 400) p JOIN visits v ON v.pairingId = p.id GROUP BY p.id ORDER BY n DESC LIMIT 64")
      return byOfficer(county, rows)
    },
  },
  {
    name: 'cases',
    title: 'Case list: 25 rows with who has them in hand, total',
    document: `query hardshipCases($filter: HardshipCaseFilter!, $sort: HardshipCaseSort, $page: Page!) { list: hardshipCases(filter: $filter, sort: $sort, page: $page) { total more items { ${CASE} } } }`,
    bar: 0.6,
    async asks({ county, sql }) {
      const filters = [{ state: OPEN_CASES }, ...(await townshipsOf(sql, 'hardship_cases')).flatMap(region => [{ region, state: OPEN_CASES }, { region, state: ['REGISTERED', 'INVESTIGATING'] }])]
      return byOfficer(county, filters.map((filter, n) => ({ filter, sort: { field: 'DUE_ON', order: 'ASC' }, page: { number: 1 + (n % 2), size: 25 } })))
    },
  },
  {
    name: 'caseHistory',
    title: 'Case with its latest events (50 and more)',
    document: `query caseHistory($filter: HardshipCaseFilter!, $page: Page!) { list: hardshipCases(filter: $filter, page: $page) { items { ${CASE} ${HISTORY} } } }`,
    bar: 0.5,
    async asks(about) {
      return byOfficer(about.county, (await eventful(about)).map(id => ({ filter: { ids: [id] }, page: { number: 1, size: 1 } })))
    },
  },
  {
    name: 'caseOpened',
    title: 'The same, opened: a line in the trail first',
    document: `query hardshipCase($id: ID!) { one: hardshipCase(id: $id) { ${CASE} ${HISTORY} } }`,
    bar: null,
    async asks(about) {
      return byOfficer(about.county, (await eventful(about)).map(id => ({ id })))
    },
  },
  {
    name: 'search',
    title: 'Volunteers by a fragment of the name, in Chinese',
    document: VOLUNTEERS,
    bar: 5,
    async asks({ county, sql }) {
      const rows = await sql<{ q: string }>("SELECT q FROM (SELECT RIGHT(p.name, 2) AS q, COUNT(*) AS n FROM volunteers v JOIN persons p ON p.id = v.personId WHERE CHAR_LENGTH(p.name) = 3 GROUP BY q ORDER BY n DESC LIMIT 40) often")
      return found(county, rows.map(({ q }) => q))
    },
  },
  {
    name: 'searchPinyin',
    title: 'Volunteers by a fragment of the name, in pinyin',
    document: VOLUNTEERS,
    bar: 5,
    async asks({ county, sql }) {
      const rows = await sql<{ q: string }>("SELECT q FROM (SELECT CONCAT(SUBSTRING_INDEX(p.pinyin, ' ', 1), LEFT(SUBSTRING_INDEX(SUBSTRING_INDEX(p.pinyin, ' ', 2), ' ', -1), 2)) AS q, COUNT(*) AS n FROM volunteers v JOIN persons p ON p.id = v.personId WHERE CHAR_LENGTH(p.name) = 3 GROUP BY q ORDER BY n DESC LIMIT 40) often")
      return found(county, await alike(sql, rows.map(({ q }) => q)))
    },
  },
  {
    name: 'dashboard',
    title: 'Dashboard of the county and of a township',
    document: `query dashboard($region: RegionCode, $year: Int) { dashboard(region: $region, year: $year) {
      asOf overdue volunteers pairings { key count } grades { key count } teams { key count } minutes { month programme minutes } } }`,
    bar: 8,
    async asks({ county, sql }) {
      return byOfficer(county, [null, ...(await townshipsOf(sql, 'pairings'))].map(region => ({ region, year: null })))
    },
  },
  {
    name: 'recordVisit',
    title: 'Record a visit (with audit, ledger, totals)',
    document: operation('recordVisit', 'RecordVisit'),
    bar: 0.5,
    writes: true,
    own: ['id'],
    async asks({ county, sql, today }) {
      const rows = await sql<{ id: string }>(
        `SELECT p.id FROM pairings p JOIN volunteers v ON v.id = p.volunteerId WHERE p.state = 'ACTIVE' AND p.programme <> 'COMRADES' AND p.majorChangeAt IS NULL AND p.warnedAt IS NULL AND p.plannedVisitId IS NULL AND p.startedOn <= ?
          AND COALESCE(p.lastVisitedOn, '') <= ? ORDER BY COALESCE(v.lastServedOn, ''), p.lastVisitedOn, p.id LIMIT ${MANY}`, [today, today])
      return byOfficer(county, rows.map(({ id }) => ({
        input: { pairingId: id, visitedOn: today, manner: 'HOME', contactMade: true, minutes: 1, services: [], condition: 4, flags: [], note: '老人精神不错，家里暖和。', clientKey: `${id}-${Math.random().toString(36).slice(2)}` },
      })))
    },
    wrote: (sql, { input }) => sql(
      `SELECT v.version, v.state, v.visitedOn, v.manner, v.contactMade, v.minutes, v.services, v.condition, v.flags, v.note, v.counts, v.recordedById, v.plannedOn, v.amount, v.programme = p.programme AND v.regionCode = p.regionCode AS ofPairing,
              p.lastVisitedOn, p.lastContactOn, p.phoneInARow, p.pausedDays, DATEDIFF(p.nextVisitOn, p.lastVisitedOn) = p.visitEvery AS due, DATEDIFF(p.nextVisitOn, p.soonOn) = CEIL(p.visitEvery * 0.2) AS soon,
              s.minutes AS booked, s.state AS line, s.sourceType, s.sourceKey IS NOT NULL AS keyed, s.servedOn, s.content, s.note AS lineNote, s.drill, s.breakMinutes, s.teamId <=> o.teamId AND s.homeRegionCode = o.regionCode AS ofVolunteer, o.lastServedOn
         FROM pairings p JOIN visits v ON v.id = p.lastVisitId JOIN service_records s ON s.sourceId = v.id JOIN volunteers o ON o.id = v.volunteerId WHERE p.id = ?`, [(input as { pairingId: string }).pairingId]),
  },
  {
    name: 'closeCase',
    title: 'A transition: a case is closed',
    document: 'mutation closeCase($id: ID!, $version: Int!, $input: CaseCloseInput!) { closeCase(id: $id, version: $version, input: $input) { id version state } }',
    bar: 0.5,
    writes: true,
    own: ['id', 'version'],
    async asks({ county, sql }) {
      await reopenAll(sql)
      const rows = await sql<{ id: string; version: number }>(`SELECT id, version FROM hardship_cases WHERE state IN ('REGISTERED', 'INVESTIGATING', 'NOTICE', 'TOWNSHIP_REVIEWED', 'COUNTY_REVIEW', 'IN_HELP', 'FOLLOW_UP') AND objectionOpen IS NULL ORDER BY RAND(1) LIMIT ${MANY}`)
      return byOfficer(county, rows.map(({ id, version }) => ({ id, version, input: { reason: 'WITHDREW', note: null } })))
    },
    wrote: (sql, { id, version }) => sql(
      `SELECT state, stateSince, dueOn, soonOn, closedOn, closeReason, closeNoteMask, standInId, standInUntil, papersDueOn, nextFollowUpOn, objectionOpen, transferToId, transferRegion, openKey, version - ? AS changes,
              (SELECT COUNT(*) FROM measures m WHERE m.caseId = c.id AND m.state IN ('PLANNED', 'APPROVED')) AS planned, (SELECT COUNT(*) FROM tasks t WHERE t.entity = 'HardshipCase' AND t.entityId = c.id AND t.state = 'OPEN') AS tasks
         FROM hardship_cases c WHERE id = ?`, [version, id]),
  },
  {
    name: 'posts',
    title: 'Posts with their employers: 25 rows, total',
    document: `query pioneerPosts($filter: PioneerPostFilter!, $sort: PioneerPostSort, $page: Page!) { list: pioneerPosts(filter: $filter, sort: $sort, page: $page) { total more items { ${POST} } } }`,
    bar: 0.6,
    async asks({ county, sql }) {
      const filters = [{ state: LIVE_POSTS }, ...(await townshipsOf(sql, 'pioneer_posts')).map(region => ({ region, state: LIVE_POSTS }))]
      return byOfficer(county, filters.map((filter, n) => ({ filter, sort: { field: 'NUMBER', order: 'DESC' }, page: { number: 1 + (n % 2), size: 25 } })))
    },
  },
  {
    name: 'publicCached',
    title: 'Public list of posts, the same few asked again and again',
    document: operation('posts', 'PublicPosts'),
    bar: 3,
    async asks({ sql }) {
      return byAnybody([{}, ...(await townshipsOf(sql, 'pioneer_posts')).map(region => ({ region }))].map(filter => ({ filter, page: { number: 1, size: 25 } })))
    },
  },
  {
    name: 'publicFresh',
    title: 'Public list of posts, never the same within seconds',
    document: operation('posts', 'PublicPosts'),
    bar: 0.5,
    anew: true,
    async asks({ sql }) {
      const [areas, kinds] = [await townshipsOf(sql, 'pioneer_posts'), (await sql<{ placeKind: string }>('SELECT DISTINCT placeKind FROM pioneer_posts')).map(row => row.placeKind)]
      const filters = areas.flatMap(region => kinds.flatMap((one, n) => kinds.slice(n).map(other => ({ region, placeKind: [one, other] }))))
      const all = Array.from({ length: 15 }, (_, n) => 25 - n).flatMap(size => filters.map(filter => ({ filter, page: { number: 1, size } })))
      turn = (turn + A_ROUND) % all.length
      return byAnybody([...all.slice(turn), ...all.slice(0, turn)])
    },
  },
  {
    name: 'signIn',
    title: 'Sign-in (argon2id, 19 MiB, two passes)',
    document: operation('recordVisit', 'SignIn'),
    bar: null,
    own: ['token', 'expiresAt'],
    async asks({ county: { officer, leader, station, caseWorker, recorders } }) {
      return byAnybody([officer, leader, station, caseWorker, ...recorders].map(({ username }) => ({ input: { username, password: DEMO_PASSWORD } })))
    },
  },
]

/** The console's page of visits, the latest first: asked only at one and ten times the visits, of the product alone. */
export const visitList: Question = {
  name: 'visits',
  title: 'Visit list: 25 rows of a township, total',
  document: `query visits($filter: VisitFilter!, $sort: VisitSort, $page: Page!) { list: visits(filter: $filter, sort: $sort, page: $page) { total more items { id version pairingId programme state plannedOn visitedOn manner contactMade
    minutes services condition flags note counts confirmedById amount signedBackBy noReceiptReason receiptIds region { code name fullName } volunteer { id person { id name } } beneficiary { id person { id name } } openActions } } }`,
  bar: null,
  async asks({ county, sql, today }) {
    const month = `${today.slice(0, 7)}-01`
    return byOfficer(county, (await townshipsOf(sql, 'pairings')).map(region => ({ filter: { region, state: ['DONE'], visitedOnFrom: month }, sort: { field: 'VISITED_ON', order: 'DESC' }, page: { number: 1, size: 25 } })))
  },
}

/** Where a round of requests that are never the same begins: behind those of the last one. */
let turn = 0
const A_ROUND = 1500

/** Cases with the longest histories. */
async function eventful({ sql }: About): Promise<string[]> {
  const rows = await sql<{ id: string }>("SELECT entityId AS id, COUNT(*) AS n FROM audit_entries WHERE entity = 'HardshipCase' AND result = 'DONE' AND COALESCE(action, '') <> 'OPEN' GROUP BY entityId ORDER BY n DESC LIMIT 16")
  return rows.map(({ id }) => id)
}

/** Gives the cases that were closed by the bench their former state again; what was before is kept beside, also for a bench that breaks off. */
export async function reopenAll(sql: Sql): Promise<void> {
  const columns = ['state', 'stateSince', 'dueOn', 'soonOn', 'lateSteps', 'closedOn', 'closeReason', 'standInId', 'standInUntil', 'papersDueOn', 'nextFollowUpOn', 'transferToId', 'transferRegion', 'openKey']
  await sql(`CREATE TABLE IF NOT EXISTS bench_cases (PRIMARY KEY (id)) AS SELECT id, ${columns.join(', ')} FROM hardship_cases`)
  await sql(`UPDATE hardship_cases c JOIN bench_cases b ON b.id = c.id SET ${columns.map(column => `c.${column} = b.${column}`).join(', ')} WHERE c.closeReason = 'WITHDREW' AND b.state <> 'CLOSED'`)
}

/** Of some beginnings of names in letters, those by which LIKE finds the very people whom the tokens find: it knows no second reading and no middle of a syllable. */
async function alike(sql: Sql, beginnings: readonly string[]): Promise<string[]> {
  const counts = await Promise.all(beginnings.map(async q => {
    const [row] = await sql<{ same: number }>(
      `SELECT (SELECT COUNT(*) FROM volunteers v JOIN persons p ON p.id = v.personId WHERE REPLACE(p.pinyin, ' ', '') LIKE ?) =
              (SELECT COUNT(*) FROM volunteers v JOIN search_tokens t ON t.kind = 'Person' AND t.entityId = v.personId WHERE t.token = ?) AS same`, [`%${q}%`, q])
    return row!.same === 1
  }))
  return beginnings.filter((_, n) => counts[n])
}
