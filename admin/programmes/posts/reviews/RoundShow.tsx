import PrintIcon from '@mui/icons-material/Print'
import { Box, Button, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useMay } from '../../../ui/Console'
import { ExportButton } from '../../../ui/list/ExportButton'
import { RelatedList } from '../../../ui/list/RelatedList'
import { Section } from '../../../ui/record/Facts'
import { ShowPage } from '../../../ui/record/ShowPage'
import { usePaper } from '../../../ui/record/usePaper'
import { EmptyState } from '../../../ui/views/EmptyState'
import { NumberLink } from '../../../ui/views/NumberLink'
import { listAddress, StatCard, StatRow } from '../../../ui/views/StatCard'
import { ProgressBar } from './ProgressBar'
import { type ReviewRow, type RoundRow, totalOf } from './Round'
import { useReviewColumns } from './reviewColumns'

/** A round: how far it is in every township, what is late, and its result as a sheet. */
export default function RoundShow() {
  const translate = useTranslate()
  return (
    <ShowPage<RoundRow>
      title={row => translate('resources.reviewRounds.title', { year: row.year })}
      summary={row => [{ label: 'region', value: row.region.fullName }, { label: 'dueOn', value: row.dueOn }, { label: 'openedOn', value: row.openedOn }]}
      actions={row => (
        <>
          <Decision row={row} />
          <Button component={RouterLink} to={listAddress('postReviews', { roundId: row.id })} variant="outlined">
            {translate('resources.reviewRounds.all')}
          </Button>
        </>
      )}
    >
      {row => (
        <>
          <Cards row={row} />
          <Townships row={row} />
          <Waiting row={row} />
        </>
      )}
    </ShowPage>
  )
}

/** The decision on the year's reviews, to be printed and sealed. */
function Decision({ row: { id, year } }: { row: RoundRow }) {
  const translate = useTranslate()
  const may = useMay()
  const { fetchPaper, running } = usePaper()
  if (!may('post.review')) return null
  const name = translate('resources.reviewRounds.title', { year })
  return (
    <Button variant="outlined" startIcon={<PrintIcon />} loading={running} onClick={() => void fetchPaper(`/papers/reviewRounds/${id}`, `${name}.pdf`)}>
      {translate('resources.reviewRounds.decision')}
    </Button>
  )
}

function Cards({ row: { id, progress } }: { row: RoundRow }) {
  const translate = useTranslate()
  const total = totalOf(progress)
  const card = (name: 'all' | 'done' | 'passed' | 'rectify' | 'failed' | 'overdue', filter: Record<string, unknown>, tone?: 'good' | 'warning' | 'bad') => (
    <StatCard label={translate(`resources.reviewRounds.fields.${name}`)} value={total[name]} of="postReviews" filter={{ roundId: id, ...filter }} tone={tone} />
  )
  return (
    <StatRow>
      {card('all', { state: ['DUE', 'DONE'] })}
      {card('done', { state: ['DONE'] })}
      {card('passed', { result: ['PASS'] }, 'good')}
      {card('rectify', { result: ['RECTIFY'] }, 'warning')}
      {card('failed', { result: ['FAIL'] }, 'bad')}
      {card('overdue', { overdue: true }, 'bad')}
    </StatRow>
  )
}

function Townships({ row: { id, progress } }: { row: RoundRow }) {
  const translate = useTranslate()
  const label = (name: string): string => translate(`resources.reviewRounds.fields.${name}`)
  const to = (region: string, filter: Record<string, unknown>): string => listAddress('postReviews', { roundId: id, region, ...filter })
  return (
    <Section title="resources.reviewRounds.townships">
      <TableContainer tabIndex={0} role="region" aria-label={translate('resources.reviewRounds.townships')}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{label('region')}</TableCell>
              <TableCell>{label('progress')}</TableCell>
              {['passed', 'rectify', 'failed', 'overdue'].map(name => (
                <TableCell key={name} align="right" sx={{ whiteSpace: 'nowrap' }}>
                  {label(name)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {progress.map(({ region, all, done, passed, rectify, failed, overdue }) => (
              <TableRow key={region.code}>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>{region.name}</TableCell>
                <TableCell>
                  <ProgressBar done={done} all={all} late={overdue > 0} label={region.name} />
                </TableCell>
                <NumberLink of={passed} to={to(region.code, { result: ['PASS'] })} />
                <NumberLink of={rectify} to={to(region.code, { result: ['RECTIFY'] })} />
                <NumberLink of={failed} to={to(region.code, { result: ['FAIL'] })} bad />
                <NumberLink of={overdue} to={to(region.code, { overdue: true })} bad />
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Section>
  )
}

/** What is still to be held, the most overdue first, and the sheet of all results. */
function Waiting({ row: { id, progress } }: { row: RoundRow }) {
  const translate = useTranslate()
  const columns = useReviewColumns({ ofRound: true })
  return (
    <Section title="resources.reviewRounds.waiting" action={<Box><ExportButton list="postReviews" filter={{ roundId: id }} total={totalOf(progress).all} /></Box>}>
      <RelatedList<ReviewRow> of="postReviews" filter={{ roundId: id, state: ['DUE'] }} sort={{ field: 'dueOn', order: 'ASC' }} columns={columns} empty={<EmptyState title={translate('resources.reviewRounds.nothingWaits')} hint={translate('resources.reviewRounds.nothingWaitsHint')} />} />
    </Section>
  )
}
