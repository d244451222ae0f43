import { Box } from '@mui/material'
import { clockOf } from '../../ui/days'
import type { Column } from '../../ui/list/columns'
import { ListPage } from '../../ui/list/ListPage'
import { StateChip } from '../../ui/record/StateChip'
import { WorkflowButtons } from '../../ui/record/WorkflowButtons'
import { nameOf } from '../people'
import type { NeedRow } from './Need'
import { needForms } from './needForms'

const columns: Column<NeedRow>[] = [
  { source: 'text', card: 'title', wrap: true },
  { source: 'state', card: 'chip', render: row => <StateChip of="NeedState" value={row.state} /> },
  { source: 'beneficiary.person.name', render: row => nameOf(row.beneficiary) || '–' },
  { source: 'volunteer.person.name', label: 'resources.needRequests.fields.volunteerId', render: row => nameOf(row.volunteer) || '–' },
  { source: 'region.name', render: row => row.region?.fullName ?? '–' },
  { source: 'createdAt', label: 'resources.needRequests.fields.raisedOn', render: row => clockOf(row.createdAt) },
  {
    source: 'openActions',
    render: row => (
      <Box component="span" onClick={event => event.stopPropagation()} sx={{ display: 'inline-flex', gap: 1, flexWrap: 'wrap' }}>
        <WorkflowButtons row={row} of="needRequests" forms={needForms} only={['ASSIGN', 'ACCEPT', 'FINISH', 'CONFIRM']} size="small" />
      </Box>
    ),
  },
]

/** What elders ask for, the newest first. */
export default function NeedList() {
  return (
    <ListPage<NeedRow>
      columns={columns}
      sort={{ field: 'createdAt', order: 'DESC' }}
      query={[
        { source: 'q', kind: 'text' },
        { source: 'state', kind: 'enum', of: 'NeedState', many: true },
        { source: 'region', kind: 'region' },
        { source: 'beneficiaryId', kind: 'record', of: 'beneficiaries' },
        { source: 'volunteerId', kind: 'record', of: 'volunteers' },
      ]}
    />
  )
}
