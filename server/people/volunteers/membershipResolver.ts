import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Allow } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { listOf, Page, search } from '../../kernel/lists'
import { Team } from '../teams/Team'
import { Membership, MembershipKind, MembershipState } from './Membership'
import { confirmMember, joinTeam, leaveTeam, transferMember } from './memberships'
import { Volunteer } from './Volunteer'

const MembershipList = listOf(Membership)

@Resolver(() => Membership)
export class MembershipResolver {
  @Allow('team.read')
  @Query(() => MembershipList, { description: 'Memberships within reach, the latest first.' })
  memberships(@Ctx() ctx: Context, @Arg('teamId', () => ID, { nullable: true }) teamId: string | null, @Arg('volunteerId', () => ID, { nullable: true }) volunteerId: string | null, @Arg('state', () => [MembershipState], { nullable: true }) state: MembershipState[] | null, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new MembershipList(search(ctx, Membership, { filter: { teamId, volunteerId, state } }), page)
  }

  @Allow('volunteer.register')
  @Mutation(() => Membership, { description: 'Asks for a volunteer to join a team. Refuses with NOT_FOUND, INVALID, DUPLICATE, WRONG_STATE.' })
  joinTeam(@Ctx() ctx: Context, @Arg('volunteerId', () => ID) volunteerId: string, @Arg('teamId', () => ID) teamId: string, @Arg('kind', () => MembershipKind, { defaultValue: MembershipKind.HOME }) kind: MembershipKind, @Arg('clientKey', () => String, { nullable: true }) _clientKey: string | null): Promise<Membership> {
    return joinTeam(ctx, volunteerId, teamId, kind)
  }

  @Allow('volunteer.activate')
  @Mutation(() => Membership, { description: 'Confirms a request to join. Refuses with NOT_FOUND, STALE, WRONG_STATE.' })
  confirmMember(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number): Promise<Membership> {
    return confirmMember(ctx, id, version)
  }

  @Allow('volunteer.write')
  @Mutation(() => Membership, { description: 'Ends a membership or turns a request down. Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID.' })
  leaveTeam(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('reason', () => String) reason: string): Promise<Membership> {
    return leaveTeam(ctx, id, version, reason)
  }

  @Allow('team.write')
  @Mutation(() => Membership, { description: 'Moves a volunteer to another home team in one act. Refuses with NOT_FOUND, STALE, INVALID, INELIGIBLE, WRONG_STATE, FORBIDDEN.' })
  transferMember(@Ctx() ctx: Context, @Arg('volunteerId', () => ID) volunteerId: string, @Arg('version', () => Int) version: number, @Arg('teamId', () => ID) teamId: string, @Arg('reason', () => String) reason: string): Promise<Membership> {
    return transferMember(ctx, volunteerId, version, teamId, reason)
  }

  @FieldResolver(() => Volunteer)
  async volunteer(@Root() membership: Membership, @Ctx() ctx: Context): Promise<Volunteer> {
    return (await ctx.store.follow(Volunteer, membership.volunteerId))!
  }

  @FieldResolver(() => Team)
  async team(@Root() membership: Membership, @Ctx() ctx: Context): Promise<Team> {
    return (await ctx.store.follow(Team, membership.teamId))!
  }
}
