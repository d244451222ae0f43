import { Box, Button, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useSearchParams } from 'react-router-dom'
import { useAsk } from '../../ui/Console'
import { addMonths, monthOf, today } from '../../ui/days'
import { useEnumWord } from '../../ui/enums'
import { EnumPicker } from '../../ui/inputs/EnumPicker'
import { RegionPicker } from '../../ui/inputs/RegionInput'
import { PageHead } from '../../ui/shell/PageHead'
import { Chart } from '../../ui/views/Chart'
import { EmptyState } from '../../ui/views/EmptyState'
import { ErrorPanel } from '../../ui/views/ErrorPanel'
import { StatCard, StatRow } from '../../ui/views/StatCard'
import { Waiting } from '../../ui/views/Waiting'
import { asHours, crossOf, type HoursSum, monthsBetween, sumOf } from './crossOf'
import { HoursTable } from './HoursTable'

export const HOUR_TOTALS = 'query hourTotals($filter: HourTotalFilter!) { hourTotals(filter: $filter) { month programmeCode team { id name } region { code name } minutes drillMinutes records } }'

/** Hours by township (or, within one, by team), programme and month: drawn and as a table, real service and drills apart. */
export default function HoursPage() {
  const translate = useTranslate()
  const word = useEnumWord()
  const [search, setSearch] = useSearchParams()
  const month = monthOf(today())
  const asked = { region: search.get('region'), programme: search.get('programme'), from: search.get('from') ?? addMonths(month, -11), to: search.get('to') ?? month }
  const ask = (changed: Partial<typeof asked>): void => setSearch(Object.fromEntries(Object.entries({ ...asked, ...changed }).filter((entry): entry is [string, string] => Boolean(entry[1]))), { replace: true })
  const within = asked.region !== null && !asked.region.endsWith('000000')
  const filter = { region: asked.region, programmeCode: asked.programme ? [asked.programme] : null, monthFrom: asked.from, monthTo: asked.to, by: [within ? 'TEAM' : 'TOWNSHIP', 'PROGRAMME', 'MONTH'] }
  const { data, error, refetch } = useAsk<{ hourTotals: HoursSum[] }>(HOUR_TOTALS, { filter })
  const sums = data?.hourTotals ?? []
  const placeOf = ({ team, region }: HoursSum): { id: string; name: string } => (within ? (team ?? { id: '-', name: translate('resources.volunteers.noTeam') }) : { id: region?.code ?? '', name: region?.name ?? '' })
  const wordOf = (programme: string): string => word('ProgrammeCode', programme)
  const months = monthsBetween(asked.from, asked.to)
  const byMonth = crossOf(sums, each => ({ id: each.month, name: each.month }))
  const byPlace = crossOf(sums, placeOf)
  return (
    <>
      <PageHead
        title={translate('pages.hours.name')}
        crumbs={[{ label: translate('console.groups.people') }]}
        actions={
          <Button variant="outlined" onClick={() => window.print()}>
            {translate('console.print')}
          </Button>
        }
      />
      <Box className="no-print" sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(4, minmax(0, 1fr))' }, mb: 2 }}>
        <RegionPicker label={translate('resources.serviceRecords.fields.region')} value={asked.region} levels={['BANNER', 'TOWNSHIP']} onChange={region => ask({ region })} />
        <EnumPicker of="ProgrammeCode" label={translate('resources.serviceRecords.fields.programmeCode')} value={asked.programme ?? ''} onChange={picked => ask({ programme: String(picked) })} />
        {(['from', 'to'] as const).map(edge => (
          <TextField key={edge} type="month" label={translate(`pages.hours.${edge}`)} value={asked[edge]} onChange={event => event.target.value && ask({ [edge]: event.target.value })} slotProps={{ inputLabel: { shrink: true } }} />
        ))}
      </Box>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && sums.length === 0 && <EmptyState title={translate('pages.hours.empty')} hint={translate('pages.hours.emptyHint')} />}
      {sums.length > 0 && (
        <>
          <StatRow>
            <StatCard label={translate('resources.serviceRecords.real')} value={asHours(sumOf(sums, 'minutes'))} hint={translate('figures.hour')} />
            <StatCard label={translate('resources.serviceRecords.drills')} value={asHours(sumOf(sums, 'drillMinutes'))} hint={translate('figures.hour')} />
            <StatCard label={translate('pages.hours.records')} value={sumOf(sums, 'records')} />
          </StatRow>
          <Chart
            title={translate('pages.hours.byMonth')}
            kind="stacked"
            unit={translate('figures.hour')}
            categories={months.map(name => ({ name }))}
            series={byMonth.programmes.map(programme => ({ name: wordOf(programme), values: months.map(name => asHours(byMonth.minutes.get(`${name} ${programme}`) ?? 0)) }))}
          />
          {byPlace.places.length > 1 && (
            <Chart
              title={translate(within ? 'pages.hours.byTeam' : 'pages.hours.byTownship')}
              kind="stacked"
              unit={translate('figures.hour')}
              height={320}
              categories={byPlace.places.map(({ id, name }) => ({ name, to: within ? undefined : `/hours?region=${id}&from=${asked.from}&to=${asked.to}` }))}
              series={byPlace.programmes.map(programme => ({ name: wordOf(programme), values: byPlace.places.map(({ id }) => asHours(byPlace.minutes.get(`${id} ${programme}`) ?? 0)) }))}
            />
          )}
          <HoursTable title={translate(within ? 'pages.hours.byTeam' : 'pages.hours.byTownship')} cross={byPlace} />
        </>
      )}
    </>
  )
}
