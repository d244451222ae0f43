import fc from 'fast-check'
import { addDays } from '../../../server/kernel/days'
import { checkDigitOf, readResidentId, residentIdReasons } from '../../../server/people/persons/residentId'

const TODAY = '2026-11-23'
const withCheck = (digits17: string): string => digits17 + checkDigitOf(digits17)
const read = (text: string) => readResidentId(text, TODAY)
const reason = (text: string): string => {
  const found = read(text)
  return found.ok ? 'OK' : found.reason
}

/** Valid numbers that are nobody's: of a division that never existed, or with the serial 000 under the old prefix of 奈曼旗. */
const ids = fc.tuple(fc.constantFrom('152399', '152326'), fc.integer({ min: 0, max: 38000 }), fc.integer({ min: 1, max: 999 }))
  .map(([prefix, count, serial]) => withCheck(prefix + addDays('1922-01-01', count).replaceAll('-', '') + (prefix === '152326' ? '000' : String(serial).padStart(3, '0'))))

describe('readResidentId', () => {
  it('reads birth date, sex and the county of first issue', () => {
    expect(read(withCheck('15239919490101001'))).toEqual({
      ok: true, value: withCheck('15239919490101001'), birthDate: '1949-01-01', sex: 'MALE', countyPrefix: '152399', maybeDamaged: false,
    })
    expect(read(withCheck('15232619631203000'))).toMatchObject({ ok: true, birthDate: '1963-12-03', sex: 'FEMALE', countyPrefix: '152326' })
  })

  it('computes the check digit as the standard does', () => {
    expect(checkDigitOf('11010519491231002')).toBe('X')
    expect(checkDigitOf('44052418800101001')).toBe('4')
    expect(() => checkDigitOf('1105')).toThrow(RangeError)
  })

  it('mends what typing does: widths, spaces, dashes, a small x, a leading quote', () => {
    const value = ['15239919500307000', '15239919500307002', '15239919500307004', '15239919500307006', '15239919500307008', '15239919500307001',
      '15239919500307003', '15239919500307005', '15239919500307007', '15239919500307009'].map(withCheck).find(one => one.endsWith('X')) ?? ''
    expect(value).toHaveLength(18)
    for (const text of [value.toLowerCase(), ` ${value} `, `'${value}`, `${value.slice(0, 6)} ${value.slice(6, 14)} ${value.slice(14)}`,
      `${value.slice(0, 6)}-${value.slice(6, 14)}-${value.slice(14)}`, `\u200b${value}`,
      Array.from(value, c => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)).join('')]) {
      expect(read(text)).toMatchObject({ ok: true, value })
    }
  })

  it('knows a cell that a spreadsheet damaged', () => {
    for (const text of ['1.50525E+17', '1.50525194901010E+17', '１．50525E+17', '1.50525e17', '152399194901010000.0']) expect(reason(text)).toBe('DAMAGED')
    expect(checkDigitOf('15239919490101100')).not.toBe('0')
    expect(reason('152399194901011000')).toBe('DAMAGED')
    const lucky = Array.from({ length: 400 }, (_, n) => '152399' + addDays('1950-01-01', n).replaceAll('-', '') + '100').find(one => checkDigitOf(one) === '0') ?? ''
    expect(read(lucky + '0')).toMatchObject({ ok: true, maybeDamaged: true })
  })

  it('says why it refuses', () => {
    expect(reason('')).toBe('EMPTY')
    expect(reason(' 　')).toBe('EMPTY')
    expect(reason('150525490101001')).toBe('FIFTEEN_DIGITS')
    expect(reason('15239919490101001')).toBe('LENGTH')
    expect(reason('150***********1234')).toBe('CHARACTERS')
    expect(reason('050525194901010010')).toBe('CHARACTERS')
    expect(reason('15239919490101X011')).toBe('CHARACTERS')
    expect(reason(withCheck('15239919490230001'))).toBe('BIRTH_DATE')
    expect(reason(withCheck('15239919000229001'))).toBe('BIRTH_DATE')
    expect(reason(withCheck('15239920261124001'))).toBe('FUTURE')
    expect(reason(withCheck('15239920261123001'))).toBe('OK')
    expect(reason(withCheck('15239918951123001'))).toBe('AGE')
    expect(reason(withCheck('15239918951124001'))).toBe('OK')
    for (const text of Object.values(residentIdReasons)) {
      expect(text.zh).toMatch(/。$/)
      expect(text.en).toMatch(/\.$/)
    }
  })

  it('takes every number of the right form', () => {
    fc.assert(fc.property(ids, id => {
      expect(read(id)).toMatchObject({ ok: true, value: id, countyPrefix: id.slice(0, 6), sex: Number(id[16]) % 2 ? 'MALE' : 'FEMALE' })
    }))
  })

  it('catches any single character mistyped', () => {
    fc.assert(fc.property(ids, fc.integer({ min: 0, max: 17 }), fc.constantFrom(...'0123456789X'), (id, at, typed) => {
      fc.pre(id[at] !== typed)
      expect(read(id.slice(0, at) + typed + id.slice(at + 1)).ok).toBe(false)
    }), { numRuns: 1000 })
  })

  it('catches any two neighbours swapped', () => {
    fc.assert(fc.property(ids, fc.integer({ min: 0, max: 16 }), (id, at) => {
      fc.pre(id[at] !== id[at + 1])
      expect(read(id.slice(0, at) + id.charAt(at + 1) + id.charAt(at) + id.slice(at + 2)).ok).toBe(false)
    }), { numRuns: 1000 })
  })

  it('answers any text, and only a plain number is taken', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[\dxX .E+-]{0,22}$/)), text => {
      const found = read(text)
      if (found.ok) expect(found.value).toMatch(/^[1-9]\d{16}[\dX]$/)
      else expect(residentIdReasons[found.reason]).toBeDefined()
    }))
  })
})
