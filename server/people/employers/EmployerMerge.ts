import { Field, ID, ObjectType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import type { MovedRecord } from '../../kernel/carryOver'
import { Entity } from '../../kernel/entity'
import { DateTime } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'
import { MergeState } from '../persons/PersonMerge'

/** That two records were one employer: the first lives on as an alias of the second. */
@ObjectType({ description: 'That two records were one employer. The first is kept as an alias of the second; for a while the merge can be undone.' })
@Table('employer_merges')
@Within({ region: 'regionCode' })
@Index(['regionCode', 'state', 'id'])
export class EmployerMerge extends Entity {
  @Field(() => ID)
  @Index()
  @Stored.ref()
  fromId: string

  @Field(() => ID)
  @Index()
  @Stored.ref()
  intoId: string

  /** The region of the employer that remains. */
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

  /** Which empty fields of the remaining employer were filled from the other. */
  @Stored.codes(200)
  filled: string[]
}
