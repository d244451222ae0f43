import { useTranslate } from 'ra-core'
import { ListPage } from '../../../ui/list/ListPage'
import type { ReviewRow } from './Round'
import { useReviewColumns } from './reviewColumns'

/** The reviews of posts, what is due first of all. */
export default function ReviewList() {
  const translate = useTranslate()
  return (
    <ListPage<ReviewRow>
      columns={useReviewColumns({ ofRound: false })}
      sort={{ field: 'dueOn', order: 'ASC' }}
      asked={{ state: ['DUE'] }}
      crumbs={[{ label: translate('resources.reviewRounds.name', { smart_count: 2 }), to: '/reviewRounds' }]}
      query={[
        { source: 'region', kind: 'region' },
        { source: 'state', kind: 'enum', of: 'ReviewState', many: true },
        { source: 'result', kind: 'enum', of: 'ReviewResult', many: true },
        { source: 'overdue', kind: 'flag' },
        { source: 'mine', kind: 'flag' },
        { source: 'postId', kind: 'record', of: 'pioneerPosts' },
        { source: 'reviewedOn', kind: 'days' },
      ]}
    />
  )
}
