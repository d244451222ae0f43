import { useEnumWord } from '../../ui/enums'
import type { Column } from '../../ui/list/columns'
import { ListPage } from '../../ui/list/ListPage'
import { StateChip } from '../../ui/record/StateChip'
import { CaseLink, type CaseName } from './CaseLink'
import type { FollowUpRow } from './HardshipCase'

type Listed = FollowUpRow & { case: CaseName }

/** How it went after the help, over all cases. */
export default function FollowUpList() {
  const word = useEnumWord()
  const columns: Column<Listed>[] = [
    { source: 'case', card: 'title', render: row => <CaseLink of={row.case} /> },
    { source: 'result', card: 'chip', render: row => <StateChip of="FollowUpResult" value={row.result} /> },
    { source: 'followedOn' },
    { source: 'way', render: row => word('ContactWay', row.way) },
    { source: 'nextOn' },
    { source: 'madeBy.name' },
    { source: 'case.region.fullName', label: 'resources.followUps.fields.region' },
  ]
  return (
    <ListPage<Listed>
      columns={columns}
      sort={{ field: 'followedOn', order: 'DESC' }}
      query={[
        { source: 'q', kind: 'text', placeholder: 'resources.measures.qHint' },
        { source: 'result', kind: 'enum', of: 'FollowUpResult', many: true },
        { source: 'way', kind: 'enum', of: 'ContactWay', many: true },
        { source: 'region', kind: 'region' },
        { source: 'followedOn', kind: 'days' },
      ]}
    />
  )
}
