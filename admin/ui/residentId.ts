import { isDay } from './days'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** What a resident ID number says of its bearer, or why it cannot be one. `INCOMPLETE` while it is still being typed. */
export type ResidentIdReading =
  | { ok: true; bornOn: string; sex: 'MALE' | 'FEMALE' }
  | { ok: false; reason: 'INCOMPLETE' | 'CHARACTERS' | 'BIRTH_DATE' | 'FUTURE' | 'CHECK_DIGIT' }

/**
 * Reads a resident ID number while it is typed (GB 11643): date of birth, sex and check digit. The first six digits say where
 * it was first issued, often under a code withdrawn since, so they are not judged; the server has the last word.
 */
export function readResidentId(text: string, today: string): ResidentIdReading {
  const number = text.trim().toUpperCase()
  if (!/^\d{0,17}[\dX]?$/.test(number) || number.startsWith('0')) return { ok: false, reason: 'CHARACTERS' }
  if (number.length < 18) return { ok: false, reason: 'INCOMPLETE' }
  const bornOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isDay(bornOn) || bornOn < '1850-01-01') return { ok: false, reason: 'BIRTH_DATE' }
  if (bornOn > today) return { ok: false, reason: 'FUTURE' }
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(number[place]), 0)
  if (CHECKS[sum % 11] !== number[17]) return { ok: false, reason: 'CHECK_DIGIT' }
  return { ok: true, bornOn, sex: Number(number[16]) % 2 === 1 ? 'MALE' : 'FEMALE' }
}
