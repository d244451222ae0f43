import CampaignIcon from '@mui/icons-material/Campaign'
import { defineResource } from '../../ui/defineResource'
import { CONTENT } from './Bulletin'

const HEAD = 'id version number month edition state issuedOn issuedByName reason corrects { id number } correctedBy { id number }'

/** The monthly bulletins, which all of the house read. */
export const bulletins = defineResource({
  name: 'bulletins',
  type: 'Bulletin',
  icon: CampaignIcon,
  group: 'reports',
  permission: 'bulletin.read',
  text: row => String(row.number ?? row.id),
  fields: { list: `${HEAD} content { total { share } }`, show: `${HEAD} remark content { ${CONTENT} }` },
  mutations: { create: { call: 'issueBulletin(input: IssueBulletinInput!)', may: 'bulletin.issue' }, acts: ['correctBulletin(id: ID!, input: CorrectBulletinInput!)'] },
  List: () => import('./BulletinList'),
  Show: () => import('./BulletinShow'),
  Create: () => import('./BulletinDraft'),
})
