import { Box, MenuItem, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { type CareLink, careLinks } from '../programmes/careLinks'
import { useServices } from '../programmes/pairings/useServices'
import { useAsk } from '../ui/Console'
import { addMonths, monthOf, today } from '../ui/days'
import { useEnumWord } from '../ui/enums'
import type { Tone } from '../ui/theme'
import { Chart } from '../ui/views/Chart'
import { ErrorPanel } from '../ui/views/ErrorPanel'
import { StatCard, StatRow } from '../ui/views/StatCard'
import { shareOf, toOf, useOpen } from './useOpen'

interface Tally {
  key: string
  count: number
}

interface CareFigures {
  elders: number
  matched: number
  due: number
  contacted: number
  visitsDone: number
  visitsMissed: number
  visitsFlagged: number
  alarms: number
  alarmsInTime: number
  needsRaised: number
  needsMet: number
  handedOver: number
  awaitingHandover: number
  minutes: number
  servicesBooked: number
  kinds: Tally[]
  services: Tally[]
  flags: Tally[]
  loads: Tally[]
}

export const CARE = `query careFigures($region: RegionCode, $month: String) { careFigures(region: $region, month: $month) {
  elders matched due contacted visitsDone visitsMissed visitsFlagged alarms alarmsInTime needsRaised needsMet handedOver awaitingHandover minutes servicesBooked
  kinds { key count } services { key count } flags { key count } loads { key count }
} }`

const MONTHS = 12

/** How elders were looked after in a month: each number leads to the list that it counts. */
export function Care({ region }: { region: string | null }) {
  const translate = useTranslate()
  const [month, setMonth] = useState(monthOf(today()))
  const { data, error, refetch } = useAsk<{ careFigures: CareFigures }>(CARE, { region, month })
  const figures = data?.careFigures
  return (
    <Box component="section" aria-labelledby="care">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 2, mt: 1 }}>
        <Typography variant="h2" id="care" sx={{ mr: 'auto' }}>
          {translate('figures.care.title')}
        </Typography>
        <TextField select fullWidth={false} label={translate('figures.care.month')} value={month} onChange={event => setMonth(event.target.value)} sx={{ width: { xs: '100%', sm: 180 } }}>
          {Array.from({ length: MONTHS }, (_, back) => addMonths(monthOf(today()), -back)).map(one => (
            <MenuItem key={one} value={one}>
              {one}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      <CareCards figures={figures} month={month} region={region} />
      {figures && <CareCharts figures={figures} month={month} region={region} />}
    </Box>
  )
}

interface Shown {
  month: string
  region: string | null
}

function CareCards({ figures, month, region }: Shown & { figures: CareFigures | undefined }) {
  const translate = useTranslate()
  const open = useOpen()
  const links = careLinks(month, region)
  const card = (name: 'elders' | 'matched' | 'due' | 'contacted' | 'visitsDone' | 'visitsMissed' | 'visitsFlagged' | 'alarms' | 'alarmsInTime' | 'needsRaised' | 'needsMet' | 'handedOver' | 'awaitingHandover', hint?: string, tone?: Tone) => (
    <StatCard label={translate(`figures.care.${name}`)} value={figures?.[name]} hint={hint} tone={tone} {...open(links[name])} />
  )
  const share = (part: keyof CareFigures & ('matched' | 'contacted' | 'alarmsInTime' | 'needsMet'), all: 'elders' | 'due' | 'alarms' | 'needsRaised'): string | undefined => figures && translate(`figures.care.${part}Share`, { share: shareOf(figures[part], figures[all]) })
  return (
    <StatRow>
      {card('elders')}
      {card('matched', share('matched', 'elders'))}
      {card('due')}
      {card('contacted', share('contacted', 'due'))}
      {card('visitsDone')}
      {card('visitsMissed', undefined, 'warning')}
      <StatCard label={translate('figures.care.hours')} value={figures && Math.round(figures.minutes / 6) / 10} hint={figures && translate('figures.care.lines', { smart_count: figures.servicesBooked })} {...open(links.servicesBooked)} />
      {card('visitsFlagged', undefined, 'bad')}
      {card('alarms')}
      {card('alarmsInTime', share('alarmsInTime', 'alarms'))}
      {card('needsRaised')}
      {card('needsMet', share('needsMet', 'needsRaised'))}
      {card('handedOver')}
      {card('awaitingHandover', undefined, 'warning')}
    </StatRow>
  )
}

function CareCharts({ figures, month, region }: Shown & { figures: CareFigures }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const open = useOpen()
  const { nameOfService } = useServices(null)
  const links = careLinks(month, region)
  const bars = (title: string, tallies: readonly Tally[], nameOf: (key: string) => string, link: (key: string) => CareLink, unit: string) =>
    tallies.some(({ count }) => count > 0) && (
      <Chart
        title={translate(`figures.care.${title}`)}
        kind="bar"
        categories={tallies.map(({ key }) => ({ name: nameOf(key), ...toOf(open(link(key))) }))}
        series={[{ name: translate(`figures.care.${unit}`), values: tallies.map(({ count }) => count) }]}
      />
    )
  return (
    <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' }, alignItems: 'start' }}>
      {bars('kinds', figures.kinds, key => word('BeneficiaryKind', key), links.kind, 'elders')}
      {bars('services', figures.services, nameOfService, links.service, 'visitsDone')}
      {bars('flags', figures.flags, key => word('VisitFlag', key), links.flag, 'visitsFlagged')}
      {bars('loads', figures.loads, load => translate('figures.care.pairings', { smart_count: Number(load) }), links.load, 'volunteers')}
    </Box>
  )
}
