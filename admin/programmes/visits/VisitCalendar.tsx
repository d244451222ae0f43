import { useTranslate } from 'ra-core'
import type { Tone } from '../../ui/theme'
import { CalendarPage, type CalendarSource } from '../../ui/views/CalendarPage'
import type { PairingRow } from '../pairings/Pairing'
import { nameOf } from '../people'
import { dayOfVisit, type VisitRow } from './Visit'

const TONES: Readonly<Record<string, Tone>> = { PLANNED: 'info', DONE: 'good', MISSED: 'bad' }

/** Visits in some states, on the day by which the API sorts them. */
const visitsOf = (sort: 'visitedOn' | 'plannedOn', state: readonly string[]): CalendarSource<VisitRow> => ({
  of: 'visits',
  filter: (from, to) => ({ state, [`${sort}From`]: from, [`${sort}To`]: to }),
  sort,
  entry: row => ({ day: dayOfVisit(row), label: [nameOf(row.beneficiary), nameOf(row.volunteer)].filter(Boolean).join(' — '), tone: TONES[row.state] ?? 'quiet' }),
})

/** The visits of a month, made and planned, and the days on which the next are due. */
export default function VisitCalendar() {
  const translate = useTranslate()
  const due: CalendarSource<PairingRow> = {
    of: 'pairings',
    filter: (from, to) => ({ state: ['ACTIVE'], nextVisitOnFrom: from, nextVisitOnTo: to }),
    sort: 'nextVisitOn',
    entry: row => ({ id: `due ${row.id}`, day: row.nextVisitOn!, label: translate('resources.pairings.dueOf', { name: nameOf(row.beneficiary) }), tone: row.overdue ? 'bad' : 'warning' }),
  }
  return <CalendarPage name="visitCalendar" of="visits" sources={[due, visitsOf('plannedOn', ['PLANNED', 'MISSED']), visitsOf('visitedOn', ['DONE'])]} dayFilter={day => ({ visitedOnFrom: day, visitedOnTo: day })} />
}
