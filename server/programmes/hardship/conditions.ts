import type { Actor, Condition } from '../../kernel/access'
import { prefixOf } from '../../kernel/regionCode'
import { CaseState, OPEN_STATES, UNDECIDED } from './enums'
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

/** Undecided, and somebody helped the same person for the same cause within the policy's months, wherever that was. */
export const repeatedSql = ({ today }: { today: string }): Condition => ({
  sql: `(it.state IN (?) AND EXISTS (SELECT 1 FROM hardship_cases c JOIN help_policies p ON p.id = it.policyId WHERE c.personId = it.personId AND c.id <> it.id AND c.cause = it.cause AND c.approvedAmount IS NOT NULL
    AND c.decidedOn >= DATE_SUB(?, INTERVAL p.repeatMonths MONTH)))`,
  values: [[...UNDECIDED], today],
})

/** The notice is over, or there is none, and nothing keeps the township from its review. */
export const toReviewSql = (today: string): Condition => ({ sql: '(it.state = ? AND it.objectionOpen IS NULL AND (it.noticeSkipped = 1 OR it.noticeTo < ?))', values: [CaseState.NOTICE, today] })

/** A transfer waits for an actor: by name, or as a worker of the township. */
export function transferWaitsSql({ id, reach }: Actor): Condition {
  const mine: Condition = { sql: 'it.transferToId = ?', values: [id] }
  return reach.kind === 'region' && reach.regionCode ? { sql: `(${mine.sql} OR it.transferRegion LIKE ?)`, values: [id, `${prefixOf(reach.regionCode)}%`] } : mine
}
