import type { Row } from '../../data/Definition'
import type { HistoryEntry } from '../../ui/record/Timeline'
import type { Holder } from '../people'
import type { VisitRow } from '../visits/Visit'

/** A pairing as lists show it. */
export interface PairingRow extends Row {
  programme: string
  state: string
  startedOn: string | null
  nextVisitOn: string | null
  overdue: boolean
  dueSoon: boolean
  daysOverdue: number
  needsHandover: boolean
  region: { code: string; name: string; fullName: string } | null
  beneficiary: (Holder & { kinds: string[]; grade: string }) | null
  volunteers: Holder[]
  lastVisit: { id: string; visitedOn: string | null; minutes: number } | null
  openActions: string[]
}

/** A pairing as its page shows it. */
export interface PairingRecord extends PairingRow {
  visitEvery: number
  lastContactOn: string | null
  endedOn: string | null
  endReason: string | null
  pausedOn: string | null
  plannedOn: string | null
  agreement: string | null
  agreementIds: string[]
  wish: string | null
  helperIds: string[]
  firstVisitAccompaniedBy: string | null
  predecessor: { id: string } | null
  elder: { id: string; livesAlone: boolean; language: string; needsNote: string | null; photoConsent: boolean; consentState: string; person: { id: string; address: string | null; birthYear: number | null; sex: string } | null } | null
  visits: { total: number; items: VisitRow[] }
  history: HistoryEntry[]
}

/** The programmes that pair. */
export const PROGRAMMES = ['SHILIUZI', 'SUNSET', 'COMRADES'] as const
