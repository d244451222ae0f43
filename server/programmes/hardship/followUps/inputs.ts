import { Field, ID, InputType, registerEnumType } from 'type-graphql'
import { ArrayMaxSize, ArrayUnique, IsOptional, MaxLength } from '../../../kernel/inputRules'
import { Order } from '../../../kernel/lists'
import { Day, RegionCode } from '../../../kernel/scalars'
import { ContactWay } from '../enums'
import { FollowUpResult } from './FollowUp'

@InputType()
export class FollowUpInput {
  @Field(() => Day) followedOn: string
  @Field(() => ContactWay) way: ContactWay
  @Field(() => FollowUpResult) result: FollowUpResult
  @Field(() => String, { nullable: true, description: 'What was found; needed where it is worse.' }) @IsOptional() @MaxLength(500) note?: string | null
  @Field(() => Day, { nullable: true, description: 'When to look again; by the policy where it is not given.' }) nextOn?: string | null
  @Field(() => [ID], { nullable: true }) @IsOptional() @ArrayMaxSize(9) @ArrayUnique() photoIds?: string[] | null
  @Field(() => String, { nullable: true, description: 'Sent again with the same key, the act happens once.' }) @IsOptional() @MaxLength(64) clientKey?: string | null
}

@InputType()
export class FollowUpFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => ID, { nullable: true }) caseId?: string | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => [ContactWay], { nullable: true }) way?: ContactWay[] | null
  @Field(() => [FollowUpResult], { nullable: true }) result?: FollowUpResult[] | null
  @Field(() => Day, { nullable: true }) followedOnFrom?: string | null
  @Field(() => Day, { nullable: true }) followedOnTo?: string | null
  @Field(() => String, { nullable: true, description: 'The name, pinyin or initials of whom the case is about.' }) @IsOptional() @MaxLength(60) q?: string | null
}

export enum FollowUpSortField {
  FOLLOWED_ON = 'FOLLOWED_ON',
  CREATED_AT = 'CREATED_AT',
}
registerEnumType(FollowUpSortField, { name: 'FollowUpSortField' })

@InputType()
export class FollowUpSort {
  @Field(() => FollowUpSortField) field: FollowUpSortField
  @Field(() => Order) order: Order
}
