import { monthOf, today } from '../../../ui/days'
import { ListPage } from '../../../ui/list/ListPage'
import type { LogRow } from './Log'
import { useLogColumns } from './logColumns'

/** What posts did, this year first of all. */
export default function LogList() {
  return (
    <ListPage<LogRow>
      columns={useLogColumns({ ofPost: false })}
      sort={{ field: 'servedOn', order: 'DESC' }}
      asked={{ servedOnFrom: `${monthOf(today()).slice(0, 4)}-01-01` }}
      query={[
        { source: 'postId', kind: 'record', of: 'pioneerPosts' },
        { source: 'servedOn', kind: 'days' },
        { source: 'region', kind: 'region' },
        { source: 'employerId', kind: 'record', of: 'employers' },
        { source: 'voided', kind: 'flag' },
      ]}
    />
  )
}
