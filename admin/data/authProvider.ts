import type { AuthProvider } from 'ra-core'
import type { ConsoleProvider } from './dataProvider'
import type { Definition, MenuEntry } from './Definition'
import { codeOf } from './Refusal'
import type { Session } from './session'

/** Opens a session; the cookie comes with the answer. */
export const SIGN_IN = 'mutation signIn($input: SignInInput!) { signIn(input: $input) { expiresAt account { id } } }'
/** Ends this session. */
export const SIGN_OUT = 'mutation signOut { signOut }'

/** What the sign-in form gives. */
export interface Credentials {
  username: string
  password: string
  code?: string
}

/**
 * Signing in and out by the session cookie, and the same permission strings as the server's for what is shown. The server stays the judge.
 * It has no `getPermissions`: react-admin asks it of whoever has not signed in yet too, and each refusal sends them to sign in and forgets that it did.
 */
export function makeAuthProvider(provider: ConsoleProvider, session: Session, entries: readonly MenuEntry[]): AuthProvider {
  const resources = new Map(entries.filter(entry => entry.kind === 'resource').map(entry => [entry.name, entry]))
  return {
    async login(input: Credentials) {
      await provider.send(SIGN_IN, { input })
      await session.load()
    },
    async logout() {
      // Without a known session there is nothing to end, and the server may only be away for a moment.
      if (session.current()) await provider.send(SIGN_OUT).catch(passUnlessSilent)
      session.set(null)
    },
    async checkAuth() {
      await session.ensure()
    },
    async checkError(error: unknown) {
      if (codeOf(error) !== 'UNAUTHENTICATED') return
      session.set(null)
      throw error
    },
    async getIdentity() {
      const { account } = await session.ensure()
      return { id: account.id, fullName: account.displayName || account.username }
    },
    async canAccess({ resource, action }) {
      await session.ensure()
      const definition = resources.get(resource)
      const needed = definition && neededFor(definition, action)
      return needed !== undefined && session.may(needed)
    },
  }
}

/** The permission that an action on a resource needs; none is known for what the console does not offer. */
export function neededFor(definition: Definition, action: string): string | undefined {
  if (action === 'list' || action === 'show') return definition.permission
  if (action === 'create') return definition.mutations?.create?.may
  if (action === 'edit') return definition.mutations?.update?.may
  return undefined
}

/** A session that the server has already ended is ended; but when nobody answered, one is not signed out and must know it. */
function passUnlessSilent(error: unknown): void {
  if (['UNREACHABLE', 'UNAVAILABLE'].includes(codeOf(error))) throw error
}
