import BadgeIcon from '@mui/icons-material/Badge'
import BarChartIcon from '@mui/icons-material/BarChart'
import ContactMailIcon from '@mui/icons-material/ContactMail'
import ElderlyIcon from '@mui/icons-material/Elderly'
import GroupAddIcon from '@mui/icons-material/GroupAdd'
import GroupsIcon from '@mui/icons-material/Groups'
import HolidayVillageIcon from '@mui/icons-material/HolidayVillage'
import HowToRegIcon from '@mui/icons-material/HowToReg'
import UploadFileIcon from '@mui/icons-material/UploadFile'
import VolunteerActivismIcon from '@mui/icons-material/VolunteerActivism'
import type { Row } from '../data/Definition'
import { definePage, defineResource } from '../ui/defineResource'
import { HISTORY } from '../ui/record/Timeline'

const REGION = 'region { code name fullName }'
const PERSON = 'person { id name sex birthYear age phone isVeteran }'
const WHOLE_PERSON = 'person { id name sex birthYear age idCard phone address isVeteran state }'
const RECORDS = 'qualifications { id version archived credentialId title certificateNo issuer issuedOn validUntil } insurances { id version archived company policyNo fromOn toOn } trainings { id version archived credentialId course heldOn hours validUntil } awards { id version archived title issuer awardedOn } evaluations { id version archived evaluatedOn rating note }'
const nameOf = (row: Row): string => (row.person as { name?: string } | null)?.name ?? row.id

/** The registry: veteran, volunteer, elder and contact are roles of one person. */
export const persons = defineResource({
  name: 'persons',
  type: 'Person',
  icon: BadgeIcon,
  group: 'people',
  permission: 'person.read',
  searchable: true,
  text: row => String(row.name ?? row.id),
  fields: {
    list: `id version state name sex birthYear age idCard phone isVeteran ${REGION}`,
    show: `id version state name sex birthDate birthYear age idCard phone address ethnicCode ethnicGroup politicalCode politicalStatus isVeteran enlistedMonth dischargedMonth servedInCombat verifiedAt deceasedOn mergedIntoId createdAt ${REGION} ${HISTORY}`,
  },
  sorts: { name: 'NAME', birthYear: 'BIRTH_YEAR', createdAt: 'CREATED_AT' },
  mutations: {
    create: { call: 'createPerson(input: PersonInput!)', may: 'person.write' },
    update: { call: 'updatePerson(id: ID!, version: Int!, input: PersonChange!)', may: 'person.write' },
    acts: ['mergePersons(input: MergeInput!)', 'decideMerge(id: ID!, version: Int!, agree: Boolean!, note: String)', 'undoMerge(id: ID!, version: Int!, reason: String!)'],
  },
  List: () => import('./PersonList'),
  Show: () => import('./PersonShow'),
  Create: () => import('./PersonCreate'),
  Edit: () => import('./PersonEdit'),
})

/** Who serves. */
export const volunteers = defineResource({
  name: 'volunteers',
  type: 'Volunteer',
  icon: VolunteerActivismIcon,
  group: 'people',
  permission: 'volunteer.read',
  searchable: true,
  badge: ['VOLUNTEER_PENDING'],
  text: nameOf,
  fields: {
    list: `id version state volunteerNo load loadLimit skills languages totalMinutes stars ${PERSON} ${REGION} team { id name }`,
    show: `id version state openActions volunteerNo platformNo nationalNo category skills languages sexWish load maxLoad loadLimit screenedOn consentVersion consentAt source pausedUntil stateReason totalMinutes stars teamConfirmed teamId ${WHOLE_PERSON} ${REGION} team { id name } teamOfResidence { id name } activeSince availability healthLimits emergencyName emergencyRelation emergencyPhone ${RECORDS} ${HISTORY}`,
  },
  sorts: { 'person.name': 'NAME', load: 'LOAD', totalMinutes: 'TOTAL_MINUTES' },
  mutations: {
    create: { call: 'registerVolunteer(input: VolunteerInput!)', may: 'volunteer.register' },
    update: { call: 'updateVolunteer(id: ID!, version: Int!, input: VolunteerChange!)', may: 'volunteer.write' },
    acts: [
      'activateVolunteer(id: ID!, version: Int!, input: ActivateVolunteerInput!)',
      'pauseVolunteer(id: ID!, version: Int!, reason: String!, pausedUntil: Date)',
      'resumeVolunteer(id: ID!, version: Int!)',
      'withdrawVolunteer(id: ID!, version: Int!, reason: String!)',
      'readmitVolunteer(id: ID!, version: Int!)',
      'blockVolunteer(id: ID!, version: Int!, reason: String!)',
      'unblockVolunteer(id: ID!, version: Int!, reason: String!)',
      'addQualification(volunteerId: ID!, input: QualificationInput!)',
      'correctQualification(id: ID!, version: Int!, input: QualificationInput!)',
      'archiveQualification(id: ID!, version: Int!, reason: String!)',
      'addInsurance(volunteerId: ID!, input: InsuranceInput!)',
      'correctInsurance(id: ID!, version: Int!, input: InsuranceInput!)',
      'archiveInsurance(id: ID!, version: Int!, reason: String!)',
      'addTraining(volunteerId: ID!, input: TrainingInput!)',
      'correctTraining(id: ID!, version: Int!, input: TrainingInput!)',
      'archiveTraining(id: ID!, version: Int!, reason: String!)',
      'addAward(volunteerId: ID!, input: AwardInput!)',
      'correctAward(id: ID!, version: Int!, input: AwardInput!)',
      'archiveAward(id: ID!, version: Int!, reason: String!)',
      'addEvaluation(volunteerId: ID!, input: EvaluationInput!)',
      'correctEvaluation(id: ID!, version: Int!, input: EvaluationInput!)',
      'archiveEvaluation(id: ID!, version: Int!, reason: String!)',
      'recordScreening(id: ID!, version: Int!, screenedOn: Date!, note: String)',
      'joinTeam(volunteerId: ID!, teamId: ID!, kind: MembershipKind!, clientKey: String)',
      'transferMember(volunteerId: ID!, version: Int!, teamId: ID!, reason: String!, clientKey: String)',
    ],
  },
  List: () => import('./VolunteerList'),
  Show: () => import('./VolunteerShow'),
  Create: () => import('./VolunteerCreate'),
  Edit: () => import('./VolunteerEdit'),
})

