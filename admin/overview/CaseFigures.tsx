import { Box, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { CareLink } from '../programmes/careLinks'
import { caseLinks } from '../programmes/hardship/caseLinks'
import { useYuan } from '../programmes/hardship/useYuan'
import { useAsk } from '../ui/Console'
import { addMonths, monthOf, today } from '../ui/days'
import { useEnumWord } from '../ui/enums'
import { useRegions } from '../ui/inputs/regions'
import type { Tone } from '../ui/theme'
import { Chart } from '../ui/views/Chart'
import { ErrorPanel } from '../ui/views/ErrorPanel'
import { StatCard, StatRow } from '../ui/views/StatCard'
import { shareOf, toOf, useOpen } from './useOpen'

interface Tally {
  key: string
  count: number
}

const NUMBERS = ['clues', 'cases', 'inTime', 'helped', 'repeats', 'objected', 'onRegister', 'overdue', 'casesHelped', 'peopleHelped', 'closed', 'solved', 'referralsSent', 'referralsDone', 'followUps'] as const
type Numbers = Record<(typeof NUMBERS)[number], number>

interface Figures extends Numbers {
  medianDays: number | null
  money: string
  goods: string
  kinds: Tally[]
  colours: Tally[]
  sources: Tally[]
  states: Tally[]
  townships: Tally[]
  measures: Tally[]
  funds: { fund: string; money: string; goods: string }[]
}

export const CASE_FIGURES = `query caseFigures($region: RegionCode, $from: Date, $to: Date) { caseFigures(region: $region, from: $from, to: $to) {
  clues cases inTime helped repeats objected onRegister overdue casesHelped peopleHelped closed solved referralsSent referralsDone followUps medianDays money goods
  kinds { key count } colours { key count } sources { key count } states { key count } townships { key count } measures { key count } funds { fund money goods }
} }`

/** The span that is counted: a year, or the last twelve months. */
const spanOf = (year: number | null): [string, string] => (year ? [`${year}-01-01`, `${year}-12-31`] : [`${addMonths(monthOf(today()), -11)}-01`, today()])

/** How comrades in hardship were found and helped: each number leads to the list that it counts. */
export function CaseFigures({ region, year }: { region: string | null; year: number | null }) {
  const translate = useTranslate()
  const [from, to] = spanOf(year)
  const { data, error, refetch } = useAsk<{ caseFigures: Figures }>(CASE_FIGURES, { region, from, to })
  const shown = { figures: data?.caseFigures, links: caseLinks(from, to, region) }
  return (
    <Box component="section" aria-labelledby="case-figures">
      <Typography variant="h2" id="case-figures" sx={{ mb: 0.5, mt: 2 }}>
        {translate('figures.cases.title')}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1.5 }}>
        {translate('figures.cases.span', { from, to })}
      </Typography>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      <Cards {...shown} />
      {shown.figures && <Charts figures={shown.figures} links={shown.links} />}
    </Box>
  )
}

interface Shown {
  figures: Figures | undefined
  links: ReturnType<typeof caseLinks>
}

function Cards({ figures, links }: Shown) {
  const translate = useTranslate()
  const open = useOpen()
  const card = (name: keyof Numbers, link?: CareLink, hint?: string, tone?: Tone) => <StatCard label={translate(`figures.cases.${name}`)} value={figures?.[name]} hint={hint} tone={tone} {...(link && open(link))} />
  const share = (part: keyof Numbers, all: keyof Numbers): string | undefined => figures && translate('figures.cases.share', { share: shareOf(figures[part], figures[all]) })
  const yuan = useYuan()
  return (
    <StatRow>
      {card('onRegister', links.onRegister)}
      {card('overdue', links.overdue, undefined, 'bad')}
      {card('clues', links.clues)}
      {card('cases', links.cases)}
      {card('inTime', links.inTime, share('inTime', 'cases'))}
      <StatCard label={translate('figures.cases.medianDays')} value={figures && (figures.medianDays ?? '–')} hint={figures && translate('figures.cases.medianHint', { smart_count: figures.helped })} {...open(links.helped)} />
      {card('peopleHelped', links.casesHelped, figures && translate('figures.cases.inCases', { smart_count: figures.casesHelped }))}
      <StatCard label={translate('figures.cases.money')} value={figures && yuan(figures.money)} {...open(links.money)} />
      <StatCard label={translate('figures.cases.goods')} value={figures && yuan(figures.goods)} {...open(links.goods)} />
      {card('referralsDone', links.referralsDone, figures && translate('figures.cases.sent', { smart_count: figures.referralsSent }))}
      {card('followUps', links.followUps)}
      {card('closed', links.closed)}
      {card('solved', links.solved, share('solved', 'closed'))}
      {card('repeats', links.repeats, undefined, 'warning')}
      {card('objected', links.objected, undefined, 'warning')}
    </StatRow>
  )
}

function Charts({ figures, links }: { figures: Figures; links: Shown['links'] }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const open = useOpen()
  const { tree } = useRegions()
  const bars = (title: string, tallies: readonly Tally[], nameOf: (key: string) => string, link: (key: string) => CareLink) =>
    tallies.some(({ count }) => count > 0) && (
      <Chart
        title={translate(`figures.cases.charts.${title}`)}
        kind="bar"
        categories={tallies.map(({ key }) => ({ name: nameOf(key), ...toOf(open(link(key))) }))}
        series={[{ name: translate('figures.cases.number'), values: tallies.map(({ count }) => count) }]}
      />
    )
  return (
    <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' }, alignItems: 'start' }}>
      {bars('states', figures.states, key => word('CaseState', key), links.state)}
      {bars('kinds', figures.kinds, key => word('HardshipKind', key), links.kind)}
      {bars('colours', figures.colours, key => word('CaseColour', key), links.colour)}
      {bars('sources', figures.sources, key => word('ClueSource', key), links.source)}
      {figures.townships.length > 1 && bars('townships', figures.townships, code => tree?.byCode.get(code)?.name ?? code, links.township)}
      {bars('measures', figures.measures, key => word('MeasureKind', key), links.measure)}
      {figures.funds.length > 0 && (
        <Chart
          title={translate('figures.cases.charts.funds')}
          kind="stacked"
          unit={translate('console.yuan')}
          categories={figures.funds.map(({ fund }) => ({ name: word('FundSource', fund), ...toOf(open(links.fund(fund))) }))}
          series={(['money', 'goods'] as const).map(part => ({ name: translate(`figures.cases.${part}`), values: figures.funds.map(one => Number(one[part])) }))}
        />
      )}
    </Box>
  )
}
