import type { ReachRule } from '../../kernel/access'

/**
 * How far cases are seen, and what hangs on them: only with the case role, within the township, or as one who has the case in hand; and by whom
 * a transfer waits for, who could not accept what they cannot see. `of` names the column of the case's id in a table that hangs on it.
 */
export function caseReach(of: string): ReachRule {
  const within = (sql: string): string => (of ? `it.${of} IN (SELECT c.id FROM hardship_cases c WHERE ${sql.replaceAll('it.', 'c.')})` : `(${sql})`)
  return {
    may: 'case.read',
    region: within('it.regionCode LIKE :region OR it.transferRegion LIKE :region'),
    assigned: within("it.ownerId = :me OR it.standInId = :me OR it.countyReviewerId = :me OR it.transferToId = :me OR (it.investigatorIds > '' AND FIND_IN_SET(:me, it.investigatorIds))"),
  }
}
