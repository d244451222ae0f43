import type { Row } from '../../data/Definition'
import type { HistoryEntry } from '../../ui/record/Timeline'
import type { Tone } from '../../ui/theme'

/** Somebody who signs in, by name. */
export interface Named {
  id: string
  name: string
}

/** A case as lists, boards and calendars show it. */
export interface CaseRow extends Row {
  version: number
  number: string | null
  state: string
  stateSince: string
  category: string | null
  tags: string[]
  kinds: string[]
  cause: string | null
  urgent: boolean
  colour: string
  source: string
  reportedOn: string
  dueOn: string | null
  overdue: boolean
  dueSoon: boolean
  clueName: string | null
  lastContactOn: string | null
  papersDueOn: string | null
  approvedAmount: string | null
  givenAmount: string | null
  region: { code: string; name: string; fullName: string } | null
  person: { id: string; name: string; phone: string | null } | null
  owner: Named | null
  standIn: Named | null
  openActions: string[]
}

/** Whom a case is about: the person of the registry, else the name that the clue gives. */
export const whoOf = ({ person, clueName }: Pick<CaseRow, 'person' | 'clueName'>): string => person?.name ?? clueName ?? ''

/** The steps of a case in the order in which it takes them, and how each is felt. */
export const STATE_TONES: Readonly<Record<string, Tone>> = {
  CLUE: 'waiting',
  REGISTERED: 'waiting',
  INVESTIGATING: 'info',
  NOTICE: 'info',
  TOWNSHIP_REVIEWED: 'waiting',
  COUNTY_REVIEW: 'waiting',
  RETURNED: 'warning',
  APPROVED: 'good',
  REFUSED: 'bad',
  PLANNED: 'good',
  IN_HELP: 'good',
  FOLLOW_UP: 'info',
  CLOSED: 'quiet',
}

/** The states in which something is still to be done. */
export const LIVE = Object.keys(STATE_TONES).filter(state => state !== 'CLOSED')

/** How urgent a colour is felt; the word stands beside it. */
export const COLOUR_TONES: Readonly<Record<string, Tone>> = { RED: 'bad', YELLOW: 'caution', BLUE: 'waiting' }

/** A case as its page shows it: opened, so that its texts stand there plain. */
export interface CaseRecord extends CaseRow {
  causeText: string | null
  wishes: string | null
  eventOn: string | null
  cluePhone: string | null
  agentName: string | null
  agentRelation: string | null
  agentPhone: string | null
  sourceEntity: string | null
  sourceId: string | null
  registeredOn: string | null
  standInUntil: string | null
  investigatedOn: string | null
  householdOn: string | null
  townshipReviewedOn: string | null
  townshipOpinion: string | null
  countyReviewedOn: string | null
  countyOpinion: string | null
  returnedFrom: string | null
  missing: string[] | null
  noticeFrom: string | null
  noticeTo: string | null
  noticePlace: string | null
  noticeSkipped: boolean
  noticeSkippedFor: string | null
  objectionOpen: string | null
  decidedOn: string | null
  decisionReason: string | null
  firstGivenOn: string | null
  deliveredOn: string | null
  deliveredTo: string | null
  objectUntil: string | null
  overrideReason: string | null
  urgentOn: string | null
  urgentAmount: string | null
  urgentFor: string | null
  nextFollowUpOn: string | null
  closedOn: string | null
  closeReason: string | null
  round: number
  reportedBy: Named | null
  investigators: Named[]
  townshipReviewer: Named | null
  countyReviewer: Named | null
  decider: Named | null
  policy: { id: string; name: string; mostAmount: string | null; urgentLimit: string; secondApprovalAbove: string; noticeDays: number } | null
  history: HistoryEntry[]
}
