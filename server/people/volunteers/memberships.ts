import { watchMany, watchOne } from '../../bureau/tasks/watches'
import type { Context } from '../../kernel/context'
import { Duplicate, Invalid, NotFound, Refused, WrongState } from '../../kernel/errors'
import { announce } from '../../kernel/events'
import { say } from '../../kernel/text'
import { countMembers } from '../teams/countMembers'
import { Team } from '../teams/Team'
import { Membership, MembershipKind, MembershipState } from './Membership'
import { MembershipAction, membershipWorkflow } from './membershipWorkflow'
import { Volunteer, VolunteerState } from './Volunteer'
import { joinWaiting } from './watches'

/** In which states one may belong to a team. */
const SERVING: readonly VolunteerState[] = [VolunteerState.PENDING, VolunteerState.ACTIVE, VolunteerState.PAUSED]

const REQUEST = 'REQUEST'
const homeOf = (volunteerId: string): string => `HOME/${volunteerId}`
const transferOf = (volunteerId: string): string => `TRANSFER/${volunteerId}`

/** Asks for a volunteer to belong to a team; the volunteer has one home team at most. */
export async function requestMembership(ctx: Context, volunteer: Volunteer, teamId: string, kind = MembershipKind.HOME, wish: string | null = null): Promise<Membership> {
  await mustTakeMembers(ctx, volunteer, teamId)
  return request(ctx, volunteer, { teamId, kind, wish, fromTeamId: null, live: kind === MembershipKind.HOME ? homeOf(volunteer.id) : `${volunteer.id}/${teamId}` })
}

/** Asks for a volunteer to join a team. */
export async function joinTeam(ctx: Context, volunteerId: string, teamId: string, kind: MembershipKind): Promise<Membership> {
  const volunteer = await ctx.store.hold(Volunteer, volunteerId)
  return requestMembership(ctx, volunteer, teamId, kind)
}

/** Asks for a volunteer to change to another home team. The old membership stands until the new team accepts; then one ends and the other begins in one act. */
export async function transferMember(ctx: Context, volunteerId: string, version: number, toTeamId: string, reason: string): Promise<Membership> {
  if (!reason.trim()) throw new Invalid({ reason: say('请说明原因。', 'Say why.') })
  const volunteer = await ctx.store.hold(Volunteer, volunteerId, version)
  if (!volunteer.teamId) throw new Refused('INELIGIBLE', say('还没有所属队，请直接申请入队。', 'There is no home team to leave: ask to join one.'), { rule: 'NO_TEAM' })
  if (volunteer.teamId === toTeamId) throw new Refused('INELIGIBLE', say('已在该队。', 'The volunteer is in this team.'), { rule: 'SAME_TEAM' })
  await mustTakeMembers(ctx, volunteer, toTeamId)
  return request(ctx, volunteer, { teamId: toTeamId, kind: MembershipKind.HOME, wish: reason.trim(), fromTeamId: volunteer.teamId, live: transferOf(volunteer.id) })
}

async function mustTakeMembers(ctx: Context, volunteer: Volunteer, teamId: string): Promise<void> {
  const team = await ctx.store.beyondReach.query(Team).where('it.id = ?', teamId).first()
  if (!team || team.regionCode.slice(0, 6) !== volunteer.regionCode.slice(0, 6)) throw new Invalid({ teamId: say('没有这支队伍。', 'There is no such team.') })
  if (!team.takesMembers()) throw new WrongState(team.state, [], say('该队已停止活动，不能加入。', 'The team takes no members now.'))
}

type Asked = Pick<Membership, 'teamId' | 'kind' | 'wish' | 'fromTeamId' | 'live'>

