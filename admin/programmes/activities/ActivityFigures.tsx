import { Paper, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useAsk } from '../../ui/Console'
import { addDays, addMonths, monthOf, today } from '../../ui/days'
import { useEnumWord } from '../../ui/enums'
import { AskForm } from '../../ui/list/QueryForm'
import type { QueryField } from '../../ui/list/QueryInput'
import { useAsked } from '../../ui/list/useAsked'
import { PageHead } from '../../ui/shell/PageHead'
import { EmptyState } from '../../ui/views/EmptyState'
import { ErrorPanel } from '../../ui/views/ErrorPanel'
import { NumberLink } from '../../ui/views/NumberLink'
import { listAddress, StatCard, StatRow } from '../../ui/views/StatCard'

interface Sums {
  activities: number
  drills: number
  people: number
  personTimes: number
  served: number
}

type Figures = Sums & { programmes: (Sums & { programme: string })[]; tiers: { tier: string; done: number; due: number; missing: number }[] }

export const ACTIVITY_FIGURES = `query activityFigures($region: RegionCode, $monthFrom: String, $monthTo: String) { activityFigures(region: $region, monthFrom: $monthFrom, monthTo: $monthTo) {
  activities drills people personTimes served programmes { programme activities drills people personTimes served } tiers { tier done due missing }
} }`

const FIELDS: readonly QueryField[] = [
  { source: 'region', kind: 'region', levels: ['BANNER', 'TOWNSHIP'], label: 'resources.activities.fields.region' },
  { source: 'month', kind: 'months', label: 'pages.hours.month' },
]

/** What was held, by programme, who came and who was served; and how the teams of each tier stand to the month. Each number opens the list that it counts. */
export default function ActivityFigures() {
  const translate = useTranslate()
  const { values, ask } = useAsked({ monthFrom: `${today().slice(0, 4)}-01`, monthTo: monthOf(today()) })
  const asked = { region: null, ...values } as { region: string | null; monthFrom: string; monthTo: string }
  const { data, error, refetch } = useAsk<{ activityFigures: Figures }>(ACTIVITY_FIGURES, asked)
  const figures = data?.activityFigures
  const filter = { state: ['ARCHIVED'], ...(asked.region && { region: asked.region }), startsOnFrom: `${asked.monthFrom}-01`, startsOnTo: addDays(`${addMonths(asked.monthTo, 1)}-01`, -1) }
  return (
    <>
      <PageHead title={translate('pages.activityFigures.name')} crumbs={[{ label: translate('resources.activities.name', { smart_count: 2 }), to: '/activities' }]} />
      <AskForm name="activityFigures" values={values} ask={ask} fields={FIELDS} />
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      <StatRow>
        <StatCard label={translate('pages.activityFigures.activities')} value={figures?.activities} of="activities" filter={{ ...filter, isDrill: false }} />
        <StatCard label={translate('pages.activityFigures.drills')} value={figures?.drills} of="activities" filter={{ ...filter, isDrill: true }} />
        <StatCard label={translate('pages.activityFigures.people')} value={figures?.people} />
        <StatCard label={translate('pages.activityFigures.personTimes')} value={figures?.personTimes} />
        <StatCard label={translate('pages.activityFigures.served')} value={figures?.served} />
      </StatRow>
      {figures && figures.programmes.length === 0 && <EmptyState title={translate('pages.activityFigures.empty')} />}
      {figures && figures.programmes.length > 0 && <ByProgramme figures={figures} filter={filter} />}
      {figures && <ByTier figures={figures} region={asked.region} month={asked.monthTo} />}
    </>
  )
}

function ByProgramme({ figures, filter }: { figures: Figures; filter: Record<string, unknown> }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const say = (key: string): string => translate(`pages.activityFigures.${key}`)
  const to = (programme: string, isDrill: boolean): string => listAddress('activities', { ...filter, programme: [programme], isDrill })
  return (
    <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={say('byProgramme')} sx={{ mb: 2, '& th': { whiteSpace: 'nowrap' } }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{say('byProgramme')}</TableCell>
            {['activities', 'drills', 'people', 'personTimes', 'served'].map(key => (
              <TableCell key={key} align="right">
                {say(key)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {figures.programmes.map(({ programme, activities, drills, people, personTimes, served }) => (
            <TableRow key={programme} hover>
              <TableCell component="th" scope="row">
                {word('ProgrammeCode', programme)}
              </TableCell>
              <NumberLink of={activities} to={to(programme, false)} />
              <NumberLink of={drills} to={to(programme, true)} />
              <NumberLink of={people} />
              <NumberLink of={personTimes} />
              <NumberLink of={served} />
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}

function ByTier({ figures, region, month }: { figures: Figures; region: string | null; month: string }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const title = translate('pages.activityFigures.byTier', { month })
  // The matrix narrows by the last month of its year that has begun; of earlier months it shows all.
  const to = (tier: string, duty: string): string => `/dutyMatrix?${new URLSearchParams({ year: month.slice(0, 4), tier, ...(region && { region }), ...(month === monthOf(today()) && { duty }) }).toString()}`
  return (
    <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={title} sx={{ '& th': { whiteSpace: 'nowrap' } }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{title}</TableCell>
            {['DONE', 'DUE', 'MISSING'].map(duty => (
              <TableCell key={duty} align="right">
                {word('DutyState', duty)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {figures.tiers.map(({ tier, done, due, missing }) => (
            <TableRow key={tier} hover>
              <TableCell component="th" scope="row">
                {word('TeamTier', tier)}
              </TableCell>
              <NumberLink of={done} to={to(tier, 'DONE')} />
              <NumberLink of={due} to={to(tier, 'DUE')} bad />
              <NumberLink of={missing} to={to(tier, 'MISSING')} bad />
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}
