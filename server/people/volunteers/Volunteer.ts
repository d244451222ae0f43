import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Guarded, Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { keepTotal } from '../../kernel/keptTotals'
import { DateTime, Day } from '../../kernel/scalars'
import { Sealed } from '../../kernel/sealed'
import { Carries } from '../../kernel/shape'
import { Stored } from '../../kernel/stored'
import { Person, Sex } from '../persons/Person'
import { Language, Skill } from '../persons/Skill'

export enum VolunteerState {
  PENDING = 'PENDING',
  ACTIVE = 'ACTIVE',
  PAUSED = 'PAUSED',
  WITHDRAWN = 'WITHDRAWN',
  BLOCKED = 'BLOCKED',
  DECEASED = 'DECEASED',
}
registerEnumType(VolunteerState, { name: 'VolunteerState' })

export enum VolunteerCategory {
  VETERAN = 'VETERAN',
  FAMILY = 'FAMILY',
  STAFF = 'STAFF',
  CITIZEN = 'CITIZEN',
}
registerEnumType(VolunteerCategory, { name: 'VolunteerCategory', description: '退役军人、军属家属、工作人员、社会志愿者' })

/** How a volunteer came into the register. */
export enum VolunteerSource {
  STAFF = 'STAFF',
  PUBLIC_FORM = 'PUBLIC_FORM',
  SHEET = 'SHEET',
}
registerEnumType(VolunteerSource, { name: 'VolunteerSource', description: '工作人员登记、网上申请、表格导入' })

/** A part of the week: a day, and its morning, afternoon or evening. */
export enum WeekSlot {
  MON_AM = 'MON_AM',
  MON_PM = 'MON_PM',
  MON_EVE = 'MON_EVE',
  TUE_AM = 'TUE_AM',
  TUE_PM = 'TUE_PM',
  TUE_EVE = 'TUE_EVE',
  WED_AM = 'WED_AM',
  WED_PM = 'WED_PM',
  WED_EVE = 'WED_EVE',
  THU_AM = 'THU_AM',
  THU_PM = 'THU_PM',
  THU_EVE = 'THU_EVE',
  FRI_AM = 'FRI_AM',
  FRI_PM = 'FRI_PM',
  FRI_EVE = 'FRI_EVE',
  SAT_AM = 'SAT_AM',
  SAT_PM = 'SAT_PM',
  SAT_EVE = 'SAT_EVE',
  SUN_AM = 'SUN_AM',
  SUN_PM = 'SUN_PM',
  SUN_EVE = 'SUN_EVE',
}
registerEnumType(WeekSlot, { name: 'WeekSlot', description: '周一至周日的上午、下午、晚上' })

/** Somebody who has offered to serve. */
@ObjectType({ description: 'Somebody who has offered to serve: a role of a person.' })
@Table('volunteers')
@Within({ region: 'regionCode', team: 'teamId', self: 'id' })
@Index(['regionCode', 'state', 'id'])
@Index(['regionCode', 'load'])
@Index(['teamId', 'state', 'id'])
export class Volunteer extends Entity {
  @Field()
  @Index({ unique: true })
  @Stored.code(20)
  volunteerNo: string

  @Field(() => String, { nullable: true, description: 'The number on the banner’s platform.' })
  @Index({ unique: true })
  @Stored.code(40, { nullable: true })
  platformNo: string | null

  @Field(() => String, { nullable: true, description: 'The number in the national system.' })
  @Index({ unique: true })
  @Stored.code(40, { nullable: true })
  nationalNo: string | null

  @Index({ unique: true })
  @Stored.ref()
  personId: string

  @Carries(() => Person, 'personId')
  person: Person

  @Stored.region()
  regionCode: string

  /** The home team. */
  @Field(() => ID, { nullable: true })
  @Stored.ref({ nullable: true })
  teamId: string | null

  @Field(() => VolunteerState)
  @Stored.code(24)
  state: VolunteerState

  @Field(() => Day, { nullable: true, description: 'Since when the volunteer serves.' })
  @Index()
  @Stored.day({ nullable: true })
  activeSince: string | null

  @Field(() => VolunteerSource, { description: 'How the volunteer came into the register.' })
  @Stored.code(24)
  source = VolunteerSource.STAFF

  @Field(() => [Skill])
  @Stored.codes(300)
  skills: Skill[]

  @Field(() => [Language])
  @Stored.codes(40)
  languages: Language[]

  @Field(() => VolunteerCategory)
  @Stored.code(24)
  category: VolunteerCategory

  @Field(() => Sex, { nullable: true, description: 'Whom the volunteer would rather visit; null is either.' })
  @Stored.code(24, { nullable: true })
  sexWish: Sex | null

  @Field(() => Int, { nullable: true, description: 'How many elders the volunteer takes on at most; null is the bureau’s setting.' })
  @Stored.whole({ nullable: true })
  maxLoad: number | null

  @Field(() => Int, { description: 'Live pairings.' })
  @Stored.whole()
  load: number

  @Field(() => Day, { nullable: true, description: 'When the background was last looked into.' })
  @Stored.day({ nullable: true })
  screenedOn: string | null

  @Field(() => String, { nullable: true, description: 'The edition of the notice the volunteer agreed to; it stays what it was when there is a newer one.' })
  @Stored.code(24, { nullable: true })
  consentVersion: string | null

  @Field(() => DateTime, { nullable: true })
  @Stored.instant({ nullable: true })
  consentAt: Date | null

  @Field(() => Day, { nullable: true, description: 'Until when the volunteer pauses, where that is known.' })
  @Stored.day({ nullable: true })
  pausedUntil: string | null

  @Field(() => String, { nullable: true, description: 'Why the volunteer pauses, left or was blocked.' })
  @Stored.text(200, { nullable: true })
  stateReason: string | null

  @Field(() => Int, { description: 'Confirmed minutes of real service, drills apart; equal to the sum of the ledger.' })
  @Stored.whole()
  totalMinutes: number

  @Field(() => Int, { description: 'Confirmed minutes of drills.' })
  @Stored.whole()
  drillMinutes = 0

  @Field(() => Day, { nullable: true, description: 'The last day with service in the ledger.' })
  @Stored.day({ nullable: true })
  lastServedOn: string | null

  /** Until when the ledger may hold service that another could overlap. */
  @Stored.instant({ nullable: true })
  lastServedUntil: Date | null

  @Field(() => Boolean, { description: 'Whether the home team has confirmed the membership.' })
  @Stored.flag()
  teamConfirmed: boolean

  @Field(() => [WeekSlot], { description: 'When in the week the volunteer has time.' })
  @Stored.codes(200)
  availability: WeekSlot[]

  @Guarded('volunteer.health')
  @Field(() => String, { nullable: true, description: 'What the health does not allow; masked.' })
  @Sealed({ mask: 'hidden', reveal: 'volunteer.health', length: 900 })
  healthLimits: string | null

  @Field(() => String, { nullable: true, description: 'Whom to call if something happens.' })
  @Stored.text(50, { nullable: true })
  emergencyName: string | null

  @Field(() => String, { nullable: true })
  @Stored.text(30, { nullable: true })
  emergencyRelation: string | null

  @Guarded('volunteer.contact')
  @Field(() => String, { nullable: true, description: 'Masked.' })
  @Sealed({ mask: 'phone', reveal: 'volunteer.contact' })
  emergencyPhone: string | null

  /** Whether the volunteer may serve now: active and not ended. */
  isActive(): boolean {
    return this.state === VolunteerState.ACTIVE
  }
}

export const VOLUNTEERS = keepTotal('volunteers', Volunteer, { heading: ['state'] })
