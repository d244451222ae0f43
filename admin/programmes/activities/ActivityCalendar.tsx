import { dayOf, timeOf } from '../../ui/days'
import type { Tone } from '../../ui/theme'
import { CalendarPage, type CalendarSource } from '../../ui/views/CalendarPage'
import type { ActivityRow } from './Activity'

const TONES: Readonly<Record<string, Tone>> = { SUBMITTED: 'waiting', REJECTED: 'bad', APPROVED: 'info', PUBLISHED: 'info', ONGOING: 'warning', FINISHED: 'waiting', ARCHIVED: 'good' }

const held: CalendarSource<ActivityRow> = {
  of: 'activities',
  filter: (from, to) => ({ startsOnFrom: from, startsOnTo: to, state: Object.keys(TONES) }),
  sort: 'startsAt',
  entry: row => ({ day: dayOf(row.startsAt), label: `${timeOf(row.startsAt)} ${row.title} · ${row.team?.name ?? ''}`, tone: TONES[row.state] ?? 'quiet' }),
}

/** The activities of a month, each on the day of its start. */
export default function ActivityCalendar() {
  return <CalendarPage name="activityCalendar" of="activities" sources={[held]} dayFilter={day => ({ startsOnFrom: day, startsOnTo: day })} />
}
