import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql'
import { ArrayMaxSize, ArrayNotEmpty, IsOptional, Max, MaxLength, Min, ValidateNested } from '../../../kernel/inputRules'
import { Order } from '../../../kernel/lists'
import { Day, RegionCode } from '../../../kernel/scalars'
import { PostScoreInput } from '../inputs'
import { ReviewResult, ReviewState } from './PostReview'

/** The annual review of a division's posts, to be opened. */
@InputType()
export class ReviewRoundInput {
  @Field(() => RegionCode, { description: 'Whose posts: a township, or the banner.' }) regionCode: string
  @Field(() => Int) @Min(2022) @Max(2200) year: number
  @Field(() => Day, { description: 'By when the reviews are to be done.' }) dueOn: string
  @Field(() => [ID], { defaultValue: [], description: 'Accounts that may review; the townships are shared out among them. Without any, whoever may reviews.' }) @ArrayMaxSize(40) reviewerIds: string[]
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(64) clientKey?: string | null
}

/** A review that was held: every item of the checklist once. */
@InputType()
export class PostReviewInput {
  @Field(() => Day) reviewedOn: string
  @Field(() => [PostScoreInput]) @ArrayNotEmpty() @ArrayMaxSize(40) @ValidateNested() scores: PostScoreInput[]
  @Field(() => String, { nullable: true, description: 'Needed where the post does not pass: what it is to put right.' }) @IsOptional() @MaxLength(1000) findings?: string | null
  @Field(() => [ID], { defaultValue: [] }) @ArrayMaxSize(9) photoIds: string[]
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(64) clientKey?: string | null
}

@InputType()
export class PostReviewFilter {
  @Field(() => [ID], { nullable: true }) @IsOptional() @ArrayMaxSize(100) ids?: string[] | null
  @Field(() => ID, { nullable: true }) postId?: string | null
  @Field(() => ID, { nullable: true }) roundId?: string | null
  @Field(() => Int, { nullable: true }) @IsOptional() @Min(2022) @Max(2200) year?: number | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => [ReviewState], { nullable: true }) state?: ReviewState[] | null
  @Field(() => [ReviewResult], { nullable: true }) result?: ReviewResult[] | null
  @Field(() => Boolean, { nullable: true, description: 'Only those that should have been held, or only the others.' }) overdue?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Only those assigned to you, or only the others.' }) mine?: boolean | null
  @Field(() => Day, { nullable: true }) reviewedOnFrom?: string | null
  @Field(() => Day, { nullable: true }) reviewedOnTo?: string | null
}

export enum PostReviewSortField {
  DUE_ON = 'DUE_ON',
  REVIEWED_ON = 'REVIEWED_ON',
  SCORE = 'SCORE',
}
registerEnumType(PostReviewSortField, { name: 'PostReviewSortField' })

@InputType()
export class PostReviewSort {
  @Field(() => PostReviewSortField) field: PostReviewSortField
  @Field(() => Order) order: Order
}
