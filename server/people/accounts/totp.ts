import { Secret, TOTP } from 'otpauth'
import type { Account } from './Account'

const STEP_SECONDS = 30

const totp = (secret: string, label: string): TOTP => new TOTP({ issuer: '老兵志愿', label, secret: Secret.fromBase32(secret), period: STEP_SECONDS })

/** A new secret, and the address by which an authenticator app takes it over. */
export function newSecret(username: string): { secret: string; uri: string } {
  const secret = new Secret({ size: 20 }).base32
  return { secret, uri: totp(secret, username).toString() }
}

/** The step for which a code is right and has not been used, at most one step off the clock; null where it is wrong. */
export function acceptsCode(account: Account, code: string, now: Date): number | null {
  if (!account.totpSecret) return null
  const off = totp(account.totpSecret, account.username).validate({ token: code.replace(/\s/g, ''), timestamp: now.getTime(), window: 1 })
  if (off === null) return null
  const step = Math.floor(now.getTime() / 1000 / STEP_SECONDS) + off
  return account.totpStep !== null && step <= account.totpStep ? null : step
}
