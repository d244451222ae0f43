import { useEnumWord } from '../../ui/enums'
import type { Column } from '../../ui/list/columns'
import { ListPage } from '../../ui/list/ListPage'
import { StateChip } from '../../ui/record/StateChip'
import { CaseLink, type CaseName } from './CaseLink'
import type { MeasureRow } from './HardshipCase'
import { useYuan } from './useYuan'

type Listed = MeasureRow & { case: CaseName }

/** The help of all cases, piece by piece. */
export default function MeasureList() {
  const word = useEnumWord()
  const yuan = useYuan()
  const columns: Column<Listed>[] = [
    { source: 'case', card: 'title', render: row => <CaseLink of={row.case} /> },
    { source: 'state', card: 'chip', render: row => <StateChip of="MeasureState" value={row.state} /> },
    { source: 'kind', render: row => word('MeasureKind', row.kind) },
    { source: 'amount', align: 'right', render: row => yuan(row.amount) || '–' },
    { source: 'given', align: 'right', render: row => yuan(row.given) || '–' },
    { source: 'fund', render: row => (row.fund ? word('FundSource', row.fund) : '–') },
    { source: 'plannedOn' },
    { source: 'givenOn' },
    { source: 'responsible', hidden: true },
    { source: 'case.region.fullName', label: 'resources.measures.fields.region' },
  ]
  return (
    <ListPage<Listed>
      columns={columns}
      sort={{ field: 'plannedOn', order: 'DESC' }}
      query={[
        { source: 'q', kind: 'text', placeholder: 'resources.measures.qHint' },
        { source: 'state', kind: 'enum', of: 'MeasureState', many: true },
        { source: 'kind', kind: 'enum', of: 'MeasureKind', many: true },
        { source: 'fund', kind: 'enum', of: 'FundSource', many: true },
        { source: 'region', kind: 'region' },
        { source: 'toApprove', kind: 'flag' },
        { source: 'toPay', kind: 'flag' },
        { source: 'overdue', kind: 'flag' },
        { source: 'givenOn', kind: 'days' },
      ]}
    />
  )
}
