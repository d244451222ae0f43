import type { Context } from '../../kernel/context'
import type { Volunteer } from '../volunteers/Volunteer'
import type { ServiceRecord } from './ServiceRecord'

/** Adds a line to its volunteer's own totals, or takes it out. The volunteer is in hand; the totals of villages and teams follow the line by themselves. */
export async function countService(ctx: Context, volunteer: Volunteer, record: ServiceRecord, sign: 1 | -1): Promise<void> {
  volunteer[record.drill ? 'drillMinutes' : 'totalMinutes'] += sign * record.minutes
  if (sign > 0) remember(volunteer, record)
  await ctx.store.beyondReach.save(volunteer)
}

/** How far the ledger of a volunteer reaches; it is not drawn back when a line is taken out, which only means that one more question is asked. */
function remember(volunteer: Volunteer, { servedOn, endedAt }: ServiceRecord): void {
  if (!volunteer.lastServedOn || servedOn > volunteer.lastServedOn) volunteer.lastServedOn = servedOn
  if (endedAt && (!volunteer.lastServedUntil || endedAt > volunteer.lastServedUntil)) volunteer.lastServedUntil = endedAt
}
