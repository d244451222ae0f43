import type { Context } from '../../kernel/context'
import { addDays } from '../../kernel/days'
import { WorkingDayException } from './WorkingDayException'
import { addWorkingDays } from './workingDays'

/** The n-th working day after a day, by the bureau's calendar as it stands. */
export async function workingDayAfter(ctx: Context, day: string, count: number): Promise<string> {
  const rows = await ctx.store.query(WorkingDayException).where('it.day BETWEEN ? AND ?', day, addDays(day, count * 3 + 30)).rows()
  return addWorkingDays(day, count, new Map(rows.map(row => [row.day, row.kind])))
}
