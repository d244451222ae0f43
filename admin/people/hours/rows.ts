import type { Row } from '../../data/Definition'
import type { Place } from '../rows'

/** Whose service it is. */
export interface Server {
  id: string
  volunteerNo: string
  person: { id: string; name: string }
}

/** A line of the ledger. */
export type ServiceRecordRow = Row & {
  servedOn: string
  startedAt: string | null
  endedAt: string | null
  breakMinutes: number
  minutes: number
  drill: boolean
  content: string | null
  programmeCode: string
  sourceType: string
  sourceId: string
  volunteerId: string
  voidReason: string | null
  rating: number | null
  ratingNote: string | null
  note?: string | null
  volunteer: Server
  team: { id: string; name: string } | null
  region: Place
  correctionOf?: { id: string; minutes: number; servedOn: string } | null
  objections?: { id: string; state: string; text: string; answer: string | null; answerBy: string }[]
}

/** What was said against a line. */
export type ObjectionRow = Row & {
  text: string
  answer: string | null
  answerBy: string
  overdue: boolean
  createdAt: string
  volunteer: Server
  region: Place
  record: { id: string; servedOn: string; minutes: number; programmeCode: string; state: string }
}
