import { Alert, Link } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useEnumWord } from '../../ui/enums'
import { ShowPage } from '../../ui/record/ShowPage'
import { ToneChip } from '../../ui/record/StateChip'
import { WorkflowButtons } from '../../ui/record/WorkflowButtons'
import { useHours } from '../words'
import type { ServiceRecordRow } from './rows'
import { serviceForms } from './serviceForms'
import { spanOf } from './useServiceColumns'

/** Where the source of a line has a page of its own. */
const PAGES: Readonly<Record<string, string>> = { Visit: 'visits' }

/** A line of the ledger: what was served, in what, what it replaced, and what was said against it. */
export default function ServiceRecordShow() {
  const translate = useTranslate()
  const word = useEnumWord()
  const hours = useHours()
  const sourceOf = (row: ServiceRecordRow): string => translate(`resources.serviceRecords.sources.${row.sourceType}`, { _: row.sourceType })
  return (
    <ShowPage<ServiceRecordRow>
      states="ServiceState"
      beside={row => row.drill && <ToneChip label={translate('resources.serviceRecords.fields.drill')} tone="info" />}
      summary={row => [
        {
          label: 'volunteerId',
          value: (
            <Link component={RouterLink} to={`/volunteers/${row.volunteer.id}/show?tab=ledger`}>
              {row.volunteer.person.name}
            </Link>
          ),
        },
        { label: 'volunteerNo', value: row.volunteer.volunteerNo },
        { label: 'servedOn', value: row.servedOn },
        spanOf(row) ? { label: 'startedAt', value: spanOf(row) } : null,
        row.breakMinutes ? { label: 'breakMinutes', value: row.breakMinutes } : null,
        { label: 'minutes', value: hours(row.minutes) },
        { label: 'programmeCode', value: word('ProgrammeCode', row.programmeCode) },
        row.content ? { label: 'content', value: row.content } : null,
        {
          label: 'sourceType',
          value: PAGES[row.sourceType] ? (
            <Link component={RouterLink} to={`/${PAGES[row.sourceType]}/${row.sourceId}/show`}>
              {sourceOf(row)}
            </Link>
          ) : (
            sourceOf(row)
          ),
        },
        { label: 'team', value: row.team?.name },
        { label: 'region', value: row.region.fullName },
        row.rating ? { label: 'rating', value: `${row.rating} / 5` } : null,
        row.ratingNote ? { label: 'ratingNote', value: row.ratingNote, wide: true } : null,
        row.note ? { label: 'note', value: row.note, wide: true } : null,
        row.voidReason ? { label: 'voidReason', value: row.voidReason, wide: true } : null,
        row.correctionOf
          ? {
              label: 'correctionOf',
              value: (
                <Link component={RouterLink} to={`/serviceRecords/${row.correctionOf.id}/show`}>
                  {row.correctionOf.servedOn} · {hours(row.correctionOf.minutes)}
                </Link>
              ),
            }
          : null,
      ]}
      actions={row => <WorkflowButtons forms={serviceForms(row)} />}
      notice={row =>
        row.objections?.map(({ id, state, text, answer, answerBy }) => (
          <Alert key={id} severity={state === 'OPEN' ? 'warning' : 'info'} sx={{ mb: 2 }}>
            <Link component={RouterLink} to={`/serviceObjections/${id}/show`}>
              {word('ObjectionState', state)}
            </Link>
            {` · ${text} · ${answer ? `${translate('resources.serviceObjections.fields.answer')} ${answer}` : `${translate('resources.serviceObjections.fields.answerBy')} ${answerBy}`}`}
          </Alert>
        ))
      }
    />
  )
}
