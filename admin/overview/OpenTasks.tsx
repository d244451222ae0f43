import { Box, Button, Link, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { type TaskRow, useTaskTitle } from '../bureau/task'
import { useAsk } from '../ui/Console'
import { clockOf } from '../ui/days'
import { useEnumWord } from '../ui/enums'
import { Section } from '../ui/record/Facts'
import { ToneChip } from '../ui/record/StateChip'
import { EmptyState } from '../ui/views/EmptyState'
import { ErrorPanel } from '../ui/views/ErrorPanel'
import { listAddress } from '../ui/views/StatCard'
import { Waiting } from '../ui/views/Waiting'

export const OPEN_TASKS = 'query openTasks($filter: TaskFilter!, $sort: TaskSort!, $page: Page!) { tasks(filter: $filter, sort: $sort, page: $page) { total items { id kind title titleEn dueAt overdue person { id name } region { code name fullName } } } }'

const ASKED = { filter: { state: ['OPEN'] }, sort: { field: 'DUE_AT', order: 'ASC' }, page: { number: 1, size: 6 } }

/** Asks for what is to be seen to next. */
export const useOpenTasks = (enabled: boolean) => useAsk<{ tasks: { total: number; items: TaskRow[] } }>(OPEN_TASKS, ASKED, { enabled })

/** What is to be seen to, the nearest hour first. */
export function OpenTasks({ data, error, refetch }: ReturnType<typeof useOpenTasks>) {
  const translate = useTranslate()
  const titleOf = useTaskTitle()
  const word = useEnumWord()
  const rows = data?.tasks.items
  return (
    <Section
      title="pages.workbench.tasks"
      action={
        <Button size="small" component={RouterLink} to={listAddress('tasks', ASKED.filter, { field: 'dueAt', order: 'ASC' })}>
          {translate('pages.workbench.all')}
        </Button>
      }
    >
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {!rows && !error && <Waiting />}
      {rows?.length === 0 && <EmptyState title={translate('resources.tasks.empty')} />}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows?.map(row => (
          <Box component="li" key={row.id} sx={{ py: 0.75, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
            <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
              <Link component={RouterLink} to={`/tasks/${row.id}/show`} underline="hover" sx={{ fontWeight: 600, minHeight: { xs: 44, sm: 24 }, display: 'inline-flex', alignItems: 'center' }}>
                {titleOf(row)}
              </Link>
              {row.overdue && <ToneChip label={word('DueState', 'OVERDUE')} tone="bad" />}
            </Box>
            <Typography variant="body2" color="text.secondary">
              {[(row.person as { name: string } | null)?.name, word('TaskKind', row.kind), translate('pages.workbench.by', { at: clockOf(row.dueAt) }), row.region?.fullName].filter(Boolean).join(' · ')}
            </Typography>
          </Box>
        ))}
      </Box>
    </Section>
  )
}
