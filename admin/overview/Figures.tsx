import { Box, MenuItem, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useMemo, useState } from 'react'
import { PLAN_PROGRESS, type Progress } from '../bureau/planProgress'
import { countedBy } from '../bureau/PlanTargets'
import { careLinks } from '../programmes/careLinks'
import { COVERAGE } from '../programmes/coverage/Coverage'
import { PostsOnFront } from '../programmes/posts/PostsOnFront'
import { useAsk, useMay, useMe } from '../ui/Console'
import { addMonths, monthOf, today } from '../ui/days'
import { useEnumWord } from '../ui/enums'
import { RegionPicker } from '../ui/inputs/RegionInput'
import { Chart } from '../ui/views/Chart'
import { ErrorPanel } from '../ui/views/ErrorPanel'
import { listAddress, StatCard, StatRow } from '../ui/views/StatCard'
import { Care } from './Care'
import { CaseFigures } from './CaseFigures'

interface Tally {
  key: string
  count: number
}

interface Dashboard {
  asOf: string
  overdue: number
  pairings: Tally[]
  grades: Tally[]
  teams: Tally[]
  volunteers: number
  minutes: { month: string; programme: string; minutes: number }[]
}

export const DASHBOARD = `query dashboard($region: RegionCode, $year: Int) { dashboard(region: $region, year: $year) {
  asOf overdue volunteers pairings { key count } grades { key count } teams { key count } minutes { month programme minutes }
} }`

export const LATEST_PLAN = 'query latestPlan($page: Page!) { plans(page: $page) { items { id } } }'

/** Which target of the plan speaks of which tier. */
const TIERS = { BANNER: 'BANNER_TEAMS', TOWNSHIP: 'TOWNSHIP_TEAMS', VILLAGE: 'VILLAGE_TEAMS', SQUAD: 'SQUADS' } as const
const countOf = (tallies: readonly Tally[], key: string): number => tallies.find(tally => tally.key === key)?.count ?? 0

