import { Box, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Photos } from '../../../ui/inputs/PhotosInput'
import { WorkflowButtons } from '../../../ui/record/WorkflowButtons'
import { postForms } from '../forms'
import type { PostRecord, ReviewPart } from '../Post'
import { ScoreTable } from '../ScoreTable'
import { Outcome } from './reviewColumns'

/** A post's reviews, year by year. */
export function ReviewsOf({ row }: { row: PostRecord }) {
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      {row.reviews.map(review => (
        <Review key={review.id} review={review} row={row} />
      ))}
    </Box>
  )
}

function Review({ review, row }: { review: ReviewPart; row: PostRecord }) {
  const translate = useTranslate()
  const { year, state, dueOn, reviewedOn, reviewedBy, reviewer, score, most, findings, rectifiedOn, photoIds, scores } = review
  return (
    <Box component="section" sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography variant="h3" sx={{ fontSize: '1rem', fontWeight: 600 }}>
          {translate('resources.reviewRounds.title', { year })}
        </Typography>
        <Outcome row={review} />
        <span>{score !== null ? translate('resources.pioneerPosts.scores.total', { score, most: most ?? 0 }) : translate('resources.postReviews.by', { day: dueOn })}</span>
        <Typography component="span" variant="body2" color="text.secondary" sx={{ mr: 'auto' }}>
          {[reviewedOn, reviewedBy?.name ?? reviewer?.name, rectifiedOn && translate('resources.postReviews.rectified', { day: rectifiedOn })].filter(Boolean).join(' · ')}
        </Typography>
        {state === 'DUE' && <WorkflowButtons forms={postForms(row)} row={row} only={['REVIEW']} size="small" />}
      </Box>
      {findings && <Typography sx={{ whiteSpace: 'pre-line' }}>{findings}</Typography>}
      {photoIds.length > 0 && <Photos ids={photoIds} />}
      {scores.length > 0 && <ScoreTable scores={scores} label={String(year)} />}
    </Box>
  )
}
