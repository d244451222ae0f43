import { hash, randomBytes } from 'node:crypto'
import { Actor, knownRoles, type Reach } from '../../kernel/access'
import type { Database, Row } from '../../kernel/database'
import type { Deadline } from '../../kernel/deadline'
import { needsSecondFactor } from './bureauRoles'

/** How long a sign-in lasts, in minutes: without a request, and in all. */
export const SESSION = { idle: Number(process.env.SESSION_IDLE_MINUTES ?? 30), absolute: Number(process.env.SESSION_HOURS ?? 12) * 60 }

/** For how long a process may trust what it last read of a session; below the 5 s in which a session must die. */
const TRUST_MS = 2000
/** How often, in ms, a session's last use is written down. */
const TOUCH_MS = 60_000
const REMEMBERED = 5000

export const ANONYMOUS = (permissions: readonly string[]): Actor => new Actor('ANONYMOUS', '访客', 'anonymous', new Set(permissions), { kind: 'public' })

export interface Identity {
  actor: Actor
  sessionId: string
}

const recent = new Map<string, { identity: Identity | null; until: number; owed: boolean }>()

/** A new secret for a session, and the digest that is kept of it. */
export function newToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, tokenHash: hashOf(token) }
}

/** The digest by which a secret is known again. */
export const hashOf = (token: string): string => hash('sha256', token, 'base64url')

/**
 * Whoever holds the token, or null where its session is unknown, idle too long, ended, or its account changed since.
 * What a page asks by itself, in the background, is no use of the session: nobody need be sitting there.
 */
export async function identify(database: Database, token: string, now: Date, deadline: Deadline, background = false): Promise<Identity | null> {
  const tokenHash = hashOf(token)
  const seen = recent.get(tokenHash)
  if (seen && seen.until > Date.now() && (background || !seen.owed)) return seen.identity
  const [row] = await database.query(
    `SELECT s.id AS sessionId, s.lastSeenAt, a.id, a.displayName, a.role, a.regionCode, a.teamId, a.volunteerId, a.personId, a.employerId, a.mustChangePassword, a.totpConfirmed
       FROM sessions s JOIN accounts a ON a.id = s.accountId
      WHERE s.tokenHash = ? AND s.endedAt IS NULL AND s.expiresAt > ? AND s.lastSeenAt > ? AND a.state = 'ACTIVE' AND a.stamp = s.stamp`,
    [tokenHash, now, new Date(now.getTime() - SESSION.idle * 60_000)],
    deadline,
  )
  const identity = row ? { actor: actorOf(row), sessionId: row.sessionId as string } : null
  const worthNoting = row !== undefined && now.getTime() - (row.lastSeenAt as Date).getTime() > TOUCH_MS
  if (worthNoting && !background) {
    await database.query('UPDATE sessions SET lastSeenAt = ? WHERE id = ?', [now, row.sessionId as string], deadline)
  }
  if (recent.size >= REMEMBERED) recent.clear()
  recent.set(tokenHash, { identity, until: Date.now() + TRUST_MS, owed: worthNoting && background })
  return identity
}

/** Whoever an account is now, without a session: for work that goes on while they are away. */
export async function accountActor(database: Database, accountId: string): Promise<Actor | null> {
  const [row] = await database.query("SELECT id, displayName, role, regionCode, teamId, volunteerId, personId, employerId, mustChangePassword, totpConfirmed FROM accounts WHERE id = ? AND state = 'ACTIVE'", [accountId])
  return row ? actorOf(row) : null
}

/** Forgets what this process remembers of sessions: after a sign-out the token is dead at once where it was used. */
export function forgetSessions(): void {
  recent.clear()
}

/** What must come first: a password that was given is changed, and whoever works in the bureau has a second factor. */
function barOf(row: Row): Actor['barred'] {
  if (row.mustChangePassword) return 'PASSWORD_CHANGE_REQUIRED'
  return needsSecondFactor(row.role as string) && !row.totpConfirmed ? 'TOTP_REQUIRED' : null
}

function actorOf(row: Row): Actor {
  const role = knownRoles()[row.role as string]
  const reach: Reach = {
    kind: role?.reach ?? 'public',
    regionCode: (row.regionCode as string | null) ?? undefined,
    teamId: (row.teamId as string | null) ?? undefined,
    volunteerId: (row.volunteerId as string | null) ?? undefined,
    personId: (row.personId as string | null) ?? undefined,
    employerId: (row.employerId as string | null) ?? undefined,
  }
  return new Actor(row.id as string, row.displayName as string, row.role as string, new Set(role?.may ?? []), reach, barOf(row))
}
