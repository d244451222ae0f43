import { useTranslate } from 'ra-core'
import { timeOf } from '../../ui/days'
import { useEnumWord } from '../../ui/enums'
import type { Column } from '../../ui/list/columns'
import { StateChip, ToneChip } from '../../ui/record/StateChip'
import { useHours } from '../words'
import type { ServiceRecordRow } from './rows'

/** From when until when, where that is known. */
export const spanOf = ({ startedAt, endedAt }: Pick<ServiceRecordRow, 'startedAt' | 'endedAt'>): string | null => startedAt && (endedAt ? `${timeOf(startedAt)}–${timeOf(endedAt)}` : timeOf(startedAt))

/** How lines of the ledger are listed; on a volunteer's own page without the name. */
export function useServiceColumns(named: boolean): Column<ServiceRecordRow>[] {
  const translate = useTranslate()
  const word = useEnumWord()
  const hours = useHours()
  const name: Column<ServiceRecordRow> = { source: 'volunteer.person.name', card: 'title' }
  return [
    ...(named ? [name] : []),
    { source: 'servedOn', card: named ? 'line' : 'title' },
    { source: 'startedAt', render: row => spanOf(row) ?? '–' },
    { source: 'minutes', render: row => hours(row.minutes) },
    { source: 'programmeCode', render: row => word('ProgrammeCode', row.programmeCode) },
    { source: 'content', wrap: true, render: row => row.content ?? translate(`resources.serviceRecords.sources.${row.sourceType}`, { _: row.sourceType }) },
    { source: 'drill', render: row => (row.drill ? <ToneChip label={translate('resources.serviceRecords.fields.drill')} tone="info" /> : '–') },
    { source: 'rating', render: row => (row.rating ? `${row.rating} / 5` : '–') },
    { source: 'state', card: 'chip', render: row => <StateChip of="ServiceState" value={row.state} /> },
    { source: 'team.name', hidden: !named },
    { source: 'region.name', hidden: true },
  ]
}
