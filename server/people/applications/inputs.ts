import { Field, ID, InputType } from 'type-graphql'
import { ArrayMaxSize, MaxLength } from '../../kernel/inputRules'
import { RegionCode } from '../../kernel/scalars'
import { Skill } from '../persons/Skill'
import { ApplicationState } from './VolunteerApplication'

/** What somebody says of themselves who offers to serve. */
@InputType()
export class ApplicationInput {
  @Field() @MaxLength(50) name: string
  @Field({ description: 'Resident ID number, 18 characters.' }) @MaxLength(40) idCard: string
  @Field() @MaxLength(40) phone: string
  @Field(() => RegionCode, { description: 'The village of residence.' }) regionCode: string
  @Field(() => Boolean, { nullable: true }) isVeteran?: boolean | null
  @Field(() => [Skill], { nullable: true }) @ArrayMaxSize(16) skills?: Skill[] | null
  @Field(() => String, { nullable: true }) @MaxLength(300) note?: string | null
  @Field(() => String, { nullable: true, description: 'Needed of somebody under age.' }) @MaxLength(50) guardianName?: string | null
  @Field(() => String, { nullable: true, description: 'Needed of somebody under age.' }) @MaxLength(40) guardianPhone?: string | null
  @Field(() => Boolean, { nullable: true, description: 'That the guardian agrees.' }) guardianAgrees?: boolean | null
  @Field({ description: 'The version of the notice that was shown.' }) @MaxLength(24) noticeVersion: string
  @Field(() => Boolean, { description: 'That the notice was read and agreed to.' }) agreed: boolean
  @Field({ description: 'Made once for each form; sent twice it makes one application.' }) @MaxLength(64) clientKey: string
}

/** How an application is accepted: whom the applicant is, where they are known, and which team they are to ask. */
@InputType()
export class AcceptInput {
  @Field(() => ID, { nullable: true, description: 'The person of the registry whom the applicant is; without it somebody new.' }) personId?: string | null
  @Field(() => ID, { nullable: true, description: 'The home team to ask for.' }) teamId?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(64) clientKey?: string | null
}

@InputType()
export class VolunteerApplicationFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => [ApplicationState], { nullable: true }) state?: ApplicationState[] | null
  @Field(() => String, { nullable: true, description: 'The number the applicant was told.' }) @MaxLength(20) number?: string | null
}
