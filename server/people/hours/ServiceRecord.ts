import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { DateTime, Day } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'

export enum ServiceState {
  CONFIRMED = 'CONFIRMED',
  CORRECTED = 'CORRECTED',
  VOIDED = 'VOIDED',
}
registerEnumType(ServiceState, { name: 'ServiceState' })

/** A line of the ledger of hours: what a volunteer served, once, without overlap. Never deleted. */
@ObjectType({ description: 'A line of the ledger of hours. Only confirmed lines count; a mistake is corrected by a new line.' })
@Table('service_records')
@Within({ region: 'regionCode', team: 'teamId', self: 'volunteerId' })
@Index(['volunteerId', 'servedOn'])
@Index(['regionCode', 'servedOn', 'id'])
@Index(['teamId', 'servedOn'])
@Index(['sourceType', 'sourceId'])
@Index(['volunteerId', 'sourceKey'], { unique: true })
export class ServiceRecord extends Entity {
  @Field(() => ID)
  @Stored.ref()
  volunteerId: string

  @Index()
  @Stored.ref()
  personId: string

  @Field(() => ID, { nullable: true, description: 'The home team at that time.' })
  @Stored.ref({ nullable: true })
  teamId: string | null

  /** Where the service was done. */
  @Stored.region()
  regionCode: string

  @Field(() => ProgrammeCode)
  @Stored.code(24)
  programmeCode: ProgrammeCode

  @Field({ description: 'What it was done in: Visit.' })
  @Stored.code(40)
  sourceType: string

  @Field(() => ID)
  @Stored.ref()
  sourceId: string

  /** The source while the line counts, so that it counts once. */
  @Stored.code(70, { nullable: true })
  sourceKey: string | null

  @Field(() => Day)
  @Stored.day()
  servedOn: string

  @Field(() => DateTime, { nullable: true })
  @Stored.instant({ nullable: true })
  startedAt: Date | null

  @Field(() => DateTime, { nullable: true })
  @Stored.instant({ nullable: true })
  endedAt: Date | null

  @Field(() => Int)
  @Stored.whole()
  minutes: number

  @Field(() => ServiceState)
  @Stored.code(24)
  state: ServiceState

  @Field(() => ID, { nullable: true })
  @Stored.ref({ nullable: true })
  correctionOfId: string | null

  @Field(() => String, { nullable: true })
  @Stored.text(200, { nullable: true })
  voidReason: string | null
}
