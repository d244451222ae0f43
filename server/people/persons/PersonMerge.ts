import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import type { MovedRecord } from '../../kernel/carryOver'
import { Entity } from '../../kernel/entity'
import { DateTime } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'

export enum MergeState {
  REQUESTED = 'REQUESTED',
  DONE = 'DONE',
  REFUSED = 'REFUSED',
  UNDONE = 'UNDONE',
}
registerEnumType(MergeState, { name: 'MergeState' })

/** That two records were one person: the first lives on as an alias of the second. */
@ObjectType({ description: 'That two records were one person. The first is kept as an alias of the second; for a while the merge can be undone.' })
@Table('person_merges')
@Within({ region: 'regionCode' })
@Index(['regionCode', 'state', 'id'])
export class PersonMerge extends Entity {
  @Field(() => ID)
  @Index()
  @Stored.ref()
  fromId: string

  @Field(() => ID)
  @Index()
  @Stored.ref()
  intoId: string

  /** The region of the person who remains. */
  @Stored.region()
  regionCode: string

  @Field(() => MergeState)
  @Stored.code(24)
  state: MergeState

  @Field()
  @Stored.text(200)
  reason: string

  @Field(() => ID)
  @Stored.ref()
  requestedById: string

  @Field(() => ID, { nullable: true })
  @Stored.ref({ nullable: true })
  decidedById: string | null

  @Field(() => DateTime, { nullable: true })
  @Stored.instant({ nullable: true })
  doneAt: Date | null

  @Field(() => DateTime, { nullable: true, description: 'Until when it can be undone.' })
  @Stored.instant({ nullable: true })
  undoUntil: Date | null

  /** What was carried over, so that it can go back. */
  @Stored.json({ nullable: true })
  moved: MovedRecord[] | null

  /** Which empty fields of the remaining person were filled from the other. */
  @Stored.codes(400)
  filled: string[]
}
