import { dayOf } from '../../ui/days'
import type { Column } from '../../ui/list/columns'
import { ListPage } from '../../ui/list/ListPage'
import { StateChip } from '../../ui/record/StateChip'
import { useHours } from '../words'
import type { CertificateRow } from './Certificate'

/** The records of service that were asked for, the latest first. */
export default function CertificateList() {
  const hours = useHours()
  const columns: Column<CertificateRow>[] = [
    { source: 'volunteer.person.name', card: 'title' },
    { source: 'number' },
    { source: 'from', render: row => `${row.from} – ${row.to}` },
    { source: 'content.minutes', render: row => (row.content ? hours(row.content.minutes) : '–') },
    { source: 'region.name' },
    { source: 'createdAt', render: row => dayOf(row.createdAt) },
    { source: 'sealedOn' },
    { source: 'state', card: 'chip', render: row => <StateChip of="CertificateState" value={row.state} /> },
  ]
  return (
    <ListPage
      columns={columns}
      sort={{ field: 'createdAt', order: 'DESC' }}
      query={[
        { source: 'q', kind: 'text', placeholder: 'resources.certificates.ask' },
        { source: 'state', kind: 'enum', of: 'CertificateState', many: true },
        { source: 'region', kind: 'region' },
        { source: 'volunteerId', kind: 'record', of: 'volunteers' },
        { source: 'sealedOn', kind: 'days' },
      ]}
    />
  )
}
