import fc from 'fast-check'
import { fenOf, isMore, sumOf, yuanOf } from '../../server/kernel/money'

const fen = fc.bigInt({ min: -999_999_999_999n, max: 999_999_999_999n })

it('takes amounts as they are written and gives them back with two places', () => {
  expect(['0', '7', '7.5', '7.05', '-0.01', '123456789012.34'].map(text => yuanOf(fenOf(text)))).toEqual(['0.00', '7.00', '7.50', '7.05', '-0.01', '123456789012.34'])
  for (const text of ['', '.5', '1.', '1.234', '1e3', ' 1', '1,000', '一']) expect(() => fenOf(text)).toThrow(RangeError)
})

it('loses no fen in any sum, and compares by what an amount is worth', () => {
  fc.assert(fc.property(fc.array(fen, { maxLength: 30 }), amounts => {
    expect(fenOf(sumOf(amounts.map(yuanOf)))).toBe(amounts.reduce((sum, amount) => sum + amount, 0n))
  }))
  fc.assert(fc.property(fen, fen, (one, other) => expect(isMore(yuanOf(one), yuanOf(other))).toBe(one > other)))
  expect(sumOf([null, undefined, '0.1', '0.2'])).toBe('0.30')
})
