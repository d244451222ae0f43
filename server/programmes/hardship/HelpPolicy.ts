import { Field, Int, ObjectType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Day, Decimal } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'
import { ExclusionKind, HardshipKind } from './enums'

/** Why somebody gets no help, and by which rule. Part of a policy's version. */
@ObjectType({ description: 'Why somebody gets no help, and by which rule.' })
@Table('exclusion_rules')
@Within({ part: 'policyId' })
@Index(['policyId'])
export class ExclusionRule extends Entity {
  @Stored.ref()
  policyId: string

  @Field(() => ExclusionKind)
  @Stored.code(24)
  kind: ExclusionKind

  @Field({ description: 'The rule that it rests on.' })
  @Stored.text(300)
  basis: string

  @Field(() => Int, { description: 'How many months back it counts.' })
  @Stored.whole()
  months: number
}

/**
 * The rules of help as they hold over a span of days. A version is never edited once a case began under it: a change is a new version,
 * and an open case keeps the one that it began under. Days are working days where nothing else is said.
 */
@ObjectType({ description: 'The rules of help as they hold over a span of days. An open case keeps the version that it began under.' })
@Table('help_policies')
@Within('everyone')
export class HelpPolicy extends Entity {
  @Field()
  @Stored.text(100)
  name: string

  @Field({ description: 'The documents that it rests on.' })
  @Stored.text(500)
  basis: string

  @Field(() => Day)
  @Index({ unique: true })
  @Stored.day()
  validFrom: string

  @Field(() => Day, { nullable: true, description: 'The day before the next version; null while there is none.' })
  @Stored.day({ nullable: true })
  validTo: string | null

  @Field(() => [HardshipKind], { description: 'The kinds of hardship that are helped.' })
  @Stored.codes(120)
  kinds: HardshipKind[]

  @Field(() => Decimal, { description: 'Most that may be given before the decision.' })
  @Stored.money()
  urgentLimit: string

  @Field(() => Decimal, { description: 'Above this, a second person approves a measure.' })
  @Stored.money()
  secondApprovalAbove: string

  @Field(() => Decimal, { nullable: true, description: 'Most that one case may be given; null is no limit.' })
  @Stored.money({ nullable: true })
  mostAmount: string | null

  @Field(() => Int, { description: 'Until a clue is registered or dismissed.' }) @Stored.whole() clueDays: number
  @Field(() => Int, { description: 'Until the investigation begins.' }) @Stored.whole() registeredDays: number
  @Field(() => Int, { description: 'For the investigation.' }) @Stored.whole() investigatingDays: number
  @Field(() => Int, { description: 'Days of the village notice, counted by the calendar.' }) @Stored.whole() noticeDays: number
  @Field(() => Int, { description: 'From the notice’s end to the township’s review.' }) @Stored.whole() townshipDays: number
  @Field(() => Int, { description: 'For the county’s check.' }) @Stored.whole() countyDays: number
  @Field(() => Int, { description: 'For the decision.' }) @Stored.whole() decisionDays: number
  @Field(() => Int, { description: 'Until a refusal is delivered.' }) @Stored.whole() deliveryDays: number
  @Field(() => Int, { description: 'From the approval to the plan.' }) @Stored.whole() planDays: number
  @Field(() => Int, { description: 'From the plan to the first help.' }) @Stored.whole() helpDays: number
  @Field(() => Int, { description: 'Until what was missing is there.' }) @Stored.whole() returnedDays: number
  @Field(() => Int, { description: 'Until the papers of urgent help are complete.' }) @Stored.whole() papersDays: number
  @Field(() => Int, { description: 'Until an objection is answered.' }) @Stored.whole() objectionDays: number
  @Field(() => Int, { description: 'Days after delivery, by the calendar, in which a decision may be objected to.' }) @Stored.whole() objectWithinDays: number
  @Field(() => Int, { description: 'Days, by the calendar, to the first follow-up.' }) @Stored.whole() firstFollowUpDays: number
  @Field(() => Int, { description: 'Days, by the calendar, to the second follow-up.' }) @Stored.whole() secondFollowUpDays: number
  @Field(() => Int, { description: 'Days, by the calendar, that a red case may be without contact.' }) @Stored.whole() redContactDays: number
  @Field(() => Int, { description: 'Days, by the calendar, after which an approval without any help is reported.' }) @Stored.whole() nothingGivenDays: number
  @Field(() => Int, { description: 'Months within which help for the same cause counts as a second help.' }) @Stored.whole() repeatMonths: number
  @Field(() => Int, { description: 'From which part of a clock on it is yellow.' }) @Stored.whole() yellowPercent: number

  /** Whether it holds on a day. */
  holdsOn(day: string): boolean {
    return this.validFrom <= day && (this.validTo === null || day <= this.validTo)
  }
}
