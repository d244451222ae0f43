import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql'
import { ArrayMaxSize, ArrayNotEmpty, IsNotEmpty, IsOptional, Matches, Max, MaxLength, Min, ValidateNested } from '../../kernel/inputRules'
import { Order } from '../../kernel/lists'
import { Day, RegionCode } from '../../kernel/scalars'
import { EmployerKind } from '../../people/employers/Employer'
import { PostHolderRole, PostObjectionState, PostPlaceKind, PostPromise, PostState } from './enums'

/** A veteran at a post. */
@InputType()
export class PostHolderInput {
  @Field(() => ID, { description: 'A veteran who works for the employer now.' }) personId: string
  @Field(() => PostHolderRole) role: PostHolderRole
}

/** What may be changed of a post. Null clears, absence leaves; once the plaque hangs, title and place stay. */
@InputType()
export class PostChange {
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(80) title?: string | null
  @Field(() => PostPlaceKind, { nullable: true }) placeKind?: PostPlaceKind | null
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(120) place?: string | null
  @Field(() => [PostPromise], { nullable: true }) @IsOptional() @ArrayMaxSize(6) promises?: PostPromise[] | null
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(500) pledge?: string | null
  @Field(() => [String], { nullable: true, description: 'Codes of the programme’s catalogue.' }) @IsOptional() @ArrayMaxSize(10) services?: string[] | null
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(500) serviceNote?: string | null
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(120) openingHours?: string | null
}

/** An application for a post: a draft, or submitted at once. */
@InputType()
export class PostInput extends PostChange {
  @Field(() => ID) employerId: string
  @Field() @IsNotEmpty() @MaxLength(80) declare title: string
  @Field(() => PostPlaceKind) declare placeKind: PostPlaceKind
  @Field() @IsNotEmpty() @MaxLength(120) declare place: string
  @Field(() => [PostHolderInput], { defaultValue: [] }) @ArrayMaxSize(20) @ValidateNested() holders: PostHolderInput[]
  @Field(() => Boolean, { defaultValue: false, description: 'Whether it is submitted at once.' }) submit: boolean = false
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(64) clientKey?: string | null
}

/** What an item of a checklist was found worth. */
@InputType()
export class PostScoreInput {
  @Field(() => ID) itemId: string
  @Field(() => Int) @Min(0) @Max(1000) points: number
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(200) note?: string | null
}

/** A site check: every item of the checklist once. */
@InputType()
export class SiteCheckInput {
  @Field(() => Day) checkedOn: string
  @Field(() => ID, { description: 'The account of the second person.' }) secondCheckerId: string
  @Field(() => [PostScoreInput]) @ArrayNotEmpty() @ArrayMaxSize(40) @ValidateNested() scores: PostScoreInput[]
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(1000) findings?: string | null
  @Field(() => [ID], { defaultValue: [] }) @ArrayMaxSize(9) photoIds: string[]
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(64) clientKey?: string | null
}

/** What somebody has against a post. */
@InputType()
export class PostObjectionInput {
  @Field() @IsNotEmpty() @MaxLength(1000) text: string
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(50) objectorName?: string | null
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(40) objectorPhone?: string | null
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(64) clientKey?: string | null
}

/** An item of a checklist. */
@InputType()
export class ChecklistItemInput {
  @Field() @IsNotEmpty() @MaxLength(120) nameZh: string
  @Field() @IsNotEmpty() @MaxLength(160) nameEn: string
  @Field(() => Int) @Min(1) @Max(1000) points: number
}

