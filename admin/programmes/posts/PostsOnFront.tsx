import { Box, Link, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useAsk } from '../../ui/Console'
import { today } from '../../ui/days'
import { ErrorPanel } from '../../ui/views/ErrorPanel'
import { POST_FIGURES, type PostFigures } from './figures'
import { PostCards } from './PostNumbers'

/** The posts of a division on the front page, with the way to all of their figures. */
export function PostsOnFront({ region }: { region: string | null }) {
  const translate = useTranslate()
  const year = Number(today().slice(0, 4))
  const { data, error, refetch } = useAsk<{ postFigures: PostFigures }>(POST_FIGURES, { region, year })
  return (
    <Box component="section" aria-labelledby="posts">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 2, mt: 1 }}>
        <Typography variant="h2" id="posts" sx={{ mr: 'auto' }}>
          {translate('resources.pioneerPosts.name', { smart_count: 2 })}
        </Typography>
        <Link component={RouterLink} to="/postFigures" sx={{ minHeight: { xs: 44, sm: 32 }, display: 'inline-flex', alignItems: 'center' }}>
          {translate('pages.postFigures.name')}
        </Link>
      </Box>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      <PostCards figures={data?.postFigures} region={region} year={year} />
    </Box>
  )
}
