import type { Context } from '../../kernel/context'
import { WorkingDayException } from './WorkingDayException'
import { workingDaysBetween } from './workingDays'

/** How many of the bureau's working days are left after today, up to and with another day; negative when it has passed. */
export async function workingDaysUntil(ctx: Context, day: string): Promise<number> {
  const [from, to] = day < ctx.today ? [day, ctx.today] : [ctx.today, day]
  const rows = await ctx.store.query(WorkingDayException).where('it.day BETWEEN ? AND ?', from, to).rows()
  return workingDaysBetween(ctx.today, day, new Map(rows.map(row => [row.day, row.kind])))
}
