import { RegionLevel } from '../../bureau/regions/Region'
import { mustBeRegion } from '../../bureau/regions/regionOf'
import type { Context } from '../../kernel/context'
import { Duplicate, Invalid, Refused } from '../../kernel/errors'
import { say } from '../../kernel/text'
import type { SquadInput } from './inputs'
import { minimumOf } from './numbers'
import { SquadProposal, SquadState } from './SquadProposal'
import { Team, TeamState, TeamTier } from './Team'

/** A village proposes a squad, led by a veteran, with the veterans that the plan asks for. */
export async function proposeSquad(ctx: Context, { regionCode, name, leaderId, memberIds, reason }: SquadInput): Promise<SquadProposal> {
  await mustBeRegion(ctx, regionCode, RegionLevel.VILLAGE)
  if (!name.trim()) throw new Invalid({ name: say('请填写队名。', 'Give the squad a name.') })
  const members = [...new Set([leaderId, ...memberIds])]
  await mustSuffice(ctx, leaderId, members)
  await mustBeWithout(ctx, regionCode)
  if (await ctx.store.beyondReach.query(SquadProposal).where('it.openIn = ?', regionCode).exists()) throw new Duplicate(say('该嘎查村已有正在办理的申请。', 'A proposal of this village is under way.'))
  return ctx.store.save(SquadProposal.of({ regionCode, name: name.trim(), leaderId, memberIds: members, reason: reason?.trim() || null, state: SquadState.PROPOSED, decision: null, proposedById: ctx.actor.id, checkedById: null, teamId: null, openIn: regionCode }))
}

/** Refuses where the village has a team or a squad already. */
export async function mustBeWithout(ctx: Context, regionCode: string): Promise<void> {
  const standing = await ctx.store.beyondReach.query(Team).where('it.regionCode = ? AND it.state <> ? AND it.tier IN (?)', regionCode, TeamState.DISBANDED, [TeamTier.VILLAGE, TeamTier.SQUAD]).first()
  if (standing) throw new Duplicate(say(`该嘎查村已有${standing.name}。`, `The village has ${standing.name} already.`), { entity: 'Team', id: standing.id })
}

/** Refuses a squad whose leader is no active veteran, or which has fewer veterans than it must. */
export async function mustSuffice(ctx: Context, leaderId: string, memberIds: readonly string[]): Promise<void> {
  const rows = await ctx.store.sql(
    `SELECT v.id, p.isVeteran FROM volunteers v JOIN persons p ON p.id = v.personId WHERE v.id IN (${memberIds.map(() => '?').join(',')}) AND v.state = 'ACTIVE'`,
    [...memberIds],
  )
  const veterans = new Set(rows.filter(row => Number(row.isVeteran) === 1).map(row => row.id as string))
  if (rows.length !== memberIds.length) throw new Invalid({ memberIds: say('队员应都是在岗志愿者。', 'All members must be active volunteers.') })
  if (!veterans.has(leaderId)) throw new Invalid({ leaderId: say('小分队由退役军人牵头。', 'A veteran leads a squad.') })
  const { memberMin } = await minimumOf(ctx, TeamTier.SQUAD)
  if (veterans.size < memberMin) throw new Refused('INELIGIBLE', say(`至少有 ${memberMin} 名退役军人志愿者，目前 ${veterans.size} 名。`, `At least ${memberMin} veterans are needed; there are ${veterans.size}.`), { rule: 'MINIMUM', memberMin, veteranCount: veterans.size })
}
