import ListIcon from '@mui/icons-material/List'
import { Box, Button, Typography } from '@mui/material'
import { ListBase, ResourceContextProvider, useListContext, useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useEnumWord } from '../../ui/enums'
import { QueryForm } from '../../ui/list/QueryForm'
import { SavedQueries } from '../../ui/list/SavedQueries'
import { toneOfValue } from '../../ui/record/StateChip'
import { PageHead } from '../../ui/shell/PageHead'
import { Board } from '../../ui/views/Board'
import { EmptyState } from '../../ui/views/EmptyState'
import { ErrorPanel } from '../../ui/views/ErrorPanel'
import { CaseCard } from './CaseCard'
import { caseQuery } from './caseQuery'
import { type CaseRow, LIVE } from './HardshipCase'
import { ReportButton } from './ReportButton'

/** The cases by the step that they are at; asked by the same as the list is, and with the same saved queries. */
export default function CaseBoard() {
  const translate = useTranslate()
  return (
    <ResourceContextProvider value="hardshipCases">
      <ListBase resource="hardshipCases" storeKey="caseBoard" perPage={1} sort={{ field: 'dueOn', order: 'ASC' }} exporter={false} queryOptions={{ onError: () => undefined, retry: false }}>
        <PageHead
          title={translate('pages.caseBoard.name')}
          crumbs={[{ label: translate('resources.hardshipCases.name', { smart_count: 2 }), to: '/hardshipCases' }]}
          actions={
            <>
              <Button component={RouterLink} to="/hardshipCases" variant="outlined" startIcon={<ListIcon />}>
                {translate('resources.hardshipCases.asList')}
              </Button>
              <ReportButton />
            </>
          }
        />
        <SavedQueries />
        <QueryForm fields={caseQuery} />
        <Columns />
      </ListBase>
    </ResourceContextProvider>
  )
}

function Columns() {
  const translate = useTranslate()
  const word = useEnumWord()
  const { filterValues, total, error, refetch } = useListContext<CaseRow>()
  const { state, ...filter } = filterValues as { state?: string[] } & Record<string, unknown>
  const states = state?.length ? LIVE.filter(one => state.includes(one)) : LIVE
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (total === 0) return <EmptyState title={translate('ra.page.empty', { name: translate('resources.hardshipCases.name', { smart_count: 2 }) })} hint={translate('resources.hardshipCases.empty')} action={<ReportButton />} />
  return (
    <Box>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1, display: { xs: 'none', md: 'block' } }}>
        {translate('resources.hardshipCases.boardHint')}
      </Typography>
      <Board<CaseRow>
        of="hardshipCases"
        title={translate('pages.caseBoard.name')}
        columns={states.map(one => ({ key: one, label: word('CaseState', one), tone: toneOfValue('CaseState', one), filter: { state: [one] } }))}
        filter={filter}
        sort={{ field: 'dueOn', order: 'ASC' }}
        card={row => <CaseCard row={row} />}
      />
    </Box>
  )
}