/** The figures of a division, each leading to what it counts; as drawings, and as tables. */
export default function Figures() {
  const translate = useTranslate()
  const may = useMay()
  const [region, setRegion] = useState<string | null>(null)
  const [year, setYear] = useState<number | null>(null)
  const { data, error, refetch } = useAsk<{ dashboard: Dashboard }>(DASHBOARD, { region, year })
  const figures = data?.dashboard
  const within = region ? { region } : {}
  const active = figures && countOf(figures.pairings, 'ACTIVE')
  const thisYear = Number(today().slice(0, 4))
  const cards = may('pairing.read')
  return (
    <Box component="section" aria-labelledby="figures">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 2, mt: 1 }}>
        <Typography variant="h2" id="figures" sx={{ mr: 'auto' }}>
          {translate('pages.workbench.numbers')}
        </Typography>
        <Box sx={{ width: { xs: '100%', sm: 260 } }}>
          <RegionPicker label={translate('resources.pairings.fields.region')} value={region} onChange={setRegion} levels={['BANNER', 'TOWNSHIP']} />
        </Box>
        <TextField select fullWidth={false} label={translate('figures.span')} value={year ?? ''} onChange={event => setYear(event.target.value ? Number(event.target.value) : null)} sx={{ width: { xs: '100%', sm: 180 } }} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
          <MenuItem value="">{translate('figures.lastTwelve')}</MenuItem>
          {[thisYear, thisYear - 1, thisYear - 2].map(one => (
            <MenuItem key={one} value={one}>
              {one}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      <StatRow>
        <StatCard label={translate('figures.pairedNow')} value={active} of={cards ? 'pairings' : undefined} filter={{ ...within, state: ['ACTIVE'] }} />
        <StatCard label={translate('inbox.OVERDUE')} value={figures?.overdue} of={cards ? 'pairings' : undefined} filter={{ ...within, overdue: true }} tone="bad" />
        <StatCard label={translate('figures.volunteers')} value={figures?.volunteers} of={cards ? 'volunteers' : undefined} filter={{ ...within, state: ['ACTIVE'] }} />
      </StatRow>
      {figures && (
        <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' }, alignItems: 'start' }}>
          <Hours figures={figures} year={year} />
          {may('plan.read') && may('team.read') && <Teams tallies={figures.teams} region={region} />}
          {may('pairing.read') && <OverdueByTownship region={region} />}
          {may('beneficiary.read') && <Grades tallies={figures.grades} region={region} />}
        </Box>
      )}
      {may('pairing.read') && <Care region={region} />}
      {may('case.read') && <CaseFigures region={region} year={year} />}
      {may('post.read') && <PostsOnFront region={region} />}
    </Box>
  )
}

function Hours({ figures, year }: { figures: Dashboard; year: number | null }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const { categories, series } = useMemo(() => {
    const months = Array.from({ length: 12 }, (_, n) => (year ? `${year}-${String(n + 1).padStart(2, '0')}` : addMonths(monthOf(figures.asOf), n - 11)))
    const programmes = [...new Set(figures.minutes.map(({ programme }) => programme))].sort()
    const minutesOf = new Map(figures.minutes.map(({ month, programme, minutes }) => [`${month} ${programme}`, minutes]))
    return {
      categories: months.map(name => ({ name })),
      series: programmes.map(programme => ({ name: word('ProgrammeCode', programme), values: months.map(month => Math.round((minutesOf.get(`${month} ${programme}`) ?? 0) / 6) / 10) })),
    }
  }, [figures, year, word])
  return <Chart title={translate('figures.hours')} kind="stacked" categories={categories} series={series} unit={translate('figures.hour')} />
}

function Teams({ tallies, region }: { tallies: readonly Tally[]; region: string | null }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const me = useMe()
  const { data: plans } = useAsk<{ plans: { items: { id: string }[] } }>(LATEST_PLAN, { page: { number: 1, size: 1 } }, { staleTime: 600_000 })
  const planId = plans?.plans.items[0]?.id
  const { data } = useAsk<{ planProgress: Progress }>(PLAN_PROGRESS, { planId, on: today() }, { enabled: planId !== undefined })
  // Targets are the banner's: beside the number of a part of it they would mislead.
  const targets = me?.reach.kind !== 'banner' || (region && !region.endsWith('000000')) ? undefined : data?.planProgress.targets
  const tiers = Object.keys(TIERS) as (keyof typeof TIERS)[]
  const within = region ? { region } : {}
  const targetOf = (tier: keyof typeof TIERS) => targets?.find(({ subject }) => subject === TIERS[tier])
  return (
    <Chart
      title={translate('figures.teams')}
      kind="bar"
      categories={tiers.map(tier => ({ name: word('TeamTier', tier), to: targets ? countedBy(TIERS[tier], within) : listAddress('teams', { ...within, tier: [tier], state: ['ACTIVE'] }) }))}
      series={[
        { name: translate(targets ? 'figures.reached' : 'figures.have'), values: tiers.map(tier => targetOf(tier)?.reached ?? countOf(tallies, tier)) },
        ...(targets ? [{ name: translate('figures.plan'), values: tiers.map(tier => targetOf(tier)?.number ?? 0) }] : []),
      ]}
    />
  )
}

function OverdueByTownship({ region }: { region: string | null }) {
  const translate = useTranslate()
  const { data } = useAsk<{ coverage: { region: { code: string; name: string }; overdue: number }[] }>(COVERAGE, { region })
  const rows = (data?.coverage ?? []).filter(({ overdue }) => overdue > 0).sort((one, other) => other.overdue - one.overdue)
  if (rows.length < 2) return null
  return (
    <Chart
      title={translate('figures.overdueByTownship')}
      kind="bar"
      categories={rows.map(row => ({ name: row.region.name, to: listAddress('pairings', { region: row.region.code, overdue: true }) }))}
      series={[{ name: translate('inbox.OVERDUE'), values: rows.map(({ overdue }) => overdue) }]}
    />
  )
}

function Grades({ tallies, region }: { tallies: readonly Tally[]; region: string | null }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const grades = ['HIGH', 'KEY', 'GENERAL']
  return (
    <Chart
      title={translate('figures.grades')}
      kind="bar"
      categories={grades.map(grade => ({ name: word('RiskGrade', grade), to: listAddress('beneficiaries', careLinks(monthOf(today()), region).grade(grade).filter) }))}
      series={[{ name: translate('figures.beneficiaries'), values: grades.map(grade => countOf(tallies, grade)) }]}
    />
  )
}
