import { newId } from '../../../server/kernel/entity'
import { Account, AccountState } from '../../../server/people/accounts/Account'
import { hashPassword } from '../../../server/people/accounts/password'
import type { Role } from '../../../server/roles'
import { ask, put } from '../../support/app'
import { next } from '../../support/people'

export const PASSWORD = 'Right-horse-42'
export const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { token expiresAt account { id username role } } }'
export const ME = '{ me { account { id username role } permissions reach { kind regionCode } mustChangePassword } }'
let hashed: Promise<string>
export async function anAccount(role: Role = 'bureauOfficer', more: Partial<Account> = {}): Promise<Account> {
  hashed ??= hashPassword(PASSWORD)
  return put(Account.of({
    username: `a${newId().toLowerCase()}`, displayName: '测试', role, state: AccountState.ACTIVE, regionCode: null, teamId: null, volunteerId: null, personId: null, passwordHash: await hashed, formerPasswords: null,
    passwordChangedAt: new Date(), mustChangePassword: false, lockedUntil: null, lastSignInAt: null, stamp: 1, totpConfirmed: false, totpStep: null, ...more,
  }))
}
/** Somebody signs in, from an address of their own. */
export const enter = (username: string, password = PASSWORD, code?: string, address = `2001:db8:0:${(next() % 65_536).toString(16)}::1`) => ask(SIGN_IN, { input: { username, password, code } }, undefined, {}, address)
export const me = (token: string) => ask(ME, {}, token)
