/** A number of the rules of posts: the least and most that the API takes; its words stand under the fields, its unit under the units. */
export interface RuleNumber {
  source: string
  unit: 'points' | 'days' | 'months' | 'month' | 'workingDays'
  least: number
  most: number
}

const points = (source: string, least = 1): RuleNumber => ({ source, unit: 'points', least, most: 1000 })
const days = (source: string, most: number, least = 1): RuleNumber => ({ source, unit: 'days', least, most })
const months = (source: string, most: number, least = 1): RuleNumber => ({ source, unit: 'months', least, most })

/** What is enough. */
export const MARKS: readonly RuleNumber[] = [points('checkPassMark'), points('reviewPassMark'), points('reviewRectifyMark', 0)]

/** The spans of time. */
export const SPANS: readonly RuleNumber[] = [
  days('noticeDays', 60), months('termMonths', 120), { source: 'reviewMonth', unit: 'month', least: 1, most: 12 }, months('reviewAfterMonths', 24, 0), days('remindEarlyDays', 180), days('remindLateDays', 60, 0), days('rectifyDays', 365), days('expiryDays', 365),
  months('logMonths', 24), days('plaqueDays', 180), { source: 'feedbackDays', unit: 'workingDays', least: 1, most: 60 },
]
