import MilitaryTechIcon from '@mui/icons-material/MilitaryTech'
import MoreTimeIcon from '@mui/icons-material/MoreTime'
import QueryStatsIcon from '@mui/icons-material/QueryStats'
import ReportGmailerrorredIcon from '@mui/icons-material/ReportGmailerrorred'
import { definePage, defineResource } from '../../ui/defineResource'
import { HISTORY } from '../../ui/record/Timeline'

const WHO = 'volunteer { id volunteerNo person { id name } }'
const LINE = `id version state servedOn startedAt endedAt breakMinutes minutes drill content programmeCode sourceType sourceId volunteerId voidReason rating ratingNote ${WHO} team { id name } region { code name fullName }`

/** The ledger of hours, line by line. */
export const serviceRecords = defineResource({
  name: 'serviceRecords',
  type: 'ServiceRecord',
  icon: MoreTimeIcon,
  group: 'people',
  permission: 'volunteer.read',
  text: row => [(row.volunteer as { person: { name: string } } | null)?.person.name, row.servedOn].filter(Boolean).join(' · '),
  fields: {
    list: `${LINE} openActions`,
    show: `${LINE} note correctionOfId correctionOf { id minutes servedOn } objections { id state text answer answerBy } openActions ${HISTORY}`,
  },
  sorts: { servedOn: 'SERVED_ON', minutes: 'MINUTES' },
  mutations: {
    create: { call: 'enterService(input: ServiceInput!)', may: 'service.enter' },
    acts: ['correctServiceRecord(id: ID!, version: Int!, input: CorrectionInput!)', 'voidServiceRecord(id: ID!, version: Int!, reason: String!)', 'evaluateService(id: ID!, version: Int!, input: ServiceEvaluation!)', 'objectToServiceRecord(input: ObjectionInput!)'],
  },
  List: () => import('./ServiceRecordList'),
  Show: () => import('./ServiceRecordShow'),
  Create: () => import('./ServiceRecordCreate'),
})

/** What volunteers have said against lines of theirs, for the station to answer. */
export const serviceObjections = defineResource({
  name: 'serviceObjections',
  type: 'ServiceObjection',
  icon: ReportGmailerrorredIcon,
  group: 'people',
  permission: 'volunteer.read',
  badge: ['OBJECTION_OPEN'],
  text: row => [(row.volunteer as { person: { name: string } } | null)?.person.name, (row.record as { servedOn: string } | null)?.servedOn].filter(Boolean).join(' · '),
  fields: {
    list: `id version state text answer answerBy overdue createdAt ${WHO} region { code name fullName } record { id servedOn minutes programmeCode state }`,
    show: `id version state openActions text answer answerBy overdue createdAt ${WHO} region { code name fullName } record { id servedOn minutes programmeCode state } ${HISTORY}`,
  },
  sorts: { answerBy: 'ANSWER_BY', createdAt: 'CREATED_AT' },
  mutations: { acts: ['dismissObjection(id: ID!, version: Int!, answer: String!)'] },
  List: () => import('./ObjectionList'),
  Show: () => import('./ObjectionShow'),
})

/** Hours by township, programme and month. */
export const hoursPage = definePage({ name: 'hours', icon: QueryStatsIcon, group: 'people', permission: 'dashboard.read', Page: () => import('./HoursPage') })

/** Who reached a star, and when. */
export const starsPage = definePage({ name: 'stars', icon: MilitaryTechIcon, group: 'people', permission: 'person.read', Page: () => import('./StarsPage') })
