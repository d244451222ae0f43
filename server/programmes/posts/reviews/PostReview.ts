import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../../kernel/access'
import { Entity } from '../../../kernel/entity'
import { Day } from '../../../kernel/scalars'
import { Stored } from '../../../kernel/stored'

export enum ReviewState {
  DUE = 'DUE',
  DONE = 'DONE',
  CANCELLED = 'CANCELLED',
}
registerEnumType(ReviewState, { name: 'ReviewState', description: '待年审、已年审、不再年审' })

export enum ReviewResult {
  PASS = 'PASS',
  RECTIFY = 'RECTIFY',
  FAIL = 'FAIL',
}
registerEnumType(ReviewResult, { name: 'ReviewResult', description: '合格、限期整改、不合格' })

/** A post's review of a year: there is one. */
@ObjectType({ description: 'A post’s review of a year: there is one.' })
@Table('post_reviews')
@Within({ region: 'regionCode', self: 'it.employerId = :employer' })
@Index(['postId', 'year'], { unique: true })
@Index(['roundId', 'state'])
@Index(['regionCode', 'state', 'dueOn'])
@Index(['reviewerId', 'state'])
export class PostReview extends Entity {
  @Field(() => ID)
  @Stored.ref()
  postId: string

  @Field(() => ID)
  @Stored.ref()
  employerId: string

  @Stored.region()
  regionCode: string

  @Stored.ref()
  roundId: string

  @Field(() => Int)
  @Stored.whole()
  year: number

  @Stored.ref()
  ruleId: string

  @Field(() => ReviewState)
  @Stored.code(24)
  state: ReviewState

  @Field(() => Day)
  @Stored.day()
  dueOn: string

  /** Whose it is to hold; without one, whoever may. */
  @Stored.ref({ nullable: true })
  reviewerId: string | null

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  reviewedOn: string | null

  @Stored.ref({ nullable: true })
  reviewedById: string | null

  @Field(() => Int, { nullable: true })
  @Stored.whole({ nullable: true })
  score: number | null

  @Field(() => Int, { nullable: true, description: 'The most that the checklist could bring.' })
  @Stored.whole({ nullable: true })
  most: number | null

  @Field(() => ReviewResult, { nullable: true })
  @Stored.code(24, { nullable: true })
  result: ReviewResult | null

  @Field(() => String, { nullable: true })
  @Stored.text(1000, { nullable: true })
  findings: string | null

  @Field(() => Day, { nullable: true, description: 'When it was found that what the review asked for is done.' })
  @Stored.day({ nullable: true })
  rectifiedOn: string | null
}
