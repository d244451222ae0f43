import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { addDays, addMonths, ageOn, dayOf, daysBetween, isDay, monthOf, weekdayOf } from '../../server/kernel/days'

const days = fc.integer({ min: -365 * 300, max: 365 * 300 }).map(count => addDays('2000-01-01', count))

describe('dayOf', () => {
  it('gives the day in Shanghai, which begins at 16:00 UTC', () => {
    expect(dayOf(new Date('2026-11-22T15:59:59.999Z'))).toBe('2026-11-22')
    expect(dayOf(new Date('2026-11-22T16:00:00.000Z'))).toBe('2026-11-23')
    expect(dayOf(new Date('2025-12-31T16:00:00.000Z'))).toBe('2026-01-01')
  })

  it('knows the summer time of 1940 and of 1986 to 1991, when the day began at 15:00 UTC', () => {
    expect(dayOf(new Date('1940-07-01T14:59:59Z'))).toBe('1940-07-01')
    expect(dayOf(new Date('1940-07-01T15:00:00Z'))).toBe('1940-07-02')
    for (const year of [1986, 1987, 1988, 1989, 1990, 1991]) {
      expect(dayOf(new Date(`${year}-07-01T14:59:59Z`))).toBe(`${year}-07-01`)
      expect(dayOf(new Date(`${year}-07-01T15:00:00Z`))).toBe(`${year}-07-02`)
      expect(dayOf(new Date(`${year}-12-01T15:30:00Z`))).toBe(`${year}-12-01`)
    }
  })
})

describe('arithmetic of days', () => {
  it('knows real days', () => {
    for (const day of ['2024-02-29', '2000-02-29', '1986-05-04', '1940-06-03', '9999-12-31']) expect(isDay(day)).toBe(true)
    for (const text of ['2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '2024-4-1', '20240401',
      '2024-04-01T00:00:00Z', ' 2024-04-01', '2024-04-01\n', '', '0999-01-01', '２０２４-04-01']) expect(isDay(text)).toBe(false)
  })

  it('adds days over months, leap days and the summer-time changes', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01')
    expect(addDays('2024-01-01', -1)).toBe('2023-12-31')
    for (const day of ['1940-06-02', '1940-10-12', '1986-05-03', '1986-09-13', '1991-04-13', '1991-09-14']) {
      expect(daysBetween(day, addDays(day, 1))).toBe(1)
      expect(addDays(addDays(day, 1), -1)).toBe(day)
    }
  })

  it('adds months and holds back to the last day', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2023-01-31', 1)).toBe('2023-02-28')
    expect(addMonths('2024-03-31', -1)).toBe('2024-02-29')
    expect(addMonths('2024-11-30', 3)).toBe('2025-02-28')
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
    expect(addMonths('2024-01-15', -13)).toBe('2022-12-15')
  })

  it('counts days, names months and weekdays', () => {
    expect(daysBetween('2022-04-10', '2022-04-15')).toBe(5)
    expect(daysBetween('2022-04-15', '2022-04-10')).toBe(-5)
    expect(monthOf('2022-04-15')).toBe('2022-04')
    expect(['2026-11-23', '2026-11-29', '1970-01-01', '1969-12-31', '1900-01-01'].map(weekdayOf)).toEqual([1, 7, 4, 3, 1])
  })

  it('counts full years of age', () => {
    expect(ageOn('1946-11-24', '2026-11-23')).toBe(79)
    expect(ageOn('1946-11-23', '2026-11-23')).toBe(80)
    expect(ageOn('2004-02-29', '2023-02-28')).toBe(18)
    expect(ageOn('2004-02-29', '2023-03-01')).toBe(19)
    expect(ageOn('2026-11-24', '2026-11-23')).toBe(-1)
  })

  it('throws on what is no day', () => {
    for (const act of [() => addDays('2023-02-29', 1), () => addMonths('x', 1), () => daysBetween('2024-01-01', ''),
      () => monthOf('2024-01'), () => weekdayOf('2024-02-30'), () => ageOn('', '2024-01-01'), () => addDays('9999-12-31', 1)]) {
      expect(act).toThrow(RangeError)
    }
  })

  it('holds for any days', () => {
    fc.assert(fc.property(days, fc.integer({ min: -20000, max: 20000 }), (day, count) => {
      const moved = addDays(day, count)
      expect(isDay(moved)).toBe(true)
      expect(daysBetween(day, moved)).toBe(count)
      expect(((weekdayOf(moved) - weekdayOf(day) - count) % 7) + 0).toBe(0)
    }))
    fc.assert(fc.property(days, fc.integer({ min: -500, max: 500 }), (day, count) => {
      const moved = addMonths(day, count)
      expect(isDay(moved)).toBe(true)
      expect(Number(moved.slice(8))).toBeLessThanOrEqual(Number(day.slice(8)))
      expect(ageOn(day, addMonths(day, Math.abs(count)))).toBeGreaterThanOrEqual(0)
    }))
  })

  it('says the same in any zone of the process', () => {
    const script = `
      const { transformFileSync } = require('@swc/core')
      const module_ = { exports: {} }
      new Function('exports', transformFileSync('server/kernel/days.ts').code)(module_.exports)
      const d = module_.exports
      console.log([d.dayOf(new Date('2026-11-22T16:00:00Z')), d.dayOf(new Date('1986-07-01T15:00:00Z')), d.addDays('1986-05-03', 1),
        d.addDays('2026-03-08', 1), d.addMonths('2024-01-31', 1), d.weekdayOf('2026-11-23'), d.daysBetween('1991-04-13', '1991-04-15')].join())`
    const answers = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'].map(TZ =>
      execFileSync(process.execPath, ['-e', script], { env: { ...process.env, TZ }, encoding: 'utf8' }).trim())
    expect(new Set(answers)).toEqual(new Set(['2026-11-23,1986-07-02,1986-05-04,2026-03-09,2024-02-29,1,2']))
  })
})
