import { Field, ID, ObjectType } from 'type-graphql'
import { Region } from '../../bureau/regions/Region'
import { regionOf } from '../../bureau/regions/regionOf'
import type { Context } from '../../kernel/context'
import { distance, isWithin } from '../../kernel/regionCode'
import { Team, TeamState, TeamTier } from '../teams/Team'

const FIRST: readonly string[] = ['SQUAD', 'VILLAGE', 'TOWNSHIP', 'BANNER']

/** A team as anybody may know it who may ask to join it. */
@ObjectType({ description: 'A team as anybody may know it who may ask to join it.' })
export class TeamChoice {
  @Field(() => ID) id: string
  @Field() name: string
  @Field(() => TeamTier) tier: TeamTier
  @Field(() => Region) region: Region
  @Field(() => Boolean, { description: 'Whether its division contains the place.' }) ofResidence: boolean
}

/** The teams of a banner that take members, the nearest to a place first: the village's own, the township's, the banner's, then the others. */
export async function nearestTeams(ctx: Context, regionCode: string): Promise<TeamChoice[]> {
  const teams = await ctx.store.beyondReach.query(Team).where('it.regionCode LIKE ? AND it.state IN (?)', `${regionCode.slice(0, 6)}%`, [TeamState.PREPARING, TeamState.ACTIVE, TeamState.RECTIFYING]).orderBy('it.code').rows()
  const rank = (team: Team): number => (isWithin(regionCode, team.regionCode) ? FIRST.indexOf(team.tier) : 10 + distance(team.regionCode, regionCode))
  const sorted = teams.map(team => ({ team, rank: rank(team) })).sort((one, other) => one.rank - other.rank)
  return Promise.all(sorted.map(async ({ team: { id, name, tier, regionCode: at } }) => ({ id, name, tier, region: await regionOf(ctx, at), ofResidence: isWithin(regionCode, at) })))
}

/** The team of somebody's residence: their village's, else their township's, else the banner's. */
export async function teamOfResidence(ctx: Context, regionCode: string): Promise<TeamChoice | null> {
  const [nearest] = await nearestTeams(ctx, regionCode)
  return nearest?.ofResidence ? nearest : null
}
