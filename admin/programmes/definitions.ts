import AppRegistrationIcon from '@mui/icons-material/AppRegistration'
import CalendarMonthIcon from '@mui/icons-material/CalendarMonth'
import DirectionsWalkIcon from '@mui/icons-material/DirectionsWalk'
import EventIcon from '@mui/icons-material/Event'
import GridOnIcon from '@mui/icons-material/GridOn'
import HandshakeIcon from '@mui/icons-material/Handshake'
import InsightsIcon from '@mui/icons-material/Insights'
import PieChartIcon from '@mui/icons-material/PieChart'
import QrCode2Icon from '@mui/icons-material/QrCode2'
import RoomServiceIcon from '@mui/icons-material/RoomService'
import ThunderstormIcon from '@mui/icons-material/Thunderstorm'
import { definePage, defineResource } from '../ui/defineResource'
import { HISTORY } from '../ui/record/Timeline'
import { nameOf } from './people'

const REGION = 'region { code name fullName }'
const VISIT = 'id version pairingId programme state plannedOn visitedOn manner contactMade minutes services condition flags note counts confirmedById'
const PAIRING = `id version programme state startedOn nextVisitOn overdue dueSoon daysOverdue needsHandover ${REGION}
  beneficiary { id kinds grade person { id name phone } } volunteers { id person { id name phone } } lastVisit { id visitedOn minutes } openActions`

/** Elders and the volunteers who look in on them. */
export const pairings = defineResource({
  name: 'pairings',
  type: 'Pairing',
  icon: HandshakeIcon,
  group: 'programmes',
  permission: 'pairing.read',
  text: row => nameOf(row.beneficiary) || row.id,
  badge: ['OVERDUE'],
  searchable: true,
  fields: {
    list: PAIRING,
    show: `${PAIRING} visitEvery lastContactOn plannedOn endedOn endReason pausedOn firstVisitAccompaniedBy agreement agreementIds wish helperIds predecessor { id }
      elder: beneficiary { id livesAlone language needsNote photoConsent consentState person { id address birthYear sex } }
      visits(page: { number: 1, size: 25 }) { total items { ${VISIT} volunteer { id person { id name } } photoIds } } ${HISTORY}`,
  },
  sorts: { nextVisitOn: 'NEXT_VISIT_ON', startedOn: 'STARTED_ON', 'lastVisit.visitedOn': 'LAST_CONTACT_ON' },
  mutations: {
    create: { call: 'pairElder(input: PairElderInput!)', may: 'pairing.propose' },
    acts: [
      'acceptPairing(id: ID!, version: Int!)',
      'declinePairing(id: ID!, version: Int!, note: String)',
      'activatePairing(id: ID!, version: Int!, input: ActivatePairingInput!)',
      'keepAgreement(id: ID!, version: Int!, input: AgreementInput!)',
      'pausePairing(id: ID!, version: Int!, reason: String!)',
      'resumePairing(id: ID!, version: Int!, note: String)',
      'handOverPairing(id: ID!, version: Int!, input: HandOverPairingInput!)',
      'endPairing(id: ID!, version: Int!, input: EndPairingInput!)',
      'changeHelpers(id: ID!, version: Int!, helperIds: [ID!]!)',
      'recordVisit(input: RecordVisitInput!)',
      'planVisit(input: PlanVisitInput!)',
    ],
  },
  List: () => import('./pairings/PairingList'),
  Show: () => import('./pairings/PairingShow'),
  Create: () => import('./pairings/PairingCreate'),
})

const VISIT_ROW = `${VISIT} amount signedBackBy noReceiptReason receiptIds ${REGION} volunteer { id person { id name } } beneficiary { id person { id name } } openActions`

