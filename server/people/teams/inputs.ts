import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql'
import { ArrayMaxSize, Matches, Max, MaxLength, Min } from '../../kernel/inputRules'
import { Order } from '../../kernel/lists'
import { Day, RegionCode } from '../../kernel/scalars'
import { SquadState } from './SquadProposal'
import { MinimumBasis, TeamState, TeamTier } from './Team'

/** What may be changed of a team. Null clears, absence leaves. */
@InputType()
export class TeamChange {
  @Field(() => String, { nullable: true }) @MaxLength(80) name?: string | null
  @Field(() => ID, { nullable: true }) parentId?: string | null
  @Field(() => ID, { nullable: true }) stationId?: string | null
  @Field(() => ID, { nullable: true, description: 'An active veteran of the team.' }) leaderId?: string | null
  @Field(() => [ID], { nullable: true, description: 'Members who stand in for the leader.' }) @ArrayMaxSize(4) deputyIds?: string[] | null
  @Field(() => Int, { nullable: true }) @Min(1) @Max(1000) memberMin?: number | null
  @Field(() => MinimumBasis, { nullable: true }) minBasis?: MinimumBasis | null
  @Field(() => Day, { nullable: true }) foundedOn?: string | null
  @Field(() => Boolean, { nullable: true, description: 'Whether it has been given its flag.' }) hasFlag?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Whether every month asks an activity of it; the bureau’s to say.' }) needsMonthly?: boolean | null
}

/** A team to be founded; without numbers of its own it has those of its tier. */
@InputType()
export class TeamInput extends TeamChange {
  @Field({ nullable: true, description: 'Made from region and tier where it is not given.' }) @Matches(/^[A-Za-z0-9-]{2,24}$/) code?: string
  @Field() @MaxLength(80) declare name: string
  @Field(() => TeamTier) tier: TeamTier
  @Field(() => RegionCode) regionCode: string
  @Field(() => String, { nullable: true }) @MaxLength(64) clientKey?: string | null
}

@InputType()
export class TeamFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => String, { nullable: true, description: 'Part of the name or the code.' }) @MaxLength(40) q?: string | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => [TeamTier], { nullable: true }) tier?: TeamTier[] | null
  @Field(() => [TeamState], { nullable: true }) state?: TeamState[] | null
  @Field(() => ID, { nullable: true }) parentId?: string | null
  @Field(() => Boolean, { nullable: true, description: 'Only those that have fewer members than they must.' }) belowMinimum?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Only those at work that no active veteran of their own leads.' }) leaderless?: boolean | null
}

/** A squad that a village asks for. */
@InputType()
export class SquadInput {
  @Field(() => RegionCode) regionCode: string
  @Field() @MaxLength(80) name: string
  @Field(() => ID, { description: 'The veteran who is to lead it.' }) leaderId: string
  @Field(() => [ID], { description: 'The volunteers who are to join it.' }) @ArrayMaxSize(20) memberIds: string[]
  @Field(() => String, { nullable: true }) @MaxLength(500) reason?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(64) clientKey?: string | null
}

@InputType()
export class SquadProposalFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => [SquadState], { nullable: true }) state?: SquadState[] | null
}

export enum TeamSortField {
  NAME = 'NAME',
  CODE = 'CODE',
  MEMBER_COUNT = 'MEMBER_COUNT',
  FOUNDED_ON = 'FOUNDED_ON',
}
registerEnumType(TeamSortField, { name: 'TeamSortField' })

@InputType()
export class TeamSort {
  @Field(() => TeamSortField) field: TeamSortField
  @Field(() => Order) order: Order
}
