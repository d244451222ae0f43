import { Link } from '@mui/material'
import { Link as RouterLink } from 'react-router-dom'
import type { PostPart } from './logs/Log'

/** The post that a line belongs to, by its employer and its title. */
export function PostLink({ post }: { post: PostPart | null }) {
  return post ? (
    <Link component={RouterLink} to={`/pioneerPosts/${post.id}/show`}>
      {[post.employer?.name, post.title].filter(Boolean).join(' · ')}
    </Link>
  ) : (
    <>–</>
  )
}
