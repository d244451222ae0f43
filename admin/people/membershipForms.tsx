import { required } from 'ra-core'
import { TextInput } from '../ui/inputs/TextInput'
import type { ActionForm } from '../ui/record/WorkflowButtons'

const reason = <TextInput source="reason" rows={2} maxLength={200} validate={required()} />
const none = <></>

/** What each action on a membership asks for. */
export const membershipForms: Readonly<Record<string, ActionForm>> = {
  ACCEPT: { mutation: 'confirmMember', inputs: none },
  DECLINE: { mutation: 'declineMember', inputs: reason, grave: true },
  CANCEL: { mutation: 'cancelRequest', inputs: none },
  END: { mutation: 'leaveTeam', inputs: reason, grave: true },
}
