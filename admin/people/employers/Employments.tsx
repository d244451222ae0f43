import { Box, Link } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useMay } from '../../ui/Console'
import { today } from '../../ui/days'
import { useEnumWord } from '../../ui/enums'
import { EnumInput } from '../../ui/inputs/EnumPicker'
import { PersonInput, RecordInput } from '../../ui/inputs/RecordPicker'
import { DayInput, TextInput } from '../../ui/inputs/TextInput'
import type { Column } from '../../ui/list/columns'
import { RelatedList } from '../../ui/list/RelatedList'
import { ActButton } from '../../ui/record/ActButton'
import { MaskedField } from '../../ui/record/MaskedField'
import { ToneChip } from '../../ui/record/StateChip'
import { EmptyState } from '../../ui/views/EmptyState'
import type { EmploymentRow } from './Employer'

/** Who works or worked at an employer, or where somebody works or worked: periods, with what may be noted of each. */
export function Employments({ of, open }: { of: { employerId: string } | { personId: string }; open: boolean }) {
  const translate = useTranslate()
  const may = useMay()
  const here = 'employerId' in of
  const writes = may('employer.write')
  return (
    <>
      {open && writes && (
        <Box sx={{ display: 'flex', justifyContent: 'flex-end', mb: 1 }}>
          <RecordEmployment of={of} />
        </Box>
      )}
      <RelatedList<EmploymentRow>
        of="employments"
        filter={of}
        columns={columnsOf(here, writes, translate)}
        empty={<EmptyState title={translate(here ? 'resources.employments.nobody' : 'resources.employments.nowhere')} hint={open && writes ? translate('resources.employments.emptyHint') : undefined} />}
      />
    </>
  )
}

const columnsOf = (here: boolean, writes: boolean, translate: (key: string) => string): Column<EmploymentRow>[] => [
  here ? { source: 'person.name', card: 'title', render: row => <Who row={row} /> } : { source: 'employer.name', card: 'title', render: row => <Where row={row} /> },
  ...(here ? [{ source: 'person.isVeteran', card: 'chip', render: row => (row.person?.isVeteran ? <ToneChip label={translate('resources.persons.fields.isVeteran')} tone="info" /> : '–') } satisfies Column<EmploymentRow>] : []),
  { source: 'jobTitle' },
  { source: 'from' },
  { source: 'to', render: row => <Ended row={row} /> },
  ...(here ? [{ source: 'person.phone', render: row => row.person && <MaskedField type="Person" id={row.person.id} field="phone" mask={row.person.phone} may="person.revealPhone" /> } satisfies Column<EmploymentRow>] : []),
  ...(writes ? [{ source: 'deeds', render: row => <Deeds row={row} /> } satisfies Column<EmploymentRow>] : []),
]

function Who({ row: { person } }: { row: EmploymentRow }) {
  const may = useMay()
  if (!person) return <>–</>
  return may('person.read') ? (
    <Link component={RouterLink} to={`/persons/${person.id}/show`}>
      {person.name}
    </Link>
  ) : (
    <>{person.name}</>
  )
}

function Where({ row: { employer } }: { row: EmploymentRow }) {
  return employer ? (
    <Link component={RouterLink} to={`/employers/${employer.id}/show`}>
      {employer.name}
    </Link>
  ) : (
    <>–</>
  )
}

function Ended({ row: { to, endReason, endNote } }: { row: EmploymentRow }) {
  const translate = useTranslate()
  const word = useEnumWord()
  return to ? <>{[to, word('EmploymentEnd', endReason), endNote].filter(Boolean).join(' · ')}</> : <ToneChip label={translate('resources.employments.now')} tone="good" />
}

function RecordEmployment({ of }: { of: { employerId: string } | { personId: string } }) {
  return (
    <ActButton of="employments" action="record" mutation="recordEmployment" contained defaults={{ from: today() }} variables={(values, clientKey) => ({ input: { ...values, ...of, clientKey } })}>
      {'employerId' in of ? <PersonInput source="personId" validate={required()} helperText="resources.employments.personHint" /> : <RecordInput source="employerId" of="employers" filter={{ state: ['ACTIVE'] }} validate={required()} />}
      <TextInput source="jobTitle" maxLength={60} />
      <DayInput source="from" max={today()} validate={required()} />
    </ActButton>
  )
}

function Deeds({ row }: { row: EmploymentRow }) {
  const { id, version } = row
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {!row.to && (
        <ActButton of="employments" action="end" mutation="endEmployment" size="small" grave defaults={{ to: today(), reason: 'LEFT' }} variables={input => ({ id, version, input })}>
          <DayInput source="to" min={row.from} max={today()} validate={required()} />
          <EnumInput source="reason" of="EmploymentEnd" only={['LEFT', 'RETIRED', 'DIED', 'MISTAKE']} validate={required()} />
          <TextInput source="note" maxLength={200} />
        </ActButton>
      )}
      <ActButton of="employments" action="correct" mutation="correctEmployment" size="small" defaults={{ from: row.from, jobTitle: row.jobTitle }} variables={input => ({ id, version, input })}>
        <TextInput source="jobTitle" maxLength={60} />
        <DayInput source="from" max={row.to ?? today()} validate={required()} />
      </ActButton>
    </Box>
  )
}
