import { hear } from '../../kernel/events'
import { say } from '../../kernel/text'
import '../teams/events'
import { Membership } from './Membership'
import { requestMembership, transferMember, turnDown } from './memberships'
import { MembershipAction } from './membershipWorkflow'
import { Volunteer } from './Volunteer'

const DISBANDED = say('该队已撤销。', 'The team was disbanded.')

// A team that has ended takes nobody: what was asked of it is turned down.
hear('team.disbanded', async (ctx, { teamId }) => {
  for (const request of await ctx.store.beyondReach.holdAll(Membership, "it.teamId = ? AND it.state = 'JOIN_REQUESTED'", teamId)) await turnDown(ctx, request, DISBANDED[ctx.origin.locale], MembershipAction.DECLINE)
})

// The people of an approved squad ask to join it; those who have a home team ask to change.
hear('squad.approved', async (ctx, { teamId, memberIds }) => {
  for (const id of memberIds) {
    const volunteer = await ctx.store.beyondReach.hold(Volunteer, id)
    if (await ctx.store.beyondReach.query(Membership).where("it.volunteerId = ? AND it.kind = 'HOME' AND it.state = 'JOIN_REQUESTED'", id).exists()) continue
    if (volunteer.teamId) await transferMember(ctx, id, volunteer.version, teamId, say('组建小分队', 'A squad is formed')[ctx.origin.locale])
    else await requestMembership(ctx, volunteer, teamId)
  }
})
