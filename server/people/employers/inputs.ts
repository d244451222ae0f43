import { Field, ID, InputType, registerEnumType } from 'type-graphql'
import { ArrayMaxSize, MaxLength } from '../../kernel/inputRules'
import { Order } from '../../kernel/lists'
import { Day, RegionCode } from '../../kernel/scalars'
import { EmployerKind, EmployerState } from './Employer'
import { EmploymentEnd } from './Employment'

/** What is known of an employer. Null clears, absence leaves. */
@InputType()
export class EmployerChange {
  @Field(() => String, { nullable: true }) @MaxLength(100) name?: string | null
  @Field(() => EmployerKind, { nullable: true }) kind?: EmployerKind | null
  @Field(() => String, { nullable: true, description: 'Unified social credit code, 18 characters.' }) @MaxLength(40) creditCode?: string | null
  @Field(() => String, { nullable: true, description: 'Why a code that fails its checks is right all the same; only then is it taken.' }) @MaxLength(200) creditCodeReason?: string | null
  @Field(() => String, { nullable: true, description: 'GB/T 4754, one letter.' }) @MaxLength(1) industryCode?: string | null
  @Field(() => RegionCode, { nullable: true, description: 'The village, or the township.' }) regionCode?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(120) premises?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(50) contactName?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(40) contactPhone?: string | null
}

@InputType()
export class EmployerInput extends EmployerChange {
  @Field() @MaxLength(100) declare name: string
  @Field(() => EmployerKind) declare kind: EmployerKind
  @Field(() => RegionCode) declare regionCode: string
  @Field(() => String, { nullable: true }) @MaxLength(64) clientKey?: string | null
}

/** What a form says so far, to look for the same employer. */
@InputType()
export class EmployerLikenessInput {
  @Field(() => String, { nullable: true }) @MaxLength(100) name?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(40) creditCode?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(40) contactPhone?: string | null
  @Field(() => RegionCode, { nullable: true }) regionCode?: string | null
  @Field(() => ID, { nullable: true, description: 'The record in hand, which is no duplicate of itself.' }) exceptId?: string | null
}

@InputType()
export class EmployerFilter {
  @Field(() => [ID], { nullable: true }) @ArrayMaxSize(100) ids?: string[] | null
  @Field(() => String, { nullable: true, description: 'Name, former name, pinyin, initials, the credit code or its last four.' }) @MaxLength(50) q?: string | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => [EmployerKind], { nullable: true }) kind?: EmployerKind[] | null
  @Field(() => [EmployerState], { nullable: true, description: 'Without it, merged records are left out.' }) state?: EmployerState[] | null
  @Field(() => [String], { nullable: true }) @MaxLength(1, { each: true }) industryCode?: string[] | null
  @Field(() => Boolean, { nullable: true, description: 'Only those in which veterans work now, or only the others.' }) withVeterans?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Only those whose code fails its checks and was taken for a reason.' }) codeOverridden?: boolean | null
}

export enum EmployerSortField {
  NAME = 'NAME',
  CREATED_AT = 'CREATED_AT',
}
registerEnumType(EmployerSortField, { name: 'EmployerSortField' })

@InputType()
export class EmployerSort {
  @Field(() => EmployerSortField) field: EmployerSortField
  @Field(() => Order) order: Order
}

/** That somebody works for an employer. */
@InputType()
export class EmploymentInput {
  @Field(() => ID) employerId: string
  @Field(() => ID) personId: string
  @Field(() => Day) from: string
  @Field(() => String, { nullable: true }) @MaxLength(60) jobTitle?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(64) clientKey?: string | null
}

/** A slip in an employment, put right. */
@InputType()
export class EmploymentChange {
  @Field(() => Day, { nullable: true }) from?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(60) jobTitle?: string | null
}

/** How an employment ended. */
@InputType()
export class EmploymentEnding {
  @Field(() => Day, { description: 'The last day, not after today.' }) to: string
  @Field(() => EmploymentEnd) reason: EmploymentEnd
  @Field(() => String, { nullable: true }) @MaxLength(200) note?: string | null
}

@InputType()
export class EmploymentFilter {
  @Field(() => [ID], { nullable: true }) @ArrayMaxSize(100) ids?: string[] | null
  @Field(() => ID, { nullable: true }) employerId?: string | null
  @Field(() => ID, { nullable: true }) personId?: string | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => Boolean, { nullable: true, description: 'Only those that go on, or only those that have ended.' }) current?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Only veterans.' }) isVeteran?: boolean | null
}
