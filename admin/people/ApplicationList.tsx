import { useTranslate } from 'ra-core'
import type { Row } from '../data/Definition'
import { dayOf } from '../ui/days'
import type { Column } from '../ui/list/columns'
import { ListPage } from '../ui/list/ListPage'
import { StateChip } from '../ui/record/StateChip'
import type { Place } from './rows'

/** Somebody who offers to serve through the public form. */
export type ApplicationRow = Row & {
  number: string
  name: string
  idCard: string | null
  phone: string | null
  birthYear: number
  isVeteran: boolean
  skills: string[]
  note: string | null
  guardianName: string | null
  guardianPhone: string | null
  noticeVersion: string
  answer: string | null
  answeredAt: string | null
  createdAt: string
  volunteerId: string | null
  region: Place
  teamOfResidence: { id: string; name: string } | null
  alike: { id: string; name: string; phone: string | null; region: { name: string } | null }[]
}

/** Who has offered to serve through the public form, and waits for an answer. */
export default function ApplicationList() {
  const translate = useTranslate()
  const columns: Column<ApplicationRow>[] = [
    { source: 'name', card: 'title' },
    { source: 'state', card: 'chip', render: row => <StateChip of="ApplicationState" value={row.state} /> },
    { source: 'number' },
    { source: 'birthYear' },
    { source: 'isVeteran', render: row => translate(row.isVeteran ? 'ra.boolean.true' : 'ra.boolean.false') },
    { source: 'region.fullName', wrap: true },
    { source: 'createdAt', render: row => dayOf(row.createdAt) },
  ]
  return (
    <ListPage
      columns={columns}
      asked={{ state: ['RECEIVED'] }}
      query={[
        { source: 'state', kind: 'enum', of: 'ApplicationState', many: true },
        { source: 'region', kind: 'region' },
        { source: 'number', kind: 'text' },
      ]}
    />
  )
}
