import type { AuditEntry } from '../../../server/kernel/audit'
import { AuditEntry as Entry } from '../../../server/kernel/audit'
import type { Account } from '../../../server/people/accounts/Account'
import { at, type Making } from './people'

/** A step in a record's life, as the trail tells it. */
export interface Step {
  day: string
  act: string
  by: Account
  action?: string
  from?: string | null
  to?: string
}

/** The lines that the steps of one record left. */
export function linesOf({ ids }: Making, entity: string, entityId: string, regionCode: string, steps: readonly Step[]): AuditEntry[] {
  return steps.map(({ day, act, by, action = null, from = null, to }, n) => {
    const when = at(day, 9 + (n % 8), n % 60)
    const id = ids.at(when)
    return Entry.of({
      id, version: 1, createdAt: when, updatedAt: when, actId: id, act, actorId: by.id, actorName: by.displayName, role: by.role, ip: null, requestId: null, result: 'DONE', entity, entityId, regionCode, action, note: null,
      changes: to ? { state: [from, to] } : { lastContactOn: [null, day] }, clientKey: null, contentHash: null,
    })
  })
}
