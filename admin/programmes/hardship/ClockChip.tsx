import { useTranslate } from 'ra-core'
import { daysBetween, today } from '../../ui/days'
import { ToneChip } from '../../ui/record/StateChip'
import type { CaseRow } from './HardshipCase'

/** How a case stands to the last day of its step: late by so many days, due today, soon. Nothing where there is time. */
export function ClockChip({ of: { dueOn, overdue, dueSoon } }: { of: Pick<CaseRow, 'dueOn' | 'overdue' | 'dueSoon'> }) {
  const translate = useTranslate()
  if (!dueOn) return null
  if (overdue) return <ToneChip label={translate('resources.hardshipCases.due.late', { smart_count: daysBetween(dueOn, today()) })} tone="bad" />
  if (dueOn === today()) return <ToneChip label={translate('resources.hardshipCases.due.today')} tone="warning" />
  return dueSoon ? <ToneChip label={translate('resources.hardshipCases.due.soon')} tone="caution" /> : null
}
