import { useEnumWord } from '../../ui/enums'
import type { Column } from '../../ui/list/columns'
import { ListPage } from '../../ui/list/ListPage'
import { StateChip } from '../../ui/record/StateChip'
import { CaseLink, type CaseName } from './CaseLink'
import type { ReferralRow } from './HardshipCase'

type Listed = ReferralRow & { case: CaseName }

/** What was handed to other departments, and what came of it. */
export default function ReferralList() {
  const word = useEnumWord()
  const columns: Column<Listed>[] = [
    { source: 'case', card: 'title', render: row => <CaseLink of={row.case} /> },
    { source: 'state', card: 'chip', render: row => <StateChip of="ReferralState" value={row.state} /> },
    { source: 'department', render: row => word('Department', row.department) },
    { source: 'sentOn' },
    { source: 'answeredOn' },
    { source: 'doneOn' },
    { source: 'contact', hidden: true },
    { source: 'case.region.fullName', label: 'resources.referrals.fields.region' },
  ]
  return (
    <ListPage<Listed>
      columns={columns}
      sort={{ field: 'sentOn', order: 'DESC' }}
      query={[
        { source: 'q', kind: 'text', placeholder: 'resources.measures.qHint' },
        { source: 'state', kind: 'enum', of: 'ReferralState', many: true },
        { source: 'department', kind: 'enum', of: 'Department', many: true },
        { source: 'region', kind: 'region' },
        { source: 'sentOn', kind: 'days' },
      ]}
    />
  )
}
