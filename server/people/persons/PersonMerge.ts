import { ObjectType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Stored } from '../../kernel/stored'
import { Merge } from './Merge'

/** That two records were one person. */
@ObjectType({ description: 'That two records were one person. The first is kept as an alias of the second; for a while the merge can be undone.' })
@Table('person_merges')
@Within({ region: 'regionCode' })
@Index(['regionCode', 'state', 'id'])
export class PersonMerge extends Merge {
  @Stored.codes(400)
  filled: string[]
}
