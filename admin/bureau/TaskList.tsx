import { useLocale, useTranslate } from 'ra-core'
import type { Row } from '../data/Definition'
import { clockOf } from '../ui/days'
import { useEnumWord } from '../ui/enums'
import type { Column } from '../ui/list/columns'
import { ListPage } from '../ui/list/ListPage'
import { StateChip, ToneChip } from '../ui/record/StateChip'

/** A task as lists show it. */
export type TaskRow = Row & { title: string; titleEn: string; kind: string; dueAt: string; openedAt: string; overdue: boolean; maySettle: boolean; entity: string; entityId: string; region: { name: string; fullName: string } | null }

/** Says a task's title in the language of the console. */
export function useTaskTitle(): (task: Pick<TaskRow, 'title' | 'titleEn'>) => string {
  const locale = useLocale()
  return ({ title, titleEn }) => (locale === 'en' ? titleEn : title)
}

/** What is to be seen to, the nearest deadline first. */
export default function TaskList() {
  const titleOf = useTaskTitle()
  const word = useEnumWord()
  const translate = useTranslate()
  const columns: Column<TaskRow>[] = [
    { source: 'title', card: 'title', wrap: true, render: titleOf },
    { source: 'state', card: 'chip', render: row => (row.overdue ? <ToneChip label={translate('enums.DueState.OVERDUE')} tone="bad" /> : <StateChip of="TaskState" value={row.state} />) },
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
