const DAY_MS = 86_400_000
const DAY = /^([1-9]\d{3})-(\d{2})-(\d{2})$/
/** A month as the bureau writes it, `YYYY-MM`. */
export const MONTH = /^[1-9]\d{3}-(0[1-9]|1[0-2])$/

const shanghai = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Asia/Shanghai', calendar: 'gregory', numberingSystem: 'latn',
  year: 'numeric', month: '2-digit', day: '2-digit',
})

const minutes = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** A year, or a number of days, with which a reckoning leaves the calendar: what was asked cannot be meant. */
export class BeyondCalendar extends RangeError {}

interface Parts { year: number, month: number, date: number }

function partsOf(text: string): Parts | null {
  const found = DAY.exec(text)
  if (!found) return null
  const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])]
  return month >= 1 && month <= 12 && date >= 1 && date <= lengthOf(year, month) ? { year, month, date } : null
}

function mustParts(day: string): Parts {
  const parts = partsOf(day)
  if (!parts) throw new BeyondCalendar(`Not a calendar day: ${day}`)
  return parts
}

function lengthOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function numberOf(day: string): number {
  const { year, month, date } = mustParts(day)
  return Date.UTC(year, month - 1, date) / DAY_MS
}

function textOf({ year, month, date }: Parts): string {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  if (!partsOf(text)) throw new BeyondCalendar(`Beyond the calendar: ${text}`)
  return text
}

/** Since then Shanghai has been eight hours ahead of UTC all the year round. */
const EIGHT_HOURS_SINCE = Date.UTC(1992, 0, 1)
const EIGHT_HOURS_MS = 8 * 3_600_000

/** The bureau's calendar day, Asia/Shanghai, on which an instant falls, whatever zone the process runs in. */
export function dayOf(instant: Date): string {
  if (instant.getTime() >= EIGHT_HOURS_SINCE) return new Date(instant.getTime() + EIGHT_HOURS_MS).toISOString().slice(0, 10)
  const parts: Record<string, string> = {}
  for (const { type, value } of shanghai.formatToParts(instant)) parts[type] = value
  return `${parts.year}-${parts.month}-${parts.day}`
}

const clock = new Intl.DateTimeFormat('en-US', { timeZone: 'Asia/Shanghai', hour: '2-digit', hourCycle: 'h23' })

/** The hour of the bureau's day, 0 to 23, at an instant. */
export const hourOf = (instant: Date): number => Number(clock.format(instant))

/** An instant as the bureau's clock shows it, `YYYY-MM-DD HH:mm`. */
export function minuteOf(instant: Date): string {
  return `${dayOf(instant)} ${minutes.format(instant)}`
}

/** The instant at which a day of the bureau begins. */
export const startOfDay = (day: string): Date => new Date(`${day}T00:00:00+08:00`)

/** The first and the last day of a month, `YYYY-MM`. */
export function daysOfMonth(month: string): { from: string; to: string } {
  const from = `${month}-01`
  return { from, to: addDays(addMonths(from, 1), -1) }
}

/** Whether the text is a real calendar day, `YYYY-MM-DD`, of the years 1000 to 9999. */
export function isDay(text: string): boolean {
  return partsOf(text) !== null
}

/** The day so many days later, or earlier when negative; throws RangeError when the start is no day. */
export function addDays(day: string, days: number): string {
  const moved = new Date((numberOf(day) + days) * DAY_MS)
  return textOf({ year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, date: moved.getUTCDate() })
}

/** The same date so many months later, held back to the month's last day: 31 January and one month is 28 or 29 February. */
export function addMonths(day: string, months: number): string {
  const { year, month, date } = mustParts(day)
  const count = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(count / 12), ((count % 12) + 12) % 12 + 1]
  return textOf({ year: toYear, month: toMonth, date: Math.min(date, lengthOf(toYear, toMonth)) })
}

/** How many days from one day to another; negative when the second lies before the first. */
export function daysBetween(from: string, to: string): number {
  return numberOf(to) - numberOf(from)
}

/** The month a day lies in, `YYYY-MM`. */
export function monthOf(day: string): string {
  mustParts(day)
  return day.slice(0, 7)
}

/** The weekday of a day, 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: string): number {
  const sinceThursday = numberOf(day) % 7
  return ((sinceThursday + 7 + 3) % 7) + 1
}

/** Full years of age on a day; a birthday of 29 February counts from 1 March in other years; negative before birth. */
export function ageOn(birth: string, day: string): number {
  const [born, now] = [mustParts(birth), mustParts(day)]
  const birthdayToCome = now.month < born.month || (now.month === born.month && now.date < born.date)
  return now.year - born.year - (birthdayToCome ? 1 : 0)
}
