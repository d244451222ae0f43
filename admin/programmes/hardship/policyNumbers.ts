/** A number of the rules of help: the least and most that the API takes; its words stand under the fields, its unit under the units. */
export interface PolicyNumber {
  source: string
  unit: 'workingDays' | 'days' | 'months' | 'percent'
  most: number
  least?: number
}

const working = (source: string, most = 60): PolicyNumber => ({ source, unit: 'workingDays', most })
const days = (source: string, most: number): PolicyNumber => ({ source, unit: 'days', most })

/** The clocks of the steps. */
export const CLOCKS: readonly PolicyNumber[] = [
  working('clueDays', 30), working('registeredDays', 30), working('investigatingDays', 90), days('noticeDays', 60), working('townshipDays'), working('countyDays'), working('decisionDays'), working('deliveryDays'), working('planDays'), working('helpDays', 90),
  working('returnedDays', 90), working('papersDays'), working('objectionDays'), days('objectWithinDays', 365),
]

/** What is counted besides: follow-ups, contacts, repeats. */
export const FOLLOWING: readonly PolicyNumber[] = [
  days('firstFollowUpDays', 365), days('secondFollowUpDays', 730), days('redContactDays', 90), days('nothingGivenDays', 180), { source: 'repeatMonths', unit: 'months', most: 240 }, { source: 'yellowPercent', unit: 'percent', most: 99, least: 10 },
]
