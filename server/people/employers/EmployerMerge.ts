import { ObjectType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Stored } from '../../kernel/stored'
import { Merge } from '../persons/Merge'

/** That two records were one employer. */
@ObjectType({ description: 'That two records were one employer. The first is kept as an alias of the second; for a while the merge can be undone.' })
@Table('employer_merges')
@Within({ region: 'regionCode' })
@Index(['regionCode', 'state', 'id'])
export class EmployerMerge extends Merge {
  @Stored.codes(200)
  filled: string[]
}
