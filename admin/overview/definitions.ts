import FactCheckIcon from '@mui/icons-material/FactCheck'
import { defineResource } from '../ui/defineResource'

/** Who did what and when, as the auditor reads it. */
export const auditTrail = defineResource({
  name: 'auditTrail',
  type: 'AuditLine',
  icon: FactCheckIcon,
  group: 'bureau',
  permission: 'audit.read',
  text: row => [row.actorName, row.act].filter(Boolean).join(' · '),
  one: false,
  fields: { list: 'id at act actId actorId actorName role ip requestId result entity entityId regionCode action note changes { field before after }' },
  filterType: 'AuditFilter',
  List: () => import('./AuditTrail'),
})
