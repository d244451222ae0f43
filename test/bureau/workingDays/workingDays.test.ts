import fc from 'fast-check'
import { holidayYears } from '../../../server/bureau/workingDays/data'
import { addWorkingDays, exceptionsOf, isWorkingDay, workingDaysBetween } from '../../../server/bureau/workingDays/workingDays'
import { addDays, daysBetween, isDay, weekdayOf } from '../../../server/kernel/days'

const exceptions = exceptionsOf(holidayYears)
const off = (day: string): boolean => !isWorkingDay(day, exceptions)
const days = fc.integer({ min: 0, max: 1825 }).map(count => addDays('2022-01-01', count))

describe('the announced days', () => {
  it('are real, in order, named, and change the weekday they stand on only where they must', () => {
    for (const year of holidayYears) {
      expect(year.source).toMatch(/〔\d{4}〕\d+号/)
      for (const { from, to, zh, en } of year.holidays) {
        expect([isDay(from), isDay(to), from <= to, zh !== '', en !== '']).toEqual([true, true, true, true, true])
        expect(to.startsWith(String(year.year))).toBe(true)
        expect(daysBetween(from, to)).toBeLessThan(9)
      }
      for (const day of year.workdays) expect([day.slice(0, 4), weekdayOf(day) > 5]).toEqual([String(year.year), true])
    }
  })

  it('leave as many working days as weekdays less the legal holidays that are not made up', () => {
    const count = (year: number): number => workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`, exceptions)
    expect([2022, 2023, 2024, 2025, 2026].map(count)).toEqual([249, 249, 251, 248, 248])
  })

  it('have the holidays where everybody remembers them', () => {
    for (const day of ['2022-02-01', '2022-10-07', '2023-01-22', '2024-02-10', '2025-01-28', '2025-10-06', '2026-02-17', '2026-10-01', '2026-09-25']) expect([day, off(day)]).toEqual([day, true])
    for (const day of ['2022-10-08', '2022-10-09', '2023-01-29', '2024-02-18', '2024-02-09', '2025-10-11', '2026-02-28', '2026-01-04']) expect([day, off(day)]).toEqual([day, false])
  })
})

describe('working days', () => {
  it('skip weekends, holidays and count made-up days', () => {
    expect(addWorkingDays('2022-09-30', 1, exceptions)).toBe('2022-10-08')
    expect(addWorkingDays('2022-09-30', 3, exceptions)).toBe('2022-10-10')
    expect(addWorkingDays('2026-11-20', 1, exceptions)).toBe('2026-11-23')
    expect(addWorkingDays('2026-11-21', 0, exceptions)).toBe('2026-11-21')
    expect(addWorkingDays('2022-10-10', -3, exceptions)).toBe('2022-09-30')
    expect(workingDaysBetween('2022-09-30', '2022-10-10', exceptions)).toBe(3)
    expect(workingDaysBetween('2022-10-10', '2022-09-30', exceptions)).toBe(-3)
  })

  it('are Monday to Friday in a year that nothing is announced for', () => {
    expect(['2031-01-01', '2031-01-04', '2031-01-05'].map(day => isWorkingDay(day, exceptions))).toEqual([true, false, false])
  })

  it('end instead of running on when no day is worked', () => {
    const never = { get: () => 'OFF' } as unknown as ReadonlyMap<string, 'OFF'>
    expect(() => addWorkingDays('2026-01-01', 1, never)).toThrow(RangeError)
  })

  it('hold for any day: adding lands on a working day and counting gives it back', () => {
    fc.assert(fc.property(days, fc.integer({ min: 1, max: 120 }), (day, count) => {
      const due = addWorkingDays(day, count, exceptions)
      expect(isWorkingDay(due, exceptions)).toBe(true)
      expect(workingDaysBetween(day, due, exceptions)).toBe(count)
    }), { numRuns: 50 })
    // No working day lies on that weekend: nothing, and not minus nothing.
    expect(workingDaysBetween('2022-01-09', '2022-01-07', exceptions)).toBe(0)
    fc.assert(fc.property(days, days, days, (a, b, c) => {
      expect(workingDaysBetween(a, b, exceptions) + workingDaysBetween(b, c, exceptions)).toBe(workingDaysBetween(a, c, exceptions))
    }), { numRuns: 20 })
  })
})
