import { Alert, Button, Link } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useEnumWord } from '../ui/enums'
import { today } from '../ui/days'
import { DayInput, TextInput } from '../ui/inputs/TextInput'
import { MaskedField } from '../ui/record/MaskedField'
import { useSentences } from '../ui/record/sentences'
import { ShowPage } from '../ui/record/ShowPage'
import { type ActionForm, WorkflowButtons } from '../ui/record/WorkflowButtons'
import { listAddress } from '../ui/views/StatCard'
import { Memberships } from './Memberships'
import type { TeamRow } from './rows'
import { Standings } from './Standings'
import { MemberCount } from './TeamList'

const note = <TextInput source="note" label="console.note" rows={2} maxLength={200} validate={required()} />

const exemption = (
  <>
    <DayInput source="exemptUntil" min={today()} />
    <TextInput source="exemptReason" rows={2} maxLength={200} />
  </>
)

const forms = (row: TeamRow): Readonly<Record<string, ActionForm>> => ({
  ACTIVATE: { mutation: 'activateTeam', inputs: row.meetsMinimum ? <></> : exemption },
  EXEMPT: {
    mutation: 'exemptTeam',
    inputs: (
      <>
        <DayInput source="exemptUntil" min={today()} validate={required()} />
        <TextInput source="exemptReason" rows={2} maxLength={200} validate={required()} />
      </>
    ),
  },
  RAISE: { mutation: 'raiseSquad', inputs: <TextInput source="name" maxLength={80} validate={required()} />, defaults: { name: row.name } },
  RECTIFY: { inputs: note },
  RESTORE: { inputs: note },
  SUSPEND: { inputs: note },
  RESUME: { inputs: note },
  DISBAND: { inputs: note, grave: true },
})

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
        { label: 'deputies', value: row.deputies.map(deputy => deputy.person.name).join(' / ') },
        { label: 'memberCount', value: String(row.memberCount) },
        { label: 'veteranCount', value: String(row.veteranCount) },
        { label: 'minimum', value: <MemberCount team={row} /> },
        { label: 'minBasis', value: word('MinimumBasis', row.minBasis) },
        { label: 'foundedOn', value: row.foundedOn },
        { label: 'code', value: row.code },
        { label: 'hasFlag', value: translate(`ra.boolean.${row.hasFlag}`) },
        row.needsMonthly ? null : { label: 'needsMonthly', value: translate('ra.boolean.false') },
        row.exemptUntil ? { label: 'exemptUntil', value: [row.exemptUntil, row.exemptReason].filter(Boolean).join(' · ') } : null,
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
          <WorkflowButtons forms={forms(row)} />
          <Button component={RouterLink} to={listAddress('volunteers', { teamId: row.id })} variant="outlined">
            {translate('resources.volunteers.name', { smart_count: 2 })}
          </Button>
        </>
      )}
      notice={row => <Shortcomings team={row} />}
      tabs={[
        { key: 'members', content: row => <Memberships of={{ teamId: row.id }} /> },
        { key: 'standings', content: row => <Standings standings={row.standings} /> },
      ]}
    />
  )
}

/** What is amiss with a team at work, and by when it is to be put right. */
function Shortcomings({ team }: { team: TeamRow }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const together = useSentences()
  const said = [
    team.rectifyCause && translate('resources.teams.rectifying', { cause: word('RectifyCause', team.rectifyCause), day: team.rectifyBy ?? '' }),
    ['ACTIVE', 'RECTIFYING'].includes(team.state ?? '') && !team.led && translate(team.leader ? 'resources.teams.leaderAway' : 'resources.teams.noLeader', { name: team.leader?.person.name }),
  ].filter(one => typeof one === 'string')
  if (said.length === 0) return null
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      {together(said)}
    </Alert>
  )
}
