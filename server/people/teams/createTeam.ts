import { RegionLevel } from '../../bureau/regions/Region'
import { mustBeRegion } from '../../bureau/regions/regionOf'
import type { Context } from '../../kernel/context'
import { Duplicate } from '../../kernel/errors'
import { say } from '../../kernel/text'
import type { TeamInput } from './inputs'
import { minimumOf } from './numbers'
import { settleTeam } from './settleTeam'
import { Team, TeamState, TeamTier } from './Team'
import { writeTeam } from './updateTeam'

const LEVEL = { [TeamTier.BANNER]: RegionLevel.BANNER, [TeamTier.TOWNSHIP]: RegionLevel.TOWNSHIP, [TeamTier.VILLAGE]: RegionLevel.VILLAGE, [TeamTier.SQUAD]: RegionLevel.VILLAGE }

/** Founds a team of a place: one to each place and tier, and a squad only where the village has no team. */
export async function createTeam(ctx: Context, { clientKey: _, code, ...input }: TeamInput): Promise<Team> {
  const { tier, regionCode } = input
  await mustBeRegion(ctx, regionCode, LEVEL[tier])
  await mustBeFree(ctx, tier, regionCode)
  const squad = tier === TeamTier.SQUAD
  const team = Team.of({
    code: code ?? (await codeOf(ctx, tier, regionCode)), tier, regionCode, parentId: null, stationId: null, leaderId: null, deputyIds: [], ...(await minimumOf(ctx, tier)), exemptUntil: null, exemptReason: null,
    state: TeamState.PREPARING, rectifyCause: null, rectifyBy: null, foundedOn: null, memberCount: 0, veteranCount: 0, place: squad ? null : placeOf(tier, regionCode),
  })
  await writeTeam(ctx, team, input)
  await ctx.store.save(team)
  return settleTeam(ctx, team)
}

/** What keeps one team of its tier to a place. */
export const placeOf = (tier: TeamTier, regionCode: string): string => `${tier}/${regionCode}`

/** A team's number: its division and the letter of its tier; squads of a village are counted. */
export async function codeOf(ctx: Context, tier: TeamTier, regionCode: string): Promise<string> {
  const count = await ctx.store.beyondReach.query(Team).where('it.code LIKE ?', `${regionCode}-${tier.charAt(0)}%`).count()
  return `${regionCode}-${tier.charAt(0)}${tier === TeamTier.SQUAD || count > 0 ? count + 1 : ''}`
}

async function mustBeFree(ctx: Context, tier: TeamTier, regionCode: string): Promise<void> {
  const others = { [TeamTier.SQUAD]: [TeamTier.VILLAGE], [TeamTier.VILLAGE]: [TeamTier.VILLAGE, TeamTier.SQUAD], [TeamTier.TOWNSHIP]: [tier], [TeamTier.BANNER]: [tier] }[tier]
  const standing = await ctx.store.beyondReach.query(Team).where('it.regionCode = ? AND it.state <> ? AND it.tier IN (?)', regionCode, TeamState.DISBANDED, others).first()
  if (!standing) return
  const text =
    tier === TeamTier.SQUAD ? say('该嘎查村已有志愿服务队，不再设小分队。', 'The village has a team; a squad is only for villages without one.')
    : standing.tier === TeamTier.SQUAD ? say('该嘎查村已有小分队，请把小分队升为服务队。', 'The village has a squad: raise it to the village’s team.')
    : say('这里已有同级的志愿服务队。', 'There is a team of this tier here.')
  throw new Duplicate(text, { entity: 'Team', id: standing.id })
}
