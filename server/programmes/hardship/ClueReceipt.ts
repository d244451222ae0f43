import { Field, ID, ObjectType } from 'type-graphql'
import { Day } from '../../kernel/scalars'
import type { HardshipCase } from './HardshipCase'

/** All that whoever reports a clue sees of it, then and later. */
@ObjectType({ description: 'All that whoever reports a clue sees of it.' })
export class ClueReceipt {
  @Field(() => ID) id: string
  @Field(() => Day) reportedOn: string
  @Field(() => Day, { nullable: true, description: 'By when the station takes it up.' }) dueOn: string | null

  static of({ id, reportedOn, dueOn }: HardshipCase): ClueReceipt {
    return { id, reportedOn, dueOn }
  }
}
