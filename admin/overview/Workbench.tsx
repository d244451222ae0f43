import { useTranslate } from 'ra-core'
import { useMe } from '../ui/Console'
import { badgeOf, useInboxCounts } from '../ui/shell/inbox'
import { PageHead } from '../ui/shell/PageHead'
import { EmptyState } from '../ui/views/EmptyState'
import { StatCard, StatRow } from '../ui/views/StatCard'

/** The front page: what is due, what is overdue and what waits for the person signed in. */
export default function Workbench() {
  const translate = useTranslate()
  const me = useMe()
  const counts = useInboxCounts()
  const waiting = [...counts].filter(([, count]) => count > 0)
  return (
    <>
      <PageHead title={translate('pages.workbench.greeting', { name: me?.account.displayName ?? '' })} />
      {waiting.length === 0 ? (
        <EmptyState title={translate('pages.workbench.empty')} hint={translate('pages.workbench.emptyHint')} />
      ) : (
        <StatRow>
          {waiting.map(([kind]) => (
            <StatCard key={kind} label={translate(`inbox.${kind}`, { _: kind })} value={badgeOf(counts, [kind])} tone="warning" />
          ))}
        </StatRow>
      )}
    </>
  )
}
