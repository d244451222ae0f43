import AssignmentIndIcon from '@mui/icons-material/AssignmentInd'
import CampaignIcon from '@mui/icons-material/Campaign'
import CalendarMonthIcon from '@mui/icons-material/CalendarMonth'
import PolicyIcon from '@mui/icons-material/Policy'
import VolunteerActivismIcon from '@mui/icons-material/VolunteerActivism'
import ViewWeekIcon from '@mui/icons-material/ViewWeek'
import { definePage, defineResource } from '../../ui/defineResource'
import { HISTORY } from '../../ui/record/Timeline'
import type { CaseRow } from './HardshipCase'
import { whoOf } from './HardshipCase'

const NAMED = '{ id name }'
const CASE = `id version number state stateSince category tags kinds cause urgent colour source reportedOn dueOn overdue dueSoon clueName lastContactOn papersDueOn approvedAmount givenAmount
  region { code name fullName } person { id name phone } owner ${NAMED} standIn ${NAMED} openActions`

/** Those in hardship, from the first clue to the last follow-up. */
export const hardshipCases = defineResource({
  name: 'hardshipCases',
  type: 'HardshipCase',
  icon: VolunteerActivismIcon,
  group: 'programmes',
  permission: 'case.read',
  text: row => [whoOf(row as CaseRow), row.number].filter(Boolean).join(' · ') || row.id,
  searchable: true,
  fields: {
    list: CASE,
    show: `${CASE} causeText wishes eventOn cluePhone agentName agentRelation agentPhone sourceEntity sourceId registeredOn standInUntil investigatedOn householdOn townshipReviewedOn townshipOpinion countyReviewedOn countyOpinion returnedFrom missing
      noticeFrom noticeTo noticePlace noticeSkipped noticeSkippedFor objectionOpen decidedOn decisionReason firstGivenOn deliveredOn deliveredTo objectUntil overrideReason urgentOn urgentAmount urgentFor nextFollowUpOn closedOn closeReason round
      reportedBy ${NAMED} investigators ${NAMED} townshipReviewer ${NAMED} countyReviewer ${NAMED} decider ${NAMED} policy { id name mostAmount urgentLimit secondApprovalAbove noticeDays } ${HISTORY}`,
  },
  sorts: { dueOn: 'DUE_ON', reportedOn: 'REPORTED_ON', stateSince: 'STATE_SINCE', number: 'NUMBER' },
  mutations: {
    create: { call: 'registerCase(input: CaseInput!)', may: 'case.register' },
    acts: ['registerCase(id: ID, version: Int, input: CaseInput!)', 'updateCase(id: ID!, version: Int!, input: CaseInput!)'],
  },
  List: () => import('./CaseList'),
  Show: () => import('./CaseShow'),
  Create: () => import('./CaseCreate'),
})

/** Cases by the step that they are at. */
export const caseBoard = definePage({ name: 'caseBoard', icon: ViewWeekIcon, group: 'programmes', permission: 'case.read', Page: () => import('./CaseBoard') })
/** What is in one's own hand, by the day that it is due. */
export const myCases = definePage({ name: 'myCases', icon: AssignmentIndIcon, group: 'programmes', permission: 'case.read', Page: () => import('./MyCases') })
/** The days by which cases take their next step. */
export const caseCalendar = definePage({ name: 'caseCalendar', icon: CalendarMonthIcon, group: 'programmes', permission: 'case.read', Page: () => import('./CaseCalendar') })
/** Says that somebody may be in hardship, also for those who see no case. */
export const reportClue = definePage({ name: 'reportClue', icon: CampaignIcon, group: 'programmes', permission: 'case.report', Page: () => import('./ReportClue') })

const POLICY = `id name basis validFrom validTo inForce kinds urgentLimit secondApprovalAbove mostAmount clueDays registeredDays investigatingDays noticeDays townshipDays countyDays decisionDays deliveryDays planDays helpDays returnedDays papersDays objectionDays
  objectWithinDays firstFollowUpDays secondFollowUpDays redContactDays nothingGivenDays repeatMonths yellowPercent exclusions { kind basis months }`

/** The rules of help, version by version. */
export const helpPolicies = defineResource({
  name: 'helpPolicies',
  type: 'HelpPolicy',
  icon: PolicyIcon,
  group: 'programmes',
  permission: 'policy.read',
  text: row => String(row.name ?? row.id),
  filterless: true,
  fields: { list: POLICY },
  mutations: { create: { call: 'issueHelpPolicy(input: HelpPolicyInput!)', may: 'policy.write' } },
  List: () => import('./PolicyList'),
  Show: () => import('./PolicyShow'),
  Create: () => import('./PolicyCreate'),
})
