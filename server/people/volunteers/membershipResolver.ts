import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Allow } from '../../kernel/access'
import { BulkResult, eachOf, RowVersion } from '../../kernel/bulkAct'
import { Context } from '../../kernel/context'
import { Follows } from '../../kernel/follows'
import { MaxLength } from '../../kernel/inputRules'
import { listOf, Page } from '../../kernel/lists'
import { RegionCode } from '../../kernel/scalars'
import { Team } from '../teams/Team'
import { MembershipFilter } from './inputs'
import { Membership, MembershipKind } from './Membership'
import { cancelRequest, confirmMember, declineMember, isAnswerableBy, joinTeam, leaveTeam, transferMember } from './memberships'
import { isAnswer, MembershipAction, membershipWorkflow } from './membershipWorkflow'
import { searchMemberships } from './searchMemberships'
import { nearestTeams, TeamChoice } from './nearestTeams'
import { Volunteer } from './Volunteer'

const MembershipList = listOf(Membership)

/** A membership in hand, and why it is to end or is turned down. */
@ArgsType()
class ReasonArgs {
  @Field(() => ID) id: string
  @Field(() => Int) version: number
  @Field() @MaxLength(200) reason: string
}

@ArgsType()
class TransferArgs {
  @Field(() => ID) volunteerId: string
  @Field(() => Int) version: number
  @Field(() => ID, { description: 'The new home team.' }) teamId: string
  @Field() @MaxLength(200) reason: string
  @Field(() => String, { nullable: true }) @MaxLength(64) clientKey?: string | null
}

@Resolver(() => Membership)
export class MembershipResolver {
  @Allow('team.read')
  @Query(() => MembershipList, { description: 'Memberships within reach, the latest first.' })
  memberships(@Ctx() ctx: Context, @Arg('filter', () => MembershipFilter, { defaultValue: {} }) filter: MembershipFilter, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new MembershipList(searchMemberships(ctx, filter), page)
  }

  @Allow('member.request')
  @Query(() => [TeamChoice], { description: 'The teams that take members, the nearest to a place first: what one may ask to join.' })
  nearestTeams(@Ctx() ctx: Context, @Arg('region', () => RegionCode) region: string): Promise<TeamChoice[]> {
    return nearestTeams(ctx, region)
  }

  @Allow('member.request')
  @Mutation(() => Membership, { description: 'Asks for a volunteer to join a team. Refuses with NOT_FOUND, INVALID, DUPLICATE, WRONG_STATE.' })
  joinTeam(@Ctx() ctx: Context, @Arg('volunteerId', () => ID) volunteerId: string, @Arg('teamId', () => ID) teamId: string, @Arg('kind', () => MembershipKind, { defaultValue: MembershipKind.HOME }) kind: MembershipKind, @Arg('clientKey', () => String, { nullable: true }) _clientKey: string | null): Promise<Membership> {
    return joinTeam(ctx, volunteerId, teamId, kind)
  }

  @Allow('member.request')
  @Mutation(() => Membership, { description: 'Asks for a volunteer to change to another home team; the old membership stands until the new team accepts. Refuses with NOT_FOUND, STALE, INVALID, INELIGIBLE, DUPLICATE, WRONG_STATE, IDEMPOTENCY_KEY_REUSED.' })
  transferMember(@Ctx() ctx: Context, @Args(() => TransferArgs) { volunteerId, version, teamId, reason }: TransferArgs): Promise<Membership> {
    return transferMember(ctx, volunteerId, version, teamId, reason)
  }

  @Allow('member.confirm')
  @Mutation(() => Membership, { description: 'The team accepts a request; where it is a transfer the old period ends with it. Refuses with NOT_FOUND, STALE, WRONG_STATE.' })
  confirmMember(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number): Promise<Membership> {
    return confirmMember(ctx, id, version)
  }

  @Allow('member.confirm')
  @Mutation(() => BulkResult, { description: 'Confirms many requests to join, row by row. Refuses with INVALID; each row with NOT_FOUND, STALE, WRONG_STATE.' })
  confirmMembers(@Ctx() ctx: Context, @Arg('rows', () => [RowVersion]) rows: RowVersion[]): Promise<BulkResult> {
    return eachOf(ctx, 'Membership', rows, ({ id, version }) => confirmMember(ctx, id, version))
  }

  @Allow('member.confirm')
  @Mutation(() => Membership, { description: 'The team turns a request down, with the reason. Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID.' })
  declineMember(@Ctx() ctx: Context, @Args(() => ReasonArgs) { id, version, reason }: ReasonArgs): Promise<Membership> {
    return declineMember(ctx, id, version, reason)
  }

  @Allow('member.request')
  @Mutation(() => Membership, { description: 'Takes a request back. Refuses with NOT_FOUND, STALE, WRONG_STATE.' })
  cancelRequest(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number): Promise<Membership> {
    return cancelRequest(ctx, id, version)
  }

  @Allow('volunteer.write')
  @Mutation(() => Membership, { description: 'Ends a membership, with the reason. Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID.' })
  leaveTeam(@Ctx() ctx: Context, @Args(() => ReasonArgs) { id, version, reason }: ReasonArgs): Promise<Membership> {
    return leaveTeam(ctx, id, version, reason)
  }

  @FieldResolver(() => Volunteer)
  async volunteer(@Root() membership: Membership, @Ctx() ctx: Context): Promise<Volunteer> {
    return (await ctx.store.follow(Volunteer, membership.volunteerId))!
  }

  @FieldResolver(() => Team)
  async team(@Root() membership: Membership, @Ctx() ctx: Context): Promise<Team> {
    return (await ctx.store.follow(Team, membership.teamId))!
  }

  @Follows(() => Team, 'fromTeamId', { nullable: true, description: 'The home team that a transfer leaves.' })
  fromTeam: Team | null

  @FieldResolver(() => [MembershipAction], { description: 'What is open to you now.' })
  async openActions(@Root() membership: Membership, @Ctx() ctx: Context): Promise<MembershipAction[]> {
    const open = membershipWorkflow.open(membership, ctx.actor)
    if (!open.some(isAnswer) || (await isAnswerableBy(ctx, membership))) return open
    return open.filter(action => !isAnswer(action))
  }
}
