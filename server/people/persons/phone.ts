import { halfWidth } from '../../kernel/halfWidth'
import { say, type Text } from '../../kernel/text'

/** Why a text is no telephone number, in the two languages. */
export const phoneReasons = {
  EMPTY: say('请填写联系电话。', 'The telephone number is missing.'),
  DAMAGED: say('电话号码在电子表格中已损坏，请把单元格设为文本后重新录入。', 'A spreadsheet has damaged the number; make the cell text and enter it anew.'),
  CHARACTERS: say('电话号码只能包含数字。', 'A telephone number consists of digits.'),
  AREA_CODE: say('固定电话请加区号，例如0475-1234567。', 'A landline number needs its area code, for example 0475-1234567.'),
  FORM: say('不是大陆手机号码或带区号的固定电话。', 'Neither a mainland mobile number nor a landline with its area code.'),
} as const satisfies Record<string, Text>

/** A code of `phoneReasons`. */
export type PhoneReason = keyof typeof phoneReasons

/** A telephone number in one form: 15400001234 for a mobile, 0475-4210000 or 0475-4210000-801 for a landline. */
export interface Phone {
  readonly ok: true
  readonly value: string
  readonly kind: 'MOBILE' | 'LANDLINE'
}

/** A text that is no telephone number, and why. */
export interface NoPhone {
  readonly ok: false
  readonly reason: PhoneReason
}

const MOBILE = /^1[3-9]\d{9}$/
// Area codes of three digits are 010 and 02x; all others have four.
const LANDLINE = /^(0(?:10|2\d)|0[3-9]\d{2})([2-9]\d{6,7})$/
const EXTENSION = /(?:-|转|分机|EXT\.?|X|#)(\d{1,5})$/

/** Reads a mainland mobile or landline number as people write it: full-width, +86, spaces, dashes, brackets, an extension. */
export function readPhone(text: string): Phone | NoPhone {
  const folded = halfWidth(text).toUpperCase().replace(/[–—－]/g, '-')
  if (folded === '') return { ok: false, reason: 'EMPTY' }
  if (/^[\d.]+E\+?\d+$/.test(folded)) return { ok: false, reason: 'DAMAGED' }
  const bare = folded.replace(/[\s().·]/g, '').replace(/^(\+86|0086|86(?=1[3-9]\d{9}$|-))-?/, '')
  const digits = bare.replace(/-/g, '')
  if (MOBILE.test(digits)) return { ok: true, value: digits, kind: 'MOBILE' }
  return readLandline(bare, digits)
}

function readLandline(bare: string, digits: string): Phone | NoPhone {
  const whole = LANDLINE.exec(digits)
  if (whole) return { ok: true, value: `${whole[1]}-${whole[2]}`, kind: 'LANDLINE' }
  const extension = EXTENSION.exec(bare)
  const main = extension ? LANDLINE.exec(bare.slice(0, extension.index).replace(/-/g, '')) : null
  if (extension && main) return { ok: true, value: `${main[1]}-${main[2]}-${extension[1]}`, kind: 'LANDLINE' }
  if (/^[2-9]\d{6,7}$/.test(digits)) return { ok: false, reason: 'AREA_CODE' }
  return { ok: false, reason: /^\d+$/.test(digits) ? 'FORM' : 'CHARACTERS' }
}
