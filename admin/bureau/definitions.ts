import ApartmentIcon from '@mui/icons-material/Apartment'
import ArticleIcon from '@mui/icons-material/Article'
import AssignmentIcon from '@mui/icons-material/Assignment'
import CalendarMonthIcon from '@mui/icons-material/CalendarMonth'
import CategoryIcon from '@mui/icons-material/Category'
import GavelIcon from '@mui/icons-material/Gavel'
import ManageAccountsIcon from '@mui/icons-material/ManageAccounts'
import MapIcon from '@mui/icons-material/Map'
import TaskAltIcon from '@mui/icons-material/TaskAlt'
import TuneIcon from '@mui/icons-material/Tune'
import VpnKeyIcon from '@mui/icons-material/VpnKey'
import { definePage, defineResource } from '../ui/defineResource'
import { HISTORY } from '../ui/record/Timeline'

const REGION = 'region { code name fullName }'

/** What somebody must see to by an hour: red flags, overdue visits, handovers. */
export const tasks = defineResource({
  name: 'tasks',
  type: 'Task',
  icon: TaskAltIcon,
  group: 'overview',
  permission: 'task.read',
  text: row => String(row.title ?? row.id),
  badge: ['RED_FLAG'],
  fields: { list: `id version kind state title titleEn entity entityId dueAt openedAt overdue maySettle settledAt ${REGION} person { id name } volunteer { id person { id name } }`, show: `id version kind state title titleEn entity entityId atEntity atId cause dueAt openedAt settledAt settlement overdue maySettle ${REGION} person { id name } volunteer { id person { id name } } ${HISTORY}` },
  sorts: { dueAt: 'DUE_AT', openedAt: 'OPENED_AT' },
  mutations: { acts: ['settleTask(id: ID!, version: Int!, input: SettleTaskInput!)'] },
  List: () => import('./TaskList'),
  Show: () => import('./TaskShow'),
})

/** The divisions of the banner. */
export const regions = defineResource({
  name: 'regions',
  type: 'Region',
  icon: MapIcon,
  group: 'bureau',
  permission: 'region.read',
  inMenu: 'station.read',
  text: row => String(row.fullName ?? row.name ?? row.id),
  fields: { list: 'id version code name fullName level kind needsSquad hasStation', show: `id version code name fullName level kind parentCode aliases validFrom validTo predecessorCode needsSquad hasStation moves { id fromCode toCode merges effectiveOn state records reason doneAt } ${HISTORY}` },
  mutations: { update: { call: 'updateRegion(id: ID!, version: Int!, input: RegionInput!)', may: 'region.write' }, acts: ['recodeRegion(id: ID!, version: Int!, input: RecodeRegionInput!) { id }'] },
  List: () => import('./RegionList'),
  Show: () => import('./RegionShow'),
  Edit: () => import('./RegionForm'),
})

/** The service centre and the stations. */
export const stations = defineResource({
  name: 'stations',
  type: 'Station',
  icon: ApartmentIcon,
  group: 'bureau',
  permission: 'station.read',
  text: row => String(row.name ?? row.id),
  fields: { list: `id version name kind officePhone place ${REGION}`, show: `id version name kind officePhone place ${REGION} ${HISTORY}` },
  sorts: { 'region.name': 'REGION_CODE', name: 'NAME' },
  mutations: {
    create: { call: 'createStation(input: StationInput!)', may: 'station.write' },
    update: { call: 'updateStation(id: ID!, version: Int!, input: StationInput!)', may: 'station.write' },
  },
  List: () => import('./StationList'),
  Show: () => import('./StationShow'),
  Create: () => import('./StationCreate'),
  Edit: () => import('./StationEdit'),
})

/** The year's plan and its targets. */
export const plans = defineResource({
  name: 'plans',
  type: 'Plan',
  icon: AssignmentIcon,
  group: 'bureau',
  permission: 'plan.read',
  text: row => String(row.title ?? row.id),
  fields: {
    list: 'id version year title documentNo issuedOn reportDueOn',
    show: `id version year title documentNo issuedOn reportDueOn activitiesMonthly teamMinimum squadVeterans targets { id subject number dueOn } ${HISTORY}`,
  },
  mutations: { update: { call: 'updatePlan(id: ID!, version: Int!, input: PlanInput!)', may: 'plan.write' }, acts: ['copyPlan(id: ID!, year: Int!)', 'setPlanTarget(planId: ID!, version: Int!, input: PlanTargetInput!)'] },
  List: () => import('./PlanList'),
  Show: () => import('./PlanShow'),
  Edit: () => import('./PlanForm'),
})

