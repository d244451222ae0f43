import { Box, Button } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { everything } from '../../data/everything'
import { useConsole } from '../../ui/Console'
import { addDays, today } from '../../ui/days'
import { Section } from '../../ui/record/Facts'
import { PageHead } from '../../ui/shell/PageHead'
import { EmptyState } from '../../ui/views/EmptyState'
import { ErrorPanel } from '../../ui/views/ErrorPanel'
import { LinkCard } from '../../ui/views/LinkCard'
import { listAddress } from '../../ui/views/StatCard'
import { Waiting } from '../../ui/views/Waiting'
import { CaseCard } from './CaseCard'
import { type CaseRow, LIVE } from './HardshipCase'
import { ReportButton } from './ReportButton'

const MINE = { mine: true, state: LIVE }
const SPANS = ['late', 'today', 'week', 'later', 'never'] as const

/** When a case wants something done: before today, today, within a week, later, or on no day. */
function spanOf({ dueOn, overdue }: CaseRow): (typeof SPANS)[number] {
  if (!dueOn) return 'never'
  if (overdue) return 'late'
  if (dueOn === today()) return 'today'
  return dueOn <= addDays(today(), 7) ? 'week' : 'later'
}

/** What is in one's own hand, by the day that it is due. */
export default function MyCases() {
  const translate = useTranslate()
  const { provider } = useConsole()
  const { data, error, refetch } = useQuery({ queryKey: ['myCases'], queryFn: () => everything<CaseRow>(provider, 'hardshipCases', MINE, { field: 'dueOn', order: 'ASC' }) })
  return (
    <>
      <PageHead
        title={translate('pages.myCases.name')}
        crumbs={[{ label: translate('resources.hardshipCases.name', { smart_count: 2 }), to: '/hardshipCases' }]}
        actions={
          <>
            <Button component={RouterLink} to={listAddress('hardshipCases', MINE, { field: 'dueOn', order: 'ASC' })} variant="outlined">
              {translate('resources.hardshipCases.asList')}
            </Button>
            <ReportButton />
          </>
        }
      />
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data?.rows.length === 0 && (
        <EmptyState
          title={translate('pages.myCases.empty')}
          hint={translate('pages.myCases.emptyHint')}
          action={
            <Button component={RouterLink} to={listAddress('hardshipCases', { unowned: true })} variant="outlined">
              {translate('resources.hardshipCases.fields.unowned')}
            </Button>
          }
        />
      )}
      {SPANS.map(span => {
        const rows = data?.rows.filter(row => spanOf(row) === span) ?? []
        return (
          rows.length > 0 && (
            <Section key={span} title={translate(`pages.myCases.spans.${span}`, { smart_count: rows.length })}>
              <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(auto-fill, minmax(280px, 1fr))' } }}>
                {rows.map(row => (
                  <LinkCard key={row.id} to={`/hardshipCases/${row.id}/show`}>
                    <CaseCard row={row} state />
                  </LinkCard>
                ))}
              </Box>
            </Section>
          )
        )
      })}
    </>
  )
}
