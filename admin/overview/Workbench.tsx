import { Box } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useMay, useMe } from '../ui/Console'
import { badgeOf, useInboxCounts } from '../ui/shell/inbox'
import { PageHead } from '../ui/shell/PageHead'
import { EmptyState } from '../ui/views/EmptyState'
import { StatCard, StatRow } from '../ui/views/StatCard'
import { DueNext } from './DueNext'
import { Figures } from './Figures'
import { inboxLinks } from './inboxLinks'
import { OpenTasks } from './OpenTasks'
import { StandingWarnings } from './StandingWarnings'

/** The front page: what is due, what is overdue and what waits for the person signed in; then what comes next; then the figures. */
export default function Workbench() {
  const translate = useTranslate()
  const me = useMe()
  const may = useMay()
  const counts = useInboxCounts()
  const links = inboxLinks()
  const order = Object.keys(links)
  const waiting = [...counts.keys()].sort((one, other) => rank(order, one) - rank(order, other))
  const [pairs, tasks, figures] = [may('pairing.read'), may('task.read'), may('dashboard.read')]
  return (
    <>
      <PageHead title={translate('pages.workbench.greeting', { name: me?.account.displayName ?? '' })} />
      {may('warning.read') && <StandingWarnings />}
      {waiting.length > 0 && (
        <Box component="section" aria-label={translate('pages.workbench.waiting')}>
          <StatRow>
            {waiting.map(kind => (
              <StatCard key={kind} label={translate(`inbox.${kind}`, { _: kind })} value={badgeOf(counts, [kind])} {...links[kind]} />
            ))}
          </StatRow>
        </Box>
      )}
      {!pairs && !tasks && !figures && <EmptyState title={translate('pages.workbench.empty')} hint={translate('pages.workbench.emptyHint')} />}
      <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: pairs && tasks ? 'minmax(0, 3fr) minmax(0, 2fr)' : 'minmax(0, 1fr)' }, alignItems: 'start' }}>
        {pairs && <DueNext />}
        {tasks && <OpenTasks />}
      </Box>
      {figures && <Figures />}
    </>
  )
}

/** Known kinds first, in their order. */
const rank = (order: readonly string[], kind: string): number => (order.includes(kind) ? order.indexOf(kind) : order.length)
