import { Alert, Box } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useTranslate } from 'ra-core'
import { useNavigate, useSearchParams } from 'react-router-dom'
import type { Row } from '../../data/Definition'
import { everything } from '../../data/everything'
import { useConsole } from '../Console'
import { monthOf, today, weeksOf } from '../days'
import { RegionPicker } from '../inputs/RegionInput'
import { PageHead } from '../shell/PageHead'
import { Calendar, type CalendarEntry } from './Calendar'
import { ErrorPanel } from './ErrorPanel'
import { listAddress } from './StatCard'

/** Rows that a calendar shows, each on its day. */
export interface CalendarSource<T extends Row> {
  /** The resource they are of, to whose records they lead. */
  of: string
  /** What asks for those from one day to another, and the name that `of` sorts them by. */
  filter: (from: string, to: string) => Record<string, unknown>
  sort: string
  /** What a row says on which day; an id where a row may stand there twice. */
  entry: (row: T) => Omit<CalendarEntry, 'id' | 'to'> & { id?: string }
}

interface CalendarPageProps {
  /** The page's name: its title stands under `pages.<name>.name`. */
  name: string
  /** The list that the page belongs to, which a crowded day leads to. */
  of: string
  sources: readonly CalendarSource<never>[]
  /** What asks the list for one day. */
  dayFilter: (day: string) => Record<string, unknown>
}

/** A month of what is due or done within a division; month and division stand in the address. */
export function CalendarPage({ name, of, sources, dayFilter }: CalendarPageProps) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const { provider } = useConsole()
  const [search, setSearch] = useSearchParams()
  const month = search.get('month') ?? monthOf(today())
  const region = search.get('region')
  const within = region ? { region } : {}
  const ask = (changed: { month?: string; region?: string | null }): void => {
    const { month: asked, region: inside } = { month, region, ...changed }
    setSearch({ month: asked, ...(inside && { region: inside }) }, { replace: true })
  }
  const days = weeksOf(month).flat()
  const [from, to] = [days[0]!, days.at(-1)!]
  const { data, error, refetch } = useQuery({
    queryKey: ['calendar', name, from, to, region],
    queryFn: () => Promise.all(sources.map(source => everything<Row>(provider, source.of, { ...within, ...source.filter(from, to) }, { field: source.sort, order: 'ASC' }))),
  })
  const entries = (data ?? []).flatMap(({ rows }, index) => rows.map(row => ({ id: row.id, to: `/${sources[index]!.of}/${row.id}/show`, ...sources[index]!.entry(row as never) })))
  return (
    <>
      <PageHead title={translate(`pages.${name}.name`)} crumbs={[{ label: translate(`resources.${of}.name`, { smart_count: 2 }), to: `/${of}` }]} />
      <Box sx={{ maxWidth: 360, mb: 2 }}>
        <RegionPicker label={translate(`resources.${of}.fields.region`)} value={region} onChange={code => ask({ region: code })} />
      </Box>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {data?.some(({ cut }) => cut) && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {translate('console.calendar.cut')}
        </Alert>
      )}
      <Calendar month={month} onMonth={asked => ask({ month: asked })} entries={entries} onDay={day => void navigate(listAddress(of, { ...within, ...dayFilter(day) }))} />
    </>
  )
}
