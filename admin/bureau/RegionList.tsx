import { useTranslate } from 'ra-core'
import { useEnumWord } from '../ui/enums'
import type { Column } from '../ui/list/columns'
import { ListPage } from '../ui/list/ListPage'
import { Flag } from './Flag'

/** The divisions, with what the plan asks of each. */
export default function RegionList() {
  const word = useEnumWord()
  const translate = useTranslate()
  const columns: Column[] = [
    { source: 'fullName', card: 'title' },
    { source: 'code' },
    { source: 'kind', render: row => word('RegionKind', row.kind as string), card: 'chip' },
    { source: 'level', render: row => word('RegionLevel', row.level as string), hidden: true },
    { source: 'needsSquad', render: row => <Flag on={row.needsSquad} label={translate('ra.boolean.true')} /> },
    { source: 'hasStation', render: row => <Flag on={row.hasStation} label={translate('ra.boolean.true')} /> },
  ]
  return (
    <ListPage
      columns={columns}
      query={[
        { source: 'q', kind: 'text' },
        { source: 'parentCode', kind: 'region', levels: ['BANNER', 'TOWNSHIP'] },
        { source: 'level', kind: 'enum', of: 'RegionLevel', many: true },
        { source: 'needsSquad', kind: 'flag' },
        { source: 'hasStation', kind: 'flag' },
      ]}
    />
  )
}
