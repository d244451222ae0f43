import { localStorageStore, memoryStore, type Store } from 'ra-core'

/** What may stay on the machine: how the console looks to whoever sits there. Never what was searched for. */
const KEPT = /^(locale|look\.|list\.(columns|density|queryOpen)|shell\.)/

/**
 * Remembers looks on the machine and everything else (queries, selections) for this page's life only, because the machine
 * is shared and queries contain names. Signing out forgets the latter and keeps the former.
 */
export function consoleStore(): Store {
  const kept = localStorageStore(undefined, 'laobing')
  const passing = memoryStore()
  const storeOf = (key: string): Store => (KEPT.test(key) ? kept : passing)
  return {
    setup: () => {
      kept.setup()
      passing.setup()
    },
    teardown: () => {
      kept.teardown()
      passing.teardown()
    },
    getItem: (key, fallback) => storeOf(key).getItem(key, fallback),
    setItem: (key, value) => storeOf(key).setItem(key, value),
    removeItem: key => storeOf(key).removeItem(key),
    removeItems: prefix => passing.removeItems(prefix),
    reset: () => passing.reset(),
    subscribe: (key, watcher) => storeOf(key).subscribe(key, watcher),
  }
}
