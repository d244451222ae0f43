import type { Context } from '../../kernel/context'
import { Duplicate, Forbidden, Invalid, Refused, WrongState } from '../../kernel/errors'
import { announce } from '../../kernel/events'
import { say } from '../../kernel/text'
import { countMembers } from '../teams/countMembers'
import { Team } from '../teams/Team'
import { Membership, MembershipKind, MembershipState } from './Membership'
import { Volunteer } from './Volunteer'

const homeOf = (volunteerId: string): string => `HOME/${volunteerId}`

/** Asks for a volunteer to belong to a team; the volunteer has one home team at most. */
export async function requestMembership(ctx: Context, volunteer: Volunteer, teamId: string, kind = MembershipKind.HOME): Promise<Membership> {
  const team = await ctx.store.beyondReach.query(Team).where('it.id = ?', teamId).first()
  if (!team || team.regionCode.slice(0, 6) !== volunteer.regionCode.slice(0, 6)) throw new Invalid({ teamId: say('没有这支队伍。', 'There is no such team.') })
  if (!team.takesMembers()) throw new WrongState(team.state, [], say('该队已停止活动，不能加入。', 'The team takes no members now.'))
  const live = kind === MembershipKind.HOME ? homeOf(volunteer.id) : `${volunteer.id}/${teamId}`
  const standing = await ctx.store.beyondReach.query(Membership).where('it.live = ?', live).first()
  if (standing) throw new Duplicate(say('已有所属队伍或正在申请，请先办理转队或退出。', 'There is a live membership or request; transfer or leave first.'), { entity: 'Membership', id: standing.id })
  return ctx.store.beyondReach.save(Membership.of({ volunteerId: volunteer.id, teamId, regionCode: volunteer.regionCode, kind, state: MembershipState.JOIN_REQUESTED, from: null, to: null, reason: null, live }), { action: 'REQUEST' })
}

/** Asks for a volunteer to join a team. */
export async function joinTeam(ctx: Context, volunteerId: string, teamId: string, kind: MembershipKind): Promise<Membership> {
  const volunteer = await ctx.store.hold(Volunteer, volunteerId)
  return requestMembership(ctx, volunteer, teamId, kind)
}

/** Confirms a request: the team has a member, and its counts know. */
export async function confirmMember(ctx: Context, id: string, version: number | null): Promise<Membership> {
  const membership = await ctx.store.hold(Membership, id, version)
  if (membership.state !== MembershipState.JOIN_REQUESTED) throw new WrongState(membership.state, [])
  const volunteer = await ctx.store.beyondReach.hold(Volunteer, membership.volunteerId)
  return admit(ctx, membership, volunteer)
}

/** Lets a membership begin today. The volunteer in hand is saved with it. */
export async function admit(ctx: Context, membership: Membership, volunteer: Volunteer): Promise<Membership> {
  const team = await ctx.store.beyondReach.hold(Team, membership.teamId)
  if (!team.takesMembers()) throw new WrongState(team.state, [], say('该队已停止活动，不能加入。', 'The team takes no members now.'))
  membership.state = MembershipState.ACTIVE
  membership.from = ctx.today
  await ctx.store.beyondReach.save(membership, { action: 'CONFIRM' })
  if (membership.kind === MembershipKind.SUPPORT) return membership
  volunteer.teamId = team.id
  volunteer.teamConfirmed = true
  await ctx.store.beyondReach.save(volunteer)
  await countMembers(ctx, team.id)
  return membership
}

/** Ends a membership, with its reason; history is kept. */
export async function leaveTeam(ctx: Context, id: string, version: number | null, reason: string): Promise<Membership> {
  const membership = await ctx.store.hold(Membership, id, version)
  if (!reason.trim()) throw new Invalid({ reason: say('请说明原因。', 'Say why.') })
  const volunteer = await ctx.store.beyondReach.hold(Volunteer, membership.volunteerId)
  return endMembership(ctx, membership, volunteer, reason)
}

/** Ends a membership in hand. A team's leader is first to be replaced. */
export async function endMembership(ctx: Context, membership: Membership, volunteer: Volunteer, reason: string): Promise<Membership> {
  if (membership.state === MembershipState.ENDED) throw new WrongState(membership.state, [])
  const wasActive = membership.state === MembershipState.ACTIVE
  Object.assign(membership, { state: MembershipState.ENDED, to: ctx.today, reason, live: null })
  await ctx.store.beyondReach.save(membership, { action: 'END', note: reason })
  if (!wasActive || membership.kind === MembershipKind.SUPPORT) return membership
  volunteer.teamId = null
  volunteer.teamConfirmed = false
  await ctx.store.beyondReach.save(volunteer)
  const team = await ctx.store.beyondReach.hold(Team, membership.teamId)
  if (team.leaderId === volunteer.id) {
    team.leaderId = null
    await ctx.store.beyondReach.save(team)
  }
  await countMembers(ctx, membership.teamId)
  return membership
}

/** Moves a volunteer to another home team: the old period ends and the new one begins in one act. */
export async function transferMember(ctx: Context, volunteerId: string, version: number, toTeamId: string, reason: string): Promise<Membership> {
  if (!ctx.actor.may('team.write')) throw new Forbidden('team.write')
  if (!reason.trim()) throw new Invalid({ reason: say('请说明原因。', 'Say why.') })
  const volunteer = await ctx.store.hold(Volunteer, volunteerId, version)
  if (volunteer.teamId === toTeamId) throw new Refused('INELIGIBLE', say('已在该队。', 'The volunteer is in this team.'))
  for (const membership of await ctx.store.beyondReach.holdAll(Membership, 'it.live = ?', homeOf(volunteer.id))) await endMembership(ctx, membership, volunteer, reason)
  const membership = await requestMembership(ctx, volunteer, toTeamId)
  await admit(ctx, membership, volunteer)
  await announce(ctx, 'volunteer.transferred', { volunteerId, teamId: toTeamId })
  return membership
}

/** Ends all that a volunteer who leaves belongs to. */
export async function leaveAllTeams(ctx: Context, volunteer: Volunteer, reason: string): Promise<void> {
  for (const membership of await ctx.store.beyondReach.holdAll(Membership, 'it.volunteerId = ? AND it.state <> ?', volunteer.id, MembershipState.ENDED)) await endMembership(ctx, membership, volunteer, reason)
}

/** Counts the volunteer's home team anew after a change of state. */
export async function countHome(ctx: Context, volunteer: Volunteer): Promise<void> {
  if (volunteer.teamId) await countMembers(ctx, volunteer.teamId)
}
