import { fenOf } from './money'

const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟'] as const
const GROUPS = ['', '万', '亿'] as const

/** Up to four digits in capitals, 零 once for each gap between them. */
function groupInWords(group: number): string {
  let said = ''
  let gap = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(group / 10 ** place) % 10
    if (digit === 0) gap = said !== ''
    else {
      said += `${gap ? '零' : ''}${DIGITS[digit]}${PLACES[place]}`
      gap = false
    }
  }
  return said
}

function yuanInWords(yuan: bigint): string {
  let said = ''
  for (let at = GROUPS.length - 1; at >= 0; at--) {
    const group = Number((yuan / 10_000n ** BigInt(at)) % 10_000n)
    if (group === 0) continue
    const higher = yuan / 10_000n ** BigInt(at + 1)
    const gap = said !== '' && (group < 1000 || higher % 10_000n === 0n)
    said += `${gap ? '零' : ''}${groupInWords(group)}${GROUPS[at]}`
  }
  return said
}

/** An amount of yuan as papers about money say it beside its figures: 壹万零伍拾元伍角整. Nought or more, below 10^12. */
export function amountInWords(amount: string): string {
  const fen = fenOf(amount)
  if (fen < 0n) throw new RangeError(`Less than nought: ${amount}`)
  const yuan = yuanInWords(fen / 100n)
  const [jiao, rest] = [Number((fen / 10n) % 10n), Number(fen % 10n)]
  const small = `${jiao > 0 ? `${DIGITS[jiao]}角` : rest > 0 && yuan ? '零' : ''}${rest > 0 ? `${DIGITS[rest]}分` : ''}`
  return `${yuan ? `${yuan}元` : small ? '' : '零元'}${small}${rest > 0 ? '' : '整'}`
}