/** The teams of the banner, townships and villages, and the squads. */
export const teams = defineResource({
  name: 'teams',
  type: 'Team',
  icon: GroupsIcon,
  group: 'people',
  permission: 'team.read',
  searchable: true,
  badge: ['TEAM_BELOW_MINIMUM', 'TEAM_LEADERLESS'],
  text: row => String(row.name ?? row.id),
  fields: {
    list: `id version state code name tier memberMin minBasis memberCount veteranCount meetsMinimum led ${REGION} leader { id person { id name } }`,
    show: `id version state openActions code name tier memberMin minBasis memberCount veteranCount meetsMinimum led hasFlag needsMonthly exemptUntil exemptReason rectifyCause rectifyBy foundedOn parentId stationId leaderId deputyIds ${REGION} parent { id name } leader { id person { id name phone } } deputies { id person { id name } } standings { id sinceOn untilOn state memberCount veteranCount metMinimum } ${HISTORY}`,
  },
  sorts: { name: 'NAME', memberCount: 'MEMBER_COUNT' },
  mutations: {
    create: { call: 'createTeam(input: TeamInput!)', may: 'team.write' },
    update: { call: 'updateTeam(id: ID!, version: Int!, input: TeamChange!)', may: 'team.write' },
    move: 'moveTeam(id: ID!, version: Int!, action: TeamAction!, note: String)',
    acts: ['activateTeam(id: ID!, version: Int!, exemptUntil: Date, exemptReason: String)', 'exemptTeam(id: ID!, version: Int!, exemptUntil: Date!, exemptReason: String!)', 'raiseSquad(id: ID!, version: Int!, name: String!)', 'explainVillage(regionCode: RegionCode!, reason: String!)'],
  },
  List: () => import('./TeamList'),
  Show: () => import('./TeamShow'),
  Create: () => import('./TeamCreate'),
  Edit: () => import('./TeamEdit'),
})

/** Who has offered to serve through the public form. */
export const volunteerApplications = defineResource({
  name: 'volunteerApplications',
  type: 'VolunteerApplication',
  icon: ContactMailIcon,
  group: 'people',
  permission: 'application.read',
  badge: ['APPLICATION_RECEIVED'],
  text: row => String(row.name ?? row.id),
  fields: {
    list: `id version state number name birthYear isVeteran createdAt ${REGION}`,
    show: `id version state openActions number name idCard phone birthYear isVeteran skills note guardianName guardianPhone noticeVersion answer answeredAt createdAt volunteerId ${REGION} teamOfResidence { id name } alike { id name phone region { name } } ${HISTORY}`,
  },
  mutations: { acts: ['acceptApplication(id: ID!, version: Int!, input: AcceptInput!)', 'declineApplication(id: ID!, version: Int!, reason: String!)'] },
  List: () => import('./ApplicationList'),
  Show: () => import('./ApplicationShow'),
})

/** Who asks to join which team, and who belongs to which. */
export const memberships = defineResource({
  name: 'memberships',
  type: 'Membership',
  icon: HowToRegIcon,
  group: 'people',
  permission: 'team.read',
  badge: ['JOIN_REQUESTED'],
  text: row => String((row.team as { name?: string } | null)?.name ?? row.id),
  one: false,
  fields: { list: 'id version kind state openActions from to reason wish team { id name } fromTeam { id name } volunteer { id volunteerNo state person { id name isVeteran } }' },
  mutations: { acts: ['confirmMember(id: ID!, version: Int!)', 'declineMember(id: ID!, version: Int!, reason: String!)', 'cancelRequest(id: ID!, version: Int!)', 'leaveTeam(id: ID!, version: Int!, reason: String!)'] },
  List: () => import('./MembershipList'),
})

