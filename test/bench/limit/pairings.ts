import { codes, flag, type Limit, offset, type Row, subtree, today } from './Limit'

interface Asked {
  filter: { region?: string; state?: string[]; programme?: string[] }
  page: { number: number; size: number }
}

/** What the officer may do in each state. */
const ACTIONS: Record<string, string[]> = {
  PROPOSED: ['HAND_OVER', 'END'],
  ACCEPTED: ['ACTIVATE', 'HAND_OVER', 'END'],
  ACTIVE: ['RECORD_VISIT', 'PLAN_VISIT', 'PAUSE', 'KEEP_AGREEMENT', 'CHANGE_HELPERS', 'HAND_OVER', 'END'],
  PAUSED: ['RESUME', 'HAND_OVER', 'END'],
  ENDED: [],
}
const isOverdue = (row: Row): boolean => row.state === 'ACTIVE' && row.nextVisitOn !== null && (row.nextVisitOn as string) < today()

/** The page's ids first, by the index alone; then their rows with all that is shown in them, the volunteers beside. */
export async function pairings(limit: Limit, { filter, page }: Asked): Promise<unknown> {
  const conditions: [sql: string, value: unknown][] = []
  if (filter.region) conditions.push(['regionCode LIKE ?', subtree(filter.region)])
  if (filter.state) conditions.push(['state IN (?)', filter.state])
  if (filter.programme) conditions.push(['programme IN (?)', filter.programme])
  const where = conditions.map(([sql]) => sql).join(' AND ')
  const values = conditions.map(([, value]) => value)
  const order = (it: string): string => ` ORDER BY (${it}nextVisitOn IS NULL), ${it}nextVisitOn, ${it}id`
  const [rows, [count]] = await Promise.all([
    limit.query(
      `SELECT p.id, p.version, p.programme, p.state, p.startedOn, p.nextVisitOn, p.regionCode, p.volunteerId, p.helperIds, b.id AS b, b.kinds, b.grade, e.id AS e, e.name, e.phoneMask AS phone, v.id AS v, v.visitedOn, v.minutes
         FROM (SELECT id FROM pairings WHERE ${where}${order('')}${offset(page)}) k JOIN pairings p ON p.id = k.id JOIN beneficiaries b ON b.id = p.beneficiaryId JOIN persons e ON e.id = b.personId LEFT JOIN visits v ON v.id = p.lastVisitId${order('p.')}`,
      values,
    ),
    limit.query(`SELECT COUNT(*) AS n FROM pairings WHERE ${where}`, values),
  ])
  const helpers = rows.map(row => [row.volunteerId as string, ...codes(row.helperIds)])
  const ids = [...new Set(helpers.flat())]
  const people = ids.length === 0 ? [] : await limit.query('SELECT v.id, p.id AS person, p.name, p.phoneMask AS phone FROM volunteers v JOIN persons p ON p.id = v.personId WHERE v.id IN (?)', [ids])
  const volunteers = new Map(people.map(row => [row.id as string, { id: row.id, person: { id: row.person, name: row.name, phone: row.phone } }]))
  return {
    pairings: {
      total: count!.n,
      items: rows.map((row, n) => ({
        id: row.id, version: row.version, programme: row.programme, state: row.state, startedOn: row.startedOn, nextVisitOn: row.nextVisitOn, overdue: isOverdue(row), region: limit.region(row.regionCode as string),
        beneficiary: { id: row.b, kinds: codes(row.kinds), grade: row.grade, person: { id: row.e, name: row.name, phone: row.phone } },
        volunteers: helpers[n]!.map(id => volunteers.get(id)),
        lastVisit: row.v && { id: row.v, visitedOn: row.visitedOn, minutes: row.minutes },
        openActions: ACTIONS[row.state as string],
      })),
    },
  }
}

/** The pairing, its latest visits, how many there are, and its history: four statements that do not wait for each other. */
export async function pairing(limit: Limit, { id }: { id: string }): Promise<unknown> {
  const [[row], visits, [count], history] = await Promise.all([
    limit.query('SELECT p.id, p.version, p.state, p.nextVisitOn, b.id AS b, b.grade, e.id AS e, e.name, e.phoneMask AS phone FROM pairings p JOIN beneficiaries b ON b.id = p.beneficiaryId JOIN persons e ON e.id = b.personId WHERE p.id = ?', [id]),
    limit.query('SELECT id, visitedOn, manner, contactMade, minutes, services, note FROM visits WHERE pairingId = ? ORDER BY standsOn DESC, id DESC LIMIT 20', [id]),
    limit.query('SELECT COUNT(*) AS n FROM visits WHERE pairingId = ?', [id]),
    historyOf(limit, 'Pairing', id),
  ])
  return {
    pairing: row && {
      id: row.id, version: row.version, state: row.state, nextVisitOn: row.nextVisitOn, overdue: isOverdue(row), openActions: ACTIONS[row.state as string],
      beneficiary: { id: row.b, grade: row.grade, person: { id: row.e, name: row.name, phone: row.phone } },
      visits: { total: count!.n, items: visits.map(visit => ({ ...visit, contactMade: flag(visit.contactMade), services: codes(visit.services) })) },
      history: history.map(({ id: line, at, act, by, fromState, toState, note }) => ({ id: line, at, act, by: { name: by.name }, fromState, toState, note })),
    },
  }
}

interface Moment {
  id: unknown
  at: unknown
  act: unknown
  action: unknown
  by: { id: unknown; name: unknown }
  fromState: unknown
  toState: unknown
  note: unknown
  changed: string[]
}

/** What the trail tells of a record, the newest first. */
export async function historyOf(limit: Limit, entity: string, id: string): Promise<Moment[]> {
  const rows = await limit.query("SELECT id, createdAt AS at, act, action, actorId, actorName, note, changes FROM audit_entries WHERE entity = ? AND entityId = ? AND result = 'DONE' AND act <> 'reveal' AND COALESCE(action, '') <> 'OPEN' ORDER BY id DESC LIMIT 100", [entity, id])
  return rows.map(row => {
    const changes = ((typeof row.changes === 'string' ? JSON.parse(row.changes) : row.changes) ?? {}) as Record<string, [unknown, unknown]>
    return { id: row.id, at: row.at, act: row.act, action: row.action, by: { id: row.actorId, name: row.actorName }, fromState: changes.state?.[0] ?? null, toState: changes.state?.[1] ?? null, note: row.note, changed: Object.keys(changes) }
  })
}
