import { Box, Link, Typography } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { TextInput } from '../ui/inputs/TextInput'
import { ShowPage } from '../ui/record/ShowPage'
import { type ActionForm, WorkflowButtons } from '../ui/record/WorkflowButtons'
import type { SquadRow } from './SquadList'

const why = <TextInput source="note" label="console.note" rows={2} maxLength={500} validate={required()} />

const FORMS: Readonly<Record<string, ActionForm>> = { SEND_BACK: { inputs: why, grave: true }, DECLINE: { inputs: why, grave: true }, WITHDRAW: { inputs: why, grave: true } }

/** A village's proposal of a squad: who is to join, what the station found, what the bureau decided. */
export default function SquadShow() {
  const translate = useTranslate()
  return (
    <ShowPage<SquadRow>
      states="SquadState"
      summary={row => [
        { label: 'region', value: row.region.fullName },
        { label: 'leader', value: row.leader?.person.name },
        { label: 'reason', value: row.reason, wide: true },
        row.decision ? { label: 'decision', value: row.decision, wide: true } : null,
        row.team && {
          label: 'team',
          value: (
            <Link component={RouterLink} to={`/teams/${row.team.id}/show`}>
              {row.team.name}
            </Link>
          ),
        },
      ]}
      actions={() => <WorkflowButtons forms={FORMS} />}
      tabs={[
        {
          key: 'members',
          content: row => (
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
              {row.members.map(member => (
                <li key={member.id}>
                  <Link component={RouterLink} to={`/volunteers/${member.id}/show`}>
                    {member.person.name}
                  </Link>
                  <Typography variant="body2" color="text.secondary">
                    {[member.volunteerNo, member.person.isVeteran && translate('resources.persons.fields.isVeteran'), member.id === row.leader?.id && translate('resources.squadProposals.fields.leader')].filter(Boolean).join(' · ')}
                  </Typography>
                </li>
              ))}
            </Box>
          ),
        },
      ]}
    />
  )
}
