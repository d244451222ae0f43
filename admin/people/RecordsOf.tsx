import AddIcon from '@mui/icons-material/Add'
import { Box, Button, Typography } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { type ReactNode, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useAct, useMay } from '../ui/Console'
import { today } from '../ui/days'
import { useEnumWord } from '../ui/enums'
import { ChoiceInput } from '../ui/inputs/FlagInput'
import { RecordInput } from '../ui/inputs/RecordPicker'
import { DayInput, NumberInput, TextInput } from '../ui/inputs/TextInput'
import { ActionDialog } from '../ui/record/ActionDialog'
import { Section } from '../ui/record/Facts'
import { ToneChip } from '../ui/record/StateChip'
import type { VolunteerRow } from './rows'

/** A line of a volunteer's records, whatever its kind. */
export interface RecordLine {
  id: string
  version: number
  archived: boolean
  [field: string]: unknown
}

type Kind = 'qualification' | 'insurance' | 'training' | 'award' | 'evaluation'

interface Register {
  kind: Kind
  plural: 'qualifications' | 'insurances' | 'trainings' | 'awards' | 'evaluations'
  /** The type in the schema, after which its mutations are named. */
  type: string
  title: (line: RecordLine, word: ReturnType<typeof useEnumWord>) => string
  detail: (line: RecordLine, translate: ReturnType<typeof useTranslate>) => unknown[]
  /** The day on which it lapses. */
  until?: (line: RecordLine) => unknown
  inputs: ReactNode
}

/** What it is called, where it is not in the catalogue. */
function OtherName({ source, maxLength }: { source: string; maxLength: number }) {
  const translate = useTranslate()
  const chosen = useWatch({ name: 'credentialId' }) as string | null | undefined
  return chosen ? null : <TextInput source={source} maxLength={maxLength} validate={required()} helperText={translate('resources.volunteers.records.otherName')} />
}

const past = { max: today() }
const REGISTERS: readonly Register[] = [
  {
    kind: 'insurance', plural: 'insurances', type: 'Insurance', title: line => String(line.company), detail: line => [line.policyNo, `${String(line.fromOn)} – ${String(line.toOn)}`], until: line => line.toOn,
    inputs: <><TextInput source="company" maxLength={80} validate={required()} /><TextInput source="policyNo" maxLength={60} validate={required()} /><DayInput source="fromOn" validate={required()} /><DayInput source="toOn" validate={required()} /></>,
  },
  {
    kind: 'qualification', plural: 'qualifications', type: 'Qualification', title: line => String(line.title), detail: (line, translate) => [line.certificateNo, line.issuer, line.issuedOn, line.validUntil && translate('resources.volunteers.records.until', { day: String(line.validUntil) })], until: line => line.validUntil,
    inputs: <><RecordInput source="credentialId" of="credentials" filter={{ kind: ['QUALIFICATION'], active: true }} /><OtherName source="title" maxLength={80} /><TextInput source="certificateNo" maxLength={60} /><TextInput source="issuer" maxLength={80} /><DayInput source="issuedOn" {...past} /><DayInput source="validUntil" /></>,
  },
  {
    kind: 'training', plural: 'trainings', type: 'Training', title: line => String(line.course), detail: (line, translate) => [line.heldOn, translate('resources.volunteers.records.hours', { smart_count: Number(line.hours) }), line.validUntil && translate('resources.volunteers.records.until', { day: String(line.validUntil) })], until: line => line.validUntil,
    inputs: <><RecordInput source="credentialId" of="credentials" filter={{ kind: ['TRAINING'], active: true }} /><OtherName source="course" maxLength={120} /><DayInput source="heldOn" {...past} validate={required()} /><NumberInput source="hours" min={1} max={500} validate={required()} /><DayInput source="validUntil" /></>,
  },
  {
    kind: 'award', plural: 'awards', type: 'Award', title: line => String(line.title), detail: line => [line.issuer, line.awardedOn],
    inputs: <><TextInput source="title" maxLength={120} validate={required()} /><TextInput source="issuer" maxLength={80} validate={required()} /><DayInput source="awardedOn" {...past} validate={required()} /></>,
  },
  {
    kind: 'evaluation', plural: 'evaluations', type: 'Evaluation', title: (line, word) => word('Rating', String(line.rating)), detail: line => [line.evaluatedOn, line.note],
    inputs: <><DayInput source="evaluatedOn" {...past} validate={required()} /><ChoiceInput source="rating" of="Rating" numeric validate={required()} /><TextInput source="note" rows={2} maxLength={300} /></>,
  },
]

