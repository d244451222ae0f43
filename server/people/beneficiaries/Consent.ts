import { Field, ID, ObjectType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Day } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'
import { ConsentChannel, ConsentGiver, ConsentGround, ConsentPurpose } from './enums'

/** That an elder agreed to a purpose, or on what legal ground it is done without; withdrawn, it is kept. */
@ObjectType({ description: 'An agreement to a purpose, or the recorded legal ground in its place.' })
@Table('consents')
@Within({ part: 'beneficiaryId' })
@Index(['beneficiaryId', 'purpose', 'id'])
export class Consent extends Entity {
  @Stored.ref()
  beneficiaryId: string

  @Field(() => ConsentPurpose)
  @Stored.code(24)
  purpose: ConsentPurpose

  @Field(() => ConsentGround)
  @Stored.code(24)
  ground: ConsentGround

  @Field({ description: 'The version of the text that was read out or shown.' })
  @Stored.code(24)
  textVersion: string

  @Field(() => ConsentGiver)
  @Stored.code(24)
  givenBy: ConsentGiver

  @Field(() => String, { nullable: true })
  @Stored.text(50, { nullable: true })
  guardianName: string | null

  @Field(() => Day)
  @Stored.day()
  givenOn: string

  @Field(() => ConsentChannel)
  @Stored.code(24)
  channel: ConsentChannel

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  withdrawnOn: string | null

  @Field(() => String, { nullable: true, description: 'The basis or circumstances; needed where there is no consent.' })
  @Stored.text(500, { nullable: true })
  note: string | null

  @Field(() => ID)
  @Stored.ref()
  recordedById: string
}
