import { Field, Int, ObjectType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../../kernel/access'
import { Entity } from '../../../kernel/entity'
import { Day, RegionCode } from '../../../kernel/scalars'
import { Stored } from '../../../kernel/stored'

/** The annual review of the posts of a division: opened once, with a review for each post that is due. */
@ObjectType({ description: 'The annual review of the posts of a division: opened once, with a review for each post that is due.' })
@Table('post_review_rounds')
@Within('everyone')
@Index(['regionCode', 'year'], { unique: true })
export class ReviewRound extends Entity {
  @Field(() => RegionCode, { description: 'Whose posts are reviewed: a township, or the banner.' })
  @Stored.region()
  regionCode: string

  @Field(() => Int)
  @Stored.whole()
  year: number

  @Field(() => Day)
  @Stored.day()
  openedOn: string

  @Stored.ref()
  openedById: string

  @Field(() => Day, { description: 'By when its reviews are to be done.' })
  @Stored.day()
  dueOn: string
}
