import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Day } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'
import { RECORD_REACH, VolunteerRecord } from './VolunteerRecord'

/** A licence or certificate of a profession, such as a medic's: some tasks ask for one (art. 16). */
@ObjectType({ description: 'A licence or certificate of a profession.' })
@Table('qualifications')
@Within(RECORD_REACH)
@Index(['volunteerId', 'id'])
@Index(['credentialId'])
@Index(['validUntil'])
export class Qualification extends VolunteerRecord {
  @Field(() => ID, { nullable: true, description: 'Which of the catalogue it is.' }) @Stored.ref({ nullable: true }) credentialId: string | null = null
  @Field() @Stored.text(80) title: string
  @Field(() => String, { nullable: true }) @Stored.text(60, { nullable: true }) certificateNo: string | null
  @Field(() => String, { nullable: true }) @Stored.text(80, { nullable: true }) issuer: string | null
  @Field(() => Day, { nullable: true }) @Stored.day({ nullable: true }) issuedOn: string | null
  @Field(() => Day, { nullable: true, description: 'The last day it holds; null is without end.' }) @Stored.day({ nullable: true }) validUntil: string | null
}

/** An accident insurance: nobody serves where it is dangerous without one (art. 17). */
@ObjectType({ description: 'An accident insurance of a volunteer.' })
@Table('insurances')
@Within(RECORD_REACH)
@Index(['volunteerId', 'toOn'])
@Index(['toOn'])
export class Insurance extends VolunteerRecord {
  @Field() @Stored.text(80) company: string
  @Field() @Stored.text(60) policyNo: string
  @Field(() => Day) @Stored.day() fromOn: string
  @Field(() => Day, { description: 'The last day covered.' }) @Stored.day() toOn: string
}

/** A course that a volunteer has taken. */
@ObjectType({ description: 'A course that a volunteer has taken.' })
@Table('trainings')
@Within(RECORD_REACH)
@Index(['volunteerId', 'id'])
@Index(['credentialId'])
export class Training extends VolunteerRecord {
  @Field(() => ID, { nullable: true, description: 'Which of the catalogue it is.' }) @Stored.ref({ nullable: true }) credentialId: string | null = null
  @Field() @Stored.text(120) course: string
  @Field(() => Day) @Stored.day() heldOn: string
  @Field(() => Int, { description: 'Hours of teaching; they are no hours of service.' }) @Stored.whole() hours: number
  @Field(() => Day, { nullable: true, description: 'The last day it holds; null is without end.' }) @Stored.day({ nullable: true }) validUntil: string | null
}

/** A commendation. */
@ObjectType({ description: 'A commendation of a volunteer.' })
@Table('awards')
@Within(RECORD_REACH)
@Index(['volunteerId', 'id'])
export class Award extends VolunteerRecord {
  @Field() @Stored.text(120) title: string
  @Field() @Stored.text(80) issuer: string
  @Field(() => Day) @Stored.day() awardedOn: string
}

/** What was thought of a volunteer's service, from 1 to 5. */
@ObjectType({ description: 'What was thought of a volunteer’s service, from 1 to 5.' })
@Table('evaluations')
@Within(RECORD_REACH)
@Index(['volunteerId', 'id'])
export class Evaluation extends VolunteerRecord {
  @Field(() => Day) @Stored.day() evaluatedOn: string
  @Field(() => Int) @Stored.whole() rating: number
  @Field(() => String, { nullable: true }) @Stored.text(300, { nullable: true }) note: string | null
}
