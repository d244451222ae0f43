import type { Actor } from './access'
import type { Database } from './database'

type Finder = (database: Database, accountId: string) => Promise<Actor | null>

let find: Finder | undefined

/** Lets the module of accounts say who an account is now; null where it may no longer do anything. */
export function knowActors(finder: Finder): void {
  find = finder
}

/** Whoever an account is now, with the role and the reach of this moment. */
export function actorNow(database: Database, accountId: string): Promise<Actor | null> {
  if (!find) throw new Error('No module says who accounts are.')
  return find(database, accountId)
}
