import { Box } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useMay } from '../../ui/Console'
import { useEnumWord } from '../../ui/enums'
import { Chart } from '../../ui/views/Chart'
import { StatCard, StatRow } from '../../ui/views/StatCard'
import { type PostFigures, postLinks } from './figures'
import { STATE_TONES } from './Post'

interface NumbersProps {
  figures: PostFigures | undefined
  region: string | null
  year: number
}

/** The figures of posts as cards, each leading to what it counts. */
export function PostCards({ figures, region, year }: NumbersProps) {
  const translate = useTranslate()
  const may = useMay()
  const links = postLinks(region, year)
  const word = (name: string, words?: Record<string, unknown>): string => translate(`figures.posts.${name}`, words)
  const served = figures?.months.reduce((sum, { people }) => sum + people, 0)
  const passed = figures && figures.reviewsDone > 0 ? `${Math.round((figures.reviewsPassed / figures.reviewsDone) * 100)}%` : '–'
  return (
    <StatRow>
      <StatCard label={word('posts')} value={figures?.posts} hint={figures && word('veterans', { smart_count: figures.veterans })} {...links.posts} />
      <StatCard label={word('granted', { year })} value={figures?.granted} {...links.granted} />
      <StatCard label={word('revoked', { year })} value={figures?.revoked} {...links.revoked} tone="warning" />
      <StatCard label={word('reviewsDue', { year })} value={figures?.reviewsDue} {...links.reviewsDue} tone="waiting" />
      <StatCard label={word('reviewsDone', { year })} value={figures?.reviewsDone} hint={word('passed', { share: passed })} {...links.reviewsDone} />
      <StatCard label={word('served', { year })} value={served} hint={figures && word('times', { smart_count: figures.months.reduce((sum, { times }) => sum + times, 0) })} {...links.served} />
      <StatCard label={word('said', { year })} value={figures && `${figures.praise} / ${figures.complaints}`} {...(may('post.answerFeedback') && { of: 'postFeedback', filter: { ...(region && { region }) } })} />
    </StatRow>
  )
}

/** The figures of posts as drawings, each bar leading to what it counts. */
export function PostCharts({ figures, region, year }: NumbersProps) {
  const translate = useTranslate()
  const word = useEnumWord()
  const links = postLinks(region, year)
  if (!figures) return null
  const states = Object.keys(STATE_TONES).map(state => ({ state, count: figures.byState.find(one => one.state === state)?.count ?? 0 })).filter(({ count }) => count > 0)
  const posts = translate('figures.posts.unit')
  const bars = (title: string, rows: readonly { name: string; to: string; count: number }[]) =>
    rows.length > 0 && <Chart title={translate(`figures.posts.${title}`)} kind="bar" categories={rows.map(({ name, to }) => ({ name, to }))} series={[{ name: posts, values: rows.map(({ count }) => count) }]} />
  return (
    <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' }, alignItems: 'start' }}>
      {bars('byState', states.map(({ state, count }) => ({ name: word('PostState', state), to: links.state(state), count })))}
      {bars('byKind', figures.byKind.map(({ kind, count }) => ({ name: word('EmployerKind', kind), to: links.kind(kind), count })))}
      {bars('byPlace', figures.byPlace.map(({ placeKind, count }) => ({ name: word('PostPlaceKind', placeKind), to: links.place(placeKind), count })))}
      {figures.months.length > 0 && (
        <Chart title={translate('figures.posts.byMonth')} kind="bar" categories={figures.months.map(({ month }) => ({ name: month, to: links.month(month) }))} series={[{ name: translate('figures.posts.people'), values: figures.months.map(({ people }) => people) }]} />
      )}
    </Box>
  )
}
