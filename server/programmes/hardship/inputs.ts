import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql'
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsNotEmpty, IsOptional, Max, MaxLength, Min, ValidateNested } from '../../kernel/inputRules'
import { Order } from '../../kernel/lists'
import { Day, Decimal, RegionCode } from '../../kernel/scalars'
import { CaseCategory, CaseCause, CaseCloseReason, CaseColour, CaseState, CaseTag, ClueSource, ExclusionKind, HardshipKind } from './enums'

@InputType()
export class Sent {
  @Field(() => String, { nullable: true, description: 'Sent again with the same key, the act happens once.' }) @IsOptional() @MaxLength(64) clientKey?: string | null
}

/** What whoever noticed something says. */
@InputType()
export class ClueInput extends Sent {
  @Field(() => ID, { nullable: true, description: 'The person of the registry, where it is known.' }) personId?: string | null
  @Field(() => String, { nullable: true, description: 'Else the name, as it was heard.' }) @IsOptional() @MaxLength(50) name?: string | null
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(20) phone?: string | null
  @Field(() => RegionCode, { nullable: true, description: 'Where; the person’s residence where it is not said.' }) regionCode?: string | null
  @Field(() => ClueSource) source: ClueSource
  @Field(() => ID, { nullable: true, description: 'The visit or the need that it is drawn from, for VISIT and NEED: it tells of whom, where and what. Of one record one clue is made.' }) sourceId?: string | null
  @Field(() => CaseCause, { nullable: true }) cause?: CaseCause | null
  @Field(() => String, { nullable: true, description: 'What was noticed; may be left out where the record tells it.' }) @IsOptional() @MaxLength(1000) text?: string | null
  @Field(() => Boolean, { defaultValue: false }) urgent: boolean
}

/** Who applies, in what hardship, and why. */
@InputType()
export class CaseInput extends Sent {
  @Field(() => ID, { nullable: true, description: 'The person of the registry; may be left out where the clue names one.' }) personId?: string | null
  @Field(() => CaseCategory) category: CaseCategory
  @Field(() => [CaseTag], { defaultValue: [] }) @ArrayUnique() tags: CaseTag[]
  @Field(() => [HardshipKind]) @ArrayMinSize(1) @ArrayUnique() kinds: HardshipKind[]
  @Field(() => CaseCause) cause: CaseCause
  @Field() @IsNotEmpty() @MaxLength(1000) causeText: string
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(1000) wishes?: string | null
  @Field(() => Day, { nullable: true }) eventOn?: string | null
  @Field(() => Boolean, { defaultValue: false }) urgent: boolean
  @Field(() => CaseColour) colour: CaseColour
  @Field(() => ClueSource, { defaultValue: ClueSource.PERSON, description: 'Counts where there was no clue.' }) source: ClueSource
  @Field(() => String, { nullable: true, description: 'Who applies for somebody who cannot.' }) @IsOptional() @MaxLength(50) agentName?: string | null
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(20) agentRelation?: string | null
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(20) agentPhone?: string | null
  @Field(() => ID, { nullable: true, description: 'Who has it in hand from now on; whoever registers it where it is not said.' }) ownerId?: string | null
}

@InputType()
export class ExclusionRuleInput {
  @Field(() => ExclusionKind) kind: ExclusionKind
  @Field() @IsNotEmpty() @MaxLength(300) basis: string
  @Field(() => Int) @Min(1) @Max(240) months: number
}

@InputType()
export class HelpPolicyInput extends Sent {
  @Field() @IsNotEmpty() @MaxLength(100) name: string
  @Field() @IsNotEmpty() @MaxLength(500) basis: string
  @Field(() => Day) validFrom: string
  @Field(() => [HardshipKind]) @ArrayMinSize(1) @ArrayUnique() kinds: HardshipKind[]
  @Field(() => [ExclusionRuleInput]) @ArrayMaxSize(20) @ValidateNested({ each: true }) exclusions: ExclusionRuleInput[]
  @Field(() => Decimal) urgentLimit: string
  @Field(() => Decimal) secondApprovalAbove: string
  @Field(() => Decimal, { nullable: true }) mostAmount?: string | null
  @Field(() => Int) @Min(1) @Max(30) clueDays: number
  @Field(() => Int) @Min(1) @Max(30) registeredDays: number
  @Field(() => Int) @Min(1) @Max(90) investigatingDays: number
  @Field(() => Int) @Min(1) @Max(60) noticeDays: number
  @Field(() => Int) @Min(1) @Max(60) townshipDays: number
  @Field(() => Int) @Min(1) @Max(60) countyDays: number
  @Field(() => Int) @Min(1) @Max(60) decisionDays: number
  @Field(() => Int) @Min(1) @Max(60) deliveryDays: number
  @Field(() => Int) @Min(1) @Max(60) planDays: number
  @Field(() => Int) @Min(1) @Max(90) helpDays: number
  @Field(() => Int) @Min(1) @Max(90) returnedDays: number
  @Field(() => Int) @Min(1) @Max(60) papersDays: number
  @Field(() => Int) @Min(1) @Max(60) objectionDays: number
  @Field(() => Int) @Min(1) @Max(365) objectWithinDays: number
  @Field(() => Int) @Min(1) @Max(365) firstFollowUpDays: number
  @Field(() => Int) @Min(1) @Max(730) secondFollowUpDays: number
  @Field(() => Int) @Min(1) @Max(90) redContactDays: number
  @Field(() => Int) @Min(1) @Max(180) nothingGivenDays: number
  @Field(() => Int) @Min(1) @Max(240) repeatMonths: number
  @Field(() => Int) @Min(10) @Max(99) yellowPercent: number
}

