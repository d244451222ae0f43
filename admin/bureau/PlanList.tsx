import { ListPage } from '../ui/list/ListPage'

/** The plans of the years. */
export default function PlanList() {
  return <ListPage columns={[{ source: 'year' }, { source: 'title', card: 'title', wrap: true }, { source: 'documentNo' }, { source: 'issuedOn' }, { source: 'reportDueOn' }]} />
}
