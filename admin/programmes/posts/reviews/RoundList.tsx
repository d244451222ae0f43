import ListIcon from '@mui/icons-material/List'
import { Button } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import type { Column } from '../../../ui/list/columns'
import { ListPage } from '../../../ui/list/ListPage'
import { ToneChip } from '../../../ui/record/StateChip'
import { ProgressBar } from './ProgressBar'
import { type RoundRow, totalOf } from './Round'

/** The annual rounds of reviews, and how far each is. */
export default function RoundList() {
  const translate = useTranslate()
  const columns: Column<RoundRow>[] = [
    { source: 'year', card: 'title', render: row => translate('resources.reviewRounds.title', { year: row.year }) },
    { source: 'region.name' },
    { source: 'progress', render: row => <Whole row={row} /> },
    { source: 'overdue', card: 'chip', render: row => <Late row={row} /> },
    { source: 'dueOn' },
    { source: 'openedOn' },
  ]
  return (
    <ListPage<RoundRow>
      columns={columns}
      actions={
        <Button component={RouterLink} to="/postReviews" variant="outlined" startIcon={<ListIcon />}>
          {translate('resources.postReviews.name', { smart_count: 2 })}
        </Button>
      }
    />
  )
}

function Whole({ row }: { row: RoundRow }) {
  const translate = useTranslate()
  const { done, all, overdue } = totalOf(row.progress)
  return <ProgressBar done={done} all={all} late={overdue > 0} label={translate('resources.reviewRounds.fields.progress')} />
}

function Late({ row }: { row: RoundRow }) {
  const translate = useTranslate()
  const { done, all, overdue } = totalOf(row.progress)
  if (overdue > 0) return <ToneChip label={translate('resources.reviewRounds.late', { smart_count: overdue })} tone="bad" />
  return <ToneChip label={translate(done === all ? 'resources.reviewRounds.finished' : 'resources.reviewRounds.underWay')} tone={done === all ? 'good' : 'info'} />
}
