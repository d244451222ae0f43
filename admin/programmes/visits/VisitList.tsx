import CalendarMonthIcon from '@mui/icons-material/CalendarMonth'
import { Button } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useEnumWord } from '../../ui/enums'
import { useMay } from '../../ui/Console'
import { BulkAct } from '../../ui/list/BulkAct'
import type { Column } from '../../ui/list/columns'
import { ListPage } from '../../ui/list/ListPage'
import { StateChip } from '../../ui/record/StateChip'
import { PROGRAMMES } from '../pairings/Pairing'
import { nameOf } from '../people'
import { dayOfVisit, type VisitRow } from './Visit'

/** The visits, the latest first. */
export default function VisitList() {
  const translate = useTranslate()
  const word = useEnumWord()
  const may = useMay()
  const columns: Column<VisitRow>[] = [
    { source: 'beneficiary.person.name', label: 'resources.visits.fields.beneficiary', card: 'title', render: row => nameOf(row.beneficiary) || dayOfVisit(row) || '–' },
    { source: 'visitedOn' },
    { source: 'state', card: 'chip', render: row => <StateChip of="VisitState" value={row.state} /> },
    { source: 'volunteer.person.name', render: row => nameOf(row.volunteer) || '–' },
    { source: 'manner', render: row => word('VisitManner', row.manner) },
    { source: 'minutes', align: 'right', render: row => (row.state === 'DONE' ? row.minutes : '–') },
    { source: 'flags', wrap: true, render: row => (row.flags.length === 0 ? '–' : row.flags.map(flag => <StateChip key={flag} of="VisitFlag" value={flag} tone="bad" />)) },
    { source: 'contactMade', hidden: true, render: row => translate(`ra.boolean.${row.contactMade}`) },
    { source: 'plannedOn' },
    { source: 'region.name', render: row => row.region?.fullName ?? '–' },
    { source: 'programme', label: 'resources.pairings.fields.programme', hidden: true, render: row => word('ProgrammeCode', row.programme) },
    { source: 'amount', align: 'right', hidden: true },
    { source: 'note', hidden: true, wrap: true },
  ]
  return (
    <ListPage<VisitRow>
      columns={columns}
      sort={{ field: 'visitedOn', order: 'DESC' }}
      bulk={may('visit.confirm') ? ids => <BulkAct ids={ids} action="CONFIRM" together="confirmVisits" /> : undefined}
      actions={
        <Button component={RouterLink} to="/visitCalendar" variant="outlined" startIcon={<CalendarMonthIcon />}>
          {translate('pages.visitCalendar.name')}
        </Button>
      }
      query={[
        { source: 'visitedOn', kind: 'days' },
        { source: 'region', kind: 'region' },
        { source: 'state', kind: 'enum', of: 'VisitState', many: true },
        { source: 'flagged', label: 'resources.visits.fields.flags', kind: 'flag' },
        { source: 'confirmed', kind: 'flag' },
        { source: 'spent', kind: 'flag' },
        { source: 'volunteerId', kind: 'record', of: 'volunteers' },
        { source: 'beneficiaryId', label: 'resources.visits.fields.beneficiary', kind: 'record', of: 'beneficiaries' },
        { source: 'programme', label: 'resources.pairings.fields.programme', kind: 'enum', of: 'ProgrammeCode', many: true, only: PROGRAMMES },
      ]}
    />
  )
}
