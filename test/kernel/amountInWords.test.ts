import fc from 'fast-check'
import { amountInWords } from '../../server/kernel/amountInWords'
import { yuanOf } from '../../server/kernel/money'

it.each([
  ['0.00', '零元整'], ['0.05', '伍分'], ['0.50', '伍角整'], ['1.05', '壹元零伍分'], ['10.00', '壹拾元整'], ['105.30', '壹佰零伍元叁角整'], ['1005.00', '壹仟零伍元整'], ['5000.50', '伍仟元伍角整'], ['10000', '壹万元整'],
  ['10050.00', '壹万零伍拾元整'], ['100005.12', '壹拾万零伍元壹角贰分'], ['1010.00', '壹仟零壹拾元整'], ['20300400.00', '贰仟零叁拾万零肆佰元整'], ['100000000.00', '壹亿元整'], ['100000001.00', '壹亿零壹元整'], ['110001000.00', '壹亿壹仟万壹仟元整'],
])('says %s as %s', (amount, words) => expect(amountInWords(amount)).toBe(words))

const VALUES: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 }
/** Reads an amount in words again, the way a person adds it up. */
function read(words: string): bigint {
  let [fen, yuan, group, digit] = [0n, 0n, 0, 0]
  for (const sign of words) {
    const value = '零壹贰叁肆伍陆柒捌玖'.indexOf(sign)
    if (value >= 0) digit = value
    else if (VALUES[sign]) [group, digit] = [group + digit * VALUES[sign], 0]
    else if (sign === '万' || sign === '亿') [yuan, group, digit] = [yuan + BigInt(group + digit) * (sign === '万' ? 10_000n : 100_000_000n), 0, 0]
    else if (sign === '元') [fen, group, digit] = [(yuan + BigInt(group + digit)) * 100n, 0, 0]
    else if (sign === '角') [fen, digit] = [fen + BigInt(digit) * 10n, 0]
    else if (sign === '分') [fen, digit] = [fen + BigInt(digit), 0]
  }
  return fen
}

it('says every amount so that it is read as the same', () => {
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999_999n }), fen => read(amountInWords(yuanOf(fen))) === fen && !/零零|零元[^整]/.test(amountInWords(yuanOf(fen)))), { numRuns: 2000 })
  expect(() => amountInWords('-1')).toThrow(RangeError)
})
