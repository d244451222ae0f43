import type { Row } from '../../data/Definition'
import type { HistoryEntry } from '../../ui/record/Timeline'

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

/** The states in which something is still to be done, in the order in which a case takes them. */
export const LIVE = ['CLUE', 'REGISTERED', 'INVESTIGATING', 'NOTICE', 'TOWNSHIP_REVIEWED', 'COUNTY_REVIEW', 'RETURNED', 'APPROVED', 'REFUSED', 'PLANNED', 'IN_HELP', 'FOLLOW_UP'] as const

/** A case as its page shows it: opened, so that its texts stand there plain. */
export interface CaseRecord extends CaseRow {
  /** The kinds of papers that may be printed now. */
  papers: string[]
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
  policy: { id: string; name: string; mostAmount: string | null; urgentLimit: string; secondApprovalAbove: string; noticeDays: number; exclusions: { kind: string; basis: string }[] } | null
  transferTo: Named | null
  transferToRegion: { code: string; fullName: string } | null
  recused: Named[] | null
  household: Member[] | null
  economy: Economy | null
  snapshots: Snapshot[] | null
  investigations: Look[] | null
  contacts: Contact[] | null
  objections: Objection[] | null
  transfers: Transfer[] | null
  exclusionChecks: ExclusionCheck[] | null
  measures: MeasureRow[] | null
  referrals: ReferralRow[] | null
  followUps: FollowUpRow[] | null
  beneficiary: { id: string } | null
  obstacles: { action: string; reason: string }[]
  history: HistoryEntry[]
}

/** Somebody of the household. */
export interface Member {
  id: string
  personId: string | null
  name: string
  relation: string
  age: number | null
  health: string | null
  work: string | null
}

/** How a household lives: amounts of a year. */
export interface Economy {
  askedOn: string
  income: string | null
  incomeFrom: string | null
  spending: string | null
  medicalSpending: string | null
  housing: string | null
  otherAid: string | null
}

/** The household and the case as they stood at a decision. */
export interface Snapshot {
  id: string
  outcome: string
  decidedOn: string
  decider: Named | null
  causeText: string | null
  decisionReason: string | null
  approvedAmount: string | null
  members: Omit<Member, 'id' | 'personId'>[]
  economy: Economy | null
}

/** A look at somebody's home. */
export interface Look {
  id: string
  investigatedOn: string
  investigators: Named[]
  housing: string | null
  living: string | null
  income: string | null
  schoolWorkHealth: string | null
  specialGroups: string | null
  findings: string | null
  photoIds: string[]
}

/** A contact with whoever a case is about. */
export interface Contact {
  id: string
  contactedOn: string
  way: string
  reached: boolean
  note: string | null
  madeBy: Named | null
}

/** What somebody objects to, and the answer. */
export interface Objection {
  id: string
  against: string
  state: string
  byName: string | null
  byPhone: string | null
  text: string | null
  receivedOn: string
  dueOn: string
  answer: string | null
  answeredBy: Named | null
  answeredOn: string | null
}

/** A case handed on. */
export interface Transfer {
  id: string
  state: string
  reason: string | null
  askedOn: string
  from: Named | null
  to: Named | null
  toRegion: { code: string; fullName: string } | null
  answer: string | null
  answeredOn: string | null
}

/** Whether a ground for no help was found. */
export interface ExclusionCheck {
  id: string
  kind: string
  found: boolean
  source: string
  note: string | null
  checkedBy: Named | null
  checkedOn: string
}

/** A piece of help. */
export interface MeasureRow extends Row {
  version: number
  caseId: string
  kind: string
  what: string | null
  amount: string | null
  fund: string | null
  fundText: string | null
  plannedOn: string
  responsible: string
  urgent: boolean
  state: string
  overdue: boolean
  payeeBank: string | null
  payeeHolder: string | null
  payeeNumber: string | null
  payeeFor: string | null
  given: string | null
  givenOn: string | null
  way: string | null
  receivedBy: string | null
  receiptIds: string[]
  noReceiptReason: string | null
  failedFor: string | null
  approvalNote: string | null
  secondApprovalNote: string | null
  plannedBy: Named | null
  approvers: Named[]
  deliveredBy: Named | null
  openActions: string[]
}

/** A part of the need, handed to another department. */
export interface ReferralRow extends Row {
  version: number
  caseId: string
  department: string
  measureId: string | null
  what: string | null
  state: string
  sentOn: string
  contact: string | null
  answeredOn: string | null
  answer: string | null
  doneOn: string | null
  result: string | null
  openActions: string[]
}

/** A look at how it goes after the help. */
export interface FollowUpRow extends Row {
  caseId: string
  followedOn: string
  way: string
  result: string
  note: string | null
  nextOn: string | null
  madeBy: Named | null
  photoIds: string[]
}
