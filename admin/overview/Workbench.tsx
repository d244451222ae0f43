import { Alert, Box, Link, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { lazy, Suspense } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import { useMay, useMe } from '../ui/Console'
import { badgeOf, useInboxCounts } from '../ui/shell/inbox'
import { PageHead } from '../ui/shell/PageHead'
import type { Tone } from '../ui/theme'
import { EmptyState } from '../ui/views/EmptyState'
import { InSteps } from '../ui/views/InSteps'
import { listAddress, StatCard, StatRow } from '../ui/views/StatCard'
import { Waiting } from '../ui/views/Waiting'
import { WhenSeen } from '../ui/views/WhenSeen'
import { DueNext, useDueNext } from './DueNext'
import { type InboxLink, inboxLinks } from './inboxLinks'
import { OpenTasks, useOpenTasks } from './OpenTasks'
import { StandingWarnings, useStandingWarnings } from './StandingWarnings'

/** About what the figures take, in pixels. */
const FIGURES_HEIGHT = 1200
/** What is looked at last is loaded last, and what only some have with them. */
const Figures = lazy(() => import('./Figures'))
const OwnPosts = lazy(() => import('../programmes/posts/OwnPosts'))

/** The front page, which stands at once: what came later, above what one reads already, would push it away. */
export default function Workbench() {
  const translate = useTranslate()
  const me = useMe()
  const may = useMay()
  const counts = useInboxCounts()
  const asked = { warnings: useStandingWarnings(may('warning.read')), due: useDueNext(may('pairing.read')), tasks: useOpenTasks(may('task.read')) }
  const onTheirWay = Object.values(asked).some(({ isLoading }) => isLoading)
  return (
    <>
      <PageHead title={translate('pages.workbench.greeting', { name: me?.account.displayName ?? '' })} />
      <InSteps when={counts !== undefined && !onTheirWay} before={<Waiting />}>
        {counts && <Today counts={counts} {...asked} />}
      </InSteps>
    </>
  )
}

interface TodayProps {
  counts: ReadonlyMap<string, number>
  warnings: ReturnType<typeof useStandingWarnings>
  due: ReturnType<typeof useDueNext>
  tasks: ReturnType<typeof useOpenTasks>
}

/** What waits for the person signed in, the most urgent first; then what comes next; then where nothing waits; then the figures. */
function Today({ counts, warnings, due, tasks }: TodayProps) {
  const translate = useTranslate()
  const may = useMay()
  const links = inboxLinks()
  const kinds = inOrder([...counts.keys()], links)
  const [waiting, settled] = [kinds.filter(kind => badgeOf(counts, [kind]) > 0), kinds.filter(kind => badgeOf(counts, [kind]) === 0)]
  const [urgent, rest] = [waiting.filter(kind => links[kind]?.tone === 'bad'), waiting.filter(kind => links[kind]?.tone !== 'bad')]
  // What one may not ask for is pending still.
  const [hasDue, hasTasks, figures] = [!due.isPending, !tasks.isPending, may('dashboard.read')]
  const ownPosts = !figures && may('post.apply')
  return (
    <>
      <StandingWarnings {...warnings} />
      {waiting.length > 0 && (
        <Box component="section" aria-label={translate('pages.workbench.waiting')}>
          {[urgent, rest].filter(row => row.length > 0).map(row => (
            <StatRow key={row[0]}>
              {row.map(kind => (
                <StatCard key={kind} label={translate(`inbox.${kind}`, { _: kind })} value={badgeOf(counts, [kind])} {...links[kind]} small={row === rest} />
              ))}
            </StatRow>
          ))}
        </Box>
      )}
      {waiting.length === 0 && settled.length > 0 && (
        <Alert severity="success" sx={{ mb: 2 }}>
          {translate('pages.workbench.allDone')}
        </Alert>
      )}
      {ownPosts && (
        <Suspense fallback={<Waiting />}>
          <OwnPosts />
        </Suspense>
      )}
      {!hasDue && !hasTasks && !figures && !ownPosts && <EmptyState title={translate('pages.workbench.empty')} hint={translate('pages.workbench.emptyHint')} />}
      <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: hasDue && hasTasks ? 'minmax(0, 3fr) minmax(0, 2fr)' : 'minmax(0, 1fr)' }, alignItems: 'start' }}>
        {hasDue && <DueNext {...due} />}
        {hasTasks && <OpenTasks {...tasks} />}
      </Box>
      {settled.length > 0 && <Settled kinds={settled} links={links} />}
      {figures && (
        <WhenSeen height={FIGURES_HEIGHT}>
          <Suspense fallback={<Waiting />}>
            <Figures />
          </Suspense>
        </WhenSeen>
      )}
    </>
  )
}

/** Where nothing waits now: small, and still a way to the lists. */
function Settled({ kinds, links }: { kinds: readonly string[]; links: Readonly<Record<string, InboxLink>> }) {
  const translate = useTranslate()
  return (
    <Box component="section" aria-label={translate('pages.workbench.settled')} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'center', mb: 2 }}>
      <Typography variant="body2" color="text.secondary">
        {translate('pages.workbench.settled')}
      </Typography>
      {kinds.map(kind => {
        const { of, filter, sort } = links[kind] ?? {}
        const words = `${translate(`inbox.${kind}`, { _: kind })} 0`
        return of ? (
          <Link key={kind} component={RouterLink} to={listAddress(of, filter, sort)} variant="body2" color="text.secondary" sx={{ minHeight: { xs: 44, sm: 32 }, display: 'inline-flex', alignItems: 'center' }}>
            {words}
          </Link>
        ) : (
          <Typography key={kind} variant="body2" color="text.secondary">
            {words}
          </Typography>
        )
      })}
    </Box>
  )
}

const FELT: readonly (Tone | undefined)[] = ['bad', 'warning']

/** What is pressing first, then what soon will be, then what waits; among these in the order of the links. */
function inOrder(kinds: readonly string[], links: Readonly<Record<string, InboxLink>>): string[] {
  const [order, felt] = [Object.keys(links), (kind: string) => FELT.indexOf(links[kind]?.tone)]
  const rank = (kind: string): number => (felt(kind) < 0 ? FELT.length : felt(kind)) * (order.length + 1) + (order.includes(kind) ? order.indexOf(kind) : order.length)
  return [...kinds].sort((one, other) => rank(one) - rank(other))
}