/** Lookings-in: planned, made, missed, called off. */
export const visits = defineResource({
  name: 'visits',
  type: 'Visit',
  icon: DirectionsWalkIcon,
  group: 'programmes',
  permission: 'visit.read',
  text: row => [nameOf(row.beneficiary), row.visitedOn ?? row.plannedOn].filter(Boolean).join(' · ') || row.id,
  fields: { list: VISIT_ROW, show: `${VISIT_ROW} startedAt endedAt photoIds ${HISTORY}` },
  sorts: { visitedOn: 'VISITED_ON', plannedOn: 'PLANNED_ON' },
  mutations: {
    acts: [
      'confirmVisit(id: ID!, version: Int!, note: String)',
      'markVisitMissed(id: ID!, version: Int!, reason: String!)',
      'cancelVisit(id: ID!, version: Int!, reason: String!)',
      'voidVisit(id: ID!, version: Int!, reason: String!)',
    ],
  },
  List: () => import('./visits/VisitList'),
  Show: () => import('./visits/VisitShow'),
})

/** The visits and due days of a month. */
export const visitCalendar = definePage({ name: 'visitCalendar', icon: CalendarMonthIcon, group: 'programmes', permission: 'visit.read', Page: () => import('./visits/VisitCalendar') })

const NEED = `id version programme service text state rating ratingNote result pairingId createdAt ${REGION} beneficiary { id person { id name phone } } volunteer { id person { id name phone } } openActions`

/** What elders ask for: asked, assigned, accepted, done, rated. */
export const needRequests = defineResource({
  name: 'needRequests',
  type: 'NeedRequest',
  icon: RoomServiceIcon,
  group: 'programmes',
  permission: 'need.read',
  text: row => String(row.text ?? row.id),
  badge: ['NEED_OPEN', 'NEED_ASSIGNED'],
  fields: { list: NEED, show: `${NEED} ${HISTORY}` },
  sorts: { createdAt: 'CREATED_AT' },
  mutations: {
    create: { call: 'raiseNeed(input: RaiseNeedInput!)', may: 'need.raise' },
    move: 'moveNeed(id: ID!, version: Int!, action: NeedAction!, input: MoveNeedInput!)',
  },
  List: () => import('./needs/NeedList'),
  Show: () => import('./needs/NeedShow'),
  Create: () => import('./needs/NeedCreate'),
})

const WARNING = `id version kind level state startsAt endsAt closedAt text cause regions { code fullName } figures { told reached open } openActions`

/** Weather that the elders at high risk must be looked in on for. */
export const weatherWarnings = defineResource({
  name: 'weatherWarnings',
  type: 'WeatherWarning',
  icon: ThunderstormIcon,
  group: 'programmes',
  permission: 'warning.read',
  text: row => String(row.text ?? row.id),
  badge: ['WEATHER'],
  fields: { list: WARNING, show: `${WARNING} ${HISTORY}` },
  sorts: { startsAt: 'STARTS_AT', endsAt: 'ENDS_AT' },
  mutations: {
    create: { call: 'issueWeatherWarning(input: WeatherWarningInput!)', may: 'warning.write' },
    acts: ['liftWeatherWarning(id: ID!, version: Int!, reason: String!)'],
  },
  List: () => import('./weather/WarningList'),
  Show: () => import('./weather/WarningShow'),
  Create: () => import('./weather/WarningCreate'),
})

/** How the elders of each township are looked after. */
export const coverage = definePage({ name: 'coverage', icon: PieChartIcon, group: 'programmes', permission: 'pairing.read', Page: () => import('./coverage/Coverage') })

const COUNTS = 'counts { applied placed waiting present confirmed minutes }'
const ACTIVITY = `id version state activityNo title programme purpose startsAt endsAt place capacity dangerous isDrill ${REGION} placeRegion { code name fullName } team { id name } ${COUNTS}`
const PART = 'id version state volunteerId walkUp checkedInAt checkedOutAt minutes reason openActions'

