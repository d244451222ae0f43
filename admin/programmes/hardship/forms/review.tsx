import { Alert, Box } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { EnumInput } from '../../../ui/inputs/EnumPicker'
import { FlagInput } from '../../../ui/inputs/FlagInput'
import { LinesInput, linesOf } from '../../../ui/inputs/LinesInput'
import { RowsInput } from '../../../ui/inputs/RowsInput'
import { TextInput } from '../../../ui/inputs/TextInput'
import type { ActionForm } from '../../../ui/record/WorkflowButtons'
import { DuplicateAid } from '../DuplicateAid'
import type { CaseRecord } from '../HardshipCase'

const opinion = (label: string) => <TextInput source="text" label={`resources.hardshipCases.fields.${label}`} rows={4} maxLength={1000} validate={required()} autoFocus />

/** The grounds that were not looked up yet, each to be answered. */
const toCheck = ({ policy, exclusionChecks }: CaseRecord) => (policy?.exclusions ?? []).filter(({ kind }) => !exclusionChecks?.some(check => check.kind === kind)).map(({ kind }) => ({ kind, found: false, source: '', note: '' }))

/** The township's and the county's look at a case, and what goes back. */
export function reviewForms(row: CaseRecord): Readonly<Record<string, ActionForm>> {
  return {
    REVIEW: { mutation: 'reviewCase', inputs: opinion('townshipOpinion') },
    CHECK_EXCLUSION: {
      mutation: 'recordExclusionCheck',
      keyed: true,
      labels: 'exclusionChecks',
      defaults: { kind: toCheck(row)[0]?.kind ?? null, found: false },
      inputs: (
        <>
          <EnumInput source="kind" of="ExclusionKind" only={row.policy?.exclusions.map(({ kind }) => kind)} validate={required()} />
          <CheckInputs of={part => part} />
        </>
      ),
    },
    COUNTY_CHECK: {
      mutation: 'checkCase',
      roomy: true,
      keyed: true,
      labels: 'exclusionChecks',
      defaults: { checks: toCheck(row), opinion: '' },
      inputs: (
        <>
          <DuplicateAid caseId={row.id} />
          <RowsInput source="checks" add="resources.exclusionChecks.add" fresh={{ kind: null, found: false, source: '', note: '' }}>
            {of => (
              <>
                <EnumInput source={of('kind')} label="resources.exclusionChecks.fields.kind" of="ExclusionKind" validate={required()} />
                <CheckInputs of={of} />
              </>
            )}
          </RowsInput>
          <TextInput source="opinion" label="resources.hardshipCases.fields.countyOpinion" rows={3} maxLength={1000} validate={required()} />
        </>
      ),
    },
    RETURN: {
      mutation: 'returnCase',
      inputs: <LinesInput source="missing" helperText="resources.hardshipCases.missingHint" validate={required()} autoFocus />,
      variables: ({ missing }, { id, version }) => ({ id, version, missing: linesOf(missing) }),
    },
    RESUBMIT: { mutation: 'resubmitCase', inputs: <Returned missing={row.missing ?? []} /> },
  }
}

/** Where one looked, what was found. */
function CheckInputs({ of }: { of: (field: string) => string }) {
  const translate = useTranslate()
  return (
    <>
      <TextInput source={of('source')} label="resources.exclusionChecks.fields.source" maxLength={200} validate={required()} placeholder={translate('resources.exclusionChecks.sourceHint')} />
      <FlagInput source={of('found')} label="resources.exclusionChecks.fields.found" />
      <TextInput source={of('note')} label="resources.exclusionChecks.fields.note" maxLength={500} />
    </>
  )
}

/** What was asked for, to be gone through once more. */
function Returned({ missing }: { missing: readonly string[] }) {
  const translate = useTranslate()
  return (
    <Alert severity="info">
      {translate('resources.hardshipCases.resubmitHint')}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {missing.map(each => (
          <li key={each}>{each}</li>
        ))}
      </Box>
    </Alert>
  )
}
