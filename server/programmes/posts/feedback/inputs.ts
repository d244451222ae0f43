import { Field, ID, InputType } from 'type-graphql'
import { ArrayMaxSize, IsNotEmpty, IsOptional, MaxLength } from '../../../kernel/inputRules'
import { RegionCode } from '../../../kernel/scalars'
import { FeedbackKind, FeedbackState } from './PostFeedback'

/** What somebody says of a post, by the code on its plaque; without a name. */
@InputType()
export class PostFeedbackInput {
  @Field({ description: 'The number on the plaque.' }) @MaxLength(16) plaqueNo: string
  @Field(() => FeedbackKind) kind: FeedbackKind
  @Field() @IsNotEmpty() @MaxLength(1000) text: string
  @Field(() => String, { nullable: true, description: 'Only where an answer is wished for.' }) @IsOptional() @MaxLength(40) phone?: string | null
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(64) clientKey?: string | null
}

@InputType()
export class PostFeedbackFilter {
  @Field(() => [ID], { nullable: true }) @IsOptional() @ArrayMaxSize(100) ids?: string[] | null
  @Field(() => ID, { nullable: true }) postId?: string | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => [FeedbackKind], { nullable: true }) kind?: FeedbackKind[] | null
  @Field(() => [FeedbackState], { nullable: true }) state?: FeedbackState[] | null
  @Field(() => Boolean, { nullable: true, description: 'Only those that should have been dealt with.' }) overdue?: boolean | null
}
