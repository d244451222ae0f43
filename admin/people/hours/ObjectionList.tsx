import { useTranslate } from 'ra-core'
import { dayOf } from '../../ui/days'
import type { Column } from '../../ui/list/columns'
import { ListPage } from '../../ui/list/ListPage'
import { StateChip, ToneChip } from '../../ui/record/StateChip'
import { useHours } from '../words'
import type { ObjectionRow } from './rows'

/** What volunteers say is wrong in their hours; those that wait for an answer first. */
export default function ObjectionList() {
  const translate = useTranslate()
  const hours = useHours()
  const columns: Column<ObjectionRow>[] = [
    { source: 'volunteer.person.name', card: 'title' },
    { source: 'text', wrap: true },
    { source: 'record.servedOn', render: row => `${row.record.servedOn} · ${hours(row.record.minutes)}` },
    { source: 'region.name' },
    { source: 'createdAt', render: row => dayOf(row.createdAt) },
    { source: 'answerBy', render: row => (row.overdue ? <ToneChip label={`${row.answerBy} ${translate('enums.DueState.OVERDUE')}`} tone="bad" /> : row.answerBy) },
    { source: 'state', card: 'chip', render: row => <StateChip of="ObjectionState" value={row.state} /> },
  ]
  return (
    <ListPage
      columns={columns}
      asked={{ state: ['OPEN'] }}
      query={[
        { source: 'state', kind: 'enum', of: 'ObjectionState', many: true },
        { source: 'region', kind: 'region' },
        { source: 'volunteerId', kind: 'record', of: 'volunteers' },
      ]}
    />
  )
}
