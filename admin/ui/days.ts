const ZONE = 'Asia/Shanghai'

const dayParts = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' })
const clockParts = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' })

/** The bureau's calendar day at an instant, `YYYY-MM-DD`, wherever the browser stands. */
export const dayOf = (instant: Date | string): string => dayParts.format(new Date(instant))

/** Today, as the bureau counts days. */
export const today = (): string => dayOf(new Date())

/** An instant as the bureau's clocks show it: `2026-11-23 09:05`. */
export const clockOf = (instant: Date | string): string => `${dayOf(instant)} ${clockParts.format(new Date(instant))}`

/** The time of day at an instant by the bureau's clocks, `HH:mm`. */
export const timeOf = (instant: Date | string): string => clockParts.format(new Date(instant))

/** The instant of a time of day on a day of the bureau. */
export const instantOf = (day: string, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString()
/** An instant as a browser's field for day and time takes it, in the bureau's zone: `2026-11-23T09:05`. */
export const localOf = (instant: Date | string): string => clockOf(instant).replace(' ', 'T')

/** The instant that such a field means; null where it is no time. */
export function momentOf(local: string): string | null {
  const instant = new Date(`${local}:00+08:00`)
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) && !Number.isNaN(instant.getTime()) ? instant.toISOString() : null
}

/** Two instants of one occasion: `2026-11-23 09:00–11:00`, with the second day where it is another. */
export const spanOf = (from: string, to: string): string => `${clockOf(from)}–${dayOf(from) === dayOf(to) ? timeOf(to) : clockOf(to)}`

const asUtc = (day: string): number => Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)))
const fromUtc = (time: number): string => new Date(time).toISOString().slice(0, 10)
const DAY = 86_400_000

/** The day some days later; earlier when negative. */
export const addDays = (day: string, days: number): string => fromUtc(asUtc(day) + days * DAY)

/** Whole days from one day to another. */
export const daysBetween = (from: string, to: string): number => Math.round((asUtc(to) - asUtc(from)) / DAY)

/** Monday = 1 … Sunday = 7. */
export const weekday = (day: string): number => new Date(asUtc(day)).getUTCDay() || 7

/** The month of a day, `YYYY-MM`. */
export const monthOf = (day: string): string => day.slice(0, 7)

/** The month some months later; earlier when negative. */
export function addMonths(month: string, months: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** The days of a month in whole weeks from Monday to Sunday, with the neighbours that fill them. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`
  const last = addDays(`${addMonths(month, 1)}-01`, -1)
  const weeks: string[][] = []
  for (let monday = addDays(first, 1 - weekday(first)); monday <= last; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, offset) => addDays(monday, offset)))
  }
  return weeks
}

/** Full years of age on a day. */
export function ageOn(bornOn: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years
}

/** Whether a text is a real calendar day. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && fromUtc(asUtc(text)) === text

/** The instant of a time of day, `HH:MM`, on a day of the bureau. */
export const instantAt = (day: string, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString()

/** The instant at which a day of the bureau begins or ends. */
export const edgeOf = (day: string, edge: 'start' | 'end'): string => new Date(`${day}T${edge === 'start' ? '00:00:00.000' : '23:59:59.999'}+08:00`).toISOString()
