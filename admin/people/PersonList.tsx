import { useTranslate } from 'ra-core'
import { useEnumWord } from '../ui/enums'
import type { Column } from '../ui/list/columns'
import { ListPage } from '../ui/list/ListPage'
import { StateChip, ToneChip } from '../ui/record/StateChip'
import { PhoneCell } from './PhoneCell'
import type { PersonRow } from './rows'

/** The registry. */
export default function PersonList() {
  const word = useEnumWord()
  const translate = useTranslate()
  const columns: Column<PersonRow>[] = [
    { source: 'name', card: 'title' },
    { source: 'sex', render: row => word('Sex', row.sex) },
    { source: 'birthYear' },
    { source: 'state', card: 'chip', render: row => <StateChip of="PersonState" value={row.state} /> },
    { source: 'idCard' },
    { source: 'phone', render: row => <PhoneCell person={row} /> },
    { source: 'region.name' },
    { source: 'isVeteran', render: row => (row.isVeteran ? <ToneChip label={translate('resources.persons.fields.isVeteran')} tone="info" /> : '–') },
  ]
  return (
    <ListPage
      columns={columns}
      query={[
        { source: 'q', kind: 'text', placeholder: 'resources.persons.ask' },
        { source: 'region', kind: 'region' },
        { source: 'isVeteran', kind: 'flag' },
        { source: 'sex', kind: 'enum', of: 'Sex' },
        { source: 'idCard', kind: 'text' },
        { source: 'state', kind: 'enum', of: 'PersonState', many: true },
      ]}
    />
  )
}
