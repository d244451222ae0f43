import { setting } from '../../bureau/settings/defineSetting'
import type { Context } from '../../kernel/context'
import { addDays } from '../../kernel/days'
import { Invalid, Refused } from '../../kernel/errors'
import { announce } from '../../kernel/events'
import { say } from '../../kernel/text'
import { mustBeReady } from './activateTeam'
import './events'
import { numbers } from './numbers'
import { settleTeam } from './settleTeam'
import { RectifyCause, Team, TeamState } from './Team'
import { TeamAction, teamWorkflow } from './teamWorkflow'

/** The moves that need nothing but a reason. */
export type PlainMove = Exclude<TeamAction, TeamAction.ACTIVATE | TeamAction.EXEMPT | TeamAction.RAISE>
const PLAIN: readonly TeamAction[] = [TeamAction.RECTIFY, TeamAction.RESTORE, TeamAction.SUSPEND, TeamAction.RESUME, TeamAction.DISBAND]

/** Moves a team between its states, with a reason. */
export async function moveTeam(ctx: Context, id: string, version: number, action: TeamAction, note: string | null): Promise<Team> {
  if (!PLAIN.includes(action)) throw new Invalid({ action: say('这项操作需要另外填写内容。', 'This action has an act of its own.') })
  const team = await ctx.store.hold(Team, id, version)
  teamWorkflow.mustBeOpen(team, action, ctx.actor)
  if (!note?.trim()) throw new Invalid({ note: say('请说明原因。', 'Say why.') })
  if (action === TeamAction.RESTORE) await mustBeReady(ctx, team)
  if (action === TeamAction.DISBAND) await mustBeOver(ctx, team)
  teamWorkflow.move(team, action, ctx.actor)
  const rectifying = team.state === TeamState.RECTIFYING
  Object.assign(team, { rectifyCause: rectifying ? RectifyCause.BUREAU : null, rectifyBy: rectifying ? addDays(ctx.today, await setting(ctx, numbers.rectifyDays)) : null })
  if (action === TeamAction.DISBAND) Object.assign(team, { place: null, leaderId: null, deputyIds: [] })
  await settleTeam(ctx, team, { action, note })
  if (action === TeamAction.DISBAND) await announce(ctx, 'team.disbanded', { teamId: team.id })
  return team
}

/** A team ends with nobody in it, nothing beneath it, and nothing open that a module above knows of. */
async function mustBeOver(ctx: Context, team: Team): Promise<void> {
  const [members] = await ctx.store.sql("SELECT COUNT(*) AS n FROM memberships m WHERE m.teamId = ? AND m.state = 'ACTIVE'", [team.id])
  if (Number(members!.n) > 0) throw new Refused('INELIGIBLE', say('队伍还有队员，不能撤销。', 'A team with members cannot be disbanded.'), { rule: 'MEMBERS', members: Number(members!.n) })
  const child = await ctx.store.beyondReach.query(Team).where('it.parentId = ? AND it.state <> ?', team.id, TeamState.DISBANDED).first()
  if (child) throw new Refused('INELIGIBLE', say(`还有下级队伍（${child.name}），请先调整。`, `There are teams beneath it, such as ${child.name}.`), { rule: 'CHILDREN', id: child.id })
  await announce(ctx, 'team.disbanding', { teamId: team.id })
}
