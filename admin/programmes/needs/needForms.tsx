import { required } from 'ra-core'
import { ChoiceInput } from '../../ui/inputs/FlagInput'
import { RecordInput } from '../../ui/inputs/RecordPicker'
import { TextInput } from '../../ui/inputs/TextInput'
import type { ActionForm } from '../../ui/record/WorkflowButtons'

const note = <TextInput source="note" label="console.note" rows={3} maxLength={200} />
const reason = <TextInput source="note" label="resources.needRequests.fields.reason" rows={3} maxLength={200} validate={required()} autoFocus />

/** What each step of a request asks for. */
export const needForms: Readonly<Record<string, ActionForm>> = {
  ASSIGN: {
    keyed: true,
    inputs: (
      <>
        <RecordInput source="volunteerId" of="volunteers" filter={{ state: ['ACTIVE'] }} validate={required()} />
        {note}
      </>
    ),
  },
  ACCEPT: { keyed: true, inputs: note },
  DECLINE: { keyed: true, inputs: reason, grave: true },
  FINISH: { keyed: true, inputs: <TextInput source="note" label="resources.needRequests.fields.result" rows={3} maxLength={200} validate={required()} /> },
  CONFIRM: {
    keyed: true,
    inputs: (
      <>
        <ChoiceInput source="rating" of="Rating" validate={required()} />
        {note}
      </>
    ),
    variables: ({ rating, ...values }, row, clientKey) => ({ id: row.id, version: row.version, action: 'CONFIRM', input: { ...values, rating: rating ? Number(rating) : null, clientKey } }),
  },
  CANCEL: { keyed: true, inputs: reason, grave: true },
}
