import CalendarMonthIcon from '@mui/icons-material/CalendarMonth'
import ViewWeekIcon from '@mui/icons-material/ViewWeek'
import { Box, Button } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useEnumWord } from '../../ui/enums'
import type { Column } from '../../ui/list/columns'
import { ListPage } from '../../ui/list/ListPage'
import { StateChip, ToneChip } from '../../ui/record/StateChip'
import { caseQuery } from './caseQuery'
import { type CaseRow, LIVE, whoOf } from './HardshipCase'
import { ClockChip } from './ClockChip'
import { ReportButton } from './ReportButton'

/** Every case, what is due first of all. */
export default function CaseList() {
  const translate = useTranslate()
  const word = useEnumWord()
  const words = (of: 'HardshipKind' | 'CaseTag', values: readonly string[]): string => values.map(value => word(of, value)).join(' / ') || '–'
  const columns: Column<CaseRow>[] = [
    { source: 'person.name', card: 'title', render: row => whoOf(row) || '–' },
    {
      source: 'state',
      card: 'chip',
      render: row => (
        <Chips>
          <StateChip of="CaseState" value={row.state} />
          {row.urgent && <ToneChip label={translate('resources.hardshipCases.fields.urgent')} tone="bad" />}
        </Chips>
      ),
    },
    {
      source: 'dueOn',
      render: row => (
        <Chips>
          {row.dueOn ?? '–'}
          <ClockChip of={row} />
        </Chips>
      ),
    },
    { source: 'colour', card: 'chip', render: row => <StateChip of="CaseColour" value={row.colour} /> },
    { source: 'cause', render: row => (row.cause ? word('CaseCause', row.cause) : '–') },
    { source: 'owner.name', render: row => row.owner?.name ?? <ToneChip label={translate('resources.hardshipCases.facts.nobody')} tone={row.state === 'CLOSED' ? 'quiet' : 'warning'} /> },
    { source: 'region.name', render: row => row.region?.fullName ?? '–' },
    { source: 'number' },
    { source: 'kinds', hidden: true, wrap: true, render: row => words('HardshipKind', row.kinds) },
    { source: 'tags', hidden: true, wrap: true, render: row => words('CaseTag', row.tags) },
    { source: 'category', hidden: true, render: row => (row.category ? word('CaseCategory', row.category) : '–') },
    { source: 'source', hidden: true, render: row => word('ClueSource', row.source) },
    { source: 'approvedAmount', hidden: true, align: 'right' },
    { source: 'givenAmount', hidden: true, align: 'right' },
    { source: 'lastContactOn', hidden: true },
    { source: 'reportedOn', hidden: true },
    { source: 'stateSince', hidden: true },
  ]
  return (
    <ListPage<CaseRow>
      columns={columns}
      sort={{ field: 'dueOn', order: 'ASC' }}
      asked={{ state: LIVE }}
      actions={
        <>
          <Button component={RouterLink} to="/caseBoard" variant="outlined" startIcon={<ViewWeekIcon />}>
            {translate('pages.caseBoard.name')}
          </Button>
          <Button component={RouterLink} to="/caseCalendar" variant="outlined" startIcon={<CalendarMonthIcon />}>
            {translate('pages.caseCalendar.name')}
          </Button>
          <ReportButton />
        </>
      }
      query={[...caseQuery.slice(0, 3), { source: 'state', kind: 'enum', of: 'CaseState', many: true }, ...caseQuery.slice(3)]}
    />
  )
}

const Chips = ({ children }: { children: React.ReactNode }) => (
  <Box component="span" sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'center', flexWrap: 'wrap' }}>
    {children}
  </Box>
)
