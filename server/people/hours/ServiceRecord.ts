import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'
import { type Actor, Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { keepTotal } from '../../kernel/keptTotals'
import { Refused } from '../../kernel/errors'
import { DateTime, Day } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'
import { say } from '../../kernel/text'

export enum ServiceState {
  CONFIRMED = 'CONFIRMED',
  CORRECTED = 'CORRECTED',
  VOIDED = 'VOIDED',
}
registerEnumType(ServiceState, { name: 'ServiceState' })

/** A line of the ledger of hours: what a volunteer served, once, without overlap. Never deleted. */
@ObjectType({ description: 'A line of the ledger of hours. Only confirmed lines count; a mistake is corrected by a new line.' })
@Table('service_records')
@Within({ region: ['regionCode', 'homeRegionCode'], team: 'teamId', self: 'volunteerId' })
@Index(['volunteerId', 'servedOn'])
@Index(['personId', 'servedOn'])
@Index(['regionCode', 'servedOn', 'id', 'state', 'programmeCode'])
@Index(['homeRegionCode', 'servedOn', 'id', 'regionCode', 'state', 'programmeCode'])
@Index(['servedOn', 'id', 'regionCode', 'homeRegionCode', 'state'])
@Index(['teamId', 'servedOn'])
@Index(['sourceType', 'sourceId'])
@Index(['volunteerId', 'sourceKey'], { unique: true })
export class ServiceRecord extends Entity {
  @Field(() => ID)
  @Stored.ref()
  volunteerId: string

  @Stored.ref()
  personId: string

  @Field(() => ID, { nullable: true, description: 'The home team on that day; on the day of a transfer the one whose activity it was, else the new one.' })
  @Stored.ref({ nullable: true })
  teamId: string | null

  /** Where the service was done. */
  @Stored.region()
  regionCode: string

  /** Where the volunteer lived when it was booked: their own station sees it, wherever it was done. */
  @Stored.region()
  homeRegionCode: string

  @Field(() => ProgrammeCode)
  @Stored.code(24)
  programmeCode: ProgrammeCode

  @Field({ description: 'What it was done in, such as Visit; Entry where it was entered from paper.' })
  @Stored.code(40)
  sourceType: string

  @Field(() => ID)
  @Stored.ref()
  sourceId: string

  /** The source while the line counts, so that it counts once. */
  @Stored.code(70, { nullable: true })
  sourceKey: string | null

  @Field(() => String, { nullable: true, description: 'What was done, where the programme alone does not say it.' })
  @Stored.text(120, { nullable: true })
  content: string | null

  @Field(() => Day, { description: 'The day on which it began, in Asia/Shanghai: service that goes on over midnight belongs as a whole to it, and to its month.' })
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
  breakMinutes: number

  @Field(() => Int, { description: 'Without breaks; computed from start and end where they are known.' })
  @Stored.whole()
  minutes: number

  @Field(() => Boolean, { description: 'A drill or training, which is counted apart from real service.' })
  @Stored.flag()
  drill: boolean

  @Field(() => ServiceState)
  @Stored.code(24)
  state: ServiceState

  @Field(() => ID, { nullable: true, description: 'The line that this one takes the place of.' })
  @Stored.ref({ nullable: true })
  correctionOfId: string | null

  @Field(() => String, { nullable: true, description: 'Why the day is longer than usual.' })
  @Stored.text(300, { nullable: true })
  note: string | null

  @Field(() => String, { nullable: true, description: 'Why it no longer counts.' })
  @Stored.text(200, { nullable: true })
  voidReason: string | null

  @Field(() => Int, { nullable: true, description: '1 to 5, by the organiser, or as those who were served say (rules.md 2.2).' })
  @Stored.whole({ nullable: true })
  rating: number | null

  @Field(() => String, { nullable: true, description: 'The evaluation in words.' })
  @Stored.text(300, { nullable: true })
  ratingNote: string | null

  /** Whether it is the actor's own service. */
  isOwnOf({ reach }: Actor): boolean {
    return this.volunteerId === reach.volunteerId || this.personId === reach.personId
  }

  /** Nobody corrects their own hours. */
  mustNotBeOwnOf(actor: Actor): void {
    if (this.isOwnOf(actor)) throw new Refused('SELF_APPROVAL', say('本人的服务记录须由他人更正。', 'Somebody else has to correct your own service.'))
  }

  /** No longer counts, for a reason; the line stays. */
  end(state: ServiceState.CORRECTED | ServiceState.VOIDED, reason: string): void {
    Object.assign(this, { state, voidReason: reason.slice(0, 200), sourceKey: null })
  }
}

/** What the ledger's lines add up to in each village, team, programme and month. */
export const HOURS = keepTotal('hours', ServiceRecord, { month: 'servedOn', heading: ['state', 'programmeCode', 'drill'], team: 'teamId', amount: 'minutes' })
