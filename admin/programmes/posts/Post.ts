import type { Row } from '../../data/Definition'
import type { HistoryEntry } from '../../ui/record/Timeline'
import type { Tone } from '../../ui/theme'

/** Somebody who signs in, by name. */
export interface Named {
  id: string
  name: string
}

/** What everything that shows a post knows of it. */
export interface PostPlain extends Row {
  version: number
  number: string
  state: string
  title: string
  placeKind: string
  place: string
  plaqueNo: string | null
  appliedOn: string | null
  grantedOn: string | null
  validTo: string | null
  noticeTo: string | null
  rectifyBy: string | null
  lastLoggedOn: string | null
  plaqueDueOn: string | null
  plaqueReturnedOn: string | null
  revokeProposedFor: string | null
  veteranCount: number
  openObjections: number
  employer: { id: string; name: string; kind: string } | null
  region: { code: string; name: string; fullName: string } | null
  openActions: string[]
}

/** A post as lists, boards and cards show it. */
export interface PostRow extends PostPlain {
  dueReview: { id: string; dueOn: string; overdue: boolean } | null
}

/** An item of a checklist. */
export interface ChecklistItem {
  id: string
  kind: 'SITE_CHECK' | 'REVIEW'
  nameZh: string
  nameEn: string
  points: number
}

/** What an item was found worth. */
export interface Score {
  id: string
  points: number
  note: string | null
  item: ChecklistItem | null
}

/** The rules that a post is judged by. */
export interface Rule {
  id: string
  name: string
  checkPassMark: number
  reviewPassMark: number
  reviewRectifyMark: number
  noticeDays: number
  termMonths: number
  rectifyDays: number
  expiryDays: number
  plaqueDays: number
  logMonths: number
  items: ChecklistItem[]
}

/** Somebody at a post: a period. */
export interface Holder {
  id: string
  role: 'HOLDER' | 'OTHER'
  from: string
  to: string | null
  person: { id: string; name: string; phone: string | null } | null
}

/** What two people found at the place. */
export interface SiteCheck {
  id: string
  checkedOn: string
  score: number
  most: number
  passed: boolean
  findings: string | null
  checker: Named | null
  secondChecker: Named | null
  photoIds: string[]
  scores: Score[]
}

/** What somebody has against a post. */
export interface Objection {
  id: string
  version: number
  state: string
  text: string
  objectorName: string | null
  objectorPhone: string | null
  raisedOn: string
  answer: string | null
  answeredOn: string | null
  answeredBy: Named | null
}

/** A post's review of a year. */
export interface ReviewPart {
  id: string
  version: number
  year: number
  state: string
  dueOn: string
  overdue: boolean
  reviewedOn: string | null
  score: number | null
  most: number | null
  result: string | null
  findings: string | null
  rectifiedOn: string | null
  reviewer: Named | null
  reviewedBy: Named | null
  photoIds: string[]
  scores: Score[]
}

/** A post as its page shows it. */
export interface PostRecord extends PostPlain {
  promises: string[]
  pledge: string | null
  services: string[]
  serviceNote: string | null
  openingHours: string | null
  stateReason: string | null
  recommendation: string | null
  recommendedOn: string | null
  score: number | null
  passed: boolean | null
  noticeFrom: string | null
  noticePlace: string | null
  renewedOn: string | null
  rectifyReason: string | null
  endedOn: string | null
  appliedBy: Named | null
  recommendedBy: Named | null
  grantedBy: Named | null
  rule: Rule
  holders: Holder[]
  siteChecks: SiteCheck[]
  objections: Objection[]
  reviews: ReviewPart[]
  dueReview: { id: string; version: number; year: number; dueOn: string; overdue: boolean; reviewer: Named | null; rule: Rule | null } | null
  history: HistoryEntry[]
}

/** The states in the order in which a post takes them, and how each is felt. */
export const STATE_TONES: Readonly<Record<string, Tone>> = {
  DRAFT: 'quiet',
  SUBMITTED: 'waiting',
  RETURNED: 'warning',
  RECOMMENDED: 'waiting',
  SITE_CHECKED: 'info',
  PUBLIC_NOTICE: 'info',
  GRANTED: 'good',
  RECTIFYING: 'warning',
  REVOKED: 'bad',
  EXPIRED: 'quiet',
  WITHDRAWN: 'quiet',
  REJECTED: 'bad',
}

/** The states in which a plaque hangs. */
export const HANGING = ['GRANTED', 'RECTIFYING']
/** The states in which something is still to be done, or kept up. */
export const LIVE = ['DRAFT', 'SUBMITTED', 'RETURNED', 'RECOMMENDED', 'SITE_CHECKED', 'PUBLIC_NOTICE', ...HANGING]

/** Whether a plaque is out there that should have come back. */
export const owesPlaque = ({ plaqueNo, state, plaqueReturnedOn }: Pick<PostPlain, 'plaqueNo' | 'state' | 'plaqueReturnedOn'>): boolean => plaqueNo !== null && !HANGING.includes(state) && plaqueReturnedOn === null

/** What a post goes by: its employer and its title. */
export const callOf = ({ employer, title }: Pick<PostPlain, 'employer' | 'title'>): string => [employer?.name, title].filter(Boolean).join(' · ')
