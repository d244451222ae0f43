import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql'
import { Max, MaxLength, Min } from '../../kernel/inputRules'
import { Order } from '../../kernel/lists'
import { Day, RegionCode } from '../../kernel/scalars'
import { PersonState, Sex } from './Person'

/** What is known of somebody. Null clears, absence leaves. */
@InputType()
export class PersonChange {
  @Field(() => String, { nullable: true }) @MaxLength(50) name?: string | null
  @Field(() => Sex, { nullable: true }) sex?: Sex | null
  @Field(() => Day, { nullable: true, description: 'Needed only without a resident ID number.' }) birthDate?: string | null
  @Field(() => String, { nullable: true, description: 'Resident ID number, 18 characters.' }) @MaxLength(40) idCard?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(40) phone?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(120) address?: string | null
  @Field(() => String, { nullable: true, description: 'GB/T 3304.' }) @MaxLength(2) ethnicCode?: string | null
  @Field(() => String, { nullable: true, description: 'GB/T 4762.' }) @MaxLength(2) politicalCode?: string | null
  @Field(() => RegionCode, { nullable: true, description: 'The village of residence, or the township.' }) regionCode?: string | null
  @Field(() => Boolean, { nullable: true }) isVeteran?: boolean | null
  @Field(() => String, { nullable: true, description: 'YYYY-MM, never more.' }) @MaxLength(7) enlistedMonth?: string | null
  @Field(() => String, { nullable: true, description: 'YYYY-MM, never more.' }) @MaxLength(7) dischargedMonth?: string | null
  @Field(() => Boolean, { nullable: true }) servedInCombat?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'That the identity was checked against the document.' }) verified?: boolean | null
}

/** Somebody new to the registry. */
@InputType()
export class PersonInput extends PersonChange {
  @Field() @MaxLength(50) declare name: string
  @Field(() => RegionCode, { description: 'The village of residence, or the township.' }) declare regionCode: string
  @Field(() => String, { nullable: true }) @MaxLength(64) clientKey?: string | null
}

/** By what duplicates are looked for. */
@InputType()
export class DuplicatesInput {
  @Field(() => String, { nullable: true }) @MaxLength(50) name?: string | null
  @Field(() => Day, { nullable: true }) birthDate?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(40) idCard?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(40) phone?: string | null
  @Field(() => RegionCode, { nullable: true }) regionCode?: string | null
  @Field(() => ID, { nullable: true, description: 'The record in hand, which is no duplicate of itself.' }) exceptId?: string | null
}

@InputType()
export class PersonFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => String, { nullable: true, description: 'Name, pinyin, initials, or the last four characters of telephone or resident ID number.' }) @MaxLength(50) q?: string | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => [PersonState], { nullable: true, description: 'Without it, merged records are left out.' }) state?: PersonState[] | null
  @Field(() => Boolean, { nullable: true }) isVeteran?: boolean | null
  @Field(() => Sex, { nullable: true }) sex?: Sex | null
  @Field(() => String, { nullable: true }) @MaxLength(2) ethnicCode?: string | null
  @Field(() => String, { nullable: true, description: 'The whole number.' }) @MaxLength(40) idCard?: string | null
  @Field(() => String, { nullable: true, description: 'The whole number.' }) @MaxLength(40) phone?: string | null
  @Field(() => Int, { nullable: true }) @Min(1880) @Max(2200) birthYearFrom?: number | null
  @Field(() => Int, { nullable: true }) @Min(1880) @Max(2200) birthYearTo?: number | null
}

export enum PersonSortField {
  NAME = 'NAME',
  BIRTH_YEAR = 'BIRTH_YEAR',
  CREATED_AT = 'CREATED_AT',
}
registerEnumType(PersonSortField, { name: 'PersonSortField' })

@InputType()
export class PersonSort {
  @Field(() => PersonSortField) field: PersonSortField
  @Field(() => Order) order: Order
}

/** Which two records are one person, and why. */
@InputType()
export class MergeInput {
  @Field(() => ID, { description: 'The record that becomes an alias.' }) fromId: string
  @Field(() => ID, { description: 'The record that remains.' }) intoId: string
  @Field() @MaxLength(200) reason: string
  @Field(() => String, { nullable: true }) @MaxLength(64) clientKey?: string | null
}
