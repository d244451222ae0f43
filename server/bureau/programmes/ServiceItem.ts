import { Field, Int, ObjectType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Stored } from '../../kernel/stored'
import { ProgrammeCode } from './ProgrammeCode'

/** A service that a programme offers, as a visit can name it: 理发, 代买. */
@ObjectType({ description: 'A service that a programme offers and a visit can name.' })
@Table('service_items')
@Within('everyone')
@Index(['programmeCode', 'code'], { unique: true })
export class ServiceItem extends Entity {
  @Field(() => ProgrammeCode)
  @Stored.code(24)
  programmeCode: ProgrammeCode

  @Field()
  @Stored.code(30)
  code: string

  @Field()
  @Stored.text(40)
  nameZh: string

  @Field()
  @Stored.text(60)
  nameEn: string

  @Field(() => Int)
  @Stored.whole()
  sort: number

  @Field(() => Boolean)
  @Stored.flag()
  active: boolean
}
