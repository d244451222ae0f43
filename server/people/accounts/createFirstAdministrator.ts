import type { Database } from '../../kernel/database'
import { systemContext } from '../../kernel/jobs'
import { Account, AccountState } from './Account'
import { ADMINISTRATOR } from './bureauRoles'
import { USERNAME } from './keepAccounts'
import { hashPassword, weaknessOf } from './password'

/** Makes the first administrator, on the machine itself. Where there is one already, that one makes the others. */
export async function createFirstAdministrator(database: Database, { username, displayName, password }: { username: string; displayName: string; password: string }): Promise<void> {
  const name = username.trim().toLowerCase()
  if (!USERNAME.test(name)) throw new Error('A user name is 3 to 40 small letters, digits or . _ -, beginning with a letter.')
  const weakness = await weaknessOf(password, name, true)
  if (weakness) throw new Error(weakness.en)
  const ctx = systemContext(database, 'createFirstAdministrator')
  if (await ctx.store.query(Account).where('it.role = ? AND it.state = ?', ADMINISTRATOR, AccountState.ACTIVE).exists()) throw new Error('There is an administrator already, who makes further accounts in the console.')
  const passwordHash = await hashPassword(password)
  await ctx.transact('createFirstAdministrator', inner => inner.store.save(Account.of({
    username: name, displayName, role: ADMINISTRATOR, state: AccountState.ACTIVE, regionCode: null, teamId: null, volunteerId: null, personId: null, passwordHash, formerPasswords: null,
    passwordChangedAt: inner.now, mustChangePassword: true, lockedUntil: null, lastSignInAt: null, stamp: 1, totpConfirmed: false, totpStep: null,
  })))
}
