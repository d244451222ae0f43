import type { Row } from '../data/Definition'
import type { Column } from '../ui/list/columns'
import { ListPage } from '../ui/list/ListPage'
import { StateChip } from '../ui/record/StateChip'
import type { Place } from './rows'

/** A squad that a village asks for. */
export type SquadRow = Row & {
  name: string
  reason: string | null
  decision: string | null
  teamId: string | null
  memberIds: string[]
  region: Place
  team: { id: string; name: string; state: string } | null
  leader: { id: string; person: { name: string } } | null
  members: { id: string; volunteerNo: string; person: { name: string; isVeteran: boolean } }[]
}

/** The squads that villages ask for, those under way first asked. */
export default function SquadList() {
  const columns: Column<SquadRow>[] = [
    { source: 'name', card: 'title', wrap: true },
    { source: 'state', card: 'chip', render: row => <StateChip of="SquadState" value={row.state} /> },
    { source: 'region.fullName', wrap: true },
    { source: 'leader.person.name' },
    { source: 'memberIds', align: 'right', render: row => row.memberIds.length },
    { source: 'decision', wrap: true },
  ]
  return (
    <ListPage
      columns={columns}
      query={[
        { source: 'state', kind: 'enum', of: 'SquadState', many: true },
        { source: 'region', kind: 'region' },
      ]}
    />
  )
}
