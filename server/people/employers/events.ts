import type { MovedRecord } from '../../kernel/carryOver'

declare module '../../kernel/events' {
  interface Events {
    /** Announced while one employer is merged into another: what names the first by `employerId` has been carried over. */
    'employers.merged': { fromId: string; intoId: string; moved: MovedRecord[] }
    /** Announced while a merge is undone. */
    'employers.unmerged': { fromId: string; intoId: string; moved: readonly MovedRecord[] }
    /** Announced when an employer is closed, before its employments end: what it keeps ends properly. */
    'employer.closed': { employerId: string; closedOn: string; reason: string }
    /** Announced when an employer's place changes. */
    'employer.moved': { employerId: string; regionCode: string }
    /** Announced when somebody no longer works for an employer. */
    'employment.ended': { employerId: string; personId: string; endedOn: string }
  }
}
