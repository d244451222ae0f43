import { addDays, today } from '../ui/days'
import { valuesOf } from '../ui/enums'
import type { Tone } from '../ui/theme'

/** Where a number of the inbox leads: the list that it counts, with the same filter. */
export interface InboxLink {
  of: string
  filter: Record<string, unknown>
  sort?: { field: string; order: 'ASC' | 'DESC' }
  tone: Tone
}

/** A pairing without a visit for so many days counts as gone quiet; the server counts by the same. */
const QUIET_DAYS = 60
const LIVE = ['PROPOSED', 'ACCEPTED', 'ACTIVE', 'PAUSED']
const CASE_DUE = { field: 'dueOn', order: 'ASC' } as const
const NEXT = { field: 'nextVisitOn', order: 'ASC' } as const

/** The kinds of the inbox in the order of their urgency. */
export function inboxLinks(): Readonly<Record<string, InboxLink>> {
  const day = today()
  return {
    RED_FLAG: { of: 'tasks', filter: { state: ['OPEN'], kind: ['RED_FLAG'] }, tone: 'bad' },
    WEATHER: { of: 'tasks', filter: { state: ['OPEN'], kind: ['WEATHER'] }, tone: 'bad' },
    OVERDUE: { of: 'pairings', filter: { overdue: true }, sort: NEXT, tone: 'bad' },
    CASE_OVERDUE: { of: 'hardshipCases', filter: { overdue: true }, sort: CASE_DUE, tone: 'bad' },
    CASE_TRANSFER: { of: 'hardshipCases', filter: { transferWaits: true }, tone: 'warning' },
    DUE_TODAY: { of: 'pairings', filter: { state: ['ACTIVE'], nextVisitOnFrom: day, nextVisitOnTo: day }, sort: NEXT, tone: 'warning' },
    UNPAIRED_HIGH: { of: 'beneficiaries', filter: { grade: ['HIGH'], state: ['ASSESSED', 'WAITING'] }, tone: 'bad' },
    DUE_SOON: { of: 'pairings', filter: { dueSoon: true }, sort: NEXT, tone: 'warning' },
    PAIRING_PROPOSED: { of: 'pairings', filter: { state: ['PROPOSED'] }, tone: 'waiting' },
    HANDOVER: { of: 'pairings', filter: { needsHandover: true, state: LIVE }, tone: 'warning' },
    CONSENT_MISSING: { of: 'beneficiaries', filter: { consentState: ['MISSING'], state: ['PROPOSED', 'ASSESSED', 'WAITING', 'PAIRED', 'PAUSED'] }, tone: 'warning' },
    VOLUNTEER_PENDING: { of: 'volunteers', filter: { state: ['PENDING'] }, tone: 'waiting' },
    APPLICATION_RECEIVED: { of: 'volunteerApplications', filter: { state: ['RECEIVED'] }, tone: 'waiting' },
    JOIN_REQUESTED: { of: 'memberships', filter: { toAnswer: true }, tone: 'waiting' },
    SQUAD_PROPOSED: { of: 'squadProposals', filter: { state: ['PROPOSED'] }, tone: 'waiting' },
    SQUAD_CHECKED: { of: 'squadProposals', filter: { state: ['CHECKED'] }, tone: 'waiting' },
    TEAM_BELOW_MINIMUM: { of: 'teams', filter: { belowMinimum: true, state: ['ACTIVE', 'RECTIFYING'] }, tone: 'bad' },
    TEAM_LEADERLESS: { of: 'teams', filter: { leaderless: true }, tone: 'bad' },
    ACTIVITY_UNCLOSED: { of: 'activities', filter: { unclosed: true }, tone: 'bad' },
    ACTIVITY_REJECTED: { of: 'activities', filter: { state: ['REJECTED'] }, tone: 'warning' },
    ACTIVITY_SUBMITTED: { of: 'activities', filter: { state: ['SUBMITTED'], needsBureau: false }, tone: 'waiting' },
    ACTIVITY_FOR_BUREAU: { of: 'activities', filter: { state: ['SUBMITTED'], needsBureau: true }, tone: 'waiting' },
    ACTIVITY_TO_PUBLISH: { of: 'activities', filter: { state: ['APPROVED'] }, tone: 'waiting' },
    ACTIVITY_FINISHED: { of: 'activities', filter: { state: ['FINISHED'] }, tone: 'waiting' },
    MY_ACTIVITIES: { of: 'activities', filter: { mine: true, state: ['PUBLISHED', 'ONGOING'] }, sort: { field: 'startsAt', order: 'ASC' }, tone: 'info' },
    OBJECTION_OPEN: { of: 'serviceObjections', filter: { state: ['OPEN'] }, sort: { field: 'answerBy', order: 'ASC' }, tone: 'waiting' },
    CERTIFICATE_REQUESTED: { of: 'certificates', filter: { state: ['REQUESTED'] }, tone: 'waiting' },
    CERTIFICATE_APPROVED: { of: 'certificates', filter: { state: ['APPROVED'] }, tone: 'waiting' },
    CASE_DUE_SOON: { of: 'hardshipCases', filter: { dueSoon: true }, sort: CASE_DUE, tone: 'warning' },
    CASE_UNOWNED: { of: 'hardshipCases', filter: { unowned: true, open: true }, tone: 'bad' },
    CASE_OBJECTION: { of: 'hardshipCases', filter: { toAnswer: true }, tone: 'warning' },
    CASE_CLUE: { of: 'hardshipCases', filter: { state: ['CLUE'] }, tone: 'waiting' },
    CASE_MINE: { of: 'hardshipCases', filter: { mine: true, open: true }, sort: CASE_DUE, tone: 'info' },
    CASE_TO_REVIEW: { of: 'hardshipCases', filter: { toReview: true }, tone: 'waiting' },
    CASE_TO_CHECK: { of: 'hardshipCases', filter: { state: ['TOWNSHIP_REVIEWED'] }, tone: 'waiting' },
    CASE_TO_DECIDE: { of: 'hardshipCases', filter: { state: ['COUNTY_REVIEW'] }, tone: 'waiting' },
    MEASURE_TO_APPROVE: { of: 'measures', filter: { toApprove: true }, tone: 'waiting' },
    MEASURE_TO_PAY: { of: 'measures', filter: { toPay: true }, tone: 'waiting' },
    MEASURE_OVERDUE: { of: 'measures', filter: { overdue: true }, tone: 'warning' },
    POST_OBJECTED: { of: 'pioneerPosts', filter: { objected: true }, tone: 'bad' },
    POST_TO_REVOKE: { of: 'pioneerPosts', filter: { revokeProposed: true }, tone: 'bad' },
    POST_RETURNED: { of: 'pioneerPosts', filter: { state: ['RETURNED'] }, tone: 'warning' },
    POST_SUBMITTED: { of: 'pioneerPosts', filter: { state: ['SUBMITTED'] }, tone: 'waiting' },
    POST_RECOMMENDED: { of: 'pioneerPosts', filter: { state: ['RECOMMENDED'] }, tone: 'waiting' },
    POST_CHECKED: { of: 'pioneerPosts', filter: { state: ['SITE_CHECKED'] }, tone: 'waiting' },
    POST_NOTICE: { of: 'pioneerPosts', filter: { noticeOver: true, objected: false }, tone: 'waiting' },
    POST_REVIEW_DUE: { of: 'postReviews', filter: { state: ['DUE'] }, sort: { field: 'dueOn', order: 'ASC' }, tone: 'waiting' },
    POST_FEEDBACK: { of: 'postFeedback', filter: { state: ['RECEIVED'] }, tone: 'waiting' },
    POST_PLAQUE_OUT: { of: 'pioneerPosts', filter: { plaqueOut: true }, tone: 'warning' },
    NEED_OPEN: { of: 'needRequests', filter: { state: ['OPEN'] }, tone: 'waiting' },
    NEED_ASSIGNED: { of: 'needRequests', filter: { state: ['ASSIGNED'] }, tone: 'waiting' },
    WAITING_FOR_ME: { of: 'tasks', filter: { state: ['OPEN'], kind: valuesOf('TaskKind').filter(kind => kind !== 'RED_FLAG') }, tone: 'waiting' },
    QUIET: { of: 'pairings', filter: { state: ['ACTIVE'], nextVisitOnTo: addDays(day, -QUIET_DAYS - 1) }, sort: NEXT, tone: 'bad' },
  }
}
