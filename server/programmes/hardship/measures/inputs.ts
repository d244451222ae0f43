import { Field, ID, InputType, registerEnumType } from 'type-graphql'
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsNotEmpty, IsOptional, Matches, MaxLength, ValidateNested } from '../../../kernel/inputRules'
import { Order } from '../../../kernel/lists'
import { Day, Decimal, RegionCode } from '../../../kernel/scalars'
import { Department, FundSource, GivingWay, MeasureKind, MeasureState, ReferralState } from './enums'

@InputType()
class Sent {
  @Field(() => String, { nullable: true, description: 'Sent again with the same key, the act happens once.' }) @IsOptional() @MaxLength(64) clientKey?: string | null
}

/** Into whose account money is paid. */
@InputType()
export class PayeeInput {
  @Field() @IsNotEmpty() @MaxLength(60) bank: string
  @Field() @IsNotEmpty() @MaxLength(50) holder: string
  @Field({ description: '8 to 30 digits; spaces are left out.' }) @Matches(/^[\d ]{8,40}$/) number: string
  @Field(() => String, { nullable: true, description: 'Needed where the account is another’s than the applicant’s, or was named for somebody else too.' }) @IsOptional() @MaxLength(200) reason?: string | null
}

@InputType()
export class MeasureInput {
  @Field(() => MeasureKind) kind: MeasureKind
  @Field({ description: 'What is to be given or done.' }) @IsNotEmpty() @MaxLength(300) what: string
  @Field(() => Decimal, { nullable: true, description: 'Yuan; needed for money and goods.' }) amount?: string | null
  @Field(() => FundSource, { nullable: true, description: 'Needed where it costs something.' }) fund?: FundSource | null
  @Field(() => String, { nullable: true, description: 'The source in words; needed for OTHER.' }) @IsOptional() @MaxLength(100) fundText?: string | null
  @Field(() => Day) plannedOn: string
  @Field({ description: 'Who sees to it.' }) @IsNotEmpty() @MaxLength(60) responsible: string
  @Field(() => PayeeInput, { nullable: true, description: 'Only for money.' }) @IsOptional() @ValidateNested() payee?: PayeeInput | null
}

@InputType()
export class HelpPlanInput extends Sent {
  @Field(() => [MeasureInput]) @ArrayNotEmpty() @ArrayMaxSize(20) @ValidateNested({ each: true }) measures: MeasureInput[]
}

/** A measure as it is to be instead; a payee that is not given stays. */
@InputType()
export class MeasureChange extends MeasureInput {
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(64) clientKey?: string | null
}

@InputType()
export class DeliveryInput extends Sent {
  @Field(() => Day) givenOn: string
  @Field(() => Decimal, { nullable: true, description: 'What was given, where it is less than the amount.' }) given?: string | null
  @Field(() => GivingWay) way: GivingWay
  @Field({ description: 'Who signed for it.' }) @IsNotEmpty() @MaxLength(50) receivedBy: string
  @Field(() => [ID], { nullable: true, description: 'Pictures of the receipt.' }) @IsOptional() @ArrayMaxSize(6) @ArrayUnique() receiptIds?: string[] | null
  @Field(() => String, { nullable: true, description: 'Needed where there is no picture of a receipt.' }) @IsOptional() @MaxLength(200) noReceiptReason?: string | null
}

@InputType()
export class ReferralInput extends Sent {
  @Field(() => Department) department: Department
  @Field({ description: 'What the department is asked for.' }) @IsNotEmpty() @MaxLength(300) what: string
  @Field(() => Day, { nullable: true, description: 'Today where it is not given.' }) sentOn?: string | null
  @Field(() => String, { nullable: true, description: 'With whom it lies there.' }) @IsOptional() @MaxLength(60) contact?: string | null
  @Field(() => ID, { nullable: true, description: 'The approved measure of the kind REFERRAL that it carries out.' }) measureId?: string | null
}

@InputType()
export class ReferralAnswerInput extends Sent {
  @Field(() => Boolean) accepted: boolean
  @Field(() => Day) answeredOn: string
  @Field(() => String, { nullable: true, description: 'What the department said; needed where it did not take it.' }) @IsOptional() @MaxLength(300) answer?: string | null
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(60) contact?: string | null
}

@InputType()
export class ReferralResultInput extends Sent {
  @Field(() => Day) doneOn: string
  @Field({ description: 'What came of it.' }) @IsNotEmpty() @MaxLength(300) result: string
}

@InputType()
export class MeasureFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => ID, { nullable: true }) caseId?: string | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => [MeasureKind], { nullable: true }) kind?: MeasureKind[] | null
  @Field(() => [FundSource], { nullable: true }) fund?: FundSource[] | null
  @Field(() => [MeasureState], { nullable: true }) state?: MeasureState[] | null
  @Field(() => Boolean, { nullable: true }) urgent?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Under way and past its planned day, or not.' }) overdue?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Waits for the approval of whoever asks.' }) toApprove?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Money that was approved and not paid yet, and that no objection to the decision holds back.' }) toPay?: boolean | null
  @Field(() => Day, { nullable: true }) plannedOnFrom?: string | null
  @Field(() => Day, { nullable: true }) plannedOnTo?: string | null
  @Field(() => Day, { nullable: true }) givenOnFrom?: string | null
  @Field(() => Day, { nullable: true }) givenOnTo?: string | null
  @Field(() => String, { nullable: true, description: 'The name, pinyin or initials of whom the case is about.' }) @IsOptional() @MaxLength(60) q?: string | null
}

export enum MeasureSortField {
  PLANNED_ON = 'PLANNED_ON',
  GIVEN_ON = 'GIVEN_ON',
  AMOUNT = 'AMOUNT',
  CREATED_AT = 'CREATED_AT',
}
registerEnumType(MeasureSortField, { name: 'MeasureSortField' })

@InputType()
export class MeasureSort {
  @Field(() => MeasureSortField) field: MeasureSortField
  @Field(() => Order) order: Order
}

@InputType()
export class ReferralFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => ID, { nullable: true }) caseId?: string | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => [Department], { nullable: true }) department?: Department[] | null
  @Field(() => [ReferralState], { nullable: true }) state?: ReferralState[] | null
  @Field(() => Day, { nullable: true }) sentOnFrom?: string | null
  @Field(() => Day, { nullable: true }) sentOnTo?: string | null
  @Field(() => Day, { nullable: true }) doneOnFrom?: string | null
  @Field(() => Day, { nullable: true }) doneOnTo?: string | null
  @Field(() => String, { nullable: true, description: 'The name, pinyin or initials of whom the case is about.' }) @IsOptional() @MaxLength(60) q?: string | null
}

export enum ReferralSortField {
  SENT_ON = 'SENT_ON',
  DONE_ON = 'DONE_ON',
  CREATED_AT = 'CREATED_AT',
}
registerEnumType(ReferralSortField, { name: 'ReferralSortField' })

@InputType()
export class ReferralSort {
  @Field(() => ReferralSortField) field: ReferralSortField
  @Field(() => Order) order: Order
}
