import { Matches, Max, MaxLength, Min } from 'class-validator'
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql'
import { Order } from '../../kernel/lists'
import { Day, RegionCode } from '../../kernel/scalars'
import { MinimumBasis, TeamState, TeamTier } from './Team'

/** What may be changed of a team. Null clears, absence leaves. */
@InputType()
export class TeamChange {
  @Field(() => String, { nullable: true }) @MaxLength(80) name?: string | null
  @Field(() => ID, { nullable: true }) parentId?: string | null
  @Field(() => ID, { nullable: true }) stationId?: string | null
  @Field(() => ID, { nullable: true, description: 'A volunteer who is a member.' }) leaderId?: string | null
  @Field(() => Int, { nullable: true }) @Min(1) @Max(1000) memberMin?: number | null
  @Field(() => MinimumBasis, { nullable: true }) minBasis?: MinimumBasis | null
  @Field(() => Day, { nullable: true }) foundedOn?: string | null
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
