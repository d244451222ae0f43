import { halfWidth } from '../../kernel/halfWidth'
import { say, type Text } from '../../kernel/text'

/** Why a text is no unified social credit code, in the two languages. */
export const creditCodeReasons = {
  EMPTY: say('请填写统一社会信用代码。', 'The credit code is missing.'),
  DAMAGED: say('代码在电子表格中已损坏，请把单元格设为文本后重新录入。', 'A spreadsheet has damaged the code; make the cell text and enter it anew.'),
  LENGTH: say('统一社会信用代码应为18位。', 'A credit code has 18 characters.'),
  CHARACTERS: say('统一社会信用代码只含数字和大写字母（不含I、O、S、V、Z），第3至8位为数字。', 'A credit code is digits and letters without I, O, S, V, Z; the third to the eighth are digits.'),
  CHECK_DIGIT: say('校验码不符，请核对是否录错。', 'The check digit does not fit: a character is mistyped.'),
  ORGANISATION_CODE: say('第9至17位（组织机构代码）的校验码不符，请核对是否录错。', 'The organisation code within it (9th to 17th) fails its own check: a character is mistyped.'),
} as const satisfies Record<string, Text>

/** A code of `creditCodeReasons`. */
export type CreditCodeReason = keyof typeof creditCodeReasons

/** A unified social credit code (GB 32100) that passes both of its checks. */
export interface CreditCode {
  readonly ok: true
  readonly value: string
}

/** A text that is no credit code, and why. Early lawful codes fail the checks: those two reasons may be overridden, for a reason that is recorded. */
export interface NoCreditCode {
  readonly ok: false
  readonly reason: CreditCodeReason
  /** The code as it was meant by its form, where only a check fails. */
  readonly value: string | null
  /** The characters that the code never has, as they stand: what each probably is, and where. */
  readonly mistaken: readonly Mistaken[]
  /** The code with those characters replaced, where it then passes both checks. */
  readonly suggestion: string | null
}

/** A letter that no credit code has, its place from 1, and what it probably is. */
export interface Mistaken {
  readonly place: number
  readonly letter: string
  readonly probably: string
}

const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const FORM = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/
const PROBABLY: Readonly<Record<string, string>> = { I: '1', O: '0', S: '5', V: 'U', Z: '2' }

/** The last character of a credit code, by GB 32100: 31 less the weighted sum modulo 31. */
export function checkCharacterOf(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * CHARACTERS.indexOf(first17.charAt(index)), 0)
  return CHARACTERS.charAt((31 - (sum % 31)) % 31)
}

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** The last character of an organisation code, by GB 11714: 11 less the weighted sum modulo 11, where 10 is X and 11 is 0. */
export function organisationCheckOf(first8: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, index) => total + weight * Number.parseInt(first8.charAt(index), 36), 0)
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

const faultOf = (value: string): 'CHECK_DIGIT' | 'ORGANISATION_CODE' | null => {
  if (checkCharacterOf(value.slice(0, 17)) !== value[17]) return 'CHECK_DIGIT'
  return organisationCheckOf(value.slice(8, 16)) === value[16] ? null : 'ORGANISATION_CODE'
}

/** Reads a credit code as people write it and sheets hold it. */
export function readCreditCode(text: string): CreditCode | NoCreditCode {
  const value = halfWidth(text).replace(/[\s\-–—_'’"]/g, '').toUpperCase()
  const mistaken = Array.from(value, (letter, index) => ({ place: index + 1, letter, probably: PROBABLY[letter] ?? '' })).filter(({ probably }) => probably !== '')
  const no = (reason: CreditCodeReason, form: string | null = null): NoCreditCode => ({ ok: false, reason, value: form, mistaken, suggestion: mistaken.length > 0 && value.length === 18 ? mended(value) : null })
  if (value === '') return no('EMPTY')
  if (/^[\d.]+E\+?\d+$/.test(value) || /^\d{18}\.0+$/.test(value)) return no('DAMAGED')
  if (value.length !== 18) return no('LENGTH')
  if (!FORM.test(value)) return no('CHARACTERS')
  const fault = faultOf(value)
  return fault ? no(fault, value) : { ok: true, value }
}

function mended(value: string): string | null {
  const likely = Array.from(value, letter => PROBABLY[letter] ?? letter).join('')
  return FORM.test(likely) && faultOf(likely) === null ? likely : null
}

/** What is wrong with a code, in a sentence that names the letters mistaken and what they probably are, also while it is not yet typed to its end. */
export function sayFault({ reason, mistaken, suggestion }: NoCreditCode): Text {
  if (mistaken.length === 0 || (reason !== 'CHARACTERS' && reason !== 'LENGTH')) return creditCodeReasons[reason]
  const zh = mistaken.map(({ place, letter, probably }) => `第${place}位的“${letter}”可能是“${probably}”`).join('，')
  const en = mistaken.map(({ place, letter, probably }) => `the ${letter} at place ${place} is probably ${probably}`).join(', ')
  return say(`代码中不会有 I、O、S、V、Z：${zh}${suggestion ? `，即 ${suggestion}` : ''}。`, `A code never has I, O, S, V, Z: ${en}${suggestion ? `, so ${suggestion}` : ''}.`)
}
