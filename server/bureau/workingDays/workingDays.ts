import { addDays, weekdayOf } from '../../kernel/days'

/** What an announced day is, against its weekday: off in the week, or worked at the weekend. */
export type DayKind = 'OFF' | 'WORK'

/** The announced days; all others are as their weekday. */
export type DayExceptions = ReadonlyMap<string, DayKind>

/** A year's holidays and made-up workdays as announced. */
export interface HolidayYear {
  readonly holidays: readonly { readonly from: string, readonly to: string }[]
  readonly workdays: readonly string[]
}

/** How far a deadline may reach: beyond it the exceptions are surely wrong. */
const FARTHEST = 20_000

/** The announced years as one table, day by day. */
export function exceptionsOf(years: readonly HolidayYear[]): DayExceptions {
  const days = new Map<string, DayKind>()
  for (const year of years) {
    for (const { from, to } of year.holidays) for (let day = from; day <= to; day = addDays(day, 1)) days.set(day, 'OFF')
    for (const day of year.workdays) days.set(day, 'WORK')
  }
  return days
}

/** Whether the bureau works on a day: Monday to Friday, but for the exceptions. */
export function isWorkingDay(day: string, exceptions: DayExceptions): boolean {
  const said = exceptions.get(day)
  return said ? said === 'WORK' : weekdayOf(day) <= 5
}

/** The n-th working day after a day, or before it when negative; the day itself does not count, and 0 is the day itself. */
export function addWorkingDays(day: string, count: number, exceptions: DayExceptions): string {
  const step = count < 0 ? -1 : 1
  let at = day
  for (let left = Math.abs(count), moved = 0; left > 0; moved += 1) {
    if (moved > FARTHEST) throw new RangeError('No working day within reach.')
    at = addDays(at, step)
    if (isWorkingDay(at, exceptions)) left -= 1
  }
  return at
}

/** How many working days lie after one day, up to and with another; negative when the second lies before the first. */
export function workingDaysBetween(from: string, to: string, exceptions: DayExceptions): number {
  if (to < from) return 0 - workingDaysBetween(to, from, exceptions)
  let count = 0
  for (let day = from; day < to;) {
    day = addDays(day, 1)
    if (isWorkingDay(day, exceptions)) count += 1
  }
  return count
}
