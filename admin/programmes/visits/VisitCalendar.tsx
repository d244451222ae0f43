import { Alert, Box } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useTranslate } from 'ra-core'
import { useNavigate, useSearchParams } from 'react-router-dom'
import { everything } from '../../data/everything'
import { useConsole } from '../../ui/Console'
import { monthOf, today, weeksOf } from '../../ui/days'
import { RegionPicker } from '../../ui/inputs/RegionInput'
import { PageHead } from '../../ui/shell/PageHead'
import type { Tone } from '../../ui/theme'
import { Calendar, type CalendarEntry } from '../../ui/views/Calendar'
import { ErrorPanel } from '../../ui/views/ErrorPanel'
import { listAddress } from '../../ui/views/StatCard'
import type { PairingRow } from '../pairings/Pairing'
import { nameOf } from '../people'
import { dayOfVisit, type VisitRow } from './Visit'

const TONES: Readonly<Record<string, Tone>> = { PLANNED: 'info', DONE: 'good', MISSED: 'bad' }

/** The visits of a month, made and planned, and the days on which the next are due. */
export default function VisitCalendar() {
  const translate = useTranslate()
  const navigate = useNavigate()
  const { provider } = useConsole()
  const [search, setSearch] = useSearchParams()
  const month = search.get('month') ?? monthOf(today())
  const region = search.get('region')
  const ask = (changed: { month?: string; region?: string | null }): void => {
    const { month: asked, region: within } = { month, region, ...changed }
    setSearch({ month: asked, ...(within && { region: within }) }, { replace: true })
  }
  const days = weeksOf(month).flat()
  const [from, to] = [days[0]!, days.at(-1)!]
  const { data, error, refetch } = useQuery({
    queryKey: ['visitCalendar', from, to, region],
    queryFn: async () => {
      const within = region ? { region } : {}
      const [made, planned, due] = await Promise.all([
        everything<VisitRow>(provider, 'visits', { ...within, state: ['DONE'], visitedOnFrom: from, visitedOnTo: to }, { field: 'visitedOn', order: 'ASC' }),
        everything<VisitRow>(provider, 'visits', { ...within, state: ['PLANNED', 'MISSED'], plannedOnFrom: from, plannedOnTo: to }, { field: 'plannedOn', order: 'ASC' }),
        everything<PairingRow>(provider, 'pairings', { ...within, state: ['ACTIVE'], nextVisitOnFrom: from, nextVisitOnTo: to }, { field: 'nextVisitOn', order: 'ASC' }),
      ])
      return { visits: { rows: [...planned.rows, ...made.rows], cut: planned.cut || made.cut }, due }
    },
  })
  const entries: CalendarEntry[] = [
    ...(data?.due.rows ?? []).map(row => ({ id: `due ${row.id}`, day: row.nextVisitOn!, label: translate('resources.pairings.dueOf', { name: nameOf(row.beneficiary) }), tone: (row.overdue ? 'bad' : 'warning') as Tone, to: `/pairings/${row.id}/show` })),
    ...(data?.visits.rows ?? []).map(row => ({ id: row.id, day: dayOfVisit(row), label: [nameOf(row.beneficiary), nameOf(row.volunteer)].filter(Boolean).join(' — '), tone: TONES[row.state] ?? 'quiet', to: `/visits/${row.id}/show` })),
  ]
  return (
    <>
      <PageHead title={translate('pages.visitCalendar.name')} crumbs={[{ label: translate('resources.visits.name', { smart_count: 2 }), to: '/visits' }]} />
      <Box sx={{ maxWidth: 360, mb: 2 }}>
        <RegionPicker label={translate('resources.visits.fields.region')} value={region} onChange={code => ask({ region: code })} />
      </Box>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {data && (data.visits.cut || data.due.cut) && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {translate('resources.visits.calendarCut')}
        </Alert>
      )}
      <Calendar month={month} onMonth={asked => ask({ month: asked })} entries={entries} onDay={day => void navigate(listAddress('visits', { visitedOnFrom: day, visitedOnTo: day, ...(region && { region }) }))} />
    </>
  )
}
