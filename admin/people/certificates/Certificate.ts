import type { Row } from '../../data/Definition'
import type { Place } from '../rows'

/** A record of service that the bureau seals. */
export type CertificateRow = Row & {
  number: string | null
  checkCode: string | null
  from: string
  to: string
  purpose: string | null
  approvedAt: string | null
  displayUntil: string | null
  sealedOn: string | null
  remarks: string | null
  reason: string | null
  createdAt: string
  volunteer: { id: string; volunteerNo: string; person: { id: string; name: string } }
  region: Place
  content: {
    name: string
    volunteerNo: string
    nationalNo: string | null
    idCardMask: string | null
    minutes: number
    drillMinutes: number
    issuer: string
    responsible: string
    handler: string
    contact: string
    lines: { servedOn: string; programmeCode: string; content: string | null; minutes: number; rating: number | null }[]
  } | null
}
