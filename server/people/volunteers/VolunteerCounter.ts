import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Stored } from '../../kernel/stored'

/** The last volunteer number given out in a banner. */
@Table('volunteer_counters')
@Within({})
export class VolunteerCounter extends Entity {
  /** The first six digits of the region code. */
  @Index({ unique: true })
  @Stored.code(6)
  prefix: string

  @Stored.whole()
  last: number
}