@InputType()
export class HardshipCaseFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => String, { nullable: true, description: 'The person’s name, in characters or pinyin, or the case’s number.' }) @IsOptional() @MaxLength(50) q?: string | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => [CaseState], { nullable: true }) state?: CaseState[] | null
  @Field(() => [HardshipKind], { nullable: true }) kinds?: HardshipKind[] | null
  @Field(() => [CaseCause], { nullable: true }) cause?: CaseCause[] | null
  @Field(() => [CaseCategory], { nullable: true }) category?: CaseCategory[] | null
  @Field(() => [CaseColour], { nullable: true }) colour?: CaseColour[] | null
  @Field(() => [ClueSource], { nullable: true }) source?: ClueSource[] | null
  @Field(() => ID, { nullable: true }) personId?: string | null
  @Field(() => ID, { nullable: true, description: 'The account that has it in hand, or stands in.' }) assigneeId?: string | null
  @Field(() => Boolean, { nullable: true, description: 'In hand with whoever asks: as owner, stand-in or investigator, or a transfer waits for them.' }) mine?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'In nobody’s hand: a clue, or its owner’s account is closed and nobody stands in.' }) unowned?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'The state’s clock has run out.' }) overdue?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Not overdue, but yellow.' }) dueSoon?: boolean | null
  @Field(() => Boolean, { nullable: true }) urgent?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'The township may review it: its notice is over, or there is none.' }) toReview?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'An objection is to be answered.' }) toAnswer?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'A transfer waits for whoever asks.' }) transferWaits?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Neither closed nor a clue.' }) open?: boolean | null
  @Field(() => Day, { nullable: true, description: 'Reported on that day or later.' }) openedFrom?: string | null
  @Field(() => Day, { nullable: true }) openedTo?: string | null
  @Field(() => Boolean, { nullable: true, description: 'Taken up as a case, or a mere clue.' }) registered?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'A step took longer than its clock, or does so now.' }) late?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Some help has come.' }) helped?: boolean | null
  @Field(() => Day, { nullable: true, description: 'Help came on that day or later.' }) givenOnFrom?: string | null
  @Field(() => Day, { nullable: true }) givenOnTo?: string | null
  @Field(() => Boolean, { nullable: true, description: 'The same person had a case for the same cause before.' }) repeat?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Somebody objected to its notice or its decision.' }) objected?: boolean | null
  @Field(() => [CaseCloseReason], { nullable: true }) closeReason?: CaseCloseReason[] | null
  @Field(() => Day, { nullable: true }) closedOnFrom?: string | null
  @Field(() => Day, { nullable: true }) closedOnTo?: string | null
  @Field(() => Day, { nullable: true }) dueOnFrom?: string | null
  @Field(() => Day, { nullable: true }) dueOnTo?: string | null
  @Field(() => Day, { nullable: true }) decidedOnFrom?: string | null
  @Field(() => Day, { nullable: true }) decidedOnTo?: string | null
}

export enum HardshipCaseSortField {
  DUE_ON = 'DUE_ON',
  REPORTED_ON = 'REPORTED_ON',
  STATE_SINCE = 'STATE_SINCE',
  DECIDED_ON = 'DECIDED_ON',
  NUMBER = 'NUMBER',
}
registerEnumType(HardshipCaseSortField, { name: 'HardshipCaseSortField' })

@InputType()
export class HardshipCaseSort {
  @Field(() => HardshipCaseSortField) field: HardshipCaseSortField
  @Field(() => Order) order: Order
}
