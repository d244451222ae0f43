import { useTranslate } from 'ra-core'
import type { Row } from '../../data/Definition'
import { useEnumWord } from '../../ui/enums'
import type { Column } from '../../ui/list/columns'
import { ListPage } from '../../ui/list/ListPage'
import { ToneChip } from '../../ui/record/StateChip'

/** A course or a certificate of the catalogue. */
export type CredentialRow = Row & { kind: string; name: string; active: boolean }

/** The catalogue of courses and certificates. */
export default function CredentialList() {
  const word = useEnumWord()
  const translate = useTranslate()
  const columns: Column<CredentialRow>[] = [
    { source: 'name', card: 'title' },
    { source: 'kind', render: row => word('CredentialKind', row.kind) },
    { source: 'active', card: 'chip', render: row => <ToneChip label={translate(`resources.credentials.${row.active ? 'inUse' : 'outOfUse'}`)} tone={row.active ? 'good' : 'quiet'} /> },
  ]
  return (
    <ListPage
      columns={columns}
      query={[
        { source: 'q', kind: 'text' },
        { source: 'kind', kind: 'enum', of: 'CredentialKind', many: true },
        { source: 'active', kind: 'flag' },
      ]}
    />
  )
}
