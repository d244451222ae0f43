import type { Condition } from '../../kernel/access'
import { VETERAN_WORKS } from '../../people/employers/Employment'

/** A number of the rules that a post `it` stands under. */
const ruled = (column: string, ruleId = 'it.ruleId'): string => `(SELECT u.${column} FROM post_rules u WHERE u.id = ${ruleId})`
const HANGS = "it.state IN ('GRANTED','RECTIFYING')"

/** Posts `it` whose review waits to be held. */
export const REVIEW_DUE = "it.id IN (SELECT r.postId FROM post_reviews r WHERE r.state = 'DUE')"
/** Posts `it` under a plaque that nobody holds who works there now. */
export const HOLDERLESS = `(${HANGS} AND NOT EXISTS (SELECT 1 FROM post_holders h JOIN employments e ON e.personId = h.personId AND e.employerId = it.employerId JOIN persons p ON p.id = e.personId WHERE h.postId = it.id AND h.role = 'HOLDER' AND h.\`to\` IS NULL AND ${VETERAN_WORKS}))`
/** Posts `it` whose plaque should come back. */
export const PLAQUE_OUT = '(it.plaqueDueOn IS NOT NULL AND it.plaqueReturnedOn IS NULL)'
/** Posts `it` with an objection that waits for its answer. */
export const OBJECTED = "it.id IN (SELECT o.postId FROM post_objections o WHERE o.state = 'OPEN')"

/** Posts `it` under a plaque without a log for longer than the rules allow. */
export const quietOn = (today: string): Condition => ({ sql: `(${HANGS} AND COALESCE(it.lastLoggedOn, it.grantedOn) < DATE_SUB(?, INTERVAL ${ruled('logMonths')} MONTH))`, values: [today] })
/** Posts `it` whose grant ends within the days that the rules report it. */
export const endingOn = (today: string): Condition => ({ sql: `(${HANGS} AND DATEDIFF(it.validTo, ?) <= ${ruled('expiryDays')})`, values: [today] })
/** Posts `it` whose notice is over and that nobody has decided on. */
export const noticeOverOn = (today: string): Condition => ({ sql: "(it.state = 'PUBLIC_NOTICE' AND it.noticeTo < ?)", values: [today] })
/** Posts `it` that may be granted: their notice is over and no objection waits. */
export const toGrantOn = (today: string): Condition => {
  const over = noticeOverOn(today)
  return { sql: `(${over.sql} AND NOT ${OBJECTED})`, values: over.values }
}
/** Reviews `it` that wait to be held and are due within so many days by the rules. */
export const reviewWithin = (today: string, column: 'remindEarlyDays' | 'remindLateDays'): Condition => ({ sql: `(it.state = 'DUE' AND DATEDIFF(it.dueOn, ?) <= ${ruled(column)})`, values: [today] })
/** Reviews `it` that should have been held. */
export const reviewOverdueOn = (today: string): Condition => ({ sql: "(it.state = 'DUE' AND it.dueOn < ?)", values: [today] })
