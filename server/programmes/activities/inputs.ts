import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql'
import { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'
import { ArrayMaxSize, IsNotEmpty, IsOptional, Matches, Max, MaxLength, Min } from '../../kernel/inputRules'
import { Order } from '../../kernel/lists'
import { DateTime, Day, Decimal, RegionCode } from '../../kernel/scalars'
import { Skill } from '../../people/persons/Skill'
import { ActivityPurpose, ActivityState } from './Activity'
import { SignUpState } from './SignUp'

@InputType()
class Keyed {
  @Field(() => String, { nullable: true, description: 'Sent again with the same key, the act happens once.' }) @IsOptional() @MaxLength(64) clientKey?: string | null
}

/** What a plan of an activity may say besides what it must. Null clears, absence leaves. */
@InputType()
class ActivityOptions extends Keyed {
  @Field(() => ID, { nullable: true, description: 'The township’s own programme, where the programme is LOCAL.' }) programmeId?: string | null
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(1000) content?: string | null
  @Field(() => [ID], { nullable: true, description: 'Teams that organise it too.' }) @IsOptional() @ArrayMaxSize(10) coTeamIds?: string[] | null
  @Field(() => Int, { nullable: true }) @IsOptional() @Min(1) @Max(5000) leastPeople?: number | null
  @Field(() => Boolean, { nullable: true, description: 'The leader chooses among those who sign up.' }) chosen?: boolean | null
  @Field(() => Int, { nullable: true }) @IsOptional() @Min(6) @Max(100) minAge?: number | null
  @Field(() => Int, { nullable: true }) @IsOptional() @Min(6) @Max(120) maxAge?: number | null
  @Field(() => [Skill], { nullable: true, description: 'All of them are needed.' }) @IsOptional() @ArrayMaxSize(16) requiredSkills?: Skill[] | null
  @Field(() => ID, { nullable: true, description: 'A course of the catalogue (条例 16).' }) requiredTrainingId?: string | null
  @Field(() => ID, { nullable: true, description: 'A licence or certificate of the catalogue (条例 16).' }) requiredQualificationId?: string | null
  @Field(() => Boolean, { nullable: true }) dangerous?: boolean | null
  @Field(() => Boolean, { nullable: true }) insuranceRequired?: boolean | null
  @Field(() => String, { nullable: true, description: 'The risks; needed before it is published.' }) @IsOptional() @MaxLength(1000) riskNote?: string | null
  @Field(() => String, { nullable: true, description: 'Its number on 文明实践云.' }) @IsOptional() @MaxLength(60) platformId?: string | null
  @Field(() => String, { nullable: true, description: 'Why it is not on the platform.' }) @IsOptional() @MaxLength(200) offPlatformReason?: string | null
  @Field(() => Boolean, { nullable: true }) isDrill?: boolean | null
  @Field(() => Decimal, { nullable: true, description: 'Yuan.' }) @IsOptional() @Matches(/^\d/) budget?: string | null
}

/** An activity that a team plans. */
@InputType()
export class ActivityInput extends ActivityOptions {
  @Field() @IsNotEmpty() @MaxLength(80) title: string
  @Field(() => ProgrammeCode) programme: ProgrammeCode
  @Field(() => ActivityPurpose) purpose: ActivityPurpose
  @Field(() => ID) teamId: string
  @Field(() => ID, { nullable: true, description: 'The volunteer who leads it; the team’s leader unless said.' }) leaderId?: string | null
  @Field(() => RegionCode, { nullable: true, description: 'Where it takes place; the team’s division unless said.' }) placeRegionCode?: string | null
  @Field() @IsNotEmpty() @MaxLength(120) place: string
  @Field(() => DateTime) startsAt: Date
  @Field(() => DateTime) endsAt: Date
  @Field(() => Int) @Min(1) @Max(5000) capacity: number
}

/** What may be changed of a plan that nobody has approved yet. */
@InputType()
export class ActivityChange extends ActivityOptions {
  @Field(() => String, { nullable: true }) @IsOptional() @IsNotEmpty() @MaxLength(80) title?: string | null
  @Field(() => ProgrammeCode, { nullable: true }) programme?: ProgrammeCode | null
  @Field(() => ActivityPurpose, { nullable: true }) purpose?: ActivityPurpose | null
  @Field(() => ID, { nullable: true }) leaderId?: string | null
  @Field(() => RegionCode, { nullable: true }) placeRegionCode?: string | null
  @Field(() => String, { nullable: true }) @IsOptional() @IsNotEmpty() @MaxLength(120) place?: string | null
  @Field(() => DateTime, { nullable: true }) startsAt?: Date | null
  @Field(() => DateTime, { nullable: true }) endsAt?: Date | null
  @Field(() => Int, { nullable: true }) @IsOptional() @Min(1) @Max(5000) capacity?: number | null
}

/** Another time or place for what is published; what is left away stays. */
@InputType()
export class RescheduleInput extends Keyed {
  @Field({ description: 'Why; everybody who means to come is told.' }) @IsNotEmpty() @MaxLength(300) reason: string
  @Field(() => DateTime, { nullable: true }) startsAt?: Date | null
  @Field(() => DateTime, { nullable: true }) endsAt?: Date | null
  @Field(() => String, { nullable: true }) @IsOptional() @IsNotEmpty() @MaxLength(120) place?: string | null
  @Field(() => RegionCode, { nullable: true }) placeRegionCode?: string | null
  @Field(() => Int, { nullable: true, description: 'Not fewer than have a place already.' }) @IsOptional() @Min(1) @Max(5000) capacity?: number | null
  @Field(() => Boolean, { nullable: true, description: 'That it has become dangerous: everybody is asked anew.' }) dangerous?: boolean | null
}

@InputType()
export class PublishActivityInput extends Keyed {
  @Field({ description: 'The risks, as whoever signs up is told them.' }) @IsNotEmpty() @MaxLength(1000) riskNote: string
  @Field(() => String, { nullable: true, description: 'Its number on 文明实践云, or the reason instead.' }) @IsOptional() @MaxLength(60) platformId?: string | null
  @Field(() => String, { nullable: true, description: 'Why it is not on the platform.' }) @IsOptional() @MaxLength(200) offPlatformReason?: string | null
}

/** The accident insurance that is shown, where the activity asks for one. */
@InputType()
class Insured extends Keyed {
  @Field(() => String, { nullable: true, description: 'The number of the accident insurance, where the activity asks for one.' }) @IsOptional() @MaxLength(60) policyNo?: string | null
  @Field(() => Day, { nullable: true, description: 'Until when it is valid.' }) insuredTo?: string | null
}

@InputType()
export class SignUpInput extends Insured {
  @Field(() => ID) activityId: string
  @Field({ description: 'That the risks were read and are understood.' }) riskAcknowledged: boolean
}

@InputType()
export class CheckInput extends Keyed {
  @Field(() => ID) activityId: string
  @Field({ description: 'What the QR code carries, or the six digits.' }) @IsNotEmpty() @MaxLength(40) code: string
}

@InputType()
export class WalkUpInput extends Insured {
  @Field(() => ID) activityId: string
  @Field(() => ID) volunteerId: string
  @Field({ description: 'That the volunteer was told the risks and agreed.' }) riskAcknowledged: boolean
}

/** One person’s attendance as the leader confirms it. */
@InputType()
export class AttendanceLine {
  @Field(() => ID) signUpId: string
  @Field(() => Boolean, { defaultValue: true, description: 'Whether they came.' }) present: boolean
  @Field(() => DateTime, { nullable: true, description: 'When they came, where it was not recorded or is corrected.' }) checkedInAt?: Date | null
  @Field(() => DateTime, { nullable: true, description: 'When they went, where it was not recorded or is corrected.' }) checkedOutAt?: Date | null
  @Field(() => String, { nullable: true, description: 'Why the times are corrected.' }) @IsOptional() @MaxLength(300) reason?: string | null
}

@InputType()
export class AttendanceInput extends Keyed {
  @Field(() => ID) activityId: string
  @Field(() => [AttendanceLine]) @ArrayMaxSize(200) lines: AttendanceLine[]
}

@InputType()
export class CloseActivityInput extends Keyed {
  @Field({ description: 'What was done and what came of it.' }) @IsNotEmpty() @MaxLength(2000) summary: string
  @Field(() => Int, { description: 'How many people were served.' }) @Min(0) @Max(1_000_000) servedCount: number
  @Field(() => [ID], { nullable: true }) @IsOptional() @ArrayMaxSize(9) photoIds?: string[] | null
  @Field(() => String, { nullable: true, description: 'Why there are no photos.' }) @IsOptional() @MaxLength(200) noPhotoReason?: string | null
}

@InputType()
export class ActivityFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => String, { nullable: true, description: 'Part of the title or the number.' }) @IsOptional() @MaxLength(40) q?: string | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => [ActivityState], { nullable: true }) state?: ActivityState[] | null
  @Field(() => [ProgrammeCode], { nullable: true }) programme?: ProgrammeCode[] | null
  @Field(() => [ActivityPurpose], { nullable: true }) purpose?: ActivityPurpose[] | null
  @Field(() => ID, { nullable: true, description: 'As organiser or co-organiser.' }) teamId?: string | null
  @Field(() => Day, { nullable: true }) startsOnFrom?: string | null
  @Field(() => Day, { nullable: true }) startsOnTo?: string | null
  @Field(() => Boolean, { nullable: true }) isDrill?: boolean | null
  @Field(() => Boolean, { nullable: true }) dangerous?: boolean | null
  @Field(() => Boolean, { nullable: true }) needsBureau?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Over, but not summed up.' }) unclosed?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Those that whoever asks has signed up for.' }) mine?: boolean | null
}

