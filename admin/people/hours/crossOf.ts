import { addMonths } from '../../ui/days'

/** Confirmed minutes that go together, as the API tells them. */
export interface HoursSum {
  month: string
  programmeCode: string
  team: { id: string; name: string } | null
  region: { code: string; name: string } | null
  minutes: number
  drillMinutes: number
  records: number
}

/** Minutes by place and programme. */
export interface Cross {
  places: { id: string; name: string }[]
  programmes: string[]
  /** By `<place> <programme>`; by `<place>` and `<programme>` alone their sums; drills by `<place> drill`. */
  minutes: ReadonlyMap<string, number>
}

/** Adds up sums by whatever `placeOf` says. */
export function crossOf(sums: readonly HoursSum[], placeOf: (sum: HoursSum) => { id: string; name: string }): Cross {
  const minutes = new Map<string, number>()
  const places = new Map<string, { id: string; name: string }>()
  const add = (key: string, more: number): void => void minutes.set(key, (minutes.get(key) ?? 0) + more)
  for (const sum of sums) {
    const place = placeOf(sum)
    places.set(place.id, place)
    add(`${place.id} ${sum.programmeCode}`, sum.minutes)
    add(place.id, sum.minutes)
    add(sum.programmeCode, sum.minutes)
    add(`${place.id} drill`, sum.drillMinutes)
  }
  const sorted = [...places.values()].sort((one, other) => (minutes.get(other.id) ?? 0) - (minutes.get(one.id) ?? 0))
  return { places: sorted, programmes: [...new Set(sums.map(({ programmeCode }) => programmeCode))].sort(), minutes }
}

export const sumOf = (sums: readonly HoursSum[], of: 'minutes' | 'drillMinutes' | 'records'): number => sums.reduce((total, sum) => total + sum[of], 0)

/** Minutes as hours with one decimal, as the bureau reports them. */
export const asHours = (minutes: number): number => Math.round(minutes / 6) / 10

/** The months from one to another, at most 36. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  for (let month = from; month <= to && months.length < 36; month = addMonths(month, 1)) months.push(month)
  return months
}
