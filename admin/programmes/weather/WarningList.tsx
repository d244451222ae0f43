import { useTranslate } from 'ra-core'
import { clockOf } from '../../ui/days'
import { useEnumWord } from '../../ui/enums'
import type { Column } from '../../ui/list/columns'
import { ListPage } from '../../ui/list/ListPage'
import { StateChip } from '../../ui/record/StateChip'
import { LEVEL_TONES, placesOf, type WarningRow } from './Warning'

/** The weather warnings, the latest first: where, until when, and how many elders have been reached. */
export default function WarningList() {
  const word = useEnumWord()
  const translate = useTranslate()
  const columns: Column<WarningRow>[] = [
    { source: 'kind', card: 'title', render: row => word('WeatherKind', row.kind) },
    { source: 'level', render: row => <StateChip of="WeatherLevel" value={row.level} tone={row.state === 'STANDING' ? LEVEL_TONES[row.level] : 'quiet'} /> },
    { source: 'state', card: 'chip', render: row => <StateChip of="WarningState" value={row.state} /> },
    { source: 'regions', wrap: true, render: placesOf },
    { source: 'startsAt', render: row => clockOf(row.startsAt) },
    { source: 'endsAt', render: row => clockOf(row.endsAt) },
    { source: 'figures', render: row => translate('resources.weatherWarnings.reachedOf', row.figures) },
    { source: 'text', hidden: true, wrap: true },
  ]
  return (
    <ListPage<WarningRow>
      columns={columns}
      sort={{ field: 'startsAt', order: 'DESC' }}
      query={[
        { source: 'state', kind: 'enum', of: 'WarningState', many: true },
        { source: 'kind', kind: 'enum', of: 'WeatherKind', many: true },
        { source: 'level', kind: 'enum', of: 'WeatherLevel', many: true },
        { source: 'region', kind: 'region' },
      ]}
    />
  )
}
