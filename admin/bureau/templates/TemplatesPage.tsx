import { Alert, Box, Typography } from '@mui/material'
import { ResourceContextProvider, useTranslate } from 'ra-core'
import { useAsk } from '../../ui/Console'
import { PageHead } from '../../ui/shell/PageHead'
import { EmptyState } from '../../ui/views/EmptyState'
import { ErrorPanel } from '../../ui/views/ErrorPanel'
import { Waiting } from '../../ui/views/Waiting'
import { KindSection } from './KindSection'
import { PAPER_KINDS, type PaperKind } from './templates'

/** The papers that the office words itself in Word: their fields, their versions, and which one is in use. */
export default function TemplatesPage() {
  const translate = useTranslate()
  const { data, error, isPending, refetch } = useAsk<{ paperKinds: { items: PaperKind[] } }>(PAPER_KINDS)
  const kinds = data?.paperKinds.items
  return (
    <ResourceContextProvider value="paperTemplates">
      <PageHead title={translate('resources.paperTemplates.name', { smart_count: 2 })} crumbs={[{ label: translate('console.groups.bureau') }]} />
      <Alert severity="info" sx={{ mb: 2 }}>
        <Typography variant="body2">{translate('resources.paperTemplates.hint')}</Typography>
        <Typography variant="body2">{translate('resources.paperTemplates.shows')}</Typography>
      </Alert>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {isPending && <Waiting />}
      {kinds?.length === 0 && <EmptyState title={translate('resources.paperTemplates.empty')} />}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {kinds?.map(kind => (
          <KindSection key={kind.code} kind={kind} onChange={() => void refetch()} />
        ))}
      </Box>
    </ResourceContextProvider>
  )
}
