import type { Column } from '../ui/list/columns'
import { ListPage } from '../ui/list/ListPage'
import { useEnumWord } from '../ui/enums'

/** The service centre and the stations. */
export default function StationList() {
  const word = useEnumWord()
  const columns: Column[] = [
    { source: 'name', card: 'title' },
    { source: 'kind', render: row => word('StationKind', row.kind as string), card: 'chip' },
    { source: 'region.name' },
    { source: 'officePhone' },
    { source: 'place', wrap: true },
  ]
  return (
    <ListPage
      columns={columns}
      query={[
        { source: 'q', kind: 'text' },
        { source: 'region', kind: 'region' },
        { source: 'kind', kind: 'enum', of: 'StationKind', many: true },
      ]}
    />
  )
}
