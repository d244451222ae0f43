import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../../kernel/access'
import { Entity } from '../../../kernel/entity'
import { Day } from '../../../kernel/scalars'
import { Stored } from '../../../kernel/stored'

/** What a post did on a day, for how many people. A wrong line is voided, never deleted. */
@ObjectType({ description: 'What a post did on a day, for how many people.' })
@Table('post_service_logs')
@Within({ region: 'regionCode', self: 'it.employerId = :employer' })
@Index(['postId', 'servedOn', 'id'])
@Index(['regionCode', 'servedOn'])
@Index(['servedOn', 'id'])
@Index(['employerId', 'id'])
export class PostServiceLog extends Entity {
  @Field(() => ID)
  @Stored.ref()
  postId: string

  @Field(() => ID)
  @Stored.ref()
  employerId: string

  @Stored.region()
  regionCode: string

  @Field(() => Day)
  @Stored.day()
  servedOn: string

  @Field({ description: 'The service, by its code in the programme’s catalogue.' })
  @Stored.code(30)
  service: string

  @Field(() => Int)
  @Stored.whole()
  peopleServed: number

  @Field(() => Int, { description: 'Of service, all together.' })
  @Stored.whole()
  minutes: number

  @Field(() => String, { nullable: true })
  @Stored.text(500, { nullable: true })
  note: string | null

  @Stored.ref()
  recordedById: string

  @Field(() => String, { nullable: true, description: 'Why the line counts no more.' })
  @Stored.text(200, { nullable: true })
  voidedFor: string | null
}