/** What a form holds of a line: all but what no form gives. */
const fieldsOf = ({ id: _id, version: _version, archived: _archived, ...fields }: RecordLine): Record<string, unknown> => fields

/** What the rules want kept of a volunteer, kind by kind; those that one may not read are not shown. */
export function RecordsOf({ volunteer }: { volunteer: VolunteerRow }) {
  return (
    <>
      {REGISTERS.map(register => {
        const lines = volunteer[register.plural]
        return lines && <RegisterPart key={register.kind} register={register} lines={lines} volunteerId={volunteer.id} />
      })}
    </>
  )
}

function RegisterPart({ register, lines, volunteerId }: { register: Register; lines: readonly RecordLine[]; volunteerId: string }) {
  const { kind, type, title, detail, until, inputs } = register
  const translate = useTranslate()
  const word = useEnumWord()
  const may = useMay()
  const { act } = useAct()
  const [written, setWritten] = useState<RecordLine | 'NEW' | null>(null)
  const [archived, setArchived] = useState<RecordLine | null>(null)
  const writes = may(`${kind}.write`)
  const shown = lines.filter(line => !line.archived)
  const add = writes && (
    <Button size="small" startIcon={<AddIcon />} onClick={() => setWritten('NEW')}>
      {translate('ra.action.add')}
    </Button>
  )
  return (
    <Section title={`resources.volunteers.records.${kind}`} action={add}>
      {shown.length === 0 && <Typography color="text.secondary">{translate('resources.volunteers.records.none')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {[...shown].reverse().map(line => (
          <Box component="li" key={line.id} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            <Box sx={{ mr: 'auto', minWidth: 0 }}>
              <Typography sx={{ fontWeight: 600 }}>{title(line, word)}</Typography>
              <Typography variant="body2" color="text.secondary">
                {detail(line, translate).filter(Boolean).join(' · ')}
              </Typography>
            </Box>
            {typeof until?.(line) === 'string' && String(until(line)) < today() && <ToneChip label={translate('resources.volunteers.records.lapsed')} tone="bad" />}
            {writes && (
              <Button size="small" onClick={() => setWritten(line)} aria-label={translate('resources.volunteers.records.correctOne', { name: title(line, word) })}>
                {translate('resources.volunteers.records.correct')}
              </Button>
            )}
            {writes && (
              <Button size="small" onClick={() => setArchived(line)} aria-label={translate('resources.volunteers.records.archiveOne', { name: title(line, word) })}>
                {translate('resources.volunteers.records.archive')}
              </Button>
            )}
          </Box>
        ))}
      </Box>
      {written && (
        <ActionDialog
          key={written === 'NEW' ? written : written.id}
          title={`resources.volunteers.records.${kind}`}
          consequence={written === 'NEW' ? undefined : 'resources.volunteers.records.correctConsequence'}
          confirm="ra.action.save"
          resource="volunteers"
          defaults={written === 'NEW' ? {} : fieldsOf(written)}
          onClose={() => setWritten(null)}
          run={(values, clientKey) =>
            written === 'NEW' ? act('volunteers', `add${type}`, { volunteerId, input: { ...values, clientKey } }, 'console.saved') : act('volunteers', `correct${type}`, { id: written.id, version: written.version, input: { ...values, clientKey } }, 'console.saved')
          }
        >
          {inputs}
        </ActionDialog>
      )}
      {archived && (
        <ActionDialog
          title="resources.volunteers.records.archive"
          consequence="resources.volunteers.records.archiveConsequence"
          grave
          resource="volunteers"
          onClose={() => setArchived(null)}
          run={({ reason }) => act('volunteers', `archive${type}`, { id: archived.id, version: archived.version, reason })}
        >
          <TextInput source="reason" rows={2} maxLength={200} validate={required()} />
        </ActionDialog>
      )}
    </Section>
  )
}
