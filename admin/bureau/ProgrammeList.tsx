import { useTranslate } from 'ra-core'
import type { Row } from '../data/Definition'
import { useRegions } from '../ui/inputs/regions'
import type { Column } from '../ui/list/columns'
import { ListPage } from '../ui/list/ListPage'
import { ToneChip } from '../ui/record/StateChip'
import { type TwoNames, useName } from './programmeName'

type ProgrammeRow = Row & TwoNames & { services: TwoNames[]; regionCode: string | null; active: boolean }

/** The nine programmes and the townships' own. */
export default function ProgrammeList() {
  const name = useName()
  const translate = useTranslate()
  const { tree } = useRegions()
  const columns: Column<ProgrammeRow>[] = [
    { source: 'nameZh', card: 'title', render: name },
    { source: 'services', wrap: true, render: row => row.services.map(name).join(' / ') || '–' },
    { source: 'regionCode', label: 'resources.programmes.fields.regionCode', render: row => (row.regionCode ? (tree?.byCode.get(row.regionCode)?.name ?? row.regionCode) : translate('enums.RegionLevel.BANNER')) },
    { source: 'active', card: 'chip', render: row => <ToneChip label={translate(row.active ? 'ra.boolean.true' : 'ra.boolean.false')} tone={row.active ? 'good' : 'quiet'} /> },
  ]
  return (
    <ListPage
      columns={columns}
      query={[
        { source: 'region', kind: 'region', levels: ['TOWNSHIP'] },
        { source: 'active', kind: 'flag' },
      ]}
    />
  )
}
