import { Alert } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { today } from '../../../ui/days'
import { ChoiceInput } from '../../../ui/inputs/FlagInput'
import { PhotosInput } from '../../../ui/inputs/PhotosInput'
import { DayInput, TextInput } from '../../../ui/inputs/TextInput'
import type { ActionForm } from '../../../ui/record/WorkflowButtons'
import { Side } from '../../pairings/VisitInputs'
import type { Objection, PostRecord } from '../Post'
import { CheckerInput } from './CheckerInput'
import { type Mark, ScoresInput, scoresOf } from './ScoresInput'

/** From the look at the place over the notice to the grant. */
export function checkForms(row: PostRecord): Readonly<Record<string, ActionForm>> {
  const items = row.rule.items.filter(({ kind }) => kind === 'SITE_CHECK')
  const marks: Mark[] = [{ from: row.rule.checkPassMark, severity: 'success', word: 'resources.pioneerPosts.scores.reached' }, { from: 0, severity: 'error', word: 'resources.pioneerPosts.scores.missed' }]
  const open = row.objections.find(({ state }) => state === 'OPEN')
  return {
    INSPECT: {
      mutation: 'inspectPost',
      roomy: true,
      defaults: { checkedOn: today(), secondCheckerId: null, findings: '', photoIds: [] },
      variables: ({ checkedOn, secondCheckerId, findings, photoIds, ...values }, { id, version }, clientKey) => ({ id, version, input: { checkedOn, secondCheckerId, findings: findings || null, photoIds: photoIds ?? [], scores: scoresOf(items, values), clientKey } }),
      inputs: (
        <>
          <Side>
            <DayInput source="checkedOn" min={row.appliedOn ?? undefined} max={today()} validate={required()} />
            <CheckerInput source="secondCheckerId" region={row.region?.code ?? ''} but={[row.appliedBy?.id, row.recommendedBy?.id]} validate={required()} />
          </Side>
          <PhotosInput source="photoIds" />
          <ScoresInput items={items} marks={marks} />
          <TextInput source="findings" rows={3} maxLength={1000} />
        </>
      ),
    },
    PUBLISH_NOTICE: {
      mutation: 'publishPostNotice',
      defaults: { from: today(), place: '' },
      inputs: (
        <>
          <NoticeDays days={row.rule.noticeDays} />
          <DayInput source="from" label="resources.pioneerPosts.fields.noticeFrom" min={today()} validate={required()} />
          <TextInput source="place" label="resources.pioneerPosts.fields.noticePlace" maxLength={120} validate={required()} helperText="resources.pioneerPosts.noticeHint" />
        </>
      ),
    },
    OBJECT: {
      mutation: 'objectToPost',
      variables: (values, { id }, clientKey) => ({ postId: id, input: { ...values, clientKey } }),
      inputs: (
        <>
          <TextInput source="text" label="resources.pioneerPosts.fields.objection" rows={4} maxLength={1000} validate={required()} />
          <TextInput source="objectorName" maxLength={50} helperText="resources.pioneerPosts.objectorHint" />
          <TextInput source="objectorPhone" type="tel" maxLength={20} />
        </>
      ),
    },
    ANSWER_OBJECTION: {
      mutation: 'answerPostObjection',
      defaults: { answer: '' },
      variables: ({ upheld, answer }) => ({ id: open?.id, version: open?.version, upheld: upheld === 'UPHELD', answer }),
      inputs: (
        <>
          {open && <Said of={open} />}
          <ChoiceInput source="upheld" of="PostObjectionState" only={['DISMISSED', 'UPHELD']} validate={required()} helperText="resources.pioneerPosts.upheldHint" />
          <TextInput source="answer" rows={4} maxLength={500} validate={required()} />
        </>
      ),
    },
    GRANT: { mutation: 'grantPost', inputs: <Term months={row.rule.termMonths} /> },
  }
}

/** For how many days the notice hangs. */
function NoticeDays({ days }: { days: number }) {
  const translate = useTranslate()
  return <Alert severity="info">{translate('resources.pioneerPosts.noticeDays', { smart_count: days })}</Alert>
}

/** How long the grant will hold. */
export function Term({ months }: { months: number }) {
  const translate = useTranslate()
  return <Alert severity="info">{translate('resources.pioneerPosts.term', { smart_count: months })}</Alert>
}

/** What was said against the post, before it is answered. */
function Said({ of: { raisedOn, objectorName, text } }: { of: Objection }) {
  return <Alert severity="warning">{[raisedOn, objectorName, text].filter(Boolean).join(' · ')}</Alert>
}
