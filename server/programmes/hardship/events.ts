import type { CaseCloseReason } from './enums'

declare module '../../kernel/events' {
  interface Events {
    /** Announced when a case is closed, and nothing more is planned or given. */
    'case.closed': { caseId: string; reason: CaseCloseReason }
    /** Announced when an objection to a decision was upheld: what was planned on it does not stand. */
    'case.decisionSetAside': { caseId: string }
  }
}
