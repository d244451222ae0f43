import { Box } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import type { Row } from '../../../data/Definition'
import { dayOf } from '../../../ui/days'
import { TextInput } from '../../../ui/inputs/TextInput'
import type { Column } from '../../../ui/list/columns'
import { ActButton } from '../../../ui/record/ActButton'
import { MaskedField } from '../../../ui/record/MaskedField'
import { StateChip, ToneChip } from '../../../ui/record/StateChip'
import type { PostPart } from '../logs/Log'
import type { Named } from '../Post'
import { PostLink } from '../PostLink'

/** What somebody of the public says of a post. */
export interface FeedbackRow extends Row {
  version: number
  kind: 'PRAISE' | 'COMPLAINT'
  state: 'RECEIVED' | 'ANSWERED'
  text: string
  phone: string | null
  dueOn: string
  overdue: boolean
  answer: string | null
  answeredAt: string | null
  createdAt: string
  answeredBy: Named | null
  post: PostPart | null
}

/** The columns of what the public says, on a post's page without the post. */
export const feedbackColumns = ({ ofPost }: { ofPost: boolean }): Column<FeedbackRow>[] => [
  { source: 'text', card: 'title', wrap: true },
  {
    source: 'kind',
    card: 'chip',
    render: row => (
      <Box component="span" sx={{ display: 'inline-flex', gap: 0.5 }}>
        <StateChip of="FeedbackKind" value={row.kind} tone={row.kind === 'COMPLAINT' ? 'bad' : 'good'} />
        <StateChip of="FeedbackState" value={row.state} tone={row.state === 'RECEIVED' ? 'waiting' : 'quiet'} />
      </Box>
    ),
  },
  ...(ofPost ? [] : [{ source: 'post.title', wrap: true, render: row => <PostLink post={row.post} /> } satisfies Column<FeedbackRow>]),
  { source: 'createdAt', render: row => dayOf(row.createdAt) },
  { source: 'dueOn', render: row => <Due row={row} /> },
  { source: 'phone', render: row => <MaskedField type="PostFeedback" id={row.id} field="phone" mask={row.phone} may="post.answerFeedback" dial /> },
  { source: 'answer', wrap: true, render: row => <Answer row={row} /> },
]

function Due({ row: { dueOn, overdue } }: { row: FeedbackRow }) {
  const translate = useTranslate()
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 0.75, flexWrap: 'wrap' }}>
      {dueOn}
      {overdue && <ToneChip label={translate('resources.postFeedback.late')} tone="bad" />}
    </Box>
  )
}

/** What was done about it, or the form that says so. */
function Answer({ row: { id, version, state, answer, answeredBy } }: { row: FeedbackRow }) {
  if (state === 'ANSWERED') return <>{[answer, answeredBy?.name].filter(Boolean).join(' · ')}</>
  return (
    <ActButton of="postFeedback" action="answer" mutation="answerPostFeedback" size="small" draft={`postFeedback/${id}/answer`} variables={({ answer: said }) => ({ id, version, answer: said })}>
      <TextInput source="answer" rows={3} maxLength={500} validate={required()} />
    </ActButton>
  )
}