export enum ActivitySortField {
  STARTS_AT = 'STARTS_AT',
  CREATED_AT = 'CREATED_AT',
}
registerEnumType(ActivitySortField, { name: 'ActivitySortField' })

@InputType()
export class ActivitySort {
  @Field(() => ActivitySortField) field: ActivitySortField
  @Field(() => Order) order: Order
}

@InputType()
export class SignUpFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => ID, { nullable: true }) activityId?: string | null
  @Field(() => ID, { nullable: true }) volunteerId?: string | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => [SignUpState], { nullable: true }) state?: SignUpState[] | null
}

export enum SignUpSortField {
  STAGE = 'STAGE',
  QUEUED_AT = 'QUEUED_AT',
}
registerEnumType(SignUpSortField, { name: 'SignUpSortField' })

@InputType()
export class SignUpSort {
  @Field(() => SignUpSortField) field: SignUpSortField
  @Field(() => Order) order: Order
}

@InputType()
export class PublicActivityFilter {
  @Field(() => RegionCode, { nullable: true, description: 'Where it takes place.' }) region?: string | null
  @Field(() => [ProgrammeCode], { nullable: true }) programme?: ProgrammeCode[] | null
  @Field(() => Day, { nullable: true }) startsOnFrom?: string | null
  @Field(() => Day, { nullable: true }) startsOnTo?: string | null
}
