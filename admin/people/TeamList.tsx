import { useTranslate } from 'ra-core'
import { useEnumWord } from '../ui/enums'
import type { Column } from '../ui/list/columns'
import { ListPage } from '../ui/list/ListPage'
import { StateChip, ToneChip } from '../ui/record/StateChip'
import type { TeamRow } from './rows'

/** How many of those who count a team has, against how many it must have. */
export function MemberCount({ team }: { team: TeamRow }) {
  const translate = useTranslate()
  const counted = team.minBasis === 'VETERAN' ? team.veteranCount : team.memberCount
  const words = `${counted} / ${team.memberMin}`
  return team.meetsMinimum ? <>{words}</> : <ToneChip label={`${words} ${translate('resources.teams.below')}`} tone="bad" />
}

/** A team at work is to be led. */
const AT_WORK = ['ACTIVE', 'RECTIFYING']

/** The teams, with their members against the minimum. */
export default function TeamList() {
  const word = useEnumWord()
  const translate = useTranslate()
  const columns: Column<TeamRow>[] = [
    { source: 'name', card: 'title', wrap: true },
    { source: 'code', hidden: true },
    { source: 'tier', render: row => word('TeamTier', row.tier) },
    { source: 'state', card: 'chip', render: row => <StateChip of="TeamState" value={row.state} /> },
    { source: 'region.name' },
    { source: 'leader.person.name', render: row => (row.led || !AT_WORK.includes(row.state ?? '') ? (row.leader?.person.name ?? '–') : <ToneChip label={row.leader ? translate('resources.teams.leaderAway', { name: row.leader.person.name }) : translate('resources.teams.noLeader')} tone="bad" />) },
    { source: 'memberCount', render: row => <MemberCount team={row} /> },
  ]
  return (
    <ListPage
      columns={columns}
      query={[
        { source: 'q', kind: 'text' },
        { source: 'region', kind: 'region' },
        { source: 'tier', kind: 'enum', of: 'TeamTier', many: true },
        { source: 'state', kind: 'enum', of: 'TeamState', many: true },
        { source: 'belowMinimum', kind: 'flag' },
        { source: 'leaderless', kind: 'flag' },
      ]}
    />
  )
}
