import CalendarMonthIcon from '@mui/icons-material/CalendarMonth'
import { Box, Button } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useMay, useMe } from '../../ui/Console'
import { spanOf, today } from '../../ui/days'
import { useEnumWord } from '../../ui/enums'
import { BulkAct } from '../../ui/list/BulkAct'
import type { Column } from '../../ui/list/columns'
import { ListPage } from '../../ui/list/ListPage'
import type { QueryField } from '../../ui/list/QueryInput'
import { StateChip, ToneChip } from '../../ui/record/StateChip'
import type { ActivityRow } from './Activity'

/** What a volunteer asks by, and what the house does. */
const OWN: readonly QueryField[] = [{ source: 'mine', kind: 'flag' }]
const HOUSE: readonly QueryField[] = [
  { source: 'region', kind: 'region' },
  { source: 'teamId', kind: 'record', of: 'teams' },
  { source: 'unclosed', kind: 'flag' },
]

/** The activities, the latest first; for a volunteer, what one may sign up for and what is one's own. */
export default function ActivityList() {
  const translate = useTranslate()
  const word = useEnumWord()
  const own = useMe()?.reach.kind === 'self'
  const may = useMay()
  const columns: Column<ActivityRow>[] = [
    { source: 'title', card: 'title' },
    { source: 'startsAt', render: row => spanOf(row.startsAt, row.endsAt) },
    {
      source: 'state',
      card: 'chip',
      render: row => (
        <Box component="span" sx={{ display: 'inline-flex', gap: 0.5, flexWrap: 'wrap' }}>
          <StateChip of="ActivityState" value={row.state} />
          {row.dangerous && <ToneChip label={translate('resources.activities.fields.dangerous')} tone="bad" />}
          {row.isDrill && <ToneChip label={translate('resources.activities.fields.isDrill')} tone="info" />}
        </Box>
      ),
    },
    { source: 'team.name', render: row => row.team?.name ?? '–' },
    { source: 'counts.placed', align: 'right', render: row => translate('resources.activities.places', { placed: row.counts.placed, capacity: row.capacity }) },
    { source: 'placeRegion.fullName', render: row => row.placeRegion?.fullName ?? '–' },
    { source: 'programme', hidden: own, render: row => word('ProgrammeCode', row.programme) },
    { source: 'purpose', hidden: true, render: row => word('ActivityPurpose', row.purpose) },
    { source: 'activityNo', hidden: true },
  ]
  return (
    <ListPage<ActivityRow>
      columns={columns}
      sort={{ field: 'startsAt', order: own ? 'ASC' : 'DESC' }}
      asked={own ? { state: ['PUBLISHED', 'ONGOING'], startsOnFrom: today() } : undefined}
      bulk={may('activity.approve') ? ids => <BulkAct ids={ids} action="APPROVE" together="approveActivities" /> : undefined}
      actions={
        <Button component={RouterLink} to="/activityCalendar" variant="outlined" startIcon={<CalendarMonthIcon />}>
          {translate('pages.activityCalendar.name')}
        </Button>
      }
      query={[
        { source: 'q', kind: 'text', placeholder: 'resources.activities.qHint' },
        { source: 'startsOn', kind: 'days' },
        ...(own ? OWN : HOUSE),
        { source: 'state', kind: 'enum', of: 'ActivityState', many: true },
        { source: 'programme', kind: 'enum', of: 'ProgrammeCode', many: true },
        { source: 'isDrill', kind: 'flag' },
      ]}
    />
  )
}
