import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql'
import { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'
import { ArrayMaxSize, ArrayUnique, IsNotEmpty, IsOptional, Max, MaxLength, Min } from '../../kernel/inputRules'
import { Order } from '../../kernel/lists'
import { DateTime, Day, Decimal, RegionCode } from '../../kernel/scalars'
import { RiskGrade } from '../../people/beneficiaries/enums'
import { PairingEndReason, PairingState } from './Pairing'
import { RedFlag, VisitManner, VisitState } from './Visit'

@InputType()
class Sent {
  @Field(() => String, { nullable: true, description: 'Sent again with the same key, the act happens once.' }) @IsOptional() @MaxLength(64) clientKey?: string | null
}

@InputType()
export class PairElderInput extends Sent {
  @Field(() => ID) beneficiaryId: string
  @Field(() => ProgrammeCode) programme: ProgrammeCode
  @Field(() => ID) volunteerId: string
  @Field(() => [ID], { nullable: true }) @IsOptional() @ArrayMaxSize(10) helperIds?: string[] | null
  @Field(() => String, { nullable: true, description: 'What is wished of the visits.' }) @IsOptional() @MaxLength(200) wish?: string | null
}

@InputType()
export class ActivatePairingInput extends Sent {
  @Field(() => Day, { description: 'The day of the first, accompanied visit.' }) visitedOn: string
  @Field() @IsNotEmpty() @MaxLength(50) accompaniedBy: string
  @Field({ description: 'What the two agreed on: content, times, safety.' }) @IsNotEmpty() @MaxLength(500) agreement: string
  @Field(() => [ID], { nullable: true, description: 'Pictures of the agreement that was signed.' }) @IsOptional() @ArrayMaxSize(6) @ArrayUnique() agreementIds?: string[] | null
  @Field(() => Int) @Min(1) @Max(1440) minutes: number
  @Field(() => DateTime, { nullable: true }) startedAt?: Date | null
  @Field(() => [String], { nullable: true }) @IsOptional() @ArrayMaxSize(20) services?: string[] | null
  @Field(() => Int, { nullable: true }) @IsOptional() @Min(1) @Max(5) condition?: number | null
  @Field(() => [RedFlag], { nullable: true }) flags?: RedFlag[] | null
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(1000) note?: string | null
}

/** What volunteer and elder agreed on, written down anew or signed since. */
@InputType()
export class AgreementInput extends Sent {
  @Field({ description: 'What the two agreed on: content, times, safety.' }) @IsNotEmpty() @MaxLength(500) agreement: string
  @Field(() => [ID], { nullable: true, description: 'Pictures of the agreement that was signed; they join those that there are.' }) @IsOptional() @ArrayMaxSize(6) @ArrayUnique() agreementIds?: string[] | null
}

@InputType()
export class HandOverPairingInput extends Sent {
  @Field(() => ID, { description: 'Who is asked to take over.' }) volunteerId: string
  @Field(() => [ID], { nullable: true }) @IsOptional() @ArrayMaxSize(10) helperIds?: string[] | null
  @Field() @IsNotEmpty() @MaxLength(300) reason: string
}

@InputType()
export class EndPairingInput extends Sent {
  @Field(() => PairingEndReason) reason: PairingEndReason
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(300) note?: string | null
}

@InputType()
export class PlanVisitInput extends Sent {
  @Field(() => ID) pairingId: string
  @Field(() => Day) plannedOn: string
  @Field(() => VisitManner, { nullable: true }) manner?: VisitManner | null
  @Field(() => ID, { nullable: true, description: 'Who is to go; the main volunteer unless said.' }) volunteerId?: string | null
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(300) note?: string | null
}

@InputType()
export class RecordVisitInput extends Sent {
  @Field(() => ID) pairingId: string
  @Field(() => Day) visitedOn: string
  @Field(() => DateTime, { nullable: true, description: 'When it began, so that overlaps are seen.' }) startedAt?: Date | null
  @Field(() => VisitManner) manner: VisitManner
  @Field(() => Boolean, { description: 'Whether the elder was seen or spoken to; only then it counts.' }) contactMade: boolean
  @Field(() => Int, { description: 'Minutes of service, without the way; 0 without contact.' }) @Min(0) @Max(1440) minutes: number
  @Field(() => [String], { nullable: true, description: 'Services of the programme’s catalogue.' }) @IsOptional() @ArrayMaxSize(20) services?: string[] | null
  @Field(() => Int, { nullable: true, description: 'How the elder is, 1 bad to 5 well.' }) @IsOptional() @Min(1) @Max(5) condition?: number | null
  @Field(() => [RedFlag], { nullable: true, description: 'Each opens a task for the station, with a clock of 24 hours.' }) @IsOptional() @ArrayMaxSize(6) flags?: RedFlag[] | null
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(1000) note?: string | null
  @Field(() => [ID], { nullable: true }) @IsOptional() @ArrayMaxSize(9) photoIds?: string[] | null
  @Field(() => Decimal, { nullable: true, description: 'What an errand cost, in yuan; with a receipt, or the reason why there is none, and who signed for it.' }) amount?: string | null
  @Field(() => [ID], { nullable: true, description: 'Pictures of the receipts.' }) @IsOptional() @ArrayMaxSize(3) @ArrayUnique() receiptIds?: string[] | null
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(200) noReceiptReason?: string | null
  @Field(() => String, { nullable: true, description: 'Who signed that goods and change were handed over.' }) @IsOptional() @MaxLength(50) signedBackBy?: string | null
  @Field(() => [String], { nullable: true, description: 'What the elder needs; each becomes a need request.' }) @IsOptional() @ArrayMaxSize(10) @IsNotEmpty({ each: true }) @MaxLength(300, { each: true }) needs?: string[] | null
  @Field(() => ID, { nullable: true, description: 'Who went, where the station records it; the main volunteer unless said.' }) volunteerId?: string | null
}

/** Something an elder needs, in words, and as a service of the catalogue where it is one. */
export interface NeedInput {
  text: string
  service?: string | null
}

/** A visit as it is reported, whoever reports it. */
export interface VisitReport extends Omit<RecordVisitInput, 'pairingId' | 'flags' | 'services' | 'needs' | 'clientKey'> {
  flags: RedFlag[]
  services: string[]
  needs?: NeedInput[]
}

@InputType()
export class PairingFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => [ProgrammeCode], { nullable: true }) programme?: ProgrammeCode[] | null
  @Field(() => [PairingState], { nullable: true }) state?: PairingState[] | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => Boolean, { nullable: true }) overdue?: boolean | null
  @Field(() => Boolean, { nullable: true }) dueSoon?: boolean | null
  @Field(() => Boolean, { nullable: true }) needsHandover?: boolean | null
  @Field(() => ID, { nullable: true, description: 'As main volunteer or helper.' }) volunteerId?: string | null
  @Field(() => ID, { nullable: true }) beneficiaryId?: string | null
  @Field(() => ID, { nullable: true }) teamId?: string | null
  @Field(() => [RiskGrade], { nullable: true }) grade?: RiskGrade[] | null
  @Field(() => Day, { nullable: true }) nextVisitOnFrom?: string | null
  @Field(() => Day, { nullable: true }) nextVisitOnTo?: string | null
  @Field(() => Day, { nullable: true }) startedOnFrom?: string | null
  @Field(() => Day, { nullable: true }) startedOnTo?: string | null
  @Field(() => [PairingEndReason], { nullable: true }) endReason?: PairingEndReason[] | null
  @Field(() => Day, { nullable: true }) endedOnFrom?: string | null
  @Field(() => Day, { nullable: true }) endedOnTo?: string | null
  @Field(() => String, { nullable: true, description: 'The elder’s or the volunteer’s name, pinyin, initials or the end of a number.' }) @IsOptional() @MaxLength(60) q?: string | null
}

