import { Box, Link } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useMay } from '../ui/Console'
import { useEnumWord } from '../ui/enums'
import { BulkAct } from '../ui/list/BulkAct'
import type { Column } from '../ui/list/columns'
import { ListPage } from '../ui/list/ListPage'
import { StateChip } from '../ui/record/StateChip'
import { WorkflowButtons } from '../ui/record/WorkflowButtons'
import { membershipForms } from './membershipForms'
import type { MembershipRow } from './Memberships'

/** Who asks to join which team, and the periods that came of it; a leader answers here. */
export default function MembershipList() {
  const translate = useTranslate()
  const word = useEnumWord()
  const may = useMay()
  const columns: Column<MembershipRow>[] = [
    {
      source: 'volunteer.person.name',
      card: 'title',
      render: row => (
        <Link component={RouterLink} to={`/volunteers/${row.volunteer.id}/show`}>
          {row.volunteer.person.name}
        </Link>
      ),
    },
    { source: 'state', card: 'chip', render: row => <StateChip of="MembershipState" value={row.state} /> },
    { source: 'team.name', wrap: true },
    { source: 'fromTeam.name', wrap: true, render: row => row.fromTeam?.name ?? '–' },
    { source: 'wish', wrap: true },
    { source: 'kind', hidden: true, render: row => word('MembershipKind', row.kind) },
    { source: 'from', hidden: true },
    { source: 'to', hidden: true },
    { source: 'actions', label: 'resources.memberships.answer', render: row => <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}><WorkflowButtons of="memberships" row={row} forms={membershipForms} size="small" only={['ACCEPT', 'DECLINE', 'CANCEL']} /></Box> },
  ]
  return (
    <ListPage
      columns={columns}
      asked={{ state: ['JOIN_REQUESTED'] }}
      bulk={may('member.confirm') ? ids => <BulkAct ids={ids} action="ACCEPT" together="confirmMembers" /> : undefined}
      query={[
        { source: 'state', kind: 'enum', of: 'MembershipState', many: true },
        { source: 'region', kind: 'region' },
        { source: 'teamId', kind: 'record', of: 'teams' },
        { source: 'toAnswer', kind: 'flag' },
      ]}
      title={translate('resources.memberships.name', { smart_count: 2 })}
    />
  )
}
