import type { Row } from '../../data/Definition'
import type { Holder } from '../people'

/** A visit as lists show it. */
export interface VisitRow extends Row {
  pairingId: string
  programme: string
  state: string
  plannedOn: string | null
  visitedOn: string | null
  startedAt?: string | null
  manner: string
  contactMade: boolean
  minutes: number
  services: string[]
  condition: number | null
  flags: string[]
  note: string | null
  counts: boolean
  confirmedById: string | null
  photoIds?: string[]
  amount?: string | null
  receiptIds?: string[]
  noReceiptReason?: string | null
  signedBackBy?: string | null
  openActions?: string[]
  region?: { code: string; name: string; fullName: string } | null
  volunteer: Holder | null
  beneficiary?: Holder | null
}

/** The day on which a visit stands in a list or a calendar. */
export const dayOfVisit = ({ visitedOn, plannedOn }: Pick<VisitRow, 'visitedOn' | 'plannedOn'>): string => visitedOn ?? plannedOn ?? ''
