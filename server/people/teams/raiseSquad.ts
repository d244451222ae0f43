import { regionOf } from '../../bureau/regions/regionOf'
import { Station } from '../../bureau/stations/Station'
import type { Context } from '../../kernel/context'
import { Duplicate, Invalid, Refused } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { codeOf, placeOf } from './createTeam'
import { minimumOf } from './numbers'
import { settleTeam } from './settleTeam'
import { Team, TeamState, TeamTier } from './Team'
import { TeamAction, teamWorkflow } from './teamWorkflow'

/** Makes a squad the team of its village, where a station has been founded: its members and its past stay, its number and its minimum are the village team's. */
export async function raiseSquad(ctx: Context, id: string, version: number, name: string): Promise<Team> {
  const team = await ctx.store.hold(Team, id, version)
  teamWorkflow.mustBeOpen(team, TeamAction.RAISE, ctx.actor)
  if (team.tier !== TeamTier.SQUAD) throw new Refused('INELIGIBLE', say('只有小分队可以升为服务队。', 'Only a squad is raised.'), { rule: 'TIER' })
  if (!name.trim()) throw new Invalid({ name: say('请填写队名。', 'Give the team a name.') })
  if (!(await regionOf(ctx, team.regionCode)).hasStation) throw new Refused('INELIGIBLE', say('该嘎查村还没有服务站。', 'There is no station in the village yet.'), { rule: 'STATION' })
  const other = await ctx.store.beyondReach.query(Team).where('it.regionCode = ? AND it.state <> ? AND it.id <> ?', team.regionCode, TeamState.DISBANDED, team.id).first()
  if (other) throw new Duplicate(say('该嘎查村还有别的队伍，请先合并或撤销。', 'There is another team in the village: settle that one first.'), { entity: 'Team', id: other.id })
  const station = await ctx.store.beyondReach.query(Station).where('it.regionCode = ?', team.regionCode).first()
  Object.assign(team, {
    tier: TeamTier.VILLAGE, name: name.trim(), code: await codeOf(ctx, TeamTier.VILLAGE, team.regionCode), place: placeOf(TeamTier.VILLAGE, team.regionCode), stationId: station?.id ?? team.stationId, ...(await minimumOf(ctx, TeamTier.VILLAGE)),
  })
  return settleTeam(ctx, team, { action: TeamAction.RAISE })
}
