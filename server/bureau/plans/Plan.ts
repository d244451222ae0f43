import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Day } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'

/** The bureau's plan for the volunteers of a year: what is to be reached, and by when. */
@ObjectType({ description: 'The bureau’s plan for the volunteers of a year.' })
@Table('plans')
@Within('everyone')
export class Plan extends Entity {
  @Field(() => Int)
  @Index({ unique: true })
  @Stored.whole()
  year: number

  @Field()
  @Stored.text(120)
  title: string

  @Field(() => String, { nullable: true, description: 'The number of the document.' })
  @Stored.text(60, { nullable: true })
  documentNo: string | null

  @Field(() => Day)
  @Stored.day()
  issuedOn: string

  @Field(() => Day, { description: 'By when the townships report.' })
  @Stored.day()
  reportDueOn: string

  @Field(() => Int, { description: 'Activities that each team holds in a month.' })
  @Stored.whole()
  activitiesMonthly: number

  @Field(() => Int, { description: 'The fewest members of a team.' })
  @Stored.whole()
  teamMinimum: number

  @Field(() => Int, { description: 'The fewest veterans of a squad.' })
  @Stored.whole()
  squadVeterans: number
}

/** What a plan counts. */
export enum TargetSubject {
  BANNER_TEAMS = 'BANNER_TEAMS',
  TOWNSHIP_TEAMS = 'TOWNSHIP_TEAMS',
  VILLAGE_TEAMS = 'VILLAGE_TEAMS',
  SQUADS = 'SQUADS',
}
registerEnumType(TargetSubject, { name: 'TargetSubject' })

/** A number that a plan sets, with its day. */
@ObjectType({ description: 'A number that a plan sets, with its day.' })
@Table('plan_targets')
@Within({ part: 'planId' })
@Index(['planId', 'subject'], { unique: true })
export class PlanTarget extends Entity {
  @Field(() => ID)
  @Stored.ref()
  planId: string

  @Field(() => TargetSubject)
  @Stored.code(24)
  subject: TargetSubject

  @Field(() => Int)
  @Stored.whole()
  number: number

  @Field(() => Day, { nullable: true, description: 'By when; null is an aim without a day.' })
  @Stored.day({ nullable: true })
  dueOn: string | null
}
