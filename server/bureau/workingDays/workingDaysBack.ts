import type { Context } from '../../kernel/context'
import { addDays, startOfDay } from '../../kernel/days'
import { WorkingDayException } from './WorkingDayException'
import { addWorkingDays, type DayExceptions } from './workingDays'

/** How far holidays reach at most around so many working days. */
const SPAN = 30

/** The instant before which something has waited longer than so many of the bureau's working days. */
export async function workingDaysBack(ctx: Context, count: number): Promise<Date> {
  const rows = await ctx.store.query(WorkingDayException).where('it.day BETWEEN ? AND ?', addDays(ctx.today, -count * 2 - SPAN), ctx.today).rows()
  const exceptions: DayExceptions = new Map(rows.map(row => [row.day, row.kind]))
  return startOfDay(addWorkingDays(ctx.today, -count, exceptions))
}
