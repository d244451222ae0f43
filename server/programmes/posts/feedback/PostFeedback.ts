import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../../kernel/access'
import { Entity } from '../../../kernel/entity'
import { DateTime, Day } from '../../../kernel/scalars'
import { Sealed } from '../../../kernel/sealed'
import { Stored } from '../../../kernel/stored'

export enum FeedbackKind {
  PRAISE = 'PRAISE',
  COMPLAINT = 'COMPLAINT',
}
registerEnumType(FeedbackKind, { name: 'FeedbackKind', description: '表扬、投诉' })

export enum FeedbackState {
  RECEIVED = 'RECEIVED',
  ANSWERED = 'ANSWERED',
}
registerEnumType(FeedbackState, { name: 'FeedbackState', description: '待处理、已处理' })

/** What somebody of the public says of a post, by the code on its plaque. */
@ObjectType({ description: 'What somebody of the public says of a post.' })
@Table('post_feedback')
@Within({ region: 'regionCode' })
@Index(['postId', 'id'])
@Index(['regionCode', 'state', 'dueOn'])
export class PostFeedback extends Entity {
  @Field(() => ID)
  @Stored.ref()
  postId: string

  @Stored.region()
  regionCode: string

  @Field(() => FeedbackKind)
  @Stored.code(24)
  kind: FeedbackKind

  @Field(() => FeedbackState)
  @Stored.code(24)
  state: FeedbackState

  @Field()
  @Stored.text(1000)
  text: string

  @Field(() => String, { nullable: true, description: 'Masked.' })
  @Sealed({ mask: 'phone', reveal: 'post.answerFeedback' })
  phone: string | null

  @Field(() => Day, { description: 'By when the station deals with it.' })
  @Stored.day()
  dueOn: string

  @Field(() => String, { nullable: true })
  @Stored.text(1000, { nullable: true })
  answer: string | null

  @Stored.ref({ nullable: true })
  answeredById: string | null

  @Field(() => DateTime, { nullable: true })
  @Stored.instant({ nullable: true })
  answeredAt: Date | null
}
