import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { DateTime, Day } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'

export enum MoveState {
  PLANNED = 'PLANNED',
  RUNNING = 'RUNNING',
  DONE = 'DONE',
}
registerEnumType(MoveState, { name: 'RegionMoveState', description: '未到生效日、正在更新、已完成' })

/** That a division has another code from a day on, or is one with another division. */
@ObjectType({ description: 'That a division has another code from a day on, or is one with another division.' })
@Table('region_moves')
@Within('everyone')
@Index(['state', 'effectiveOn'])
export class RegionMove extends Entity {
  @Field(() => ID)
  @Index()
  @Stored.ref()
  regionId: string

  @Field()
  @Stored.code(12)
  fromCode: string

  @Field()
  @Stored.code(12)
  toCode: string

  @Field(() => Boolean, { description: 'Whether the division becomes a part of one that stands.' })
  @Stored.flag()
  merges: boolean

  @Field(() => Day)
  @Stored.day()
  effectiveOn: string

  @Field(() => MoveState)
  @Stored.code(24)
  state: MoveState

  @Field(() => Int, { nullable: true, description: 'Rows that had the old code when it began.' })
  @Stored.whole({ nullable: true })
  records: number | null

  @Field({ description: 'The document or reason.' })
  @Stored.text(300)
  reason: string

  @Field(() => DateTime, { nullable: true })
  @Stored.instant({ nullable: true })
  doneAt: Date | null
}