export enum PairingSortField {
  NEXT_VISIT_ON = 'NEXT_VISIT_ON',
  STARTED_ON = 'STARTED_ON',
  ENDED_ON = 'ENDED_ON',
  LAST_CONTACT_ON = 'LAST_CONTACT_ON',
  UPDATED_AT = 'UPDATED_AT',
}
registerEnumType(PairingSortField, { name: 'PairingSortField' })

@InputType()
export class PairingSort {
  @Field(() => PairingSortField) field: PairingSortField
  @Field(() => Order) order: Order
}

@InputType()
export class VisitFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => ID, { nullable: true }) pairingId?: string | null
  @Field(() => ID, { nullable: true }) beneficiaryId?: string | null
  @Field(() => ID, { nullable: true }) volunteerId?: string | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => [ProgrammeCode], { nullable: true }) programme?: ProgrammeCode[] | null
  @Field(() => [VisitState], { nullable: true }) state?: VisitState[] | null
  @Field(() => [VisitManner], { nullable: true }) manner?: VisitManner[] | null
  @Field(() => Boolean, { nullable: true }) contactMade?: boolean | null
  @Field(() => Day, { nullable: true }) visitedOnFrom?: string | null
  @Field(() => Day, { nullable: true }) visitedOnTo?: string | null
  @Field(() => Day, { nullable: true }) plannedOnFrom?: string | null
  @Field(() => Day, { nullable: true }) plannedOnTo?: string | null
  @Field(() => Boolean, { nullable: true, description: 'With red flags, or without.' }) flagged?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'With an amount that was spent on an errand, or without.' }) spent?: boolean | null
  @Field(() => [RedFlag], { nullable: true, description: 'Any of them.' }) flags?: RedFlag[] | null
  @Field(() => [String], { nullable: true, description: 'Any of them.' }) @IsOptional() @ArrayMaxSize(20) @MaxLength(40, { each: true }) services?: string[] | null
  @Field(() => Boolean, { nullable: true, description: 'Done and confirmed, or done and not yet.' }) confirmed?: boolean | null
}

export enum VisitSortField {
  VISITED_ON = 'VISITED_ON',
  PLANNED_ON = 'PLANNED_ON',
  CREATED_AT = 'CREATED_AT',
}
registerEnumType(VisitSortField, { name: 'VisitSortField' })

@InputType()
export class VisitSort {
  @Field(() => VisitSortField) field: VisitSortField
  @Field(() => Order) order: Order
}
