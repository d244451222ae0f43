import { Field, ID, InputType } from 'type-graphql'
import { IsNotEmpty, IsOptional, MaxLength } from '../../kernel/inputRules'
import { Day } from '../../kernel/scalars'

/** A wording, and from when it is shown. */
@InputType()
export class ConsentNoticeInput {
  @Field() @IsNotEmpty() @MaxLength(8000) textZh: string
  @Field(() => String, { nullable: true, description: 'For whoever reads English; without it they are shown the Chinese.' }) @IsOptional() @MaxLength(12_000) textEn?: string | null
  @Field(() => Day, { description: 'Today or later.' }) fromOn: string
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(64) clientKey?: string | null
}

@InputType()
export class ConsentNoticeFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => Boolean, { nullable: true, description: 'Whether it has come into force.' }) inForce?: boolean | null
}
