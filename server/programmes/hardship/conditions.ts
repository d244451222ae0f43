import type { Condition } from '../../kernel/access'
import { CaseState, OPEN_STATES } from './enums'
import type { HardshipCase } from './HardshipCase'

/** The clock of the state has run out: said once, for the list, the counters, the watches and the case itself. */
export const overdueSql = (today: string): Condition => ({ sql: 'it.dueOn < ?', values: [today] })
export const isOverdue = ({ dueOn }: HardshipCase, today: string): boolean => dueOn !== null && dueOn < today

/** Not overdue, but in the last part of the clock. */
export const dueSoonSql = (today: string): Condition => ({ sql: '(it.soonOn <= ? AND it.dueOn >= ?)', values: [today, today] })
export const isDueSoon = ({ soonOn, dueOn }: HardshipCase, today: string): boolean => soonOn !== null && dueOn !== null && soonOn <= today && dueOn >= today

/** In nobody's hand: a clue that nobody took up, or a case whose owner's account is closed and for whom nobody stands in. */
export const unownedSql = (): Condition => ({
  sql: "(it.state <> ? AND NOT EXISTS (SELECT 1 FROM accounts a WHERE a.id IN (it.ownerId, it.standInId) AND a.state = 'ACTIVE'))",
  values: [CaseState.CLOSED],
})

/** In the hand of an account, in whichever way. */
export const keptBySql = (accountId: string): Condition => ({
  sql: "(it.ownerId = ? OR it.standInId = ? OR it.transferToId = ? OR (it.investigatorIds > '' AND FIND_IN_SET(?, it.investigatorIds)))",
  values: [accountId, accountId, accountId, accountId],
})

export const openSql = (): Condition => ({ sql: 'it.state IN (?)', values: [[...OPEN_STATES]] })
