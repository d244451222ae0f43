import SchoolIcon from '@mui/icons-material/School'
import { defineResource } from '../../ui/defineResource'
import { HISTORY } from '../../ui/record/Timeline'

/** The courses and certificates that activities may ask for, and volunteers' records are chosen from. */
export const credentials = defineResource({
  name: 'credentials',
  type: 'Credential',
  icon: SchoolIcon,
  group: 'bureau',
  permission: 'credential.read',
  inMenu: 'credential.write',
  text: row => String(row.name ?? row.id),
  fields: { list: 'id version kind name active', show: `id version kind name active ${HISTORY}` },
  mutations: {
    create: { call: 'createCredential(input: CredentialInput!)', may: 'credential.write' },
    update: { call: 'updateCredential(id: ID!, version: Int!, input: CredentialChange!)', may: 'credential.write' },
  },
  List: () => import('./CredentialList'),
  Show: () => import('./CredentialShow'),
  Create: () => import('./CredentialCreate'),
  Edit: () => import('./CredentialEdit'),
})
