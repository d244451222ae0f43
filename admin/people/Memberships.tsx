import { Box, Link, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import type { Row } from '../data/Definition'
import { useAsk } from '../ui/Console'
import { useEnumWord } from '../ui/enums'
import { ExportButton } from '../ui/list/ExportButton'
import { StateChip } from '../ui/record/StateChip'
import { WorkflowButtons } from '../ui/record/WorkflowButtons'
import { EmptyState } from '../ui/views/EmptyState'
import { ErrorPanel } from '../ui/views/ErrorPanel'
import { membershipForms } from './membershipForms'

const PARTS = 'id version kind state openActions from to reason wish team { id name } fromTeam { id name } volunteer { id volunteerNo state person { id name isVeteran } }'

/** The memberships of a team or of a volunteer, the latest first. */
export const MEMBERSHIPS = `query memberships($filter: MembershipFilter!, $page: Page!) { memberships(filter: $filter, page: $page) { total items { ${PARTS} } } }`

/** A period in which somebody belongs to a team, or a request for one. */
export type MembershipRow = Row & {
  kind: string
  from: string | null
  to: string | null
  reason: string | null
  wish: string | null
  team: { id: string; name: string }
  fromTeam: { id: string; name: string } | null
  volunteer: { id: string; volunteerNo: string; person: { name: string; isVeteran: boolean } }
}

const ORDER = ['JOIN_REQUESTED', 'ACTIVE', 'ENDED', 'DECLINED']
const FEW = { number: 1, size: 100 }

/** Who belongs to a team, or to which teams somebody belongs: requests first, then members, then those who left. */
export function Memberships({ of }: { of: { teamId: string } | { volunteerId: string } }) {
  const translate = useTranslate()
  const { data, error, refetch } = useAsk<{ memberships: { items: MembershipRow[] } }>(MEMBERSHIPS, { filter: of, page: FEW })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  const rows = [...(data?.memberships.items ?? [])].sort((one, other) => ORDER.indexOf(one.state ?? '') - ORDER.indexOf(other.state ?? ''))
  if (data && rows.length === 0) return <EmptyState title={translate('resources.memberships.empty')} hint={translate('resources.memberships.emptyHint')} />
  return (
    <>
      {'teamId' in of && (
        <Box sx={{ display: 'flex', justifyContent: 'flex-end', mb: 1 }}>
          <ExportButton list="memberships" filter={of} total={rows.length} />
        </Box>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {rows.map(row => (
          <MembershipLine key={row.id} row={row} ofTeam={'teamId' in of} />
        ))}
      </Box>
    </>
  )
}

/** One membership with what may be done about it now. */
function MembershipLine({ row, ofTeam }: { row: MembershipRow; ofTeam: boolean }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const parts = [
    ofTeam && row.volunteer.volunteerNo,
    ofTeam && row.volunteer.person.isVeteran && translate('resources.persons.fields.isVeteran'),
    word('MembershipKind', row.kind),
    row.fromTeam && translate('resources.memberships.fromTeam', { name: row.fromTeam.name }),
    row.from && `${row.from} – ${row.to ?? ''}`,
    row.wish,
    row.reason !== row.wish && row.reason,
  ]
  const name = ofTeam ? row.volunteer.person.name : row.team.name
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      <Box sx={{ mr: 'auto', minWidth: 0 }}>
        <Link component={RouterLink} to={ofTeam ? `/volunteers/${row.volunteer.id}/show` : `/teams/${row.team.id}/show`}>
          {name}
        </Link>
        <Typography variant="body2" color="text.secondary">
          {parts.filter(Boolean).join(' · ')}
        </Typography>
      </Box>
      <StateChip of="MembershipState" value={row.state} />
      <WorkflowButtons of="memberships" row={row} forms={membershipForms} size="small" />
    </Box>
  )
}
