import { Field, Int, ObjectType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Day } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'
import { ChecklistKind } from './enums'

/** An item of a checklist, with the points that it may bring. Part of a rule's version. */
@ObjectType({ description: 'An item of a checklist, with the points that it may bring.' })
@Table('post_checklist_items')
@Within({ part: 'ruleId' })
@Index(['ruleId', 'kind', 'sort'])
export class ChecklistItem extends Entity {
  @Stored.ref()
  ruleId: string

  @Field(() => ChecklistKind)
  @Stored.code(24)
  kind: ChecklistKind

  @Field()
  @Stored.text(120)
  nameZh: string

  @Field()
  @Stored.text(160)
  nameEn: string

  @Field(() => Int, { description: 'The most that it may bring.' })
  @Stored.whole()
  points: number

  @Field(() => Int)
  @Stored.whole()
  sort: number
}

/**
 * The rules of posts as they hold over a span of days. A version is never edited: a change is a new version, and an application keeps the
 * one that it was submitted under. Days are days of the calendar where nothing else is said.
 */
@ObjectType({ description: 'The rules of posts as they hold over a span of days. A post is checked and granted by the version that it was submitted under.' })
@Table('post_rules')
@Within('everyone')
export class PostRule extends Entity {
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

  @Field(() => Int, { description: 'Points of the site check that are needed.' }) @Stored.whole() checkPassMark: number
  @Field(() => Int, { description: 'Points of a review from which a post passes.' }) @Stored.whole() reviewPassMark: number
  @Field(() => Int, { description: 'Points of a review from which a post rectifies; below it fails.' }) @Stored.whole() reviewRectifyMark: number
  @Field(() => Int, { description: 'Days of the public notice.' }) @Stored.whole() noticeDays: number
  @Field(() => Int, { description: 'Months that a grant holds.' }) @Stored.whole() termMonths: number
  @Field(() => Int, { description: 'The month of the year in which the annual review is held.' }) @Stored.whole() reviewMonth: number
  @Field(() => Int, { description: 'A post is reviewed in a year in which it has been granted for so many months by the day the reviews are due.' }) @Stored.whole() reviewAfterMonths: number
  @Field(() => Int, { description: 'Days before a review is due when it is first reminded of.' }) @Stored.whole() remindEarlyDays: number
  @Field(() => Int, { description: 'Days before a review is due when it is reminded of again.' }) @Stored.whole() remindLateDays: number
  @Field(() => Int, { description: 'Days to rectify.' }) @Stored.whole() rectifyDays: number
  @Field(() => Int, { description: 'Days before its end when a grant is reported, and from which it may be renewed.' }) @Stored.whole() expiryDays: number
  @Field(() => Int, { description: 'Months without a log after which a post is reported.' }) @Stored.whole() logMonths: number
  @Field(() => Int, { description: 'Days within which a plaque comes back.' }) @Stored.whole() plaqueDays: number
  @Field(() => Int, { description: 'Working days within which what the public says is answered.' }) @Stored.whole() feedbackDays: number

  /** Whether it holds on a day. */
  holdsOn(day: string): boolean {
    return this.validFrom <= day && (this.validTo === null || day <= this.validTo)
  }
}
