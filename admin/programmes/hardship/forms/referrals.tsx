import { required } from 'ra-core'
import { today } from '../../../ui/days'
import { EnumInput } from '../../../ui/inputs/EnumPicker'
import { ChoiceInput } from '../../../ui/inputs/FlagInput'
import { DayInput, TextInput } from '../../../ui/inputs/TextInput'
import type { ActionForm } from '../../../ui/record/WorkflowButtons'
import type { MeasureRow } from '../HardshipCase'

const answer = (accepted: boolean): ActionForm => ({
  mutation: 'answerReferral',
  defaults: { answeredOn: today() },
  grave: !accepted,
  variables: (values, { id, version }, clientKey) => ({ id, version, input: { ...values, accepted, clientKey } }),
  inputs: (
    <>
      <DayInput source="answeredOn" max={today()} validate={required()} />
      <TextInput source="answer" rows={3} maxLength={300} validate={accepted ? undefined : required()} />
      {accepted && <TextInput source="contact" maxLength={60} />}
    </>
  ),
})

/** What each act on a referral asks for. */
export const referralForms: Readonly<Record<string, ActionForm>> = {
  ACCEPT: answer(true),
  REJECT: answer(false),
  FINISH: {
    mutation: 'finishReferral',
    keyed: true,
    defaults: { doneOn: today() },
    inputs: (
      <>
        <DayInput source="doneOn" max={today()} validate={required()} />
        <TextInput source="result" rows={3} maxLength={300} validate={required()} />
      </>
    ),
  },
}

/** To whom a part of the need is handed, and what is asked for; it may carry out a measure that was approved. */
export function ReferralInputs({ measures }: { measures: readonly MeasureRow[] }) {
  const open = measures.filter(({ kind, state }) => kind === 'REFERRAL' && state === 'APPROVED')
  return (
    <>
      <EnumInput source="department" of="Department" validate={required()} />
      <TextInput source="what" rows={3} maxLength={300} validate={required()} />
      <DayInput source="sentOn" max={today()} />
      <TextInput source="contact" maxLength={60} />
      {open.length > 0 && <ChoiceInput source="measureId" choices={open.map(({ id, what }) => ({ value: id, label: what ?? '' }))} />}
    </>
  )
}
