import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Sealed } from '../../kernel/sealed'
import { Stored } from '../../kernel/stored'

export enum QuerySharing {
  OWN = 'OWN',
  REGION = 'REGION',
  ROLE = 'ROLE',
}
registerEnumType(QuerySharing, { name: 'QuerySharing', description: 'For oneself, for the accounts of the same division, for those of the same role.' })

/** A question to a list that somebody keeps under a name, wherever they sign in. It holds what is asked, never what is found. */
@ObjectType({ description: 'A question to a list, kept under a name. What it finds is still what its user may see.' })
@Table('saved_queries')
@Within({ region: 'it.ownerId = :me', team: 'it.ownerId = :me', assigned: 'it.ownerId = :me', self: 'it.ownerId = :me' })
@Index(['ownerId', 'list'])
@Index(['list', 'sharing', 'regionCode'])
export class SavedQuery extends Entity {
  @Stored.ref()
  ownerId: string

  @Field({ description: 'The list’s name in the API.' })
  @Stored.code(40)
  list: string

  @Field()
  @Stored.text(40)
  name: string

  /** Filter, order and columns as the front end keeps them: a filter may hold a name, so they are sealed. */
  @Sealed({ mask: 'hidden', reveal: 'nobody', length: 12_500 })
  asked: string

  @Field(() => QuerySharing)
  @Stored.code(24)
  sharing: QuerySharing

  /** The division of the owner's account; null for the bureau's. */
  @Stored.region({ nullable: true })
  regionCode: string | null

  @Stored.code(30)
  role: string

  @Field(() => Boolean, { description: 'What its owner’s list opens with.' })
  @Stored.flag()
  isDefault: boolean

  @Stored.flag()
  archived: boolean
}
