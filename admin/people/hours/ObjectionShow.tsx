import { Button, Link } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { clockOf } from '../../ui/days'
import { useEnumWord } from '../../ui/enums'
import { TextInput } from '../../ui/inputs/TextInput'
import { ShowPage } from '../../ui/record/ShowPage'
import { ToneChip } from '../../ui/record/StateChip'
import { WorkflowButtons } from '../../ui/record/WorkflowButtons'
import { useHours } from '../words'
import type { ObjectionRow } from './rows'

/** What a volunteer says is wrong, the line that it is about, and the answer. */
export default function ObjectionShow() {
  const translate = useTranslate()
  const word = useEnumWord()
  const hours = useHours()
  return (
    <ShowPage<ObjectionRow>
      states="ObjectionState"
      beside={row => row.overdue && <ToneChip label={translate('enums.DueState.OVERDUE')} tone="bad" />}
      summary={row => [
        {
          label: 'volunteerId',
          value: (
            <Link component={RouterLink} to={`/volunteers/${row.volunteer.id}/show?tab=ledger`}>
              {row.volunteer.person.name}
            </Link>
          ),
        },
        { label: 'volunteerNo', value: row.volunteer.volunteerNo },
        { label: 'region', value: row.region.fullName },
        { label: 'record', value: [row.record.servedOn, word('ProgrammeCode', row.record.programmeCode), hours(row.record.minutes), row.record.state !== 'CONFIRMED' && word('ServiceState', row.record.state)].filter(Boolean).join(' · ') },
        { label: 'createdAt', value: clockOf(row.createdAt) },
        { label: 'answerBy', value: row.answerBy },
        { label: 'text', value: row.text, wide: true },
        row.answer ? { label: 'answer', value: row.answer, wide: true } : null,
      ]}
      actions={row => (
        <>
          <Button component={RouterLink} to={`/serviceRecords/${row.record.id}/show`} variant={row.openActions?.length ? 'contained' : 'outlined'}>
            {translate('resources.serviceObjections.toRecord')}
          </Button>
          <WorkflowButtons forms={{ DISMISS: { mutation: 'dismissObjection', inputs: <TextInput source="answer" rows={3} maxLength={300} validate={required()} /> } }} />
        </>
      )}
    />
  )
}
