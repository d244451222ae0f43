import fc from 'fast-check'
import { checkCharacterOf, type NoCreditCode, organisationCheckOf, readCreditCode, sayFault } from '../../../server/people/employers/creditCode'
import { aCreditCode } from '../../support/posts'

const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** The example that the standard itself prints: GB 32100-2015, appendix. */
const EXAMPLE = '91350100M000100Y43'

it('reads a code as people write it', () => {
  expect(readCreditCode(EXAMPLE)).toEqual({ ok: true, value: EXAMPLE })
  for (const said of ['9135 0100 M000 100Y 43', EXAMPLE.toLowerCase(), '９１３５０１００Ｍ０００１００Ｙ４３', ` ${EXAMPLE} `]) expect(readCreditCode(said)).toEqual({ ok: true, value: EXAMPLE })
})

it('says why a text is none', () => {
  const reasons = Object.fromEntries(['', '9.13501E+17', '91350100M000100Y4', '913501A0M000100Y43', '91350100M000100Y44'].map(text => [text, (readCreditCode(text) as { reason: string }).reason]))
  expect(reasons).toEqual({ '': 'EMPTY', '9.13501E+17': 'DAMAGED', '91350100M000100Y4': 'LENGTH', '913501A0M000100Y43': 'CHARACTERS', '91350100M000100Y44': 'CHECK_DIGIT' })
  const inner = `91350100M000100Y5`
  expect(readCreditCode(inner.slice(0, 16) + '5' + checkCharacterOf(inner.slice(0, 16) + '5'))).toMatchObject({ reason: 'ORGANISATION_CODE', value: expect.any(String) })
})

it('names the letters that no code has, and what they probably are', () => {
  const read = readCreditCode('9I35O1OOM000I00Y43')
  expect(read).toMatchObject({ ok: false, reason: 'CHARACTERS', suggestion: EXAMPLE, value: null })
  if (read.ok) throw new Error()
  expect(read.mistaken.map(({ place, letter, probably }) => `${place}${letter}${probably}`)).toEqual(['2I1', '5O0', '7O0', '8O0', '13I1'])
  expect(sayFault(read).zh).toContain('第2位的“I”可能是“1”')
  expect(sayFault(read).en).toContain(`so ${EXAMPLE}`)
  // Named as soon as it is typed, and the length complained of only after that.
  expect(sayFault(readCreditCode('9I35') as NoCreditCode).zh).toContain('第2位的“I”可能是“1”')
  expect(sayFault(readCreditCode('9135') as NoCreditCode).zh).toBe('统一社会信用代码应为18位。')
})

it('notices any one character that is mistyped, and any two neighbours changed about', () => {
  const codes = fc.integer({ min: 0, max: 999_999 }).map(n => aCreditCode(n))
  fc.assert(fc.property(codes, fc.nat(17), fc.constantFrom(...CHARACTERS), (code, place, character) => {
    fc.pre(code[place] !== character)
    return !readCreditCode(code.slice(0, place) + character + code.slice(place + 1)).ok
  }))
  fc.assert(fc.property(codes, fc.nat(16), (code, place) => {
    fc.pre(code[place] !== code[place + 1])
    return !readCreditCode(code.slice(0, place) + code[place + 1] + code[place] + code.slice(place + 2)).ok
  }))
})

it('makes organisation codes whose check is X or 0', () => {
  expect(organisationCheckOf('M000100Y')).toBe('4')
  const checks = new Set(Array.from({ length: 200 }, (_, n) => organisationCheckOf(String(10_000_000 + n))))
  expect([...checks].sort()).toEqual([...'0123456789X'].sort())
})
