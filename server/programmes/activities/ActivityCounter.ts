import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Stored } from '../../kernel/stored'

/** The last number that an activity of a banner and a month was given. */
@Table('activity_counters')
@Within({})
export class ActivityCounter extends Entity {
  @Index({ unique: true })
  @Stored.code(12)
  prefix: string

  @Stored.whole()
  last: number
}
