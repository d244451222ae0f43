import { RegionLevel } from '../../bureau/regions/Region'
import { mustBeRegion } from '../../bureau/regions/regionOf'
import { defineSetting, setting } from '../../bureau/settings/defineSetting'
import type { Context } from '../../kernel/context'
import { Duplicate, Invalid, Refused } from '../../kernel/errors'
import { isWithin } from '../../kernel/regionCode'
import { say } from '../../kernel/text'
import type { TeamChange, TeamInput } from './inputs'
import { MinimumBasis, Team, TeamState, TeamTier } from './Team'
import { TeamAction, teamWorkflow } from './teamWorkflow'

const teamMinimum = defineSetting({ key: 'team.memberMin', default: 10, unit: '人', zh: '志愿服务队最低人数', en: 'Members a team must have', source: '[S] plan 2022', least: 1, most: 200 })
const squadMinimum = defineSetting({ key: 'team.squadVeteranMin', default: 3, unit: '人', zh: '小分队最低退役军人数', en: 'Veterans a squad must have', source: '[S] plan 2022', least: 1, most: 200 })

const LEVEL = { [TeamTier.BANNER]: RegionLevel.BANNER, [TeamTier.TOWNSHIP]: RegionLevel.TOWNSHIP, [TeamTier.VILLAGE]: RegionLevel.VILLAGE, [TeamTier.SQUAD]: RegionLevel.VILLAGE }

/** Founds a team of a place: one to each place and tier, and a squad only where the village has no team. */
export async function createTeam(ctx: Context, { clientKey: _, code, ...input }: TeamInput): Promise<Team> {
  const { tier, regionCode } = input
  await mustBeRegion(ctx, regionCode, LEVEL[tier])
  const squad = tier === TeamTier.SQUAD
  const team = Team.of({
    code: code ?? `${regionCode}-${tier.charAt(0)}${squad ? await numberOfSquad(ctx, regionCode) : ''}`, tier, regionCode, parentId: null, stationId: null, leaderId: null,
    memberMin: await setting(ctx, squad ? squadMinimum : teamMinimum), minBasis: squad ? MinimumBasis.VETERAN : MinimumBasis.ALL, exemptUntil: null, state: TeamState.PREPARING,
    foundedOn: null, memberCount: 0, veteranCount: 0, place: squad ? null : `${tier}/${regionCode}`,
  })
  const standing = await ctx.store.query(Team).where('it.regionCode = ? AND it.state <> ? AND it.tier IN (?)', regionCode, TeamState.DISBANDED, squad ? [TeamTier.VILLAGE] : [tier]).first()
  if (standing) throw new Duplicate(squad ? say('该嘎查村已有志愿服务队，不再设小分队。', 'The village has a team; a squad is only for villages without one.') : say('这里已有同级的志愿服务队。', 'There is a team of this tier here.'), { entity: 'Team', id: standing.id })
  await writeTeam(ctx, team, input)
  return ctx.store.save(team)
}

async function numberOfSquad(ctx: Context, regionCode: string): Promise<number> {
  return (await ctx.store.query(Team).where('it.regionCode = ? AND it.tier = ?', regionCode, TeamTier.SQUAD).count()) + 1
}

/** Changes a team's name, leader, parent or minimum. */
export async function updateTeam(ctx: Context, id: string, version: number, input: TeamChange): Promise<Team> {
  const team = await ctx.store.hold(Team, id, version)
  await writeTeam(ctx, team, input)
  return ctx.store.save(team)
}

