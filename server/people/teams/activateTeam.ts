import type { Context } from '../../kernel/context'
import { Invalid, Refused } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { settleTeam } from './settleTeam'
import { IS_LED, Team } from './Team'
import { TeamAction, teamWorkflow } from './teamWorkflow'

/** An exemption from the minimum: until when, and why. */
export interface Exemption {
  until: string
  reason: string
}

/** Activates a team: led by an active veteran of its own, with the members it must have or a recorded exemption until a day. */
export async function activateTeam(ctx: Context, id: string, version: number, exemption: Exemption | null): Promise<Team> {
  const team = await ctx.store.hold(Team, id, version)
  teamWorkflow.mustBeOpen(team, TeamAction.ACTIVATE, ctx.actor)
  if (exemption) writeExemption(ctx, team, exemption)
  await mustBeReady(ctx, team)
  team.foundedOn ??= ctx.today
  teamWorkflow.move(team, TeamAction.ACTIVATE, ctx.actor)
  return settleTeam(ctx, team, { action: TeamAction.ACTIVATE })
}

/** Lets a team be below its minimum until a day, for a reason; it rectifies no longer. */
export async function exemptTeam(ctx: Context, id: string, version: number, exemption: Exemption): Promise<Team> {
  const team = await ctx.store.hold(Team, id, version)
  teamWorkflow.mustBeOpen(team, TeamAction.EXEMPT, ctx.actor)
  if (team.meetsMinimum()) throw new Refused('INELIGIBLE', say('人数已经达标，不需要豁免。', 'The minimum is met; there is nothing to exempt.'), { rule: 'MINIMUM' })
  writeExemption(ctx, team, exemption)
  return settleTeam(ctx, team, { action: TeamAction.EXEMPT, note: exemption.reason })
}

function writeExemption(ctx: Context, team: Team, { until, reason }: Exemption): void {
  if (until <= ctx.today) throw new Invalid({ exemptUntil: say('豁免截止日期应晚于今天。', 'The exemption must end after today.') })
  if (!reason.trim()) throw new Invalid({ exemptReason: say('请写明豁免原因。', 'Say why it is exempt.') })
  if (!team.meetsMinimum()) Object.assign(team, { exemptUntil: until, exemptReason: reason.trim() })
}

/** Refuses a team that may not be at work: without a leader who may lead it, or with too few members and no exemption. */
export async function mustBeReady(ctx: Context, team: Team): Promise<void> {
  const [led] = await ctx.store.sql(`SELECT 1 FROM teams it WHERE it.id = ? AND ${IS_LED}`, [team.id])
  if (!led) throw new Refused('INELIGIBLE', say('队长须是本队在岗的退役军人志愿者。', 'The leader must be an active veteran of the team.'), { rule: 'LEADER' })
  if (team.meetsMinimum() || team.isExempt(ctx.today)) return
  const { memberMin, minBasis, memberCount, veteranCount } = team
  throw new Refused('INELIGIBLE', say('队员人数不足，且没有记录豁免。', 'Too few members, and no exemption is recorded.'), { rule: 'MINIMUM', memberMin, minBasis, memberCount, veteranCount })
}