async function request(ctx: Context, volunteer: Volunteer, asked: Asked): Promise<Membership> {
  const store = ctx.store.beyondReach
  if (!SERVING.includes(volunteer.state)) throw new WrongState(volunteer.state, [], say('该志愿者已不在服务状态。', 'The volunteer no longer serves.'))
  const standing = await store.query(Membership).where('it.live = ?', asked.live).first()
  if (standing) throw new Duplicate(say('已有所属队伍或正在申请，请先办理转队或退出。', 'There is a live membership or request; transfer or leave first.'), { entity: 'Membership', id: standing.id })
  return store.save(newRequest(volunteer, asked), { action: REQUEST, note: asked.wish })
}

const newRequest = (volunteer: Volunteer, asked: Asked): Membership =>
  Membership.of({ ...asked, volunteerId: volunteer.id, regionCode: volunteer.regionCode, state: MembershipState.JOIN_REQUESTED, from: null, to: null, reason: null })

/** Asks for home teams for volunteers who are new, and so have none; each team is looked at once for each banner. */
export async function requestFirstTeams(ctx: Context, asking: readonly { volunteer: Volunteer; teamId: string }[]): Promise<void> {
  const looked = new Set<string>()
  for (const { volunteer, teamId } of asking) {
    const key = `${teamId}/${volunteer.regionCode.slice(0, 6)}`
    if (!looked.has(key)) await mustTakeMembers(ctx, volunteer, teamId)
    looked.add(key)
  }
  await ctx.store.beyondReach.saveNew(asking.map(({ volunteer, teamId }) => newRequest(volunteer, { teamId, kind: MembershipKind.HOME, wish: null, fromTeamId: null, live: homeOf(volunteer.id) })), { action: REQUEST })
}

/** The team's leader, or whoever sees to the team's territory, accepts a request: the team has a member, and where it is a transfer the old period ends with it. */
export async function confirmMember(ctx: Context, id: string, version: number | null): Promise<Membership> {
  const membership = await answer(ctx, id, version, MembershipAction.ACCEPT)
  const volunteer = await ctx.store.beyondReach.hold(Volunteer, membership.volunteerId)
  if (membership.fromTeamId) await leaveFor(ctx, membership, volunteer)
  await admit(ctx, membership, volunteer)
  if (membership.fromTeamId) await announce(ctx, 'volunteer.transferred', { volunteerId: volunteer.id, teamId: membership.teamId })
  return membership
}

/** The team turns a request down, with the reason; where it was a transfer the old membership goes on. */
export async function declineMember(ctx: Context, id: string, version: number | null, reason: string): Promise<Membership> {
  if (!reason.trim()) throw new Invalid({ reason: say('请说明原因。', 'Say why.') })
  const membership = await answer(ctx, id, version, MembershipAction.DECLINE)
  return turnDown(ctx, membership, reason.trim(), MembershipAction.DECLINE)
}

/** Whoever asked takes the request back. */
export async function cancelRequest(ctx: Context, id: string, version: number | null): Promise<Membership> {
  const membership = await ctx.store.hold(Membership, id, version)
  membershipWorkflow.mustBeOpen(membership, MembershipAction.CANCEL, ctx.actor)
  return turnDown(ctx, membership, null, MembershipAction.CANCEL)
}

async function answer(ctx: Context, id: string, version: number | null, action: MembershipAction): Promise<Membership> {
  const membership = await ctx.store.hold(Membership, id, version)
  membershipWorkflow.mustBeOpen(membership, action, ctx.actor)
  if (!(await isAnswerableBy(ctx, membership))) throw new NotFound()
  return membership
}

/** Whether the team of a request lies within the actor's reach, so that they may answer it. */
export const isAnswerableBy = (ctx: Context, { teamId }: Membership): Promise<boolean> => ctx.store.query(Team).where('it.id = ?', teamId).exists()

/** Ends a request without a membership. */
export async function turnDown(ctx: Context, membership: Membership, reason: string | null, action: Refusing): Promise<Membership> {
  await turnDownAll(ctx, [membership], reason, action)
  return membership
}

