import type { Database } from '../../kernel/database'
import { systemContext } from '../../kernel/jobs'
import { Account, AccountState } from './Account'
import { hashPassword, weaknessOf } from './password'

/** Makes the first administrator, on the machine itself. Where there is one already, that one makes the others. */
export async function createFirstAdministrator(database: Database, { username, displayName, password }: { username: string; displayName: string; password: string }): Promise<void> {
  const weakness = weaknessOf(password, username, true)
  if (weakness) throw new Error(weakness.en)
  const ctx = systemContext(database, 'createFirstAdministrator')
  if (await ctx.store.query(Account).where("it.role = 'bureauAdministrator' AND it.state = 'ACTIVE'").exists()) throw new Error('There is an administrator already, who makes further accounts in the console.')
  const passwordHash = await hashPassword(password)
  await ctx.transact('createFirstAdministrator', inner => inner.store.save(Account.of({
    username: username.trim().toLowerCase(), displayName, role: 'bureauAdministrator', state: AccountState.ACTIVE, regionCode: null, teamId: null, volunteerId: null, personId: null, passwordHash, formerPasswords: null,
    passwordChangedAt: inner.now, mustChangePassword: true, failures: 0, lockedUntil: null, lastSignInAt: null, stamp: 1, totpConfirmed: false, totpStep: null,
  })))
}
