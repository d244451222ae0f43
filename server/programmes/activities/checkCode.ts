import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { keys } from '../../kernel/keys'

/** What a code is for: coming or going. */
export type CodePurpose = 'IN' | 'OUT'

/** The code of a moment, as the QR carries it and as six digits. */
export interface MomentCode {
  token: string
  digits: string
}

/** Whether a code is good now, was good, or never was. */
export type CodeVerdict = 'GOOD' | 'OLD' | 'WRONG'

/** For how many steps back a code is told to be old rather than wrong. */
const REMEMBERED = 120

let key: Buffer | undefined

/** A key of its own for check-in codes, derived from the product's keys. */
const codeKey = (): Buffer => (key ??= Buffer.from(hkdfSync('sha256', keys().fingerprint, Buffer.alloc(0), 'activity check-in', 32)))

/** The step that a moment lies in. */
export const stepAt = (moment: Date, seconds: number): number => Math.floor(moment.getTime() / (seconds * 1000))

/** The code of an activity in a step: an HMAC that nobody can make without the key, its token in letters for the link and its digits for the hand. */
export function codeOf(activityId: string, purpose: CodePurpose, step: number): MomentCode {
  const mac = createHmac('sha256', codeKey()).update(`${activityId}/${purpose}/${step}`).digest()
  return { token: mac.subarray(0, 12).toString('base64url'), digits: String(mac.readUInt32BE(16) % 1_000_000).padStart(6, '0') }
}

/** Judges what was scanned or typed: the codes of this step and of a few before it are good; digits, which are short, are never told to be old. */
export function judge(activityId: string, purpose: CodePurpose, code: string, step: number, steps: number): CodeVerdict {
  const typed = code.trim()
  const short = /^\d{6}$/.test(typed)
  for (let back = 0; back <= (short ? steps : REMEMBERED); back++) {
    const { token, digits } = codeOf(activityId, purpose, step - back)
    if (same(typed, short ? digits : token)) return back <= steps ? 'GOOD' : 'OLD'
  }
  return 'WRONG'
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
