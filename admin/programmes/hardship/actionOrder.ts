import type { CaseRecord } from './HardshipCase'

/** The acts that bring a case on, then those that serve it, then those that are seldom wanted. */
const ORDER = [
  'REGISTER', 'ANSWER_TRANSFER', 'ANSWER_OBJECTION', 'START_INVESTIGATION', 'RECORD_INVESTIGATION', 'WRITE_HOUSEHOLD', 'PUBLISH_NOTICE', 'REVIEW', 'CHECK_EXCLUSION', 'COUNTY_CHECK', 'APPROVE', 'REFUSE', 'RESUBMIT', 'RETURN', 'DELIVER', 'PLAN', 'GIVE',
  'FOLLOW_UP', 'CONTACT', 'GRANT_URGENT', 'SKIP_NOTICE', 'OBJECT_TO_NOTICE', 'OBJECT', 'CLOSE', 'ASSIGN', 'UPDATE', 'TRANSFER', 'STAND_IN', 'RECUSE', 'DISMISS', 'REOPEN',
]

/** What was done already and may be done again, and so no longer comes first. */
const doneIn = (row: CaseRecord): readonly string[] => [...(row.investigatedOn ? ['RECORD_INVESTIGATION'] : []), ...(row.householdOn ? ['WRITE_HOUSEHOLD'] : []), ...(['PLANNED', 'IN_HELP', 'FOLLOW_UP'].includes(row.state) ? ['PLAN'] : [])]

/** The acts in the order in which this case wants them. */
export function actionOrder(row: CaseRecord): string[] {
  const done = doneIn(row)
  const rankOf = (action: string): number => ORDER.indexOf(action) + (done.includes(action) ? ORDER.indexOf('CONTACT') : 0)
  return [...ORDER].sort((one, other) => rankOf(one) - rankOf(other))
}
