import { Field, ObjectType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Day } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'

/**
 * What somebody is told before their data is taken (PIPL art. 17): who asks, what for, what is kept, for how long, and their rights.
 * One that has come into force is never changed; a new wording is a new edition, and whoever agreed to the old one agreed to that.
 */
@ObjectType({ description: 'What volunteers are told and agree to before their data is taken. One that has come into force is never changed.' })
@Table('consent_notices')
@Within('everyone')
@Index(['fromOn', 'id'])
export class ConsentNotice extends Entity {
  @Field({ description: 'What an agreement names: the year from which it holds and its number in it, `2026-1`.' })
  @Index({ unique: true })
  @Stored.code(24)
  edition: string

  @Field()
  @Stored.long()
  textZh: string

  @Field(() => String, { nullable: true })
  @Stored.long({ nullable: true })
  textEn: string | null

  @Field(() => Day, { description: 'The first day on which it is the one that is shown.' })
  @Stored.day()
  fromOn: string

  @Stored.ref()
  writtenById: string

  @Field({ description: 'Who wrote it.' })
  @Stored.text(50)
  writtenByName: string
}
