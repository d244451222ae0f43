import { Alert, Link } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { clockOf } from '../ui/days'
import { ChoiceInput } from '../ui/inputs/FlagInput'
import { TextInput } from '../ui/inputs/TextInput'
import { MaskedField } from '../ui/record/MaskedField'
import { ShowPage } from '../ui/record/ShowPage'
import { type ActionForm, WorkflowButtons } from '../ui/record/WorkflowButtons'
import type { ApplicationRow } from './ApplicationList'
import { NoticeLink } from './Notice'
import { TeamChoiceInput } from './TeamChoiceInput'
import { useWords } from './words'

/** An application: what was said, who of the registry it may be, and the answer. */
export default function ApplicationShow() {
  const translate = useTranslate()
  const words = useWords()
  const masked = (row: ApplicationRow, field: 'idCard' | 'phone' | 'guardianPhone') => (
    <MaskedField type="VolunteerApplication" id={row.id} field={field} mask={row[field]} may={field === 'idCard' ? 'person.revealIdCard' : 'person.revealPhone'} dial={field !== 'idCard'} />
  )
  return (
    <ShowPage<ApplicationRow>
      states="ApplicationState"
      summary={row => [
        { label: 'number', value: row.number },
        { label: 'createdAt', value: clockOf(row.createdAt) },
        { label: 'region', value: row.region.fullName },
        { label: 'idCard', value: masked(row, 'idCard') },
        { label: 'phone', value: masked(row, 'phone') },
        { label: 'birthYear', value: String(row.birthYear) },
        { label: 'isVeteran', value: translate(row.isVeteran ? 'ra.boolean.true' : 'ra.boolean.false') },
        { label: 'skills', value: words('Skill', row.skills) },
        row.guardianName ? { label: 'guardianName', value: row.guardianName } : null,
        row.guardianName ? { label: 'guardianPhone', value: masked(row, 'guardianPhone') } : null,
        { label: 'noticeVersion', value: <NoticeLink edition={row.noticeVersion} /> },
        { label: 'note', value: row.note, wide: true },
        row.answer ? { label: 'answer', value: row.answer, wide: true } : null,
        row.volunteerId !== null && {
          label: 'volunteerId',
          value: (
            <Link component={RouterLink} to={`/volunteers/${row.volunteerId}/show`}>
              {row.name}
            </Link>
          ),
        },
      ]}
      actions={row => <WorkflowButtons forms={formsOf(row, translate('resources.volunteerApplications.somebodyNew'))} />}
      notice={row =>
        row.state === 'RECEIVED' && row.alike.length > 0 && (
          <Alert severity="info" sx={{ mb: 2 }}>
            {translate('resources.volunteerApplications.alike')}{' '}
            {row.alike.map(person => (
              <Link key={person.id} component={RouterLink} to={`/persons/${person.id}/show`} sx={{ mr: 1 }}>
                {person.name}
              </Link>
            ))}
          </Alert>
        )
      }
    />
  )
}

const NEW = 'NEW'

function formsOf(row: ApplicationRow, somebodyNew: string): Readonly<Record<string, ActionForm>> {
  const choices = [...row.alike.map(({ id, name, phone, region }) => ({ value: id, label: [name, phone, region?.name].filter(Boolean).join(' · ') })), { value: NEW, label: somebodyNew }]
  return {
    ACCEPT: {
      mutation: 'acceptApplication',
      defaults: { personId: row.alike[0]?.id ?? NEW, teamId: row.teamOfResidence?.id ?? null },
      inputs: (
        <>
          {row.alike.length > 0 && <ChoiceInput source="personId" choices={choices} />}
          <TeamChoiceInput source="teamId" region={row.region.code} />
        </>
      ),
      variables: ({ personId, teamId }, { id, version }, clientKey) => ({ id, version, input: { personId: personId === NEW ? null : personId, teamId, clientKey } }),
    },
    DECLINE: { mutation: 'declineApplication', inputs: <TextInput source="reason" rows={2} maxLength={200} validate={required()} />, grave: true },
  }
}
