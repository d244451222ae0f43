import type { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'
import type { EndReason } from './enums'

declare module '../../kernel/events' {
  interface Events {
    /** Announced when the grade, and with it the visit period, has changed, or a major change makes a visit due in 24 hours. */
    'beneficiary.graded': { beneficiaryId: string }
    /** Announced when an elder is no longer looked after: reminders stop, pairings close gently. */
    'beneficiary.ended': { beneficiaryId: string; reason: EndReason }
    /** Announced when a volunteer's contact with them under a programme was entered; or taken back, then with the day of the latest that stands. */
    'beneficiary.contacted': { beneficiaryId: string; programme: ProgrammeCode; contactOn: string | null; taken?: boolean }
    'beneficiary.paused': { beneficiaryId: string }
    'beneficiary.resumed': { beneficiaryId: string }
    /** Announced when the consent to the service was withdrawn and nothing stands in its place: visits stop. */
    'beneficiary.consentWithdrawn': { beneficiaryId: string }
    'beneficiary.caseWorkerAssigned': { beneficiaryId: string; caseWorkerId: string | null }
    /** Announced when an elder has moved to another village. */
    'beneficiary.moved': { beneficiaryId: string; regionCode: string }
  }
}