async function writeTeam(ctx: Context, team: Team, input: TeamChange): Promise<void> {
  if (input.name !== undefined) {
    if (!input.name?.trim()) throw new Invalid({ name: say('请填写队名。', 'Give the team a name.') })
    team.name = input.name.trim()
  }
  if (input.memberMin) team.memberMin = input.memberMin
  if (input.minBasis) team.minBasis = input.minBasis
  if (input.foundedOn !== undefined) {
    if (input.foundedOn && input.foundedOn > ctx.today) throw new Invalid({ foundedOn: say('成立日期不能晚于今天。', 'Not after today.') })
    team.foundedOn = input.foundedOn
  }
  if (input.stationId !== undefined) team.stationId = input.stationId
  if (input.parentId !== undefined) {
    const parent = input.parentId ? await ctx.store.beyondReach.query(Team).where('it.id = ?', input.parentId).first() : null
    if (input.parentId && (!parent || parent.id === team.id || !isWithin(team.regionCode, parent.regionCode))) throw new Invalid({ parentId: say('上级队伍应在上级或同级行政区划内。', 'The parent’s division must contain this team’s.') })
    team.parentId = input.parentId
  }
  if (input.leaderId !== undefined) {
    if (input.leaderId) await mustBeMember(ctx, team, input.leaderId)
    team.leaderId = input.leaderId
  }
}

async function mustBeMember(ctx: Context, team: Team, volunteerId: string): Promise<void> {
  const [row] = await ctx.store.sql("SELECT 1 FROM memberships m WHERE m.volunteerId = ? AND m.teamId = ? AND m.kind = 'HOME' AND m.state = 'ACTIVE'", [volunteerId, team.id])
  if (!row) throw new Invalid({ leaderId: say('队长应是本队队员。', 'The leader must be a member of the team.') })
}

/** Activates a team: led by an active veteran of its own, with the members it must have or an exemption until a day. */
export async function activateTeam(ctx: Context, id: string, version: number, exemptUntil: string | null): Promise<Team> {
  const team = await ctx.store.hold(Team, id, version)
  teamWorkflow.mustBeOpen(team, TeamAction.ACTIVATE, ctx.actor)
  const [leader] = await ctx.store.sql(
    "SELECT 1 FROM volunteers v JOIN persons p ON p.id = v.personId WHERE v.id = ? AND v.teamId = ? AND v.state = 'ACTIVE' AND p.isVeteran = 1",
    [team.leaderId ?? '-', team.id],
  )
  if (!leader) throw new Refused('INELIGIBLE', say('队长须是本队在岗的退役军人志愿者。', 'The leader must be an active veteran of the team.'), { rule: 'LEADER' })
  if (exemptUntil && exemptUntil <= ctx.today) throw new Invalid({ exemptUntil: say('豁免截止日期应晚于今天。', 'The exemption must end after today.') })
  if (!team.meetsMinimum() && !exemptUntil) {
    throw new Refused('INELIGIBLE', say('队员人数不足，且没有记录豁免。', 'Too few members, and no exemption is recorded.'), { rule: 'MINIMUM', memberMin: team.memberMin, minBasis: team.minBasis, memberCount: team.memberCount, veteranCount: team.veteranCount })
  }
  team.exemptUntil = team.meetsMinimum() ? null : exemptUntil
  teamWorkflow.move(team, TeamAction.ACTIVATE, ctx.actor)
  return ctx.store.save(team, { action: TeamAction.ACTIVATE })
}

/** Moves a team between its other states; disbanded it has no members left. */
export async function moveTeam(ctx: Context, id: string, version: number, action: TeamAction, note: string | null): Promise<Team> {
  if (action === TeamAction.ACTIVATE) return activateTeam(ctx, id, version, null)
  const team = await ctx.store.hold(Team, id, version)
  teamWorkflow.mustBeOpen(team, action, ctx.actor)
  if (!note?.trim()) throw new Invalid({ note: say('请说明原因。', 'Say why.') })
  if (action === TeamAction.DISBAND) {
    if (team.memberCount > 0) throw new Refused('INELIGIBLE', say('队伍还有队员，不能解散。', 'A team with members cannot be disbanded.'), { rule: 'MEMBERS', memberCount: team.memberCount })
    team.place = null
  }
  teamWorkflow.move(team, action, ctx.actor)
  return ctx.store.save(team, { action, note })
}
