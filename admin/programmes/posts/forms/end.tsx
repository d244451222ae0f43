import { Alert } from '@mui/material'
import { required } from 'ra-core'
import { addDays, today } from '../../../ui/days'
import { DayInput, TextInput } from '../../../ui/inputs/TextInput'
import type { ActionForm } from '../../../ui/record/WorkflowButtons'
import type { PostRecord } from '../Post'

/** What ends a post, and brings its plaque back. */
export const endForms = (row: PostRecord): Readonly<Record<string, ActionForm>> => ({
  REVOKE: {
    mutation: 'revokePost',
    grave: true,
    defaults: { plaqueDueOn: addDays(today(), row.rule.plaqueDays), reason: row.revokeProposedFor ?? '' },
    inputs: (
      <>
        {row.revokeProposedFor && <Alert severity="warning">{row.revokeProposedFor}</Alert>}
        <TextInput source="reason" rows={3} maxLength={500} validate={required()} />
        <DayInput source="plaqueDueOn" min={today()} validate={required()} />
      </>
    ),
  },
  RETURN_PLAQUE: { mutation: 'returnPlaque', defaults: { returnedOn: today() }, inputs: <DayInput source="returnedOn" label="resources.pioneerPosts.fields.plaqueReturnedOn" min={row.endedOn ?? undefined} max={today()} validate={required()} /> },
})
