import { useTranslate } from 'ra-core'
import { RelatedList } from '../../../ui/list/RelatedList'
import { EmptyState } from '../../../ui/views/EmptyState'
import type { PostRecord } from '../Post'
import { feedbackColumns, type FeedbackRow } from './feedbackColumns'

/** What the public says of this post. */
export function FeedbackOf({ row }: { row: PostRecord }) {
  const translate = useTranslate()
  return <RelatedList<FeedbackRow> of="postFeedback" filter={{ postId: row.id }} columns={feedbackColumns({ ofPost: true })} empty={<EmptyState title={translate('resources.postFeedback.none')} hint={translate('resources.postFeedback.empty')} />} />
}
