import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql'
import { ArrayMaxSize, IsOptional, Max, MaxLength, Min } from '../../../kernel/inputRules'
import { Order } from '../../../kernel/lists'
import { Day, RegionCode } from '../../../kernel/scalars'

/** What a post did on a day. */
@InputType()
export class PostLogInput {
  @Field(() => ID) postId: string
  @Field(() => Day) servedOn: string
  @Field({ description: 'A code of the programme’s catalogue.' }) @MaxLength(30) service: string
  @Field(() => Int) @Min(1) @Max(10_000) peopleServed: number
  @Field(() => Int, { description: 'Of service, all together.' }) @Min(1) @Max(24 * 60 * 20) minutes: number
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(500) note?: string | null
  @Field(() => [ID], { defaultValue: [] }) @ArrayMaxSize(9) photoIds: string[]
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(64) clientKey?: string | null
}

@InputType()
export class PostServiceLogFilter {
  @Field(() => [ID], { nullable: true }) @IsOptional() @ArrayMaxSize(100) ids?: string[] | null
  @Field(() => ID, { nullable: true }) postId?: string | null
  @Field(() => ID, { nullable: true }) employerId?: string | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => [String], { nullable: true }) @IsOptional() @MaxLength(30, { each: true }) service?: string[] | null
  @Field(() => Day, { nullable: true }) servedOnFrom?: string | null
  @Field(() => Day, { nullable: true }) servedOnTo?: string | null
  @Field(() => Boolean, { nullable: true, description: 'Only lines that count no more; without it, only those that count.' }) voided?: boolean | null
}

export enum PostServiceLogSortField {
  SERVED_ON = 'SERVED_ON',
  PEOPLE_SERVED = 'PEOPLE_SERVED',
}
registerEnumType(PostServiceLogSortField, { name: 'PostServiceLogSortField' })

@InputType()
export class PostServiceLogSort {
  @Field(() => PostServiceLogSortField) field: PostServiceLogSortField
  @Field(() => Order) order: Order
}
