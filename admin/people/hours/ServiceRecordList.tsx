import { ListPage } from '../../ui/list/ListPage'
import { useServiceColumns } from './useServiceColumns'

/** The ledger of hours within reach, the latest first. */
export default function ServiceRecordList() {
  return (
    <ListPage
      columns={useServiceColumns(true)}
      sort={{ field: 'servedOn', order: 'DESC' }}
      query={[
        { source: 'volunteerId', kind: 'record', of: 'volunteers' },
        { source: 'region', kind: 'region' },
        { source: 'programmeCode', kind: 'enum', of: 'ProgrammeCode', many: true },
        { source: 'servedOn', kind: 'days' },
        { source: 'state', kind: 'enum', of: 'ServiceState', many: true },
        { source: 'drill', kind: 'flag' },
        { source: 'teamId', kind: 'record', of: 'teams' },
      ]}
    />
  )
}
