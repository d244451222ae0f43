import { Field, Int, ObjectType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Stored } from '../../kernel/stored'
import { ProgrammeCode } from './ProgrammeCode'

/** A programme of service: one of the banner's nine, or a township's own (一村一品). */
@ObjectType({ description: 'A programme of service: one of the banner’s nine, or a township’s own.' })
@Table('programmes')
@Within('everyone')
@Index(['code', 'regionCode'])
export class Programme extends Entity {
  @Field(() => ProgrammeCode)
  @Stored.code(24)
  code: ProgrammeCode

  @Field()
  @Stored.text(60)
  nameZh: string

  @Field()
  @Stored.text(80)
  nameEn: string

  @Field(() => String, { nullable: true })
  @Stored.text(500, { nullable: true })
  content: string | null

  /** The township whose own it is; null for the banner's. */
  @Field(() => String, { nullable: true, description: 'The division whose own programme it is; null for the banner’s.' })
  @Stored.region({ nullable: true })
  regionCode: string | null

  @Field(() => Int)
  @Stored.whole()
  sort: number

  @Field(() => Boolean)
  @Stored.flag()
  active: boolean
}