/** What volunteers are told and agree to, edition by edition. */
export const consentNotices = defineResource({
  name: 'consentNotices',
  type: 'ConsentNotice',
  icon: GavelIcon,
  group: 'bureau',
  permission: 'notice.read',
  inMenu: 'station.read',
  text: row => String(row.edition ?? row.id),
  fields: { list: 'id version edition fromOn inForce writtenByName createdAt', show: `id version edition fromOn inForce writtenByName createdAt textZh textEn ${HISTORY}` },
  mutations: {
    create: { call: 'createConsentNotice(input: ConsentNoticeInput!)', may: 'notice.write' },
    update: { call: 'updateConsentNotice(id: ID!, version: Int!, input: ConsentNoticeInput!)', may: 'notice.write' },
  },
  List: () => import('./NoticeList'),
  Show: () => import('./NoticeShow'),
  Create: () => import('./NoticeCreate'),
  Edit: () => import('./NoticeEdit'),
})

/** The nine programmes of the banner and the townships' own. */
export const programmes = defineResource({
  name: 'programmes',
  type: 'Programme',
  icon: CategoryIcon,
  group: 'bureau',
  permission: 'programme.read',
  inMenu: 'station.read',
  text: row => String(row.nameZh ?? row.id),
  fields: { list: 'id version code nameZh nameEn regionCode active services { id code nameZh nameEn }', show: `id version code nameZh nameEn content regionCode active services { id code nameZh nameEn } ${HISTORY}` },
  mutations: {
    create: { call: 'createProgramme(input: ProgrammeInput!)', may: 'programme.write' },
    update: { call: 'updateProgramme(id: ID!, version: Int!, input: ProgrammeInput!)', may: 'programme.write' },
  },
  List: () => import('./ProgrammeList'),
  Show: () => import('./ProgrammeShow'),
  Create: () => import('./ProgrammeCreate'),
  Edit: () => import('./ProgrammeEdit'),
})

/** Who may sign in, as what, and how far they see. */
export const accounts = defineResource({
  name: 'accounts',
  type: 'Account',
  icon: ManageAccountsIcon,
  group: 'bureau',
  permission: 'account.read',
  text: row => `${String(row.displayName ?? '')} (${String(row.username ?? row.id)})`,
  fields: {
    list: `id version username displayName role state lastSignInAt totpConfirmed ${REGION}`,
    show: `id version username displayName role state regionCode teamId volunteerId personId employerId mustChangePassword totpConfirmed lockedUntil lastSignInAt createdAt ${REGION} ${HISTORY}`,
  },
  sorts: { username: 'USERNAME', lastSignInAt: 'LAST_SIGN_IN_AT' },
  mutations: {
    update: { call: 'updateAccount(id: ID!, version: Int!, input: AccountInput!)', may: 'account.write' },
    acts: ['disableAccount(id: ID!, version: Int!, reason: String!)', 'enableAccount(id: ID!, version: Int!)', 'resetTotp(id: ID!, version: Int!, reason: String!)'],
  },
  List: () => import('./AccountList'),
  Show: () => import('./AccountShow'),
  Edit: () => import('./AccountEdit'),
})

const API_KEY = 'id version name hint origins operations perMinute state lastUsedAt'

/** The front ends that may ask where nobody has signed in. */
export const apiKeys = defineResource({
  name: 'apiKeys',
  type: 'ApiKey',
  icon: VpnKeyIcon,
  group: 'bureau',
  permission: 'apiKey.write',
  text: row => String(row.name ?? row.id),
  fields: { list: API_KEY, show: `${API_KEY} ${HISTORY}` },
  mutations: { update: { call: 'updateApiKey(id: ID!, version: Int!, input: ApiKeyChange!)', may: 'apiKey.write' }, acts: ['revokeApiKey(id: ID!, version: Int!, reason: String!)'] },
  List: () => import('./ApiKeyList'),
  Show: () => import('./ApiKeyShow'),
  Edit: () => import('./ApiKeyEdit'),
})

/** The numbers of the rules, with their sources. */
export const settings = definePage({ name: 'settings', icon: TuneIcon, group: 'bureau', permission: 'setting.read', Page: () => import('./SettingsPage') })

/** The papers that the office words itself. */
export const paperTemplates = definePage({ name: 'paperTemplates', icon: ArticleIcon, group: 'bureau', permission: 'template.read', Page: () => import('./templates/TemplatesPage') })

/** The days that are not as their weekday. */
export const workingDays = definePage({ name: 'workingDays', icon: CalendarMonthIcon, group: 'bureau', permission: 'workingDay.read', Page: () => import('./WorkingDaysPage') })
