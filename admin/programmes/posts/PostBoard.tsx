import { CreateButton } from '../../ui/list/ListPage'
import { BoardPage } from '../../ui/views/BoardPage'
import { LIVE, type PostRow, STATE_TONES } from './Post'
import { PostCard } from './PostCard'
import { postQuery } from './postQuery'

/** The posts by the step that they are at, by their numbers. */
export default function PostBoard() {
  return <BoardPage<PostRow> name="postBoard" of="pioneerPosts" fields={postQuery} sort={{ field: 'number', order: 'ASC' }} states={LIVE} words="PostState" tone={state => STATE_TONES[state]} card={row => <PostCard row={row} />} begin={<CreateButton />} />
}
