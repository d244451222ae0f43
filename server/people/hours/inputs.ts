import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql'
import { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'
import { ArrayMaxSize, ArrayNotEmpty, IsNotEmpty, Matches, Max, MaxLength, Min } from '../../kernel/inputRules'
import { Order } from '../../kernel/lists'
import { DateTime, Day, RegionCode } from '../../kernel/scalars'
import { ObjectionState } from './ServiceObjection'
import { ServiceState } from './ServiceRecord'

/** Service as it was recorded on paper. */
@InputType()
export class ServiceInput {
  @Field(() => ID) volunteerId: string
  @Field(() => ProgrammeCode) programmeCode: ProgrammeCode
  @Field(() => Day) servedOn: string
  @Field({ description: 'What was done.' }) @IsNotEmpty() @MaxLength(120) content: string
  @Field(() => DateTime, { nullable: true }) startedAt?: Date | null
  @Field(() => DateTime, { nullable: true }) endedAt?: Date | null
  @Field(() => Int, { nullable: true }) @Min(0) @Max(720) breakMinutes?: number | null
  @Field(() => Int, { nullable: true, description: 'Only where start and end are not known.' }) @Min(1) @Max(1440) minutes?: number | null
  @Field(() => Boolean, { nullable: true, description: 'A drill, counted apart.' }) drill?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Whether it was paid for; paid time is refused.' }) paid?: boolean | null
  @Field(() => RegionCode, { nullable: true, description: 'Where it was done; by default where the volunteer lives.' }) regionCode?: string | null
  @Field(() => String, { nullable: true, description: 'Why the day is longer than usual.' }) @MaxLength(300) note?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(64) clientKey?: string | null
}

/** What a line should have said. What is not given stays; null clears. */
@InputType()
export class CorrectionInput {
  @Field(() => ProgrammeCode, { nullable: true }) programmeCode?: ProgrammeCode | null
  @Field(() => Day, { nullable: true }) servedOn?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(120) content?: string | null
  @Field(() => DateTime, { nullable: true }) startedAt?: Date | null
  @Field(() => DateTime, { nullable: true }) endedAt?: Date | null
  @Field(() => Int, { nullable: true }) @Min(0) @Max(720) breakMinutes?: number | null
  @Field(() => Int, { nullable: true, description: 'Only where start and end are not known.' }) @Min(1) @Max(1440) minutes?: number | null
  @Field(() => Boolean, { nullable: true }) drill?: boolean | null
  @Field(() => String, { nullable: true, description: 'Why the day is longer than usual.' }) @MaxLength(300) note?: string | null
  @Field({ description: 'Why it is corrected.' }) @IsNotEmpty() @MaxLength(200) reason: string
  @Field(() => String, { nullable: true }) @MaxLength(64) clientKey?: string | null
}

/** How a service was done. */
@InputType()
export class ServiceEvaluation {
  @Field(() => Int, { description: '1 to 5.' }) @Min(1) @Max(5) rating: number
  @Field(() => String, { nullable: true, description: 'In words; none clears those of the former evaluation.' }) @MaxLength(300) ratingNote?: string | null
}

@InputType()
export class ObjectionInput {
  @Field(() => ID) recordId: string
  @Field({ description: 'What is wrong.' }) @IsNotEmpty() @MaxLength(300) text: string
  @Field(() => String, { nullable: true }) @MaxLength(64) clientKey?: string | null
}

@InputType()
export class ServiceRecordFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => RegionCode, { nullable: true, description: 'Where it was done.' }) region?: string | null
  @Field(() => ID, { nullable: true }) volunteerId?: string | null
  @Field(() => ID, { nullable: true }) teamId?: string | null
  @Field(() => [ProgrammeCode], { nullable: true }) programmeCode?: ProgrammeCode[] | null
  @Field(() => [ServiceState], { nullable: true }) state?: ServiceState[] | null
  @Field(() => Boolean, { nullable: true }) drill?: boolean | null
  @Field(() => Day, { nullable: true }) servedOnFrom?: string | null
  @Field(() => Day, { nullable: true }) servedOnTo?: string | null
}

export enum ServiceRecordSortField {
  SERVED_ON = 'SERVED_ON',
  MINUTES = 'MINUTES',
}
registerEnumType(ServiceRecordSortField, { name: 'ServiceRecordSortField' })

@InputType()
export class ServiceRecordSort {
  @Field(() => ServiceRecordSortField) field: ServiceRecordSortField
  @Field(() => Order) order: Order
}

@InputType()
export class ServiceObjectionFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => [ObjectionState], { nullable: true }) state?: ObjectionState[] | null
  @Field(() => ID, { nullable: true }) volunteerId?: string | null
}

export enum ServiceObjectionSortField {
  ANSWER_BY = 'ANSWER_BY',
  CREATED_AT = 'CREATED_AT',
}
registerEnumType(ServiceObjectionSortField, { name: 'ServiceObjectionSortField' })

@InputType()
export class ServiceObjectionSort {
  @Field(() => ServiceObjectionSortField) field: ServiceObjectionSortField
  @Field(() => Order) order: Order
}

export enum HoursBy {
  TOWNSHIP = 'TOWNSHIP',
  TEAM = 'TEAM',
  PROGRAMME = 'PROGRAMME',
  MONTH = 'MONTH',
}
registerEnumType(HoursBy, { name: 'HoursBy', description: 'By what totals of hours are told apart.' })

/** Which totals are asked for, and by what they are told apart. */
@InputType()
export class HourTotalFilter {
  @Field(() => RegionCode, { nullable: true, description: 'Where the service was done.' }) region?: string | null
  @Field(() => ID, { nullable: true }) teamId?: string | null
  @Field(() => [ProgrammeCode], { nullable: true }) programmeCode?: ProgrammeCode[] | null
  @Field(() => String, { nullable: true, description: 'YYYY-MM' }) @Matches(/^\d{4}-(0[1-9]|1[0-2])$/) monthFrom?: string | null
  @Field(() => String, { nullable: true, description: 'YYYY-MM' }) @Matches(/^\d{4}-(0[1-9]|1[0-2])$/) monthTo?: string | null
  @Field(() => [HoursBy]) @ArrayNotEmpty() @ArrayMaxSize(4) by: HoursBy[]
}

/** Which volunteers reached a star in which days. */
@InputType()
export class StarFilter {
  @Field(() => Day) from: string
  @Field(() => Day) to: string
  @Field(() => RegionCode, { nullable: true, description: 'Where they live.' }) region?: string | null
  @Field(() => Int, { nullable: true }) @Min(1) @Max(5) stars?: number | null
}
