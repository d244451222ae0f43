import { addDays, dayOf, daysBetween } from '../../kernel/days'

/** What the due date of a pairing follows from. */
export interface DueBasis {
  startedOn: string | null
  lastContactOn: string | null
  visitEvery: number
  pausedDays: number | null
  resumedOn: string | null
  majorChangeAt: Date | null
}

/** The bureau's numbers in the rule. */
export interface DueNumbers {
  /** The last part of the period, in percent, in which a visit counts as due soon. */
  soonPercent: number
  /** How many contacts by phone in a row move the due date. */
  phoneInARow: number
}

/**
 * THE due rule (programmes.md 4.8): the last contact that counts, or the start, and a period of the present grade; days of
 * pause do not count; after a major change the visit is due on the next day, or the day after the pause has ended, also
 * where the stricter grade would have had it earlier still.
 */
export function nextVisitOn(basis: DueBasis): string | null {
  const from = basis.lastContactOn ?? basis.startedOn
  if (!from) return null
  const regular = addDays(from, basis.visitEvery + (basis.pausedDays ?? 0))
  if (!basis.majorChangeAt) return regular
  const changed = dayOf(basis.majorChangeAt)
  const urgent = addDays(basis.resumedOn && basis.resumedOn > changed ? basis.resumedOn : changed, 1)
  return urgent < regular || regular < changed ? urgent : regular
}

/** From when a visit is due soon: within the last part of the period. */
export const soonOn = (due: string, visitEvery: number, percent: number): string => addDays(due, -Math.ceil((visitEvery * percent) / 100))

interface Due {
  state: string
  nextVisitOn: string | null
  soonOn: string | null
}

interface SqlCondition {
  sql: string
  values: string[]
}

/** Late: an active pairing whose due day has passed. */
export const isOverdue = (pairing: Due, today: string): boolean => pairing.state === 'ACTIVE' && pairing.nextVisitOn !== null && pairing.nextVisitOn < today
export const overdueSql = (today: string): SqlCondition => ({ sql: "(it.state = 'ACTIVE' AND it.nextVisitOn < ?)", values: [today] })

/** Not late yet, but within the last part of the period. */
export const isDueSoon = (pairing: Due, today: string): boolean => pairing.state === 'ACTIVE' && pairing.nextVisitOn !== null && pairing.nextVisitOn >= today && pairing.soonOn !== null && pairing.soonOn <= today
export const dueSoonSql = (today: string): SqlCondition => ({ sql: "(it.state = 'ACTIVE' AND it.nextVisitOn >= ? AND it.soonOn <= ?)", values: [today, today] })

/** By how many days an overdue pairing is late. */
export const daysOverdue = (pairing: Due, today: string): number => (isOverdue(pairing, today) ? daysBetween(pairing.nextVisitOn!, today) : 0)

/** Whether a visit came after an instant: on a later day, or on its day and not known to have begun before. */
export function follows({ visitedOn, startedAt }: { visitedOn: string | null; startedAt: Date | null }, instant: Date): boolean {
  const day = dayOf(instant)
  return visitedOn !== null && (visitedOn > day || (visitedOn === day && (!startedAt || startedAt >= instant)))
}

/** A visit as the rule sees it. */
export interface ContactSeen {
  visitedOn: string | null
  manner: 'HOME' | 'PHONE'
  contactMade: boolean
}

/** Which of the visits, in their order, count as contact: those with contact made, and by phone only so many in a row. */
export function countContacts(visits: readonly ContactSeen[], numbers: DueNumbers): { counts: boolean[]; lastContactOn: string | null; phoneInARow: number } {
  let phoneInARow = 0
  let lastContactOn: string | null = null
  const counts = visits.map(visit => {
    if (!visit.contactMade) return false
    const counting = visit.manner === 'HOME' || phoneInARow < numbers.phoneInARow
    phoneInARow = visit.manner === 'HOME' ? 0 : phoneInARow + 1
    if (counting) lastContactOn = visit.visitedOn
    return counting
  })
  return { counts, lastContactOn, phoneInARow }
}
