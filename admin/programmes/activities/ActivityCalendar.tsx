import { Alert, Box } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useTranslate } from 'ra-core'
import { useNavigate, useSearchParams } from 'react-router-dom'
import { everything } from '../../data/everything'
import { useConsole } from '../../ui/Console'
import { dayOf, timeOf, monthOf, today, weeksOf } from '../../ui/days'
import { RegionPicker } from '../../ui/inputs/RegionInput'
import { PageHead } from '../../ui/shell/PageHead'
import type { Tone } from '../../ui/theme'
import { Calendar } from '../../ui/views/Calendar'
import { ErrorPanel } from '../../ui/views/ErrorPanel'
import { listAddress } from '../../ui/views/StatCard'
import type { ActivityRow } from './Activity'

const TONES: Readonly<Record<string, Tone>> = { SUBMITTED: 'waiting', REJECTED: 'bad', APPROVED: 'info', PUBLISHED: 'info', ONGOING: 'warning', FINISHED: 'waiting', ARCHIVED: 'good' }

/** The activities of a month, each on the day of its start. */
export default function ActivityCalendar() {
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
    queryKey: ['activityCalendar', from, to, region],
    queryFn: () => everything<ActivityRow>(provider, 'activities', { ...(region && { region }), startsOnFrom: from, startsOnTo: to, state: Object.keys(TONES) }, { field: 'startsAt', order: 'ASC' }),
  })
  const entries = (data?.rows ?? []).map(row => ({ id: row.id, day: dayOf(row.startsAt), label: `${timeOf(row.startsAt)} ${row.title} · ${row.team?.name ?? ''}`, tone: TONES[row.state] ?? 'quiet', to: `/activities/${row.id}/show` }))
  return (
    <>
      <PageHead title={translate('pages.activityCalendar.name')} crumbs={[{ label: translate('resources.activities.name', { smart_count: 2 }), to: '/activities' }]} />
      <Box sx={{ maxWidth: 360, mb: 2 }}>
        <RegionPicker label={translate('resources.activities.fields.region')} value={region} onChange={code => ask({ region: code })} />
      </Box>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {data?.cut && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {translate('resources.activities.calendarCut')}
        </Alert>
      )}
      <Calendar month={month} onMonth={asked => ask({ month: asked })} entries={entries} onDay={day => void navigate(listAddress('activities', { startsOnFrom: day, startsOnTo: day, ...(region && { region }) }))} />
    </>
  )
}
