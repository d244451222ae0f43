import type { Row } from '../../data/Definition'
import type { HistoryEntry } from '../../ui/record/Timeline'
import type { Place } from '../rows'

/** An employer as the register shows it. */
export interface EmployerRow extends Row {
  version: number
  state: 'ACTIVE' | 'CLOSED' | 'MERGED'
  name: string
  kind: string
  creditCode: string | null
  creditCodeReason: string | null
  industryCode: string | null
  industry: string | null
  premises: string | null
  contactName: string | null
  contactPhone: string | null
  veteranCount: number
  region: Place | null
}

/** An employer as its page shows it. */
export interface EmployerRecord extends EmployerRow {
  aliases: string[]
  closedOn: string | null
  closeReason: string | null
  mergedIntoId: string | null
  history: HistoryEntry[]
}

/** That somebody works for an employer. */
export interface EmploymentRow extends Row {
  version: number
  from: string
  to: string | null
  jobTitle: string | null
  endReason: string | null
  endNote: string | null
  employer: { id: string; name: string } | null
  person: { id: string; name: string; isVeteran: boolean; phone: string | null } | null
}
