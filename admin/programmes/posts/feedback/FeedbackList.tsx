import { ListPage } from '../../../ui/list/ListPage'
import { feedbackColumns, type FeedbackRow } from './feedbackColumns'

/** What the public says of posts, what waits first of all. */
export default function FeedbackList() {
  return (
    <ListPage<FeedbackRow>
      columns={feedbackColumns({ ofPost: false })}
      asked={{ state: ['RECEIVED'] }}
      query={[
        { source: 'state', kind: 'enum', of: 'FeedbackState', many: true },
        { source: 'kind', kind: 'enum', of: 'FeedbackKind', many: true },
        { source: 'region', kind: 'region' },
        { source: 'overdue', kind: 'flag' },
      ]}
    />
  )
}
