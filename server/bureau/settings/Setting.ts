import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Stored } from '../../kernel/stored'

/** A number of the bureau's rules that somebody has set to other than its default. */
@Table('settings')
@Within('everyone')
export class Setting extends Entity {
  @Index({ unique: true })
  @Stored.code(60)
  key: string

  @Stored.whole()
  value: number
}
