import { Alert } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { addDays, today } from '../../../ui/days'
import { PhotosInput } from '../../../ui/inputs/PhotosInput'
import { DayInput, TextInput } from '../../../ui/inputs/TextInput'
import type { ActionForm } from '../../../ui/record/WorkflowButtons'
import type { PostRecord } from '../Post'
import { LogInputs, logDefaults, logInput } from '../logs/LogInputs'
import { Term } from './check'
import { type Mark, ScoresInput, scoresOf } from './ScoresInput'

/** What keeps a post up: its log, its review, what it puts right, its renewal. */
export function keepForms(row: PostRecord): Readonly<Record<string, ActionForm>> {
  const review = row.dueReview
  const rule = review?.rule ?? row.rule
  const items = rule.items.filter(({ kind }) => kind === 'REVIEW')
  const marks: Mark[] = [
    { from: rule.reviewPassMark, severity: 'success', word: 'resources.pioneerPosts.scores.passes' },
    { from: rule.reviewRectifyMark, severity: 'warning', word: 'resources.pioneerPosts.scores.rectifies' },
    { from: 0, severity: 'error', word: 'resources.pioneerPosts.scores.fails' },
  ]
  return {
    LOG: {
      mutation: 'logPostService',
      roomy: true,
      labels: 'postServiceLogs',
      defaults: logDefaults(row.services),
      variables: (values, { id }, clientKey) => ({ input: logInput(values, id, clientKey) }),
      inputs: <LogInputs since={row.grantedOn} services={row.services} />,
    },
    REVIEW: {
      mutation: 'reviewPost',
      roomy: true,
      defaults: { reviewedOn: today(), findings: '', photoIds: [] },
      variables: ({ reviewedOn, findings, photoIds, ...values }, _, clientKey) => ({ id: review?.id, version: review?.version, input: { reviewedOn, findings: findings || null, photoIds: photoIds ?? [], scores: scoresOf(items, values), clientKey } }),
      inputs: (
        <>
          {review && <WhichReview year={review.year} dueOn={review.dueOn} />}
          <DayInput source="reviewedOn" min={row.grantedOn ?? undefined} max={today()} validate={required()} />
          <PhotosInput source="photoIds" />
          <ScoresInput items={items} marks={marks} />
          <TextInput source="findings" label="resources.pioneerPosts.fields.reviewFindings" rows={3} maxLength={1000} helperText="resources.pioneerPosts.findingsHint" />
        </>
      ),
    },
    RECTIFY: {
      mutation: 'rectifyPost',
      grave: true,
      defaults: { by: addDays(today(), row.rule.rectifyDays) },
      inputs: (
        <>
          <TextInput source="reason" label="resources.pioneerPosts.fields.rectifyWhat" rows={3} maxLength={500} validate={required()} />
          <DayInput source="by" label="resources.pioneerPosts.fields.rectifyBy" min={today()} validate={required()} />
        </>
      ),
    },
    CONFIRM_RECTIFIED: {
      mutation: 'confirmRectified',
      inputs: (
        <>
          {row.stateReason && <Alert severity="info">{row.stateReason}</Alert>}
          <TextInput source="note" label="resources.pioneerPosts.fields.rectifiedNote" rows={3} maxLength={500} validate={required()} />
        </>
      ),
    },
    RENEW: { mutation: 'renewPost', inputs: <Term months={row.rule.termMonths} /> },
  }
}

function WhichReview({ year, dueOn }: { year: number; dueOn: string }) {
  const translate = useTranslate()
  return <Alert severity="info">{translate('resources.pioneerPosts.whichReview', { year, day: dueOn })}</Alert>
}
