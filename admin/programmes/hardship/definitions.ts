import AssignmentIndIcon from '@mui/icons-material/AssignmentInd'
import CampaignIcon from '@mui/icons-material/Campaign'
import CalendarMonthIcon from '@mui/icons-material/CalendarMonth'
import EventRepeatIcon from '@mui/icons-material/EventRepeat'
import ForwardIcon from '@mui/icons-material/Forward'
import PolicyIcon from '@mui/icons-material/Policy'
import RedeemIcon from '@mui/icons-material/Redeem'
import UploadFileIcon from '@mui/icons-material/UploadFile'
import VolunteerActivismIcon from '@mui/icons-material/VolunteerActivism'
import ViewWeekIcon from '@mui/icons-material/ViewWeek'
import { definePage, defineResource } from '../../ui/defineResource'
import { HISTORY } from '../../ui/record/Timeline'
import type { CaseRow } from './HardshipCase'
import { whoOf } from './HardshipCase'

const NAMED = '{ id name }'
const CASE = `id version number state stateSince category tags kinds cause urgent colour source reportedOn dueOn overdue dueSoon clueName lastContactOn papersDueOn approvedAmount givenAmount
  region { code name fullName } person { id name phone } owner ${NAMED} standIn ${NAMED} openActions`

const MEASURE = `id version caseId kind what amount fund fundText plannedOn responsible urgent state overdue payeeBank payeeHolder payeeNumber payeeFor given givenOn way receivedBy receiptIds noReceiptReason failedFor approvalNote secondApprovalNote
  plannedBy ${NAMED} approvers ${NAMED} deliveredBy ${NAMED} openActions`
const REFERRAL = 'id version caseId department measureId what state sentOn contact answeredOn answer doneOn result openActions'
const FOLLOW_UP = `id caseId followedOn way result note nextOn madeBy ${NAMED} photoIds`

/** Those in hardship, from the first clue to the last follow-up. */
export const hardshipCases = defineResource({
  name: 'hardshipCases',
  type: 'HardshipCase',
  icon: VolunteerActivismIcon,
  group: 'programmes',
  permission: 'case.read',
  text: row => [whoOf(row as CaseRow), row.number].filter(Boolean).join(' · ') || row.id,
  badge: ['CASE_CLUE', 'CASE_TRANSFER', 'CASE_TO_REVIEW', 'CASE_TO_CHECK', 'CASE_TO_DECIDE', 'CASE_OBJECTION'],
  searchable: true,
  fields: {
    list: CASE,
    show: `${CASE} causeText wishes eventOn cluePhone agentName agentRelation agentPhone sourceEntity sourceId registeredOn standInUntil investigatedOn householdOn townshipReviewedOn townshipOpinion countyReviewedOn countyOpinion returnedFrom missing
      noticeFrom noticeTo noticePlace noticeSkipped noticeSkippedFor objectionOpen decidedOn decisionReason firstGivenOn deliveredOn deliveredTo objectUntil overrideReason urgentOn urgentAmount urgentFor nextFollowUpOn closedOn closeReason round
      reportedBy ${NAMED} investigators ${NAMED} townshipReviewer ${NAMED} countyReviewer ${NAMED} decider ${NAMED} policy { id name mostAmount urgentLimit secondApprovalAbove noticeDays exclusions { kind basis } }
      transferTo ${NAMED} transferToRegion { code fullName } recused ${NAMED} household { id personId name relation age health work } economy { askedOn income incomeFrom spending medicalSpending housing otherAid }
      investigations { id investigatedOn investigators ${NAMED} housing living income schoolWorkHealth specialGroups findings photoIds } contacts { id contactedOn way reached note madeBy ${NAMED} }
      objections { id against state byName byPhone text receivedOn dueOn answer answeredBy ${NAMED} answeredOn } transfers { id state reason askedOn from ${NAMED} to ${NAMED} toRegion { code fullName } answer answeredOn }
      exclusionChecks { id kind found source note checkedBy ${NAMED} checkedOn } measures { ${MEASURE} } referrals { ${REFERRAL} } followUps { ${FOLLOW_UP} } beneficiary { id } papers obstacles { action reason }
      snapshots { id outcome decidedOn decider ${NAMED} causeText decisionReason approvedAmount members { name relation age health work } economy { askedOn income incomeFrom spending medicalSpending housing otherAid } } ${HISTORY}`,
  },
  sorts: { dueOn: 'DUE_ON', reportedOn: 'REPORTED_ON', stateSince: 'STATE_SINCE', number: 'NUMBER' },
  mutations: {
    create: { call: 'registerCase(id: ID, version: Int, input: CaseInput!)', may: 'case.register' },
    acts: ['updateCase(id: ID!, version: Int!, input: CaseInput!)',
      'dismissClue(id: ID!, version: Int!, reason: String!)',
      'assignCase(id: ID!, version: Int!, ownerId: ID!)',
      'appointStandIn(id: ID!, version: Int!, standInId: ID, until: Date)',
      'recuseFromCase(id: ID!, version: Int!, accountId: ID)',
      'transferCase(id: ID!, version: Int!, input: CaseTransferInput!)',
      'answerCaseTransfer(id: ID!, version: Int!, input: CaseTransferAnswer!)',
      'recordCaseContact(id: ID!, version: Int!, input: CaseContactInput!)',
      'startInvestigation(id: ID!, version: Int!, investigatorIds: [ID!]!)',
      'recordInvestigation(id: ID!, version: Int!, input: InvestigationInput!)',
      'writeHousehold(id: ID!, version: Int!, input: HouseholdInput!)',
      'publishNotice(id: ID!, version: Int!, input: CaseNoticeInput!)',
      'skipNotice(id: ID!, version: Int!, text: String!)',
      'objectToNotice(id: ID!, version: Int!, input: CaseObjectionInput!)',
      'reviewCase(id: ID!, version: Int!, text: String!)',
      'recordExclusionCheck(id: ID!, version: Int!, input: ExclusionCheckInput!)',
      'checkCase(id: ID!, version: Int!, input: CaseCheckInput!)',
      'returnCase(id: ID!, version: Int!, missing: [String!]!)',
      'resubmitCase(id: ID!, version: Int!)',
      'grantUrgentHelp(id: ID!, version: Int!, input: UrgentInput!)',
      'approveCase(id: ID!, version: Int!, input: ApprovalInput!)',
      'refuseCase(id: ID!, version: Int!, text: String!)',
      'deliverDecision(id: ID!, version: Int!, deliveredOn: Date!, to: String!)',
      'objectToDecision(id: ID!, version: Int!, input: CaseObjectionInput!)',
      'answerObjection(id: ID!, version: Int!, input: CaseObjectionAnswer!)',
      'planMeasures(id: ID!, version: Int!, input: HelpPlanInput!)',
      'recordFollowUp(id: ID!, version: Int!, input: FollowUpInput!)',
      'closeCase(id: ID!, version: Int!, input: CaseCloseInput!)',
      'reopenCase(id: ID!, version: Int!, reason: String!)',
      'seekHelpers(id: ID!, version: Int!)',
    ],
  },
  List: () => import('./CaseList'),
  Show: () => import('./CaseShow'),
  Create: () => import('./CaseCreate'),
})

