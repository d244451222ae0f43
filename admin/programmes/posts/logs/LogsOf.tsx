import { Box, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { RelatedList } from '../../../ui/list/RelatedList'
import { WorkflowButtons } from '../../../ui/record/WorkflowButtons'
import { EmptyState } from '../../../ui/views/EmptyState'
import { postForms } from '../forms'
import { HANGING, type PostRecord } from '../Post'
import type { LogRow } from './Log'
import { useLogColumns } from './logColumns'

/** What a post did, the latest first, with the form for today's. */
export function LogsOf({ row }: { row: PostRecord }) {
  const translate = useTranslate()
  const columns = useLogColumns({ ofPost: true })
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 1 }}>
        <Typography variant="body2" color="text.secondary" sx={{ mr: 'auto' }}>
          {translate('resources.postServiceLogs.monthly', { smart_count: row.rule.logMonths })}
        </Typography>
        <WorkflowButtons forms={postForms(row)} row={row} only={['LOG']} size="small" />
      </Box>
      <RelatedList<LogRow>
        of="postServiceLogs"
        filter={{ postId: row.id }}
        sort={{ field: 'servedOn', order: 'DESC' }}
        columns={columns}
        empty={<EmptyState title={translate('resources.postServiceLogs.none')} hint={HANGING.includes(row.state) ? translate('resources.postServiceLogs.empty') : undefined} />}
      />
    </>
  )
}
