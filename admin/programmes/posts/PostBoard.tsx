import ListIcon from '@mui/icons-material/List'
import { Button } from '@mui/material'
import { ListBase, ResourceContextProvider, useListContext, useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useEnumWord } from '../../ui/enums'
import { CreateButton } from '../../ui/list/ListPage'
import { QueryForm } from '../../ui/list/QueryForm'
import { SavedQueries } from '../../ui/list/SavedQueries'
import { PageHead } from '../../ui/shell/PageHead'
import { Board } from '../../ui/views/Board'
import { EmptyState } from '../../ui/views/EmptyState'
import { ErrorPanel } from '../../ui/views/ErrorPanel'
import { LIVE, type PostRow, STATE_TONES } from './Post'
import { PostCard } from './PostCard'
import { postQuery } from './postQuery'

/** The posts by the step that they are at; asked by the same as the list is, and with the same saved queries. */
export default function PostBoard() {
  const translate = useTranslate()
  return (
    <ResourceContextProvider value="pioneerPosts">
      <ListBase resource="pioneerPosts" storeKey="postBoard" perPage={1} sort={{ field: 'number', order: 'DESC' }} exporter={false} queryOptions={{ onError: () => undefined, retry: false }}>
        <PageHead
          title={translate('pages.postBoard.name')}
          crumbs={[{ label: translate('resources.pioneerPosts.name', { smart_count: 2 }), to: '/pioneerPosts' }]}
          actions={
            <>
              <Button component={RouterLink} to="/pioneerPosts" variant="outlined" startIcon={<ListIcon />}>
                {translate('resources.pioneerPosts.asList')}
              </Button>
              <CreateButton />
            </>
          }
        />
        <SavedQueries />
        <QueryForm fields={postQuery} />
        <Columns />
      </ListBase>
    </ResourceContextProvider>
  )
}

function Columns() {
  const translate = useTranslate()
  const word = useEnumWord()
  const { filterValues, total, error, refetch } = useListContext<PostRow>()
  const { state, ...filter } = filterValues as { state?: string[] } & Record<string, unknown>
  const states = state?.length ? LIVE.filter(one => state.includes(one)) : LIVE
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (total === 0) return <EmptyState title={translate('ra.page.empty', { name: translate('resources.pioneerPosts.name', { smart_count: 2 }) })} hint={translate('resources.pioneerPosts.empty')} action={<CreateButton />} />
  return (
    <Board<PostRow>
      of="pioneerPosts"
      title={translate('pages.postBoard.name')}
      columns={states.map(one => ({ key: one, label: word('PostState', one), tone: STATE_TONES[one], filter: { state: [one] } }))}
      filter={filter}
      sort={{ field: 'number', order: 'ASC' }}
      card={row => <PostCard row={row} />}
    />
  )
}
