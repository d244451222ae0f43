import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Day } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'

/** What an item of a checklist was found worth. Part of a site check or of a review. */
@ObjectType({ description: 'What an item of a checklist was found worth.' })
@Table('post_scores')
@Within({ part: 'ownerId' })
@Index(['ownerId'])
export class PostScore extends Entity {
  /** The site check or the review. */
  @Stored.ref()
  ownerId: string

  @Field(() => ID)
  @Stored.ref()
  itemId: string

  @Field(() => Int)
  @Stored.whole()
  points: number

  @Field(() => String, { nullable: true })
  @Stored.text(200, { nullable: true })
  note: string | null
}

/** That two people looked at a post before it was granted, item by item. Kept, whatever came of it. */
@ObjectType({ description: 'That two people looked at a post before it was granted, item by item.' })
@Table('post_site_checks')
@Within({ region: 'regionCode' })
@Index(['postId', 'id'])
export class SiteCheck extends Entity {
  @Field(() => ID)
  @Stored.ref()
  postId: string

  @Stored.region()
  regionCode: string

  @Field(() => Day)
  @Stored.day()
  checkedOn: string

  @Stored.ref()
  checkerId: string

  @Stored.ref()
  secondCheckerId: string

  @Field(() => Int)
  @Stored.whole()
  score: number

  @Field(() => Int, { description: 'The most that the checklist could bring.' })
  @Stored.whole()
  most: number

  @Field(() => Boolean)
  @Stored.flag()
  passed: boolean

  @Field(() => String, { nullable: true })
  @Stored.text(1000, { nullable: true })
  findings: string | null
}
