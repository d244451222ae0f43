import { useEnumWord } from '../../ui/enums'
import { CalendarPage, type CalendarSource } from '../../ui/views/CalendarPage'
import { type CaseRow, LIVE, whoOf } from './HardshipCase'

/** The days by which cases must take their next step. */
export default function CaseCalendar() {
  const word = useEnumWord()
  const due: CalendarSource<CaseRow> = {
    of: 'hardshipCases',
    filter: (from, to) => ({ state: LIVE, dueOnFrom: from, dueOnTo: to }),
    sort: 'dueOn',
    entry: row => ({ day: row.dueOn!, label: [word('CaseState', row.state), whoOf(row), row.owner?.name].filter(Boolean).join(' · '), tone: row.overdue ? 'bad' : row.dueSoon ? 'caution' : 'info' }),
  }
  return <CalendarPage name="caseCalendar" of="hardshipCases" sources={[due]} dayFilter={day => ({ dueOnFrom: day, dueOnTo: day })} />
}
