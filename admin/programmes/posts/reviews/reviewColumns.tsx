import { Box } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useMay } from '../../../ui/Console'
import type { Column } from '../../../ui/list/columns'
import { ActButton } from '../../../ui/record/ActButton'
import { StateChip, ToneChip } from '../../../ui/record/StateChip'
import { ReviewerInput } from '../forms/CheckerInput'
import { PostLink } from '../PostLink'
import type { ReviewRow } from './Round'

/** How a review came out is felt. */
export const RESULT_TONES = { PASS: 'good', RECTIFY: 'warning', FAIL: 'bad' } as const

/** The columns of reviews, within a round without the year. */
export function useReviewColumns({ ofRound }: { ofRound: boolean }): Column<ReviewRow>[] {
  const translate = useTranslate()
  const may = useMay()
  return [
    { source: 'post.title', card: 'title', wrap: true, render: row => <PostLink post={row.post} /> },
    ...(ofRound ? [] : [{ source: 'year' } satisfies Column<ReviewRow>]),
    { source: 'result', card: 'chip', render: row => <Outcome row={row} /> },
    { source: 'post.region.name', render: row => row.post?.region.name ?? '–' },
    { source: 'dueOn' },
    { source: 'reviewer.name', render: row => row.reviewedBy?.name ?? row.reviewer?.name ?? translate('resources.postReviews.anybody') },
    ...(ofRound ? [] : ([{ source: 'reviewedOn' }, { source: 'score', align: 'right', render: row => (row.score === null ? '–' : `${row.score} / ${row.most}`) }, { source: 'findings', wrap: true, hidden: true }, { source: 'rectifiedOn', hidden: true }] satisfies Column<ReviewRow>[])),
    ...(may('post.openRound') ? [{ source: 'deeds', render: row => <Assign row={row} /> } satisfies Column<ReviewRow>] : []),
  ]
}

/** Where a review stands: waiting, late, or what it came to. */
export function Outcome({ row: { state, result, overdue } }: { row: Pick<ReviewRow, 'state' | 'result' | 'overdue'> }) {
  const translate = useTranslate()
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5 }}>
      {result ? <StateChip of="ReviewResult" value={result} tone={RESULT_TONES[result as keyof typeof RESULT_TONES]} /> : <StateChip of="ReviewState" value={state} tone={state === 'DUE' ? 'waiting' : 'quiet'} />}
      {overdue && <ToneChip label={translate('resources.postReviews.late')} tone="bad" />}
    </Box>
  )
}

/** Gives a review that waits to somebody. */
function Assign({ row: { id, version, state, reviewer, post } }: { row: ReviewRow }) {
  if (state !== 'DUE' || !post) return <>–</>
  return (
    <ActButton of="postReviews" action="assign" mutation="assignPostReview" size="small" defaults={{ reviewerId: reviewer?.id ?? null }} variables={({ reviewerId }) => ({ id, version, reviewerId: reviewerId ?? null })}>
      <ReviewerInput source="reviewerId" region={post.region.code} />
    </ActButton>
  )
}
