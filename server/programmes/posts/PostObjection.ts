import { Field, ID, ObjectType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Day } from '../../kernel/scalars'
import { Sealed } from '../../kernel/sealed'
import { Stored } from '../../kernel/stored'
import { PostObjectionState } from './enums'

/** What somebody has against a post while its notice hangs. An open one stops the grant. */
@ObjectType({ description: 'What somebody has against a post while its notice hangs. An open one stops the grant.' })
@Table('post_objections')
@Within({ region: 'regionCode' })
@Index(['postId', 'state'])
@Index(['regionCode', 'state', 'id'])
export class PostObjection extends Entity {
  @Field(() => ID)
  @Stored.ref()
  postId: string

  @Stored.region()
  regionCode: string

  @Field(() => PostObjectionState)
  @Stored.code(24)
  state: PostObjectionState

  @Field()
  @Stored.text(1000)
  text: string

  @Field(() => String, { nullable: true, description: 'Who objects, masked; null where they give no name.' })
  @Sealed({ mask: 'name', reveal: 'post.answer' })
  objectorName: string | null

  @Field(() => String, { nullable: true, description: 'Masked.' })
  @Sealed({ mask: 'phone', reveal: 'post.answer' })
  objectorPhone: string | null

  @Field(() => Day)
  @Stored.day()
  raisedOn: string

  @Stored.ref()
  recordedById: string

  @Field(() => String, { nullable: true })
  @Stored.text(1000, { nullable: true })
  answer: string | null

  @Stored.ref({ nullable: true })
  answeredById: string | null

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  answeredOn: string | null
}
