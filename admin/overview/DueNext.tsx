import { Box, Button, Link, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import type { PairingRow } from '../programmes/pairings/Pairing'
import { DueChip } from '../programmes/pairings/DueChip'
import { nameOf, namesOf } from '../programmes/people'
import { useAsk } from '../ui/Console'
import { Section } from '../ui/record/Facts'
import { StateChip } from '../ui/record/StateChip'
import { EmptyState } from '../ui/views/EmptyState'
import { ErrorPanel } from '../ui/views/ErrorPanel'
import { listAddress } from '../ui/views/StatCard'
import { Waiting } from '../ui/views/Waiting'

export const DUE_NEXT = `query dueNext($filter: PairingFilter!, $sort: PairingSort!, $page: Page!) { pairings(filter: $filter, sort: $sort, page: $page) {
  items { id nextVisitOn overdue dueSoon daysOverdue region { code name fullName } beneficiary { id grade person { id name } } volunteers { id person { id name } } }
} }`

const ASKED = { filter: { state: ['ACTIVE'] }, sort: { field: 'NEXT_VISIT_ON', order: 'ASC' }, page: { number: 1, size: 10 } }

/** Asks for the ten visits that are due next. */
export const useDueNext = (enabled: boolean) => useAsk<{ pairings: { items: PairingRow[] } }>(DUE_NEXT, ASKED, { enabled })

/** The ten visits that are due next. */
export function DueNext({ data, error, refetch }: ReturnType<typeof useDueNext>) {
  const translate = useTranslate()
  const rows = data?.pairings.items
  return (
    <Section
      title="pages.workbench.dueNext"
      action={
        <Button size="small" component={RouterLink} to={listAddress('pairings', ASKED.filter, { field: 'nextVisitOn', order: 'ASC' })}>
          {translate('pages.workbench.all')}
        </Button>
      }
    >
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {!rows && !error && <Waiting />}
      {rows?.length === 0 && <EmptyState title={translate('pages.workbench.nothingDue')} />}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows?.map(row => (
          <Box component="li" key={row.id} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, alignItems: 'center', py: 0.75, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
            <Typography component="span" variant="body2" sx={{ fontVariantNumeric: 'tabular-nums', minWidth: 84 }}>
              {row.nextVisitOn}
            </Typography>
            <Link component={RouterLink} to={`/pairings/${row.id}/show`} underline="hover" sx={{ fontWeight: 600, minHeight: { xs: 44, sm: 24 }, display: 'inline-flex', alignItems: 'center' }}>
              {nameOf(row.beneficiary) || '–'}
            </Link>
            <StateChip of="RiskGrade" value={row.beneficiary?.grade} />
            <DueChip pairing={row} />
            <Typography component="span" variant="body2" color="text.secondary" sx={{ ml: { sm: 'auto' }, width: { xs: '100%', sm: 'auto' } }}>
              {[namesOf(row.volunteers), row.region?.fullName].filter(Boolean).join(' · ')}
            </Typography>
          </Box>
        ))}
      </Box>
    </Section>
  )
}
