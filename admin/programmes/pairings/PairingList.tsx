import { Box } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useEnumWord } from '../../ui/enums'
import type { Column } from '../../ui/list/columns'
import { ListPage } from '../../ui/list/ListPage'
import { StateChip, ToneChip } from '../../ui/record/StateChip'
import { nameOf, namesOf } from '../people'
import { DueChip } from './DueChip'
import { PROGRAMMES, type PairingRow } from './Pairing'

/** The due list: who must be looked in on next, the latest first of all. */
export default function PairingList() {
  const translate = useTranslate()
  const word = useEnumWord()
  const columns: Column<PairingRow>[] = [
    { source: 'beneficiary.person.name', card: 'title', render: row => nameOf(row.beneficiary) || '–' },
    {
      source: 'nextVisitOn',
      render: row => (
        <Box component="span" sx={{ display: 'inline-flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          {row.nextVisitOn ?? '–'}
          <DueChip pairing={row} />
        </Box>
      ),
    },
    { source: 'beneficiary.grade', render: row => <StateChip of="RiskGrade" value={row.beneficiary?.grade} /> },
    { source: 'volunteers', render: row => namesOf(row.volunteers) || '–' },
    {
      source: 'state',
      card: 'chip',
      render: row => (row.needsHandover && row.state !== 'ENDED' ? <ToneChip label={translate('inbox.HANDOVER')} tone="warning" /> : <StateChip of="PairingState" value={row.state} />),
    },
    { source: 'programme', hidden: true, render: row => word('ProgrammeCode', row.programme) },
    { source: 'region.name', render: row => row.region?.fullName ?? '–' },
    { source: 'lastVisit.visitedOn' },
    { source: 'beneficiary.kinds', hidden: true, wrap: true, render: row => (row.beneficiary?.kinds ?? []).map(kind => word('BeneficiaryKind', kind)).join(' / ') || '–' },
    { source: 'beneficiary.person.phone', hidden: true },
    { source: 'startedOn', hidden: true },
  ]
  return (
    <ListPage<PairingRow>
      columns={columns}
      sort={{ field: 'nextVisitOn', order: 'ASC' }}
      asked={{ state: ['PROPOSED', 'ACCEPTED', 'ACTIVE', 'PAUSED'] }}
      query={[
        { source: 'q', kind: 'text', placeholder: 'resources.pairings.qHint' },
        { source: 'overdue', kind: 'flag' },
        { source: 'region', kind: 'region' },
        { source: 'programme', kind: 'enum', of: 'ProgrammeCode', many: true, only: PROGRAMMES },
        { source: 'state', kind: 'enum', of: 'PairingState', many: true },
        { source: 'volunteerId', kind: 'record', of: 'volunteers' },
        { source: 'nextVisitOn', kind: 'days' },
        { source: 'needsHandover', kind: 'flag', label: 'inbox.HANDOVER' },
      ]}
    />
  )
}
