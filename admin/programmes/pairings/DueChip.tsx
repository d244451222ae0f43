import { useTranslate } from 'ra-core'
import { useEnumWord } from '../../ui/enums'
import { ToneChip } from '../../ui/record/StateChip'
import type { PairingRow } from './Pairing'

/** How a pairing stands to its due day, in a word; late with the number of days. Nothing where no visit is near. */
export function DueChip({ pairing }: { pairing: Pick<PairingRow, 'overdue' | 'dueSoon' | 'daysOverdue'> }) {
  const word = useEnumWord()
  const translate = useTranslate()
  if (pairing.overdue) return <ToneChip label={translate('resources.pairings.overdueBy', { smart_count: pairing.daysOverdue })} tone="bad" />
  if (pairing.dueSoon) return <ToneChip label={word('DueState', 'DUE_SOON')} tone="warning" />
  return null
}