type Refusing = MembershipAction.DECLINE | MembershipAction.CANCEL

async function turnDownAll(ctx: Context, requests: readonly Membership[], reason: string | null, action: Refusing): Promise<void> {
  for (const request of requests) Object.assign(request, { state: membershipWorkflow.targets(action)[0], to: ctx.today, reason, live: null })
  await ctx.store.beyondReach.saveHeld(requests, { action, note: reason })
  await watchMany(ctx, joinWaiting, requests.map(request => request.id))
}

async function leaveFor(ctx: Context, membership: Membership, volunteer: Volunteer): Promise<void> {
  for (const standing of await ctx.store.beyondReach.holdAll(Membership, 'it.live = ?', homeOf(volunteer.id))) await endMembership(ctx, standing, volunteer, membership.wish ?? '')
  membership.live = homeOf(volunteer.id)
}

/** Lets a membership begin today. The volunteer in hand is saved with it. */
export async function admit(ctx: Context, membership: Membership, volunteer: Volunteer): Promise<Membership> {
  const team = await ctx.store.beyondReach.hold(Team, membership.teamId)
  if (!team.takesMembers()) throw new WrongState(team.state, [], say('该队已停止活动，不能加入。', 'The team takes no members now.'))
  membership.state = MembershipState.ACTIVE
  membership.from = ctx.today
  await ctx.store.beyondReach.save(membership, { action: MembershipAction.ACCEPT })
  await watchOne(ctx, joinWaiting, membership.id)
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
  membershipWorkflow.mustBeOpen(membership, MembershipAction.END, ctx.actor)
  const volunteer = await ctx.store.beyondReach.hold(Volunteer, membership.volunteerId)
  return endMembership(ctx, membership, volunteer, reason)
}

/** Ends a membership or a request in hand. A team whose leader leaves has none, and says so. */
export async function endMembership(ctx: Context, membership: Membership, volunteer: Volunteer, reason: string): Promise<Membership> {
  if (membership.state === MembershipState.JOIN_REQUESTED) return turnDown(ctx, membership, reason, MembershipAction.CANCEL)
  if (membership.state !== MembershipState.ACTIVE) throw new WrongState(membership.state, [])
  Object.assign(membership, { state: MembershipState.ENDED, to: ctx.today, reason, live: null })
  await ctx.store.beyondReach.save(membership, { action: MembershipAction.END, note: reason })
  if (membership.kind === MembershipKind.SUPPORT) return membership
  volunteer.teamId = null
  volunteer.teamConfirmed = false
  await ctx.store.beyondReach.save(volunteer)
  const team = await ctx.store.beyondReach.hold(Team, membership.teamId)
  if (team.leaderId === volunteer.id) team.leaderId = null
  team.deputyIds = team.deputyIds.filter(id => id !== volunteer.id)
  await ctx.store.beyondReach.save(team)
  await countMembers(ctx, membership.teamId)
  return membership
}

/** Ends all that volunteers who leave belong to or have asked for. */
export async function leaveAllTeams(ctx: Context, volunteers: readonly Volunteer[], reason: string): Promise<void> {
  const byId = new Map(volunteers.map(volunteer => [volunteer.id, volunteer]))
  const memberships = await ctx.store.beyondReach.holdAll(Membership, 'it.volunteerId IN (?) AND it.live IS NOT NULL', [...byId.keys()])
  const requests = memberships.filter(membership => membership.state === MembershipState.JOIN_REQUESTED)
  await turnDownAll(ctx, requests, reason, MembershipAction.CANCEL)
  for (const membership of memberships.filter(one => !requests.includes(one))) await endMembership(ctx, membership, byId.get(membership.volunteerId)!, reason)
}

/** Counts the volunteer's home team anew after a change of state. */
export async function countHome(ctx: Context, volunteer: Volunteer): Promise<void> {
  if (volunteer.teamId) await countMembers(ctx, volunteer.teamId)
}
