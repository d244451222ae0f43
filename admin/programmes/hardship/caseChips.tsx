import { useTranslate } from 'ra-core'
import { daysBetween, today } from '../../ui/days'
import { StateChip, ToneChip } from '../../ui/record/StateChip'
import { type CaseRow, COLOUR_TONES, STATE_TONES } from './HardshipCase'

/** The step that a case is at. */
export const CaseStateChip = ({ state }: Pick<CaseRow, 'state'>) => <StateChip of="CaseState" value={state} tone={STATE_TONES[state]} />

/** How closely somebody is followed: red, yellow or blue, in a word. */
export const ColourChip = ({ colour }: Pick<CaseRow, 'colour'>) => <StateChip of="CaseColour" value={colour} tone={COLOUR_TONES[colour]} />

/** How a case stands to the last day of its step: late by so many days, due today, soon. Nothing where there is time. */
export function ClockChip({ of: { dueOn, overdue, dueSoon } }: { of: Pick<CaseRow, 'dueOn' | 'overdue' | 'dueSoon'> }) {
  const translate = useTranslate()
  if (!dueOn) return null
  if (overdue) return <ToneChip label={translate('resources.hardshipCases.due.late', { smart_count: daysBetween(dueOn, today()) })} tone="bad" />
  if (dueOn === today()) return <ToneChip label={translate('resources.hardshipCases.due.today')} tone="warning" />
  return dueSoon ? <ToneChip label={translate('resources.hardshipCases.due.soon')} tone="caution" /> : null
}