/** The squads that villages ask for. */
export const squadProposals = defineResource({
  name: 'squadProposals',
  type: 'SquadProposal',
  icon: GroupAddIcon,
  group: 'people',
  permission: 'team.read',
  badge: ['SQUAD_PROPOSED', 'SQUAD_CHECKED'],
  text: row => String(row.name ?? row.id),
  fields: {
    list: `id version state name decision memberIds ${REGION} leader { id person { id name } }`,
    show: `id version state openActions name reason decision teamId memberIds ${REGION} team { id name state } leader { id person { id name } } members { id volunteerNo person { id name isVeteran } } ${HISTORY}`,
  },
  mutations: { create: { call: 'proposeSquad(input: SquadInput!)', may: 'squad.propose' }, move: 'moveSquad(id: ID!, version: Int!, action: SquadAction!, note: String)' },
  List: () => import('./SquadList'),
  Show: () => import('./SquadShow'),
  Create: () => import('./SquadCreate'),
})

/** The villages with neither team nor squad. */
export const villagesWithout = definePage({ name: 'villagesWithout', icon: HolidayVillageIcon, group: 'people', permission: 'squad.propose', Page: () => import('./VillagesWithout') })

/** Teams and volunteers in figures. */
export const peopleFigures = definePage({ name: 'peopleFigures', icon: BarChartIcon, group: 'people', permission: 'dashboard.read', Page: () => import('./PeopleFigures') })

/** The elders and disabled people whom volunteers look after. */
export const beneficiaries = defineResource({
  name: 'beneficiaries',
  type: 'Beneficiary',
  icon: ElderlyIcon,
  group: 'people',
  permission: 'beneficiary.read',
  searchable: true,
  badge: ['UNPAIRED_HIGH', 'CONSENT_MISSING'],
  text: nameOf,
  fields: {
    list: `id version state kinds grade livesAlone consentState unpairedSince caseWorkerId caseWorkerName ${PERSON} ${REGION}`,
    show: `id version state openActions kinds grade gradedOn visitEvery majorChangeAt livesAlone endReason endedOn abilities language volunteerSexWish skillWishes healthNotes needsNote doctor caseWorkerId caseWorkerName consentState consentVersion photoConsent unpairedSince assessment assessedOn ${WHOLE_PERSON} ${REGION}
      gradeChanges { id fromGrade grade visitEvery gradedOn majorChange reason }
      consents { id purpose ground textVersion givenBy guardianName givenOn channel withdrawnOn note }
      contacts { id version kind name relation phone archived }
      ${HISTORY}`,
  },
  sorts: { grade: 'GRADE', 'person.name': 'NAME', unpairedSince: 'UNPAIRED_SINCE' },
  mutations: {
    create: { call: 'registerBeneficiary(input: BeneficiaryInput!)', may: 'beneficiary.register' },
    update: { call: 'updateBeneficiary(id: ID!, version: Int!, input: BeneficiaryChange!)', may: 'beneficiary.write' },
    acts: [
      'assessBeneficiary(id: ID!, version: Int!, input: AssessmentInput!)',
      'gradeBeneficiary(id: ID!, version: Int!, input: GradeInput!)',
      'recordConsent(id: ID!, input: ConsentInput!)',
      'withdrawConsent(id: ID!, version: Int!, purpose: ConsentPurpose!, note: String)',
      'pauseBeneficiary(id: ID!, version: Int!, note: String!)',
      'resumeBeneficiary(id: ID!, version: Int!, note: String)',
      'endBeneficiary(id: ID!, version: Int!, input: EndInput!)',
      'reopenBeneficiary(id: ID!, version: Int!, note: String!)',
      'assignCaseWorker(id: ID!, version: Int!, caseWorkerId: ID)',
      'createContact(beneficiaryId: ID!, input: ContactInput!)',
      'updateContact(id: ID!, version: Int!, input: ContactInput!)',
      'archiveContact(id: ID!, version: Int!)',
    ],
  },
  List: () => import('./BeneficiaryList'),
  Show: () => import('./BeneficiaryShow'),
  Create: () => import('./BeneficiaryCreate'),
  Edit: () => import('./BeneficiaryEdit'),
})

/** Sheets of volunteers on their way into the registry. */
export const volunteerImports = defineResource({
  name: 'volunteerImports',
  type: 'VolunteerImport',
  icon: UploadFileIcon,
  group: 'people',
  permission: 'sheet.import',
  filterless: true,
  text: row => String(row.fileName ?? row.id),
  fields: { list: 'id version state source fileName ownerName total createdAt' },
  mutations: { create: { call: 'importSheet(input: ImportSheetInput!)', may: 'sheet.import' } },
  List: () => import('./imports/ImportList'),
  Show: () => import('./imports/ImportShow'),
  Create: () => import('./imports/ImportCreate'),
})
