import fc from 'fast-check'
import { distance, isRegionCode, isWithin, levelOf, parentOf, prefixOf } from '../../server/kernel/regionCode'

const banner = '150525000000'
const town = '150525101000'
const village = '150525101202'

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length - 1}}[1-9]$`))
const codes = fc.oneof(
  digits(6).map(head => head + '000000'),
  fc.tuple(digits(6), digits(3)).map(([head, unit]) => head + unit + '000'),
  fc.tuple(digits(6), digits(3), digits(3)).map(parts => parts.join('')),
)

describe('regionCode', () => {
  it('tells the level, the prefix and the unit above', () => {
    expect([banner, town, village].map(levelOf)).toEqual(['BANNER', 'TOWNSHIP', 'VILLAGE'])
    expect([banner, town, village].map(prefixOf)).toEqual(['150525', '150525101', village])
    expect([banner, town, village].map(parentOf)).toEqual([null, banner, town])
  })

  it('knows what lies within what, a unit itself included', () => {
    expect(isWithin(village, town)).toBe(true)
    expect(isWithin(village, banner)).toBe(true)
    expect(isWithin(town, town)).toBe(true)
    expect(isWithin(town, village)).toBe(false)
    expect(isWithin('150525102202', town)).toBe(false)
    expect(isWithin('152326101202', banner)).toBe(false)
    expect(isWithin('15052510120', town)).toBe(false)
  })

  it('measures distance by territory', () => {
    expect(distance(village, village)).toBe(0)
    expect(distance(village, '150525101203')).toBe(1)
    expect(distance(village, town)).toBe(1)
    expect(distance(town, town)).toBe(1)
    expect(distance(village, '150525102202')).toBe(2)
    expect(distance(village, banner)).toBe(2)
    expect(distance(banner, banner)).toBe(2)
    expect(distance(village, '150521101202')).toBe(3)
  })

  it('refuses what is no 12-digit code', () => {
    for (const bad of ['', '150525', '15052510120', '1505251012020', '15052510120x', ' 150525101202']) {
      expect(isRegionCode(bad)).toBe(false)
      expect(() => levelOf(bad)).toThrow(RangeError)
      expect(() => prefixOf(bad)).toThrow(RangeError)
      expect(() => parentOf(bad)).toThrow(RangeError)
      expect(() => distance(bad, village)).toThrow(RangeError)
    }
  })

  it('holds for any codes: the parent contains, the prefix decides, distance is symmetric', () => {
    fc.assert(fc.property(codes, codes, (a, b) => {
      const parent = parentOf(a)
      if (parent !== null) expect(isWithin(a, parent)).toBe(true)
      expect(isWithin(a, b)).toBe(a.startsWith(prefixOf(b)))
      expect(distance(a, b)).toBe(distance(b, a))
      if (distance(a, b) === 0) expect(a).toBe(b)
    }))
  })
})
