import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import type { Text } from '../../kernel/text'
import { say } from '../../kernel/text'
import { isCommon, namesItsPlace } from './commonPassword'

/** argon2id with 19 MiB and two passes, as OWASP recommends it. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const hashPassword = (password: string): Promise<string> => hash(password, COST)
export const isPassword = (password: string, passwordHash: string): Promise<boolean> => verify(passwordHash, password).catch(() => false)

let decoy: Promise<string> | undefined
/** What a password is checked against where there is nobody to check, so that unknown names answer as slowly as known ones. */
export const decoyHash = (): Promise<string> => (decoy ??= hashPassword(randomBytes(24).toString('base64')))

/** `mlps`: level 2 of the classified protection; `asvs`: long, and not among the known ones. */
const POLICY = process.env.PASSWORD_POLICY === 'asvs' ? 'asvs' : 'mlps'
/** How many former passwords may not be used again, and after how many days one must be changed (mlps alone). */
export const FORMER = 5
export const PASSWORD_DAYS = POLICY === 'mlps' ? 90 : Infinity

/** What is wrong with a new password, or null. */
export async function weaknessOf(password: string, username: string, forBureau: boolean): Promise<Text | null> {
  const least = POLICY === 'asvs' ? 12 : forBureau ? 10 : 8
  if (password.length < least) return say(`密码至少 ${least} 位。`, `At least ${least} characters.`)
  if (password.length > 128) return say('密码最多 128 位。', 'At most 128 characters.')
  if (password.toLowerCase().includes(username.toLowerCase())) return say('密码不能包含用户名。', 'The password may not contain the user name.')
  if (POLICY === 'asvs') {
    if (namesItsPlace(password, username)) return say('密码不能包含用户名、系统名或本地地名。', 'The password may contain neither the user name nor the name of this system or place.')
    return (await isCommon(password)) ? say('这个密码太常见，请换一个不易猜到的。', 'This password is too common; choose one that is hard to guess.') : null
  }
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter(kind => kind.test(password)).length
  return kinds < 3 ? say('密码须含大写、小写、数字、符号中的至少三类。', 'Use at least three of: capitals, small letters, digits, signs.') : null
}
