import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Day } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'

export enum ObjectionState {
  OPEN = 'OPEN',
  UPHELD = 'UPHELD',
  DISMISSED = 'DISMISSED',
}
registerEnumType(ObjectionState, { name: 'ObjectionState', description: '待答复、已更正、维持原记录' })

/** That a volunteer finds a line of theirs wrong; the station checks, and corrects it or says why it stands (民政部令第67号). */
@ObjectType({ description: 'That a volunteer finds a line of theirs wrong. The station corrects the line, or says why it stands.' })
@Table('service_objections')
@Within({ region: 'regionCode', team: 'teamId', self: 'volunteerId' })
@Index(['regionCode', 'state', 'id'])
@Index(['volunteerId', 'id'])
export class ServiceObjection extends Entity {
  @Field(() => ID)
  @Index()
  @Stored.ref()
  recordId: string

  @Field(() => ID)
  @Stored.ref()
  volunteerId: string

  @Stored.ref({ nullable: true })
  teamId: string | null

  /** Of the volunteer, whose station answers. */
  @Stored.region()
  regionCode: string

  @Field(() => ObjectionState)
  @Stored.code(24)
  state: ObjectionState

  @Field({ description: 'What is wrong.' })
  @Stored.text(300)
  text: string

  @Field(() => Day, { description: 'By when it is to be answered.' })
  @Stored.day()
  answerBy: string

  @Field(() => String, { nullable: true })
  @Stored.text(300, { nullable: true })
  answer: string | null

  /** The line while the objection is open: there is one at a time. */
  @Index({ unique: true })
  @Stored.ref({ nullable: true })
  openKey: string | null
}
