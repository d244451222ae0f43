import { hash } from '@node-rs/argon2'
import { createHash } from 'node:crypto'
import { Account, AccountState } from '../../../server/people/accounts/Account'
import { hashOf } from '../../../server/people/accounts/identify'
import { Session } from '../../../server/people/accounts/Session'
import { DEMO_PASSWORD } from '../../../server/seeds/demoAccounts'
import type { Role } from '../../../server/roles'
import { at, made, type Making } from './people'

/** Far enough for a county that is kept: it counts as just used for as long. */
const FOREVER = new Date('2099-01-01T00:00:00Z')

export type NewAccount = (username: string, displayName: string, role: Role, bound?: Partial<Account>) => Account

/** Makes accounts that share the demo's public password. */
export async function accountMaker({ ids, today }: Omit<Making, 'officerId'>): Promise<NewAccount> {
  const passwordHash = await hash(DEMO_PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
  const now = at(today, 0)
  return (username, displayName, role, bound = {}) => Account.of({
    ...made(ids, now), username, displayName, role, state: AccountState.ACTIVE, regionCode: null, teamId: null, volunteerId: null, personId: null, employerId: null, passwordHash, formerPasswords: null, passwordChangedAt: now, mustChangePassword: false,
    lockedUntil: null, lastSignInAt: null, stamp: 1, totpConfirmed: false, totpStep: null, ...bound,
  })
}

/** The token of an account's session, the same in every county: it opens nothing else. */
export const tokenOf = ({ username }: Account): string => createHash('sha256').update(`the county of the bench/${username}`).digest('base64url')

/** A session that does not end. */
export const sessionOf = ({ ids, today }: Making, account: Account): Session =>
  Session.of({ ...made(ids, at(today, 0)), tokenHash: hashOf(tokenOf(account)), accountId: account.id, stamp: account.stamp, lastSeenAt: FOREVER, expiresAt: FOREVER, endedAt: null, ip: null, userAgent: null })
