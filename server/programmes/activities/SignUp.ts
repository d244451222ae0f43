import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { DateTime, Day } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'

export enum SignUpState {
  APPLIED = 'APPLIED',
  ACCEPTED = 'ACCEPTED',
  WAITLIST = 'WAITLIST',
  DECLINED = 'DECLINED',
  CHECKED_IN = 'CHECKED_IN',
  CHECKED_OUT = 'CHECKED_OUT',
  CONFIRMED = 'CONFIRMED',
  NO_SHOW = 'NO_SHOW',
  CANCELLED = 'CANCELLED',
}
registerEnumType(SignUpState, { name: 'SignUpState', description: '待队长确认、已录取、候补、未录取、已签到、已签退、出勤已确认、未到、已取消' })

/** How somebody was checked in or out. */
export enum CheckManner {
  QR = 'QR',
  CODE = 'CODE',
  HAND = 'HAND',
}
registerEnumType(CheckManner, { name: 'CheckManner', description: '扫码、输码、队长代签' })

/** The states that take one of the places. */
export const PLACED: readonly SignUpState[] = [SignUpState.ACCEPTED, SignUpState.CHECKED_IN, SignUpState.CHECKED_OUT, SignUpState.CONFIRMED]
/** The states of whoever has come. */
export const PRESENT: readonly SignUpState[] = [SignUpState.CHECKED_IN, SignUpState.CHECKED_OUT]

/** Somebody's part in an activity, one row for each, from signing up to the confirmed minutes. */
@ObjectType({ description: 'Somebody’s part in an activity, from signing up to the confirmed minutes.' })
@Table('sign_ups')
@Within({ region: 'regionCode', self: 'volunteerId', team: 'it.activityId IN (SELECT a.id FROM activities a WHERE a.teamId = :team)' })
@Index(['activityId', 'volunteerId'], { unique: true })
@Index(['activityId', 'state', 'queuedAt'])
@Index(['volunteerId', 'state'])
@Index(['regionCode', 'state'])
export class SignUp extends Entity {
  @Field(() => ID)
  @Stored.ref()
  activityId: string

  @Field(() => ID)
  @Stored.ref()
  volunteerId: string

  /** The home team when the place was taken. */
  @Field(() => ID, { nullable: true })
  @Stored.ref({ nullable: true })
  teamId: string | null

  /** The organising team's division. */
  @Stored.region()
  regionCode: string

  @Field(() => SignUpState)
  @Stored.code(24)
  state: SignUpState

  @Field(() => DateTime, { description: 'Since when the place is asked for; the waiting list is in this order.' })
  @Stored.instant()
  queuedAt: Date

  @Field(() => DateTime, { nullable: true, description: 'When the risks were acknowledged.' })
  @Stored.instant({ nullable: true })
  riskAckAt: Date | null

  @Field(() => String, { nullable: true, description: 'The accident insurance that was shown, where the activity asks for one.' })
  @Stored.text(60, { nullable: true })
  policyNo: string | null

  @Field(() => Day, { nullable: true, description: 'Until when it is valid.' })
  @Stored.day({ nullable: true })
  insuredTo: string | null

  @Field(() => Boolean, { description: 'Came without having signed up.' })
  @Stored.flag()
  walkUp: boolean

  @Field(() => DateTime, { nullable: true })
  @Stored.instant({ nullable: true })
  checkedInAt: Date | null

  @Field(() => CheckManner, { nullable: true })
  @Stored.code(24, { nullable: true })
  inManner: CheckManner | null

  @Field(() => DateTime, { nullable: true })
  @Stored.instant({ nullable: true })
  checkedOutAt: Date | null

  @Field(() => CheckManner, { nullable: true })
  @Stored.code(24, { nullable: true })
  outManner: CheckManner | null

  /** Wrong codes in a row. */
  @Stored.whole()
  wrongCodes: number

  @Field(() => Int, { nullable: true, description: 'Confirmed minutes, computed from coming and going.' })
  @Stored.whole({ nullable: true })
  minutes: number | null

  @Field(() => String, { nullable: true, description: 'Why it was cancelled, declined or corrected.' })
  @Stored.text(300, { nullable: true })
  reason: string | null

  /** The account that confirmed the attendance. */
  @Stored.ref({ nullable: true })
  confirmedById: string | null

  /** Somebody's part in an activity, just begun. */
  static in(activity: { id: string; regionCode: string }, volunteer: { id: string; teamId: string | null }, now: Date): SignUp {
    return SignUp.of({
      activityId: activity.id, volunteerId: volunteer.id, teamId: volunteer.teamId, regionCode: activity.regionCode, state: SignUpState.APPLIED, queuedAt: now, riskAckAt: null, policyNo: null, insuredTo: null, walkUp: false,
      checkedInAt: null, inManner: null, checkedOutAt: null, outManner: null, wrongCodes: 0, minutes: null, reason: null, confirmedById: null,
    })
  }
}
