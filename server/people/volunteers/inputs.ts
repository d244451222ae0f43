import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql'
import { ArrayMaxSize, Matches, Max, MaxLength, Min } from '../../kernel/inputRules'
import { Order } from '../../kernel/lists'
import { Day, RegionCode } from '../../kernel/scalars'
import { PersonInput } from '../persons/inputs'
import { Sex } from '../persons/Person'
import { Language, Skill } from '../persons/Skill'
import { MembershipKind, MembershipState } from './Membership'
import { VolunteerCategory, VolunteerSource, VolunteerState, WeekSlot } from './Volunteer'

/** What may be changed of a volunteer. Null clears, absence leaves. */
@InputType()
export class VolunteerChange {
  @Field(() => [Skill], { nullable: true }) @ArrayMaxSize(16) skills?: Skill[] | null
  @Field(() => [Language], { nullable: true }) @ArrayMaxSize(2) languages?: Language[] | null
  @Field(() => VolunteerCategory, { nullable: true }) category?: VolunteerCategory | null
  @Field(() => Sex, { nullable: true, description: 'Whom the volunteer would rather visit.' }) sexWish?: Sex | null
  @Field(() => Int, { nullable: true }) @Min(0) @Max(20) maxLoad?: number | null
  @Field(() => [WeekSlot], { nullable: true, description: 'When in the week the volunteer has time.' }) @ArrayMaxSize(21) availability?: WeekSlot[] | null
  @Field(() => String, { nullable: true, description: 'What the health does not allow.' }) @MaxLength(200) healthLimits?: string | null
  @Field(() => String, { nullable: true, description: 'Whom to call if something happens.' }) @MaxLength(50) emergencyName?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(30) emergencyRelation?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(40) emergencyPhone?: string | null
  @Field(() => String, { nullable: true }) @Matches(/^[\w-]{1,40}$/) platformNo?: string | null
  @Field(() => String, { nullable: true }) @Matches(/^[\w-]{1,40}$/) nationalNo?: string | null
}

/** Somebody who offers to serve: a person of the registry, or one to be put into it. */
@InputType()
export class VolunteerInput extends VolunteerChange {
  @Field(() => ID, { nullable: true }) personId?: string | null
  @Field(() => PersonInput, { nullable: true }) person?: PersonInput | null
  @Field(() => ID, { nullable: true, description: 'The home team to ask for.' }) teamId?: string | null
  @Field(() => String, { nullable: true, description: 'The version of the notice agreed to.' }) @MaxLength(24) consentVersion?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(64) clientKey?: string | null
}

/** What makes a volunteer active. What is recorded already need not be said again. */
@InputType()
export class ActivateVolunteerInput {
  @Field(() => Boolean, { nullable: true, description: 'That the identity was checked against the document.' }) identityChecked?: boolean | null
  @Field(() => ID, { nullable: true, description: 'The home team, confirmed with this.' }) teamId?: string | null
  @Field(() => String, { nullable: true, description: 'The version of the notice agreed to.' }) @MaxLength(24) consentVersion?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(64) clientKey?: string | null
}

@InputType()
export class VolunteerFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => String, { nullable: true, description: 'Name, pinyin, initials, the end of a number, or the volunteer number.' }) @MaxLength(50) q?: string | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => ID, { nullable: true }) teamId?: string | null
  @Field(() => [VolunteerState], { nullable: true }) state?: VolunteerState[] | null
  @Field(() => [Skill], { nullable: true, description: 'Any of them.' }) skills?: Skill[] | null
  @Field(() => [Language], { nullable: true, description: 'Any of them.' }) languages?: Language[] | null
  @Field(() => [VolunteerCategory], { nullable: true }) category?: VolunteerCategory[] | null
  @Field(() => [VolunteerSource], { nullable: true }) source?: VolunteerSource[] | null
  @Field(() => ID, { nullable: true }) personId?: string | null
  @Field(() => Boolean, { nullable: true }) isVeteran?: boolean | null
  @Field(() => [Int], { nullable: true, description: 'With any of these numbers of stars; 0 is without.' }) stars?: number[] | null
  @Field(() => Boolean, { nullable: true, description: 'Members of the Party, those on probation among them.' }) partyMember?: boolean | null
  @Field(() => Sex, { nullable: true }) sex?: Sex | null
  @Field(() => Int, { nullable: true, description: 'By the year of birth.' }) @Min(0) @Max(150) ageFrom?: number | null
  @Field(() => Int, { nullable: true, description: 'By the year of birth.' }) @Min(0) @Max(150) ageTo?: number | null
  @Field(() => String, { nullable: true, description: 'GB/T 3304.' }) @MaxLength(2) ethnicCode?: string | null
  @Field(() => Boolean, { nullable: true, description: 'Whether the volunteer has a number on the banner’s platform.' }) onPlatform?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Whether the volunteer has a home team.' }) inTeam?: boolean | null
  @Field(() => Day, { nullable: true }) activeSinceFrom?: string | null
  @Field(() => Day, { nullable: true }) activeSinceTo?: string | null
  @Field(() => Day, { nullable: true, description: 'Who has a confirmed hour on or after this day.' }) servedSince?: string | null
  @Field(() => Int, { nullable: true, description: 'Live pairings of theirs, at least.' }) loadFrom?: number | null
  @Field(() => Int, { nullable: true }) loadTo?: number | null
}

export enum VolunteerSortField {
  NAME = 'NAME',
  VOLUNTEER_NO = 'VOLUNTEER_NO',
  LOAD = 'LOAD',
  TOTAL_MINUTES = 'TOTAL_MINUTES',
  CREATED_AT = 'CREATED_AT',
}
registerEnumType(VolunteerSortField, { name: 'VolunteerSortField' })

@InputType()
export class VolunteerSort {
  @Field(() => VolunteerSortField) field: VolunteerSortField
  @Field(() => Order) order: Order
}

/** Which memberships are asked for. */
@InputType()
export class MembershipFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => ID, { nullable: true }) teamId?: string | null
  @Field(() => ID, { nullable: true }) volunteerId?: string | null
  @Field(() => [MembershipState], { nullable: true }) state?: MembershipState[] | null
  @Field(() => [MembershipKind], { nullable: true }) kind?: MembershipKind[] | null
  @Field(() => Boolean, { nullable: true, description: 'Only requests that you may answer.' }) toAnswer?: boolean | null
}
