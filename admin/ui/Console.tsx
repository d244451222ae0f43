import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { useLogoutIfAccessDenied, useNotify, useRefresh, useResourceContext } from 'ra-core'
import type { ConsoleProvider } from '../data/dataProvider'
import type { Definition, MenuEntry, Row } from '../data/Definition'
import type { Drafts } from '../data/drafts'
import { codeOf } from '../data/Refusal'
import type { Me, Session } from '../data/session'

interface Console {
  provider: ConsoleProvider
  session: Session
  drafts: Drafts
  entries: readonly MenuEntry[]
}

const ConsoleContext = createContext<Console | null>(null)

/** Hands the provider, the session, the drafts and the list of pages to everything below. */
export function ConsoleProviders({ value, children }: { value: Console; children: ReactNode }) {
  return <ConsoleContext.Provider value={value}>{children}</ConsoleContext.Provider>
}

/** The provider, the session, the drafts and the list of pages. */
export function useConsole(): Console {
  const found = useContext(ConsoleContext)
  if (!found) throw new Error('This belongs inside the console.')
  return found
}

/** Who is signed in; null before that. */
export function useMe(): Me | null {
  const { session } = useConsole()
  return useSyncExternalStore(session.subscribe, session.current)
}

/** Whether the person signed in holds a permission, e.g. `may('pairing.propose')`. */
export function useMay(): (permission: string) => boolean {
  const me = useMe()
  return useCallback(permission => me?.permissions.includes(permission) ?? false, [me])
}

/** The definition of a resource; by default of the page one is on. */
export function useDefinition(name?: string): Definition {
  const here = useResourceContext()
  const { entries } = useConsole()
  const wanted = name ?? here
  const found = entries.find(entry => entry.kind === 'resource' && entry.name === wanted)
  if (found?.kind !== 'resource') throw new Error(`No resource is called ${wanted}.`)
  return found
}

interface AskOptions<T> {
  enabled?: boolean
  /** Milliseconds between two questions, for what changes while one looks on; or what the last answer makes of it. Asking so does not keep the session alive. */
  every?: number | ((last: T | undefined) => number | false)
  /** Milliseconds for which the answer is good. */
  staleTime?: number
}

/** Any query of the API, kept fresh with the page: `const { data, error, isPending } = useAsk<Answer>(DOCUMENT, { region })`. */
export function useAsk<T>(document: string, variables: Record<string, unknown> = {}, { every, ...options }: AskOptions<T> = {}): UseQueryResult<T, Error> {
  const { provider } = useConsole()
  const signOutIfNeeded = useLogoutIfAccessDenied()
  const result = useQuery<T, Error>({
    queryKey: ['ask', document, variables],
    queryFn: ({ signal }) => provider.ask<T>(document, variables, { signal, background: every !== undefined }),
    refetchInterval: typeof every === 'function' ? query => every(query.state.data) : every,
    ...options,
  })
  useEffect(() => {
    if (codeOf(result.error) === 'UNAUTHENTICATED') void signOutIfNeeded(result.error)
  }, [result.error, signOutIfNeeded])
  return result
}

/** Runs an act of a resource, says so, and refreshes the page: `const { act, running } = useAct()`. Refusals are thrown to the caller. */
export function useAct() {
  const { provider } = useConsole()
  const signOutIfNeeded = useLogoutIfAccessDenied()
  const notify = useNotify()
  const refresh = useRefresh()
  const [running, setRunning] = useState(false)
  const act = useCallback(
    async (resource: string, mutation: string, variables: Record<string, unknown>, done = 'console.done'): Promise<Row> => {
      setRunning(true)
      try {
        const row = await provider.act(resource, mutation, variables)
        notify(done, { type: 'success' })
        refresh()
        return row
      } catch (error) {
        if (codeOf(error) === 'UNAUTHENTICATED') await signOutIfNeeded(error)
        throw error
      } finally {
        setRunning(false)
      }
    },
    [provider, notify, refresh, signOutIfNeeded],
  )
  return { act, running }
}