const CASE_OF = 'case { id number clueName region { name fullName } person { id name } }'

/** The help that cases get, piece by piece. */
export const measures = defineResource({
  name: 'measures',
  type: 'Measure',
  icon: RedeemIcon,
  group: 'programmes',
  permission: 'case.read',
  hidden: true,
  text: row => String(row.what ?? row.id),
  fields: { list: `${MEASURE} ${CASE_OF}` },
  sorts: { plannedOn: 'PLANNED_ON', givenOn: 'GIVEN_ON', amount: 'AMOUNT' },
  mutations: {
    acts: [
      'approveMeasure(id: ID!, version: Int!, note: String)',
      'deliverMeasure(id: ID!, version: Int!, input: DeliveryInput!)',
      'changeMeasure(id: ID!, version: Int!, input: MeasureChange!)',
      'failMeasure(id: ID!, version: Int!, reason: String!)',
    ],
  },
  List: () => import('./MeasureList'),
})

/** What was handed to other departments. */
export const referrals = defineResource({
  name: 'referrals',
  type: 'Referral',
  icon: ForwardIcon,
  group: 'programmes',
  permission: 'case.read',
  hidden: true,
  text: row => String(row.what ?? row.id),
  fields: { list: `${REFERRAL} ${CASE_OF}` },
  sorts: { sentOn: 'SENT_ON', doneOn: 'DONE_ON' },
  mutations: {
    acts: [
      'sendReferral(caseId: ID!, input: ReferralInput!)',
      'answerReferral(id: ID!, version: Int!, input: ReferralAnswerInput!)',
      'finishReferral(id: ID!, version: Int!, input: ReferralResultInput!)',
    ],
  },
  List: () => import('./ReferralList'),
})

/** The looks at how it goes after the help. */
export const followUps = defineResource({
  name: 'followUps',
  type: 'FollowUp',
  icon: EventRepeatIcon,
  group: 'programmes',
  permission: 'case.read',
  hidden: true,
  one: false,
  text: row => String(row.followedOn ?? row.id),
  fields: { list: `${FOLLOW_UP} ${CASE_OF}` },
  sorts: { followedOn: 'FOLLOWED_ON' },
  List: () => import('./FollowUpList'),
})

/** Cases by the step that they are at. */
export const caseBoard = definePage({ name: 'caseBoard', icon: ViewWeekIcon, group: 'programmes', permission: 'case.read', Page: () => import('./CaseBoard') })
/** What is in one's own hand, by the day that it is due. */
export const myCases = definePage({ name: 'myCases', icon: AssignmentIndIcon, group: 'programmes', permission: 'case.keep', badge: ['CASE_MINE'], Page: () => import('./MyCases') })
/** The days by which cases take their next step. */
export const caseCalendar = definePage({ name: 'caseCalendar', icon: CalendarMonthIcon, group: 'programmes', permission: 'case.read', Page: () => import('./CaseCalendar') })
/** Says that somebody may be in hardship, also for those who see no case. */
export const reportClue = definePage({ name: 'reportClue', icon: CampaignIcon, group: 'programmes', permission: 'case.report', Page: () => import('./ReportClue') })
/** Clues that come as a list. */
export const clueSheet = definePage({ name: 'clueSheet', icon: UploadFileIcon, group: 'programmes', permission: 'sheet.import', hidden: true, Page: () => import('./ClueSheet') })

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
