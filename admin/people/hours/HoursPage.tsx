import { Button } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useAsk } from '../../ui/Console'
import { addMonths, monthOf, today } from '../../ui/days'
import { useEnumWord } from '../../ui/enums'
import { AskForm } from '../../ui/list/QueryForm'
import type { QueryField } from '../../ui/list/QueryInput'
import { useAsked } from '../../ui/list/useAsked'
import { PageHead } from '../../ui/shell/PageHead'
import { Chart } from '../../ui/views/Chart'
import { EmptyState } from '../../ui/views/EmptyState'
import { ErrorPanel } from '../../ui/views/ErrorPanel'
import { StatCard, StatRow } from '../../ui/views/StatCard'
import { Waiting } from '../../ui/views/Waiting'
import { asHours, crossOf, type HoursSum, monthsBetween, sumOf } from './crossOf'
import { HoursTable } from './HoursTable'

export const HOUR_TOTALS = 'query hourTotals($filter: HourTotalFilter!) { hourTotals(filter: $filter) { month programmeCode team { id name } region { code name } minutes drillMinutes records } }'

/** What people ask the hours by. */
const FIELDS: readonly QueryField[] = [
  { source: 'region', kind: 'region', levels: ['BANNER', 'TOWNSHIP'], label: 'resources.serviceRecords.fields.region' },
  { source: 'month', kind: 'months', label: 'pages.hours.month' },
  { source: 'programme', kind: 'enum', of: 'ProgrammeCode', label: 'resources.serviceRecords.fields.programmeCode' },
]

/** Hours by township (or, within one, by team), programme and month: drawn and as a table, real service and drills apart. */
export default function HoursPage() {
  const translate = useTranslate()
  const word = useEnumWord()
  const month = monthOf(today())
  const { values, ask } = useAsked({ monthFrom: addMonths(month, -11), monthTo: month })
  const asked = { region: null, programme: null, ...values } as { region: string | null; programme: string | null; monthFrom: string; monthTo: string }
  const within = asked.region !== null && !asked.region.endsWith('000000')
  const filter = { region: asked.region, programmeCode: asked.programme ? [asked.programme] : null, monthFrom: asked.monthFrom, monthTo: asked.monthTo, by: [within ? 'TEAM' : 'TOWNSHIP', 'PROGRAMME', 'MONTH'] }
  const { data, error, refetch } = useAsk<{ hourTotals: HoursSum[] }>(HOUR_TOTALS, { filter })
  const sums = data?.hourTotals ?? []
  const placeOf = ({ team, region }: HoursSum): { id: string; name: string } => (within ? (team ?? { id: '-', name: translate('resources.volunteers.noTeam') }) : { id: region?.code ?? '', name: region?.name ?? '' })
  const wordOf = (programme: string): string => word('ProgrammeCode', programme)
  const months = monthsBetween(asked.monthFrom, asked.monthTo)
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
      <AskForm name="hours" values={values} ask={ask} fields={FIELDS} />
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
              categories={byPlace.places.map(({ id, name }) => ({ name, to: within ? undefined : `/hours?region=${id}&monthFrom=${asked.monthFrom}&monthTo=${asked.monthTo}` }))}
              series={byPlace.programmes.map(programme => ({ name: wordOf(programme), values: byPlace.places.map(({ id }) => asHours(byPlace.minutes.get(`${id} ${programme}`) ?? 0)) }))}
            />
          )}
          <HoursTable title={translate(within ? 'pages.hours.byTeam' : 'pages.hours.byTownship')} cross={byPlace} />
        </>
      )}
    </>
  )
}
