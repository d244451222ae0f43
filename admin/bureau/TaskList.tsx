import { useTranslate } from 'ra-core'
import { clockOf } from '../ui/days'
import { useEnumWord } from '../ui/enums'
import type { Column } from '../ui/list/columns'
import { ListPage } from '../ui/list/ListPage'
import { StateChip, ToneChip } from '../ui/record/StateChip'
import { type TaskRow, useTaskTitle } from './task'

/** What is to be seen to, the nearest deadline first. */
export default function TaskList() {
  const titleOf = useTaskTitle()
  const word = useEnumWord()
  const translate = useTranslate()
  const columns: Column<TaskRow>[] = [
    { source: 'title', card: 'title', wrap: true, render: titleOf },
    { source: 'state', card: 'chip', render: row => (row.overdue ? <ToneChip label={translate('enums.DueState.OVERDUE')} tone="bad" /> : <StateChip of="TaskState" value={row.state} />) },
    { source: 'person.name', render: row => (row.person as { name: string } | null)?.name ?? '–' },
    { source: 'kind', render: row => word('TaskKind', row.kind) },
    { source: 'dueAt', render: row => clockOf(row.dueAt) },
    { source: 'openedAt', render: row => clockOf(row.openedAt), hidden: true },
    { source: 'region.name' },
  ]
  return (
    <ListPage
      columns={columns}
      sort={{ field: 'dueAt', order: 'ASC' }}
      asked={{ state: ['OPEN'] }}
      query={[
        { source: 'state', kind: 'enum', of: 'TaskState', many: true },
        { source: 'kind', kind: 'enum', of: 'TaskKind', many: true },
        { source: 'region', kind: 'region' },
        { source: 'overdue', kind: 'flag', label: 'enums.DueState.OVERDUE' },
      ]}
    />
  )
}
