import BusinessIcon from '@mui/icons-material/Business'
import UploadFileIcon from '@mui/icons-material/UploadFile'
import WorkHistoryIcon from '@mui/icons-material/WorkHistory'
import { definePage, defineResource } from '../../ui/defineResource'
import { HISTORY } from '../../ui/record/Timeline'
import type { EmploymentRow } from './Employer'

const EMPLOYER = 'id version state name kind creditCode creditCodeReason industryCode industry premises contactName contactPhone veteranCount region { code name fullName }'

/** The units in which veterans work. */
export const employers = defineResource({
  name: 'employers',
  type: 'Employer',
  icon: BusinessIcon,
  group: 'people',
  permission: 'employer.read',
  searchable: true,
  text: row => String(row.name ?? row.id),
  fields: { list: EMPLOYER, show: `${EMPLOYER} aliases closedOn closeReason mergedIntoId ${HISTORY}` },
  sorts: { name: 'NAME', createdAt: 'CREATED_AT' },
  mutations: {
    create: { call: 'createEmployer(input: EmployerInput!)', may: 'employer.write' },
    update: { call: 'updateEmployer(id: ID!, version: Int!, input: EmployerChange!)', may: 'employer.write' },
    acts: [
      'closeEmployer(id: ID!, version: Int!, closedOn: Date!, reason: String!)',
      'mergeEmployers(input: MergeInput!)',
      'decideEmployerMerge(id: ID!, version: Int!, agree: Boolean!, note: String)',
      'undoEmployerMerge(id: ID!, version: Int!, reason: String!)',
    ],
  },
  List: () => import('./EmployerList'),
  Show: () => import('./EmployerShow'),
  Create: () => import('./EmployerCreate'),
  Edit: () => import('./EmployerEdit'),
})

/** Who works or worked where. */
export const employments = defineResource({
  name: 'employments',
  type: 'Employment',
  icon: WorkHistoryIcon,
  group: 'people',
  permission: 'employer.read',
  hidden: true,
  one: false,
  text: row => (row as EmploymentRow).person?.name ?? row.id,
  fields: { list: 'id version from to jobTitle endReason endNote employer { id name } person { id name isVeteran phone }' },
  mutations: {
    create: { call: 'recordEmployment(input: EmploymentInput!)', may: 'employer.write' },
    acts: ['correctEmployment(id: ID!, version: Int!, input: EmploymentChange!)', 'endEmployment(id: ID!, version: Int!, input: EmploymentEnding!)'],
  },
})

/** Employers that come as a list. */
export const employerSheet = definePage({ name: 'employerSheet', icon: UploadFileIcon, group: 'people', permission: 'sheet.import', hidden: true, Page: () => import('./EmployerSheet') })
