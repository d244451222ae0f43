import { required } from 'ra-core'
import { TextInput } from '../../../ui/inputs/TextInput'
import type { ActionForm } from '../../../ui/record/WorkflowButtons'
import { HoldersInput } from '../HoldersInput'
import { HANGING, type PostRecord } from '../Post'
import { PostInputs, postDefaults } from '../PostInputs'

const none = <></>
const reason = <TextInput source="reason" rows={3} maxLength={500} validate={required()} />

/** Applying, changing, recommending, sending back. */
export function applyForms(row: PostRecord): Readonly<Record<string, ActionForm>> {
  const hanging = HANGING.includes(row.state)
  const { title: _, place: __, placeKind: ___, ...offered } = postDefaults(row)
  const holders = row.holders.filter(({ to, person }) => to === null && person).map(({ person, role }) => ({ personId: person!.id, role }))
  return {
    UPDATE: { mutation: 'updatePost', roomy: true, defaults: hanging ? offered : postDefaults(row), inputs: <PostInputs hanging={hanging} /> },
    CHANGE_HOLDERS: {
      mutation: 'changePostHolders',
      defaults: { holders },
      variables: ({ holders: chosen }, { id, version }) => ({ id, version, holders: chosen ?? [] }),
      inputs: row.employer ? <HoldersInput source="holders" employerId={row.employer.id} validate={required()} /> : none,
    },
    SUBMIT: { mutation: 'submitPost', inputs: none },
    RECOMMEND: { mutation: 'recommendPost', inputs: <TextInput source="recommendation" rows={4} maxLength={500} validate={required()} helperText="resources.pioneerPosts.recommendationHint" /> },
    RETURN: { mutation: 'returnPost', inputs: reason },
    REJECT: { mutation: 'rejectPost', inputs: reason, grave: true },
    WITHDRAW: { mutation: 'withdrawPost', inputs: reason, grave: true },
  }
}
