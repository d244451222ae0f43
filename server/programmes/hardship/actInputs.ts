import { Field, ID, InputType, Int } from 'type-graphql'
import { ArrayMaxSize, ArrayUnique, IsNotEmpty, IsOptional, Max, MaxLength, Min, ValidateNested } from '../../kernel/inputRules'
import { Day, Decimal, RegionCode } from '../../kernel/scalars'
import { CaseCloseReason, ContactWay, ExclusionKind, MemberRelation } from './enums'
import { Sent } from './inputs'

@InputType('CaseTransferInput')
export class TransferInput extends Sent {
  @Field(() => ID, { nullable: true, description: 'The worker who is asked to take it.' }) toAccountId?: string | null
  @Field(() => RegionCode, { nullable: true, description: 'Or the township.' }) toRegion?: string | null
  @Field() @IsNotEmpty() @MaxLength(500) reason: string
}

@InputType('CaseTransferAnswer')
export class TransferAnswer extends Sent {
  @Field(() => Boolean) accept: boolean
  @Field(() => String, { nullable: true, description: 'Needed where it is not accepted.' }) @IsOptional() @MaxLength(500) answer?: string | null
  @Field(() => RegionCode, { nullable: true, description: 'The village that it comes to.' }) regionCode?: string | null
}

@InputType()
export class CaseContactInput extends Sent {
  @Field(() => Day) contactedOn: string
  @Field(() => ContactWay) way: ContactWay
  @Field(() => Boolean, { description: 'Whether it came about.' }) reached: boolean
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(500) note?: string | null
}

/** What two people saw at somebody's home. */
@InputType()
export class InvestigationInput extends Sent {
  @Field(() => Day) investigatedOn: string
  @Field({ description: '看住房' }) @IsNotEmpty() @MaxLength(500) housing: string
  @Field({ description: '看生活条件' }) @IsNotEmpty() @MaxLength(500) living: string
  @Field({ description: '看收入来源' }) @IsNotEmpty() @MaxLength(500) income: string
  @Field({ description: '看就学就业就医' }) @IsNotEmpty() @MaxLength(500) schoolWorkHealth: string
  @Field({ description: '看特殊群体' }) @IsNotEmpty() @MaxLength(500) specialGroups: string
  @Field({ description: 'In sum.' }) @IsNotEmpty() @MaxLength(1000) findings: string
  @Field(() => [ID], { nullable: true }) @IsOptional() @ArrayMaxSize(12) @ArrayUnique() photoIds?: string[] | null
}

@InputType('HouseholdMemberInput')
export class MemberInput {
  @Field(() => ID, { nullable: true, description: 'Of a member that was written down before.' }) id?: string | null
  @Field(() => ID, { nullable: true, description: 'The person of the registry, where it is one.' }) personId?: string | null
  @Field() @IsNotEmpty() @MaxLength(50) name: string
  @Field(() => MemberRelation) relation: MemberRelation
  @Field(() => Int, { nullable: true }) @IsOptional() @Min(0) @Max(130) age?: number | null
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(200) health?: string | null
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(200) work?: string | null
}

@InputType('HouseholdEconomyInput')
export class EconomyInput {
  @Field(() => Decimal, { description: 'Income of a year.' }) income: string
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(300) incomeFrom?: string | null
  @Field(() => Decimal, { description: 'Spending of a year.' }) spending: string
  @Field(() => Decimal, { nullable: true, description: 'Of it for illness, after what the insurance pays.' }) medicalSpending?: string | null
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(300) housing?: string | null
  @Field(() => String, { nullable: true, description: 'Other help that the household has.' }) @IsOptional() @MaxLength(1000) otherAid?: string | null
}

@InputType()
export class HouseholdInput extends Sent {
  @Field(() => [MemberInput], { description: 'Everybody but whoever the case is about.' }) @ArrayMaxSize(20) @ValidateNested({ each: true }) members: MemberInput[]
  @Field(() => EconomyInput) @ValidateNested() economy: EconomyInput
}

@InputType('CaseNoticeInput')
export class NoticeInput extends Sent {
  @Field(() => Day) from: string
  @Field(() => Int, { nullable: true, description: 'The policy’s days where it is not said; never fewer.' }) @IsOptional() @Min(1) @Max(60) days?: number | null
  @Field() @IsNotEmpty() @MaxLength(100) place: string
}

@InputType('CaseObjectionInput')
export class ObjectionInput extends Sent {
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(50) byName?: string | null
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(20) byPhone?: string | null
  @Field() @IsNotEmpty() @MaxLength(1000) text: string
  @Field(() => Day) receivedOn: string
}

@InputType('CaseObjectionAnswer')
export class ObjectionAnswer extends Sent {
  @Field(() => Boolean) uphold: boolean
  @Field() @IsNotEmpty() @MaxLength(1000) answer: string
}

@InputType()
export class ExclusionCheckInput extends Sent {
  @Field(() => ExclusionKind) kind: ExclusionKind
  @Field(() => Boolean) found: boolean
  @Field({ description: 'Where it was looked up, or who answered.' }) @IsNotEmpty() @MaxLength(200) source: string
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(500) note?: string | null
}

@InputType('CaseCheckInput')
export class CheckInput extends Sent {
  @Field() @IsNotEmpty() @MaxLength(1000) opinion: string
  @Field(() => [ExclusionCheckInput], { defaultValue: [], description: 'What was looked up and is not recorded yet.' }) @ArrayMaxSize(20) @ValidateNested({ each: true }) checks: ExclusionCheckInput[]
}

@InputType()
export class UrgentInput extends Sent {
  @Field(() => Decimal) amount: string
  @Field() @IsNotEmpty() @MaxLength(1000) reason: string
}

@InputType()
export class ApprovalInput extends Sent {
  @Field(() => Decimal, { description: 'What may be given; nought for goods or services alone.' }) amount: string
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(1000) reason?: string | null
  @Field(() => String, { nullable: true, description: 'Why there is help again for one cause.' }) @IsOptional() @MaxLength(1000) overrideReason?: string | null
}

@InputType('CaseCloseInput')
export class CloseInput extends Sent {
  @Field(() => CaseCloseReason) reason: CaseCloseReason
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(1000) note?: string | null
}
