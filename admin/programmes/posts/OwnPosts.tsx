import AddIcon from '@mui/icons-material/Add'
import { Alert, Box, Button, Paper, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useConsole, useDefinition } from '../../ui/Console'
import { WorkflowButtons } from '../../ui/record/WorkflowButtons'
import { EmptyState } from '../../ui/views/EmptyState'
import { ErrorPanel } from '../../ui/views/ErrorPanel'
import { LinkCard } from '../../ui/views/LinkCard'
import { Waiting } from '../../ui/views/Waiting'
import { LogInputs, logDefaults, logInput } from './logs/LogInputs'
import { HANGING, type PostRow } from './Post'
import { PostCard } from './PostCard'

/** So many posts of one employer stand on its front page. */
const FIT = 20

/** The front page of an employer's contact: their posts, what each waits for, and the log of a day at a touch. */
export default function OwnPosts() {
  const translate = useTranslate()
  const { provider } = useConsole()
  const definition = useDefinition('pioneerPosts')
  const { data, error, refetch } = useQuery({ queryKey: ['ask', 'ownPosts'], queryFn: () => provider.getList<PostRow>('pioneerPosts', { filter: {}, sort: { field: 'number', order: 'DESC' }, pagination: { page: 1, perPage: FIT } }) })
  const apply = (
    <Button component={RouterLink} to={`/${definition.name}/create`} variant="contained" startIcon={<AddIcon />}>
      {translate('resources.pioneerPosts.create')}
    </Button>
  )
  return (
    <Box component="section" aria-labelledby="own-posts">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 2 }}>
        <Typography variant="h2" id="own-posts" sx={{ mr: 'auto' }}>
          {translate('resources.pioneerPosts.own')}
        </Typography>
        {data && data.data.length > 0 && apply}
      </Box>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data?.data.length === 0 && (
        <Paper variant="outlined">
          <EmptyState title={translate('resources.pioneerPosts.noneOwn')} hint={translate('resources.pioneerPosts.noneOwnHint')} action={apply} />
        </Paper>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' } }}>
        {data?.data.map(row => (
          <OwnPost key={row.id} row={row} />
        ))}
      </Box>
    </Box>
  )
}

/** One post of one's own: it leads to its page; under a plaque, what was done today is logged here. */
function OwnPost({ row }: { row: PostRow }) {
  const translate = useTranslate()
  return (
    <Box component="li" sx={{ display: 'grid', gap: 1, alignContent: 'start' }}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        <LinkCard to={`/pioneerPosts/${row.id}/show`}>
          <PostCard row={row} state />
          <Typography component="span" variant="body2">
            {translate(HANGING.includes(row.state) ? 'resources.pioneerPosts.logged' : `resources.pioneerPosts.next.${row.state}`, { day: (HANGING.includes(row.state) ? row.lastLoggedOn : row.noticeTo) ?? '–', from: '', valid: row.validTo ?? '', ended: '' })}
          </Typography>
        </LinkCard>
      </Box>
      {row.revokeProposedFor && <Alert severity="warning">{row.revokeProposedFor}</Alert>}
      <WorkflowButtons
        of="pioneerPosts"
        row={row}
        only={['LOG', 'SUBMIT']}
        size="small"
        forms={{
          SUBMIT: { mutation: 'submitPost', inputs: <></> },
          LOG: { mutation: 'logPostService', roomy: true, labels: 'postServiceLogs', defaults: logDefaults([]), variables: (values, { id }, clientKey) => ({ input: logInput(values, id, clientKey) }), inputs: <LogInputs since={row.grantedOn} services={[]} /> },
        }}
      />
    </Box>
  )
}
