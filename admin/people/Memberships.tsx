import { Box, Button, Link, Typography } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import { useAct, useAsk, useMay } from '../ui/Console'
import { useEnumWord } from '../ui/enums'
import { TextInput } from '../ui/inputs/TextInput'
import { ExportButton } from '../ui/list/ExportButton'
import { ActionDialog } from '../ui/record/ActionDialog'
import { StateChip } from '../ui/record/StateChip'
import { EmptyState } from '../ui/views/EmptyState'
import { ErrorPanel } from '../ui/views/ErrorPanel'

/** The memberships of a team or of a volunteer, the latest first. */
export const MEMBERSHIPS = `query memberships($teamId: ID, $volunteerId: ID) { memberships(teamId: $teamId, volunteerId: $volunteerId, page: { size: 100 }) { total items {
  id version kind state from to reason team { id name } volunteer { id volunteerNo state person { id name isVeteran } }
} } }`

interface Membership {
  id: string
  version: number
  kind: string
  state: 'JOIN_REQUESTED' | 'ACTIVE' | 'ENDED'
  from: string | null
  to: string | null
  reason: string | null
  team: { id: string; name: string }
  volunteer: { id: string; volunteerNo: string; person: { name: string; isVeteran: boolean } }
}

const ORDER = ['JOIN_REQUESTED', 'ACTIVE', 'ENDED']

/** Who belongs to a team, or to which teams somebody belongs: requests first, then members, then those who left. */
export function Memberships({ of }: { of: { teamId: string } | { volunteerId: string } }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const may = useMay()
  const { act } = useAct()
  const [asked, setAsked] = useState<{ one: Membership; action: 'ACCEPT' | 'END' } | null>(null)
  const { data, error, refetch } = useAsk<{ memberships: { items: Membership[] } }>(MEMBERSHIPS, of)
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  const rows = [...(data?.memberships.items ?? [])].sort((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state))
  if (data && rows.length === 0) return <EmptyState title={translate('resources.memberships.empty')} />
  const actionsOf = ({ state }: Membership): ('ACCEPT' | 'END')[] => [...(state === 'JOIN_REQUESTED' && may('volunteer.activate') ? ['ACCEPT' as const] : []), ...(state !== 'ENDED' && may('volunteer.write') ? ['END' as const] : [])]
  const say = (part: string): string => `resources.memberships.actions.${asked?.action}.${part}`
  return (
    <>
      {'teamId' in of && (
        <Box sx={{ display: 'flex', justifyContent: 'flex-end', mb: 1 }}>
          <ExportButton list="memberships" filter={of} total={rows.length} />
        </Box>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {rows.map(one => (
          <Box component="li" key={one.id} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            <Box sx={{ mr: 'auto', minWidth: 0 }}>
              <Link component={RouterLink} to={'teamId' in of ? `/volunteers/${one.volunteer.id}/show` : `/teams/${one.team.id}/show`}>
                {'teamId' in of ? one.volunteer.person.name : one.team.name}
              </Link>
              <Typography variant="body2" color="text.secondary">
                {[
                  'teamId' in of && one.volunteer.volunteerNo,
                  'teamId' in of && one.volunteer.person.isVeteran && translate('resources.persons.fields.isVeteran'),
                  word('MembershipKind', one.kind),
                  one.from && `${one.from} – ${one.to ?? ''}`,
                  one.reason,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Typography>
            </Box>
            <StateChip of="MembershipState" value={one.state} />
            {actionsOf(one).map(action => (
              <Button key={action} size="small" variant="outlined" color={action === 'END' ? 'error' : 'primary'} onClick={() => setAsked({ one, action })}>
                {translate(`resources.memberships.actions.${action}.name`)}
              </Button>
            ))}
          </Box>
        ))}
      </Box>
      {asked && (
        <ActionDialog
          title={say('name')}
          consequence={say('consequence')}
          confirm={say('name')}
          grave={asked.action === 'END'}
          resource="memberships"
          onClose={() => setAsked(null)}
          run={async ({ reason }) => {
            const { id, version } = asked.one
            if (asked.action === 'ACCEPT') await act('volunteers', 'confirmMember', { id, version }, say('done'))
            else await act('volunteers', 'leaveTeam', { id, version, reason }, say('done'))
            await refetch()
          }}
        >
          {asked.action === 'END' && <TextInput source="reason" rows={2} maxLength={200} validate={required()} />}
        </ActionDialog>
      )}
    </>
  )
}
