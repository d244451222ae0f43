import { Matches, MaxLength } from 'class-validator'
import { Field, ID, InputType } from 'type-graphql'

export const MONTH = /^[12]\d{3}-(0[1-9]|1[0-2])$/

@InputType()
export class IssueBulletinInput {
  @Field({ description: 'YYYY-MM; not one to come.' }) @Matches(MONTH) month: string
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
}
