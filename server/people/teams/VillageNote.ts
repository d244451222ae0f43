import { Field, ObjectType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Day } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'

/** Why a village has neither a team nor a squad yet, in the station's words. */
@ObjectType({ description: 'Why a village has neither a team nor a squad yet.' })
@Table('village_notes')
@Within({ region: 'regionCode' })
export class VillageNote extends Entity {
  @Field()
  @Index({ unique: true })
  @Stored.region()
  regionCode: string

  @Field()
  @Stored.text(200)
  reason: string

  @Field(() => Day)
  @Stored.day()
  notedOn: string
}
