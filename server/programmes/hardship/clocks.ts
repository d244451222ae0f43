import { workingDayAfter } from '../../bureau/workingDays/workingDayAfter'
import type { Context } from '../../kernel/context'
import { CaseState as S } from './enums'
import type { HardshipCase } from './HardshipCase'
import type { HelpPolicy } from './HelpPolicy'
import { policyOf } from './policies'

/** The working days that a state may take; a state that is not named has no clock of its own. */
const DAYS: Partial<Record<S, (policy: HelpPolicy) => number>> = {
  CLUE: policy => policy.clueDays,
  REGISTERED: policy => policy.registeredDays,
  INVESTIGATING: policy => policy.investigatingDays,
  NOTICE: policy => policy.townshipDays,
  TOWNSHIP_REVIEWED: policy => policy.countyDays,
  COUNTY_REVIEW: policy => policy.decisionDays,
  REFUSED: policy => policy.deliveryDays,
  APPROVED: policy => policy.planDays,
  PLANNED: policy => policy.helpDays,
  RETURNED: policy => policy.returnedDays,
}

/**
 * Starts the clock of the state that a case has just come into: red after its last working day, yellow from 80 % of them on.
 * The township's review begins to run when the notice is over. What is left of a review's clock goes on after a return.
 * From the first help on no clock runs but the day of the next follow-up.
 */
export async function startClock(ctx: Context, one: HardshipCase, left: number | null = null): Promise<void> {
  one.stateSince = ctx.today
  const daysBy = DAYS[one.state]
  if (!daysBy && left === null) {
    one.dueOn = one.state === S.FOLLOW_UP ? one.nextFollowUpOn : null
    one.soonOn = one.dueOn
    return
  }
  const policy = await policyOf(ctx, one)
  const days = left ?? daysBy!(policy)
  const waitsForNotice = one.state === S.NOTICE && !one.noticeSkipped && one.noticeTo !== null && one.noticeTo > ctx.today
  const from = waitsForNotice ? one.noticeTo! : ctx.today
  one.dueOn = await workingDayAfter(ctx, from, days)
  one.soonOn = await workingDayAfter(ctx, from, Math.floor((days * policy.yellowPercent) / 100))
}
