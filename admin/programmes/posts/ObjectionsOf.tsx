import { Box, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { MaskedField } from '../../ui/record/MaskedField'
import { StateChip } from '../../ui/record/StateChip'
import { WorkflowButtons } from '../../ui/record/WorkflowButtons'
import { EmptyState } from '../../ui/views/EmptyState'
import { postForms } from './forms'
import type { Objection, PostRecord } from './Post'

/** The notice, and what was said against the post while it hung. */
export function ObjectionsOf({ row }: { row: PostRecord }) {
  const translate = useTranslate()
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography sx={{ mr: 'auto' }}>{translate('resources.pioneerPosts.noticeLine', { from: row.noticeFrom ?? '', to: row.noticeTo ?? '', place: row.noticePlace ?? '' })}</Typography>
        <WorkflowButtons forms={postForms(row)} row={row} only={['ANSWER_OBJECTION', 'OBJECT']} size="small" />
      </Box>
      {row.objections.length === 0 && <EmptyState title={translate('resources.pioneerPosts.noObjections')} />}
      {row.objections.map(one => (
        <ObjectionLine key={one.id} of={one} />
      ))}
    </Box>
  )
}

function ObjectionLine({ of: { id, state, raisedOn, text, objectorName, objectorPhone, answer, answeredBy, answeredOn } }: { of: Objection }) {
  const translate = useTranslate()
  return (
    <Box component="article" sx={{ display: 'grid', gap: 0.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <span>{raisedOn}</span>
        {objectorName ? <MaskedField type="PostObjection" id={id} field="objectorName" mask={objectorName} may="post.answer" /> : <span>{translate('resources.pioneerPosts.nameless')}</span>}
        {objectorPhone && <MaskedField type="PostObjection" id={id} field="objectorPhone" mask={objectorPhone} may="post.answer" dial />}
        <StateChip of="PostObjectionState" value={state} tone={state === 'OPEN' ? 'bad' : state === 'UPHELD' ? 'warning' : 'quiet'} />
      </Box>
      <Typography sx={{ whiteSpace: 'pre-line' }}>{text}</Typography>
      {answer && (
        <Typography variant="body2" color="text.secondary" sx={{ whiteSpace: 'pre-line' }}>
          {translate('resources.pioneerPosts.answered', { who: answeredBy?.name ?? '', day: answeredOn ?? '', answer })}
        </Typography>
      )}
    </Box>
  )
}
