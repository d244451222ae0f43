import { Field, ID, InputType, Int } from 'type-graphql'
import { Matches, Max, MaxLength, Min } from '../../kernel/inputRules'
import { BulletinState } from './Bulletin'

export const MONTH = /^[12]\d{3}-(0[1-9]|1[0-2])$/

@InputType()
export class IssueBulletinInput {
  @Field({ description: 'YYYY-MM; one that is over.' }) @Matches(MONTH) month: string
  @Field(() => String, { nullable: true, description: 'What stands beneath the figures.' }) @MaxLength(500) remark?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(64) clientKey?: string | null
}

@InputType()
export class CorrectBulletinInput {
  @Field({ description: 'Why the earlier one does not stand.' }) @MaxLength(200) reason: string
  @Field(() => String, { nullable: true }) @MaxLength(500) remark?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(64) clientKey?: string | null
}

@InputType()
export class BulletinFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => Int, { nullable: true }) @Min(1000) @Max(2999) year?: number | null
  @Field(() => String, { nullable: true, description: 'YYYY-MM' }) @Matches(MONTH) month?: string | null
  @Field(() => [BulletinState], { nullable: true }) state?: BulletinState[] | null
}
