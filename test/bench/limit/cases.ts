import { Actor } from '../../../server/kernel/access'
import { openActions } from '../../../server/programmes/hardship/caseRules'
import { HardshipCase } from '../../../server/programmes/hardship/HardshipCase'
import { roles } from '../../../server/roles'
import { historyOf } from './pairings'
import { codes, flag, type Limit, offset, type Row, subtree, today } from './Limit'

interface Asked {
  filter: { region?: string; state?: string[]; ids?: string[] }
  page: { number: number; size: number }
}

/** Lists of codes, which the rules read as lists. */
const LISTS = ['investigatorIds', 'recusedIds', 'concernedIds']
/** What is shown, and what the rules ask to say what may be done: the product's own rules, which are no work of a framework. */
const COLUMNS = `c.id, c.version, c.number, c.state, c.stateSince, c.category, c.tags, c.kinds, c.cause, c.urgent, c.colour, c.source, c.reportedOn, c.dueOn, c.soonOn, c.clueNameMask, c.lastContactOn, c.papersDueOn, c.approvedAmount, c.givenAmount,
  c.regionCode, c.personId, c.ownerId, c.standInId, c.investigatorIds, c.recusedIds, c.concernedIds, c.townshipReviewerId, c.countyReviewerId, c.deciderId, c.objectionOpen, c.noticeSkipped, c.noticeTo, c.investigatedOn, c.householdOn, c.transferToId, c.transferRegion,
  c.urgentOn, c.decidedOn, c.exclusionFound, c.deliveredOn, c.objectUntil, c.closeReason, p.name, p.phoneMask AS phone, o.displayName AS owner, s.displayName AS standIn`
const JOINS = 'LEFT JOIN persons p ON p.id = c.personId LEFT JOIN accounts o ON o.id = c.ownerId LEFT JOIN accounts s ON s.id = c.standInId'

/** As the county's officer sees them. */
export async function cases(limit: Limit, { filter, page }: Asked): Promise<unknown> {
  const conditions: [sql: string, value: unknown][] = []
  if (filter.region) conditions.push(['regionCode LIKE ?', subtree(filter.region)])
  if (filter.state) conditions.push(['state IN (?)', filter.state])
  const where = conditions.map(([sql]) => sql).join(' AND ')
  const values = conditions.map(([, value]) => value)
  const order = (it: string): string => ` ORDER BY (${it}dueOn IS NULL), ${it}dueOn, ${it}id`
  const [rows, [count]] = await Promise.all([
    limit.query(`SELECT ${COLUMNS} FROM (SELECT id FROM hardship_cases WHERE ${where}${order('')}${offset(page)}) k JOIN hardship_cases c ON c.id = k.id ${JOINS}${order('c.')}`, values),
    limit.query(`SELECT COUNT(*) AS n FROM hardship_cases WHERE ${where}`, values),
  ])
  return { list: { total: count!.n, more: false, items: rows.map(row => shown(limit, row)) } }
}

/** One case with its history, the case as lists show it. */
export async function caseHistory(limit: Limit, { filter }: Asked): Promise<unknown> {
  const id = filter.ids![0]!
  const [rows, history] = await Promise.all([limit.query(`SELECT ${COLUMNS} FROM hardship_cases c ${JOINS} WHERE c.id = ?`, [id]), historyOf(limit, 'HardshipCase', id)])
  return { list: { items: rows.map(row => ({ ...shown(limit, row), history })) } }
}

/** The same, as whoever opens it sees it. The limit leaves no line in the trail. */
export async function caseOpened(limit: Limit, { id }: { id: string }): Promise<unknown> {
  const [[row], history] = await Promise.all([limit.query(`SELECT ${COLUMNS} FROM hardship_cases c ${JOINS} WHERE c.id = ?`, [id]), historyOf(limit, 'HardshipCase', id)])
  return { one: row && { ...shown(limit, row), history } }
}

function shown(limit: Limit, row: Row) {
  const day = today()
  const { id, version, number, state, stateSince, category, cause, colour, source, reportedOn, lastContactOn, papersDueOn, approvedAmount, givenAmount } = row
  const [dueOn, soonOn] = [row.dueOn as string | null, row.soonOn as string | null]
  return {
    id, version, number, state, stateSince, category, tags: codes(row.tags), kinds: codes(row.kinds), cause, urgent: flag(row.urgent), colour, source, reportedOn, dueOn,
    overdue: dueOn !== null && dueOn < day, dueSoon: soonOn !== null && dueOn !== null && soonOn <= day && dueOn >= day, clueName: row.clueNameMask, lastContactOn, papersDueOn, approvedAmount, givenAmount,
    region: limit.placed(row.regionCode as string), person: row.personId && { id: row.personId, name: row.name, phone: row.phone },
    owner: row.ownerId && { id: row.ownerId, name: row.owner }, standIn: row.standInId && { id: row.standInId, name: row.standIn },
    openActions: openActions(asCase(row), { actor: officer(limit), today: day }),
  }
}

function asCase(row: Row): HardshipCase {
  for (const list of LISTS) row[list] = codes(row[list])
  for (const yes of ['noticeSkipped', 'exclusionFound']) row[yes] = flag(row[yes])
  return Object.setPrototypeOf(row, HardshipCase.prototype as object) as HardshipCase
}

let known: Actor | undefined
export const officer = (limit: Limit): Actor => (known ??= new Actor(limit.officerId, 'officer', 'bureauOfficer', new Set(roles.bureauOfficer.may), { kind: 'banner' }))