/** What teams do together: planned, approved, published, held, summed up. */
export const activities = defineResource({
  name: 'activities',
  type: 'Activity',
  icon: EventIcon,
  group: 'programmes',
  permission: 'activity.read',
  text: row => String(row.title ?? row.id),
  badge: ['ACTIVITY_SUBMITTED', 'ACTIVITY_FOR_BUREAU', 'ACTIVITY_FINISHED', 'ACTIVITY_UNCLOSED', 'ACTIVITY_REJECTED'],
  searchable: true,
  fields: {
    list: ACTIVITY,
    show: `${ACTIVITY} openActions content teamId coTeamIds coTeams { id name } leader { id person { id name phone } } ownProgramme { id nameZh } leastPeople chosen minAge maxAge requiredSkills requiredTraining requiredTrainingId requiredQualification requiredQualificationId insuranceRequired riskNote platformId offPlatformReason budget
      needsBureau stateReason movedAt moveReason servedCount summary noPhotoReason photoIds closedAt confirmedAt mayRun mySignUp { ${PART} policyNo overlaps insured } ${HISTORY}`,
  },
  sorts: { startsAt: 'STARTS_AT', createdAt: 'CREATED_AT' },
  mutations: {
    create: { call: 'createActivity(input: ActivityInput!)', may: 'activity.write' },
    update: { call: 'updateActivity(id: ID!, version: Int!, input: ActivityChange!)', may: 'activity.write' },
    move: 'moveActivity(id: ID!, version: Int!, action: ActivityAction!, note: String)',
    acts: ['publishActivity(id: ID!, version: Int!, input: PublishActivityInput!)', 'rescheduleActivity(id: ID!, version: Int!, input: RescheduleInput!)', 'closeActivity(id: ID!, version: Int!, input: CloseActivityInput!)'],
  },
  List: () => import('./activities/ActivityList'),
  Show: () => import('./activities/ActivityShow'),
  Create: () => import('./activities/ActivityCreate'),
  Edit: () => import('./activities/ActivityEdit'),
})

/** Parts in activities; they are seen on the activity's page. */
export const signUps = defineResource({
  name: 'signUps',
  type: 'SignUp',
  icon: AppRegistrationIcon,
  group: 'programmes',
  permission: 'activity.read',
  hidden: true,
  one: false,
  text: row => nameOf(row.volunteer) || row.id,
  fields: { list: `${PART} volunteer { id person { id name } }` },
  sorts: { stage: 'STAGE', queuedAt: 'QUEUED_AT' },
  mutations: {
    move: 'moveSignUp(id: ID!, version: Int!, action: SignUpAction!, note: String)',
    acts: ['signUp(input: SignUpInput!)', 'cancelSignUp(id: ID!, version: Int!, reason: String!)', 'checkIn(input: CheckInput!)', 'checkOut(input: CheckInput!)', 'addWalkUp(input: WalkUpInput!)', 'confirmInsurance(id: ID!, version: Int!, input: InsuranceInput!)', 'confirmAttendance(input: AttendanceInput!)'],
  },
})

/** The activities of a month. */
export const activityCalendar = definePage({ name: 'activityCalendar', icon: CalendarMonthIcon, group: 'programmes', permission: 'activity.read', hidden: true, Page: () => import('./activities/ActivityCalendar') })
/** Which team has held the activity that every month asks for. */
export const dutyMatrix = definePage({ name: 'dutyMatrix', icon: GridOnIcon, group: 'programmes', permission: 'team.read', Page: () => import('./activities/DutyMatrix') })
/** Activities in figures. */
export const activityFigures = definePage({ name: 'activityFigures', icon: InsightsIcon, group: 'programmes', permission: 'dashboard.read', Page: () => import('./activities/ActivityFigures') })
/** The code that the leader holds up. */
export const activityCode = definePage({ name: 'activityCode', icon: QrCode2Icon, group: 'programmes', permission: 'signUp.decide', hidden: true, Page: () => import('./activities/CodePage') })
/** Where the code leads. */
export const checkin = definePage({ name: 'checkin', icon: QrCode2Icon, group: 'programmes', permission: 'signUp.own', hidden: true, Page: () => import('./activities/CheckIn') })
