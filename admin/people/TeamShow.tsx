import { Button, Link } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useEnumWord } from '../ui/enums'
import { today } from '../ui/days'
import { DayInput, TextInput } from '../ui/inputs/TextInput'
import { MaskedField } from '../ui/record/MaskedField'
import { ShowPage } from '../ui/record/ShowPage'
import { type ActionForm, WorkflowButtons } from '../ui/record/WorkflowButtons'
import { listAddress } from '../ui/views/StatCard'
import { Memberships } from './Memberships'
import type { TeamRow } from './rows'
import { MemberCount } from './TeamList'

const note = <TextInput source="note" label="console.note" rows={2} maxLength={200} validate={required()} />

const FORMS: Readonly<Record<string, ActionForm>> = {
  ACTIVATE: { mutation: 'activateTeam', inputs: <DayInput source="exemptUntil" min={today()} /> },
  RECTIFY: { inputs: note },
  SUSPEND: { inputs: note },
  DISBAND: { inputs: note, grave: true },
}

/** A team: its leader, its members against the minimum, and what may be done now. */
export default function TeamShow() {
  const translate = useTranslate()
  const word = useEnumWord()
  return (
    <ShowPage<TeamRow>
      states="TeamState"
      summary={row => [
        { label: 'tier', value: word('TeamTier', row.tier) },
        { label: 'region', value: row.region.fullName },
        {
          label: 'leader',
          value: row.leader && (
            <Link component={RouterLink} to={`/volunteers/${row.leader.id}/show`}>
              {row.leader.person.name}
            </Link>
          ),
        },
        row.leader && { label: 'resources.persons.fields.phone', value: <MaskedField type="Person" id={row.leader.person.id} field="phone" mask={row.leader.person.phone} may="person.revealPhone" dial /> },
        { label: 'memberCount', value: String(row.memberCount) },
        { label: 'veteranCount', value: String(row.veteranCount) },
        { label: 'minimum', value: <MemberCount team={row} /> },
        { label: 'minBasis', value: word('MinimumBasis', row.minBasis) },
        { label: 'foundedOn', value: row.foundedOn },
        { label: 'code', value: row.code },
        row.exemptUntil ? { label: 'exemptUntil', value: row.exemptUntil } : null,
        row.parent && {
          label: 'parent',
          value: (
            <Link component={RouterLink} to={`/teams/${row.parent.id}/show`}>
              {row.parent.name}
            </Link>
          ),
        },
      ]}
      actions={row => (
        <>
          <WorkflowButtons forms={FORMS} />
          <Button component={RouterLink} to={listAddress('volunteers', { teamId: row.id })} variant="outlined">
            {translate('resources.volunteers.name', { smart_count: 2 })}
          </Button>
        </>
      )}
      tabs={[{ key: 'members', content: row => <Memberships of={{ teamId: row.id }} /> }]}
    />
  )
}
