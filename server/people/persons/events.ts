import type { MovedRecord } from '../../kernel/carryOver'

declare module '../../kernel/events' {
  interface Events {
    /** Announced while one person is merged into another: who keeps a role of the first takes it over, and notes it in `moved`. What only names a person follows without it. */
    'persons.merged': { fromId: string; intoId: string; moved: MovedRecord[] }
    /** Announced while a merge is undone: what it had carried over goes back. */
    'persons.unmerged': { fromId: string; intoId: string; moved: readonly MovedRecord[] }
    /** Announced when somebody's residence changes. */
    'person.moved': { personId: string; regionCode: string }
    /** Announced when somebody has died. */
    'person.died': { personId: string; diedOn: string }
  }
}
