import { required } from 'ra-core'
import { useWatch } from 'react-hook-form'
import { today } from '../../../ui/days'
import { EnumInput } from '../../../ui/inputs/EnumPicker'
import { ChoiceInput } from '../../../ui/inputs/FlagInput'
import { PhotosInput } from '../../../ui/inputs/PhotosInput'
import { RowsInput } from '../../../ui/inputs/RowsInput'
import { DayInput, TextInput } from '../../../ui/inputs/TextInput'
import type { ActionForm } from '../../../ui/record/WorkflowButtons'
import type { CaseRecord } from '../HardshipCase'
import { freshMeasure, MeasureInputs, measureInput } from './measures'

/** The plan of help, and how it goes after it. */
export function helpForms(row: CaseRecord): Readonly<Record<string, ActionForm>> {
  return {
    PLAN: {
      mutation: 'planMeasures',
      roomy: true,
      keyed: true,
      labels: 'measures',
      defaults: { measures: [freshMeasure(row)] },
      variables: ({ measures }, { id, version }, clientKey) => ({ id, version, input: { measures: (measures as Record<string, unknown>[]).map(measureInput), clientKey } }),
      inputs: (
        <RowsInput source="measures" label="resources.measures.plan" add="resources.measures.add" fresh={freshMeasure(row)}>
          {of => <MeasureInputs of={of} />}
        </RowsInput>
      ),
    },
    GIVE: { hidden: true },
    FOLLOW_UP: {
      mutation: 'recordFollowUp',
      keyed: true,
      labels: 'followUps',
      defaults: { followedOn: today(), way: 'HOME', photoIds: [] },
      inputs: <FollowUpInputs />,
    },
  }
}

function FollowUpInputs() {
  const result = useWatch({ name: 'result' }) as string | undefined
  return (
    <>
      <DayInput source="followedOn" max={today()} validate={required()} />
      <ChoiceInput source="way" of="ContactWay" validate={required()} />
      <EnumInput source="result" of="FollowUpResult" validate={required()} />
      <TextInput source="note" rows={3} maxLength={500} validate={result === 'WORSE' ? required() : undefined} />
      <DayInput source="nextOn" min={today()} helperText="resources.followUps.nextHint" />
      <PhotosInput source="photoIds" />
    </>
  )
}
