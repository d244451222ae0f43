import { Field, ID, ObjectType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Day } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'
import { PostHolderRole } from './enums'

/** A veteran at a post, from a day to a day. Ending it keeps it. */
@ObjectType({ description: 'A veteran at a post: a period, kept when it ends.' })
@Table('post_holders')
@Within({ part: 'postId' })
@Index(['postId', 'to'])
@Index(['personId', 'to'])
export class PostHolder extends Entity {
  @Stored.ref()
  postId: string

  @Field(() => ID)
  @Stored.ref()
  personId: string

  @Field(() => PostHolderRole)
  @Stored.code(24)
  role: PostHolderRole

  @Field(() => Day)
  @Stored.day()
  from: string

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  to: string | null
}
