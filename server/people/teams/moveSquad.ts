import type { Context } from '../../kernel/context'
import { Invalid, Refused } from '../../kernel/errors'
import { announce } from '../../kernel/events'
import { parentOf } from '../../kernel/regionCode'
import { say } from '../../kernel/text'
import { createTeam } from './createTeam'
import './events'
import { mustBeWithout, mustSuffice } from './proposeSquad'
import { SquadProposal, SquadState } from './SquadProposal'
import { isBarred, SquadAction, squadWorkflow } from './squadWorkflow'
import { Team, TeamState, TeamTier } from './Team'

/** The station checks a village's proposal, the bureau decides it, or whoever proposed it takes it back. */
export async function moveSquad(ctx: Context, id: string, version: number, action: SquadAction, note: string | null): Promise<SquadProposal> {
  const proposal = await ctx.store.hold(SquadProposal, id, version)
  squadWorkflow.mustBeOpen(proposal, action, ctx.actor)
  if (isBarred(proposal, action, ctx.actor)) throw new Refused('SELF_APPROVAL', say('本人提出或审核过的申请，由其他人办理。', 'Somebody else decides what you proposed or checked.'))
  const says = action !== SquadAction.CHECK && action !== SquadAction.APPROVE
  if (says && !note?.trim()) throw new Invalid({ note: say('请说明原因。', 'Say why.') })
  if (action === SquadAction.CHECK) proposal.checkedById = ctx.actor.id
  if (action === SquadAction.APPROVE) await found(ctx, proposal)
  squadWorkflow.move(proposal, action, ctx.actor)
  if (note?.trim()) proposal.decision = note.trim()
  if (proposal.state !== SquadState.CHECKED) proposal.openIn = null
  await ctx.store.save(proposal, { action, note })
  if (proposal.teamId) await announce(ctx, 'squad.approved', { teamId: proposal.teamId, memberIds: proposal.memberIds, proposalId: proposal.id })
  return proposal
}

/** Founds the squad that was proposed, under the township's team, if what was true then still is. */
async function found(ctx: Context, proposal: SquadProposal): Promise<void> {
  const { regionCode, name, leaderId, memberIds } = proposal
  await mustBeWithout(ctx, regionCode)
  await mustSuffice(ctx, leaderId, memberIds)
  const parent = await ctx.store.beyondReach.query(Team).where('it.regionCode = ? AND it.tier = ? AND it.state <> ?', parentOf(regionCode)!, TeamTier.TOWNSHIP, TeamState.DISBANDED).first()
  const team = await createTeam(ctx, { name, tier: TeamTier.SQUAD, regionCode, ...(parent && { parentId: parent.id }) })
  proposal.teamId = team.id
}