/** A new version of the rules of posts. */
@InputType()
export class PostRuleInput {
  @Field() @IsNotEmpty() @MaxLength(100) name: string
  @Field() @IsNotEmpty() @MaxLength(500) basis: string
  @Field(() => Day, { description: 'From today or later, after every other version.' }) validFrom: string
  @Field(() => Int) @Min(1) @Max(1000) checkPassMark: number
  @Field(() => Int) @Min(1) @Max(1000) reviewPassMark: number
  @Field(() => Int) @Min(0) @Max(1000) reviewRectifyMark: number
  @Field(() => Int) @Min(1) @Max(60) noticeDays: number
  @Field(() => Int) @Min(1) @Max(120) termMonths: number
  @Field(() => Int) @Min(1) @Max(12) reviewMonth: number
  @Field(() => Int) @Min(0) @Max(24) reviewAfterMonths: number
  @Field(() => Int) @Min(1) @Max(180) remindEarlyDays: number
  @Field(() => Int) @Min(0) @Max(60) remindLateDays: number
  @Field(() => Int) @Min(1) @Max(365) rectifyDays: number
  @Field(() => Int) @Min(1) @Max(365) expiryDays: number
  @Field(() => Int) @Min(1) @Max(24) logMonths: number
  @Field(() => Int) @Min(1) @Max(180) plaqueDays: number
  @Field(() => Int) @Min(1) @Max(60) feedbackDays: number
  @Field(() => [ChecklistItemInput]) @ArrayNotEmpty() @ArrayMaxSize(40) @ValidateNested() siteCheck: ChecklistItemInput[]
  @Field(() => [ChecklistItemInput]) @ArrayNotEmpty() @ArrayMaxSize(40) @ValidateNested() review: ChecklistItemInput[]
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(64) clientKey?: string | null
}

@InputType()
export class PioneerPostFilter {
  @Field(() => [ID], { nullable: true }) @IsOptional() @ArrayMaxSize(100) ids?: string[] | null
  @Field(() => String, { nullable: true, description: 'Part of the title, the place, the number, the plaque’s number, or the employer’s name.' }) @IsOptional() @MaxLength(50) q?: string | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => [PostState], { nullable: true }) state?: PostState[] | null
  @Field(() => ID, { nullable: true }) employerId?: string | null
  @Field(() => [EmployerKind], { nullable: true }) employerKind?: EmployerKind[] | null
  @Field(() => [PostPlaceKind], { nullable: true }) placeKind?: PostPlaceKind[] | null
  @Field(() => [String], { nullable: true, description: 'Any of these services.' }) @IsOptional() @MaxLength(30, { each: true }) services?: string[] | null
  @Field(() => ID, { nullable: true, description: 'Posts at which this person is now.' }) personId?: string | null
  @Field(() => Day, { nullable: true }) grantedOnFrom?: string | null
  @Field(() => Day, { nullable: true }) grantedOnTo?: string | null
  @Field(() => Day, { nullable: true }) endedOnFrom?: string | null
  @Field(() => Day, { nullable: true }) endedOnTo?: string | null
  @Field(() => Day, { nullable: true }) validToFrom?: string | null
  @Field(() => Day, { nullable: true }) validToTo?: string | null
  @Field(() => Boolean, { nullable: true, description: 'Only those whose review waits to be held, or only the others.' }) reviewDue?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Only those under a plaque without a log for longer than the rules allow.' }) quiet?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Only those under a plaque without anybody who holds them.' }) holderless?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Only those whose plaque should come back.' }) plaqueOut?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Only those with an objection that waits for its answer.' }) objected?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Only those whose notice is over and that nobody has decided on.' }) noticeOver?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Only those whose grant ends within the time that the rules report it.' }) ending?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Only those of which it is proposed to take the plaque back.' }) revokeProposed?: boolean | null
}

export enum PioneerPostSortField {
  NUMBER = 'NUMBER',
  APPLIED_ON = 'APPLIED_ON',
  GRANTED_ON = 'GRANTED_ON',
  VALID_TO = 'VALID_TO',
  LAST_LOGGED_ON = 'LAST_LOGGED_ON',
}
registerEnumType(PioneerPostSortField, { name: 'PioneerPostSortField' })

@InputType()
export class PioneerPostSort {
  @Field(() => PioneerPostSortField) field: PioneerPostSortField
  @Field(() => Order) order: Order
}

@InputType()
export class PostObjectionFilter {
  @Field(() => [ID], { nullable: true }) @IsOptional() @ArrayMaxSize(100) ids?: string[] | null
  @Field(() => ID, { nullable: true }) postId?: string | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => [PostObjectionState], { nullable: true }) state?: PostObjectionState[] | null
}

/** What anybody may ask the posts by. */
@InputType()
export class PublicPostFilter {
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => [String], { nullable: true, description: 'Any of these services.' }) @IsOptional() @ArrayMaxSize(10) @Matches(/^[A-Z_]{1,30}$/, { each: true }) services?: string[] | null
  @Field(() => [PostPlaceKind], { nullable: true }) placeKind?: PostPlaceKind[] | null
  @Field(() => String, { nullable: true, description: 'Part of the title, the place or the employer’s name.' }) @IsOptional() @MaxLength(40) q?: string | null
}
