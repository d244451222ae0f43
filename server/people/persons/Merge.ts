import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { Index } from 'typeorm'
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

/** That two records were one and the same: the first lives on as an alias of the second. */
@ObjectType()
export abstract class Merge extends Entity {
  @Field(() => ID)
  @Index()
  @Stored.ref()
  fromId: string

  @Field(() => ID)
  @Index()
  @Stored.ref()
  intoId: string

  /** The region of the record that remains. */
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

  /** Which empty fields of the remaining record were filled from the other. */
  abstract filled: string[]
}
