import type { ConsoleProvider } from './dataProvider'
import { codeOf } from './Refusal'

/** Who is signed in, what they may do and how far they see. */
export interface Me {
  account: { id: string; username: string; role: string; displayName: string; regionCode: string | null; totpConfirmed: boolean }
  permissions: string[]
  reach: { kind: string; regionCode: string | null }
  region: { code: string; name: string } | null
  mustChangePassword: boolean
  mustEnrolTotp: boolean
  /** What this account's drafts are sealed with on the machine; never stored. */
  draftKey: string
}

/** Asks who is signed in. */
export const ME = `query me { me {
  account { id username role displayName regionCode totpConfirmed } permissions reach { kind regionCode } region { code name } mustChangePassword mustEnrolTotp draftKey
} }`

const MOMENT = 1500

/** Keeps who is signed in for as long as the page lives; nothing of it is stored on the machine. */
export class Session {
  private me: Me | null = null
  private loading: Promise<Me> | null = null
  /** The last refusal, which answers for a moment, because a page asks many times at once. */
  private refused: { error: unknown; at: number } | null = null
  private readonly watchers = new Set<() => void>()

  constructor(private readonly provider: ConsoleProvider) {}

  readonly current = (): Me | null => this.me

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  readonly may = (permission: string): boolean => this.me?.permissions.includes(permission) ?? false

  /** Who is signed in; asked of the server once. Rejects with 401 when nobody is. */
  ensure(): Promise<Me> {
    if (this.me) return Promise.resolve(this.me)
    if (this.refused && Date.now() - this.refused.at < MOMENT) return Promise.reject(this.refused.error)
    this.loading ??= this.load().finally(() => (this.loading = null))
    return this.loading
  }

  /** Asks again, after signing in or when one's own account has changed. */
  async load(tries = 3): Promise<Me> {
    try {
      const { me } = await this.provider.ask<{ me: Me }>(ME)
      this.set(me)
      return me
    } catch (error) {
      this.refused = { error, at: Date.now() }
      if (tries <= 1 || !['UNREACHABLE', 'UNAVAILABLE'].includes(codeOf(error))) throw error
      await new Promise(resolve => setTimeout(resolve, 700))
      return this.load(tries - 1)
    }
  }

  set(me: Me | null): void {
    this.me = me
    for (const watcher of this.watchers) watcher()
  }
}
