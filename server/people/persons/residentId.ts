import { ageOn, isDay } from '../../kernel/days'
import { halfWidth } from '../../kernel/halfWidth'
import { say, type Text } from '../../kernel/text'

/** Why a text is no resident ID number, in the two languages. */
export const residentIdReasons = {
  EMPTY: say('请填写公民身份号码。', 'The resident ID number is missing.'),
  DAMAGED: say('身份号码在电子表格中已损坏（末几位丢失），请把单元格设为文本后重新录入。', 'A spreadsheet has damaged the number (its last digits are lost); make the cell text and enter it anew.'),
  FIFTEEN_DIGITS: say('这是15位旧身份号码，请填写18位号码。', 'This is an old number of 15 digits; give the one of 18.'),
  LENGTH: say('公民身份号码应为18位。', 'A resident ID number has 18 characters.'),
  CHARACTERS: say('公民身份号码应为17位数字加一位数字或X。', 'A resident ID number is 17 digits and a digit or X.'),
  BIRTH_DATE: say('身份号码中的出生日期不存在。', 'The birth date in the number is no real day.'),
  FUTURE: say('身份号码中的出生日期晚于今天。', 'The birth date in the number lies after today.'),
  AGE: say('身份号码中的出生日期距今超过130年。', 'The birth date in the number is more than 130 years ago.'),
  CHECK_DIGIT: say('身份号码校验码不符，请核对是否录错。', 'The check digit does not fit: a digit is mistyped.'),
} as const satisfies Record<string, Text>

/** A code of `residentIdReasons`. */
export type ResidentIdReason = keyof typeof residentIdReasons

/** A resident ID number (GB 11643) taken apart. Its first six digits are where it was first issued, never where the person lives. */
export interface ResidentId {
  readonly ok: true
  readonly value: string
  readonly birthDate: string
  readonly sex: 'MALE' | 'FEMALE'
  readonly countyPrefix: string
  /** It ends in 000 and so may be a cell whose last digits a spreadsheet lost, though the check digit fits by chance: ask. */
  readonly maybeDamaged: boolean
}

/** A text that is no resident ID number, and why. */
export interface NoResidentId {
  readonly ok: false
  readonly reason: ResidentIdReason
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_DIGITS = '10X98765432'
const OLDEST = 130

/** The check digit of the first 17 digits, by GB 11643: the weighted sum modulo 11, looked up. */
export function checkDigitOf(digits17: string): string {
  if (!/^\d{17}$/.test(digits17)) throw new RangeError('The check digit is that of 17 digits.')
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits17[index]), 0)
  return CHECK_DIGITS.charAt(sum % 11)
}

/** Reads a resident ID number as people write and sheets hold it; `today` is the bureau's calendar day. */
export function readResidentId(text: string, today: string): ResidentId | NoResidentId {
  const value = halfWidth(text).replace(/[\s\-–—_'’"]/g, '').toUpperCase()
  const reason = reasonAgainst(value, text, today)
  if (reason) return { ok: false, reason }
  return {
    ok: true,
    value,
    birthDate: birthDateOf(value),
    sex: Number(value[16]) % 2 === 1 ? 'MALE' : 'FEMALE',
    countyPrefix: value.slice(0, 6),
    maybeDamaged: value.endsWith('000'),
  }
}

function birthDateOf(value: string): string {
  return `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`
}

function reasonAgainst(value: string, text: string, today: string): ResidentIdReason | null {
  if (value === '') return 'EMPTY'
  if (/^\s*[\d.]+E\+?\d+\s*$/i.test(halfWidth(text)) || /^\d{18}\.0+$/.test(value)) return 'DAMAGED'
  if (/^\d{15}$/.test(value)) return 'FIFTEEN_DIGITS'
  if (value.length !== 18) return 'LENGTH'
  if (!/^[1-9]\d{16}[\dX]$/.test(value)) return 'CHARACTERS'
  if (!isDay(birthDateOf(value))) return 'BIRTH_DATE'
  if (birthDateOf(value) > today) return 'FUTURE'
  if (ageOn(birthDateOf(value), today) > OLDEST) return 'AGE'
  if (checkDigitOf(value.slice(0, 17)) === value[17]) return null
  return value.endsWith('000') ? 'DAMAGED' : 'CHECK_DIGIT'
}
