import type { Row } from '../../data/Definition'
import type { Holder } from '../people'

/** A request as lists show it. */
export interface NeedRow extends Row {
  programme: string
  service: string | null
  text: string
  state: string
  rating: number | null
  ratingNote: string | null
  result: string | null
  pairingId: string | null
  createdAt: string
  region: { code: string; name: string; fullName: string } | null
  beneficiary: Holder | null
  volunteer: Holder | null
  openActions: string[]
}
