import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { keepTotal } from '../../kernel/keptTotals'
import { Day } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'
import { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'
import { type DueNumbers, nextVisitOn, soonOn } from './dueRule'

export enum PairingState {
  PROPOSED = 'PROPOSED',
  ACCEPTED = 'ACCEPTED',
  ACTIVE = 'ACTIVE',
  PAUSED = 'PAUSED',
  ENDED = 'ENDED',
}
registerEnumType(PairingState, { name: 'PairingState' })

export enum PairingEndReason {
  DIED = 'DIED',
  MOVED = 'MOVED',
  INSTITUTION = 'INSTITUTION',
  DECLINED = 'DECLINED',
  NOT_ACCEPTED = 'NOT_ACCEPTED',
  HANDOVER = 'HANDOVER',
  VOLUNTEER_LEFT = 'VOLUNTEER_LEFT',
  CONSENT_WITHDRAWN = 'CONSENT_WITHDRAWN',
  OTHER = 'OTHER',
}
registerEnumType(PairingEndReason, { name: 'PairingEndReason', description: '老人去世、迁出、入住机构、老人不愿继续、志愿者未接受、交接、志愿者离队、撤回同意、其他' })

/** Whose pause a pairing is in; only that one's end ends it. */
export enum PauseCause {
  PAIRING = 'PAIRING',
  ELDER = 'ELDER',
  CONSENT = 'CONSENT',
}

/** The pairings in which somebody is bound to somebody. */
export const LIVE: readonly PairingState[] = [PairingState.PROPOSED, PairingState.ACCEPTED, PairingState.ACTIVE, PairingState.PAUSED]

/** A volunteer, with helpers, who looks in on an elder; a period, kept when it ends. */
@ObjectType({ description: 'A volunteer, with helpers, who looks in on an elder. A period: the same two may be paired again.' })
@Table('pairings')
@Within({ region: 'regionCode', team: 'teamId', assigned: 'caseWorkerId', self: 'volunteerId' })
@Index(['regionCode', 'state', 'nextVisitOn'])
@Index(['regionCode', 'state', 'programme', 'nextVisitOn'])
@Index(['regionCode', 'startedOn'])
@Index(['volunteerId', 'state'])
@Index(['beneficiaryId', 'state'])
@Index(['teamId', 'state'])
@Index(['caseWorkerId', 'state'])
@Index(['state', 'nextVisitOn'])
@Index(['nextVisitOn', 'id'])
@Index(['helperIds'])
export class Pairing extends Entity {
  @Field(() => ProgrammeCode)
  @Stored.code(24)
  programme: ProgrammeCode

  @Stored.ref()
  beneficiaryId: string

  /** The main volunteer. */
  @Stored.ref()
  volunteerId: string

  @Field(() => [ID])
  @Stored.codes(140)
  helperIds: string[]

  /** The main volunteer's home team. */
  @Stored.ref({ nullable: true })
  teamId: string | null

  @Stored.ref({ nullable: true })
  caseWorkerId: string | null

  /** The elder's village. */
  @Stored.region()
  regionCode: string

  @Field(() => PairingState)
  @Stored.code(24)
  state: PairingState

  @Field(() => Day, { nullable: true, description: 'The day of the first, accompanied visit.' })
  @Stored.day({ nullable: true })
  startedOn: string | null

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  endedOn: string | null

  @Field(() => PairingEndReason, { nullable: true })
  @Stored.code(24, { nullable: true })
  endReason: PairingEndReason | null

  @Field(() => Int, { description: 'Days between visits, as the elder’s grade means.' })
  @Stored.whole()
  visitEvery: number

  @Field(() => Day, { nullable: true, description: 'By when the next visit is due; null while the clock does not run.' })
  @Stored.day({ nullable: true })
  nextVisitOn: string | null

  /** From when the next visit counts as due soon. */
  @Stored.day({ nullable: true })
  soonOn: string | null

  @Stored.ref({ nullable: true })
  lastVisitId: string | null

  /** The day of the last visit, whether it counts or not. */
  @Stored.day({ nullable: true })
  lastVisitedOn: string | null

  @Field(() => Day, { nullable: true, description: 'The last contact that counts.' })
  @Stored.day({ nullable: true })
  lastContactOn: string | null

  /** Contacts by phone since the last visit at home. */
  @Stored.whole()
  phoneInARow: number

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  pausedOn: string | null

  @Stored.code(24, { nullable: true })
  pauseCause: PauseCause | null

  @Stored.day({ nullable: true })
  resumedOn: string | null

  /** Days of pause since the last contact that counts. */
  @Stored.whole({ nullable: true })
  pausedDays: number | null

  /** A major change in the elder's state that no contact has followed yet. */
  @Stored.instant({ nullable: true })
  majorChangeAt: Date | null

  /** From when on a contact settles the weather warning that stands for the elder; null while none does. */
  @Stored.instant({ nullable: true })
  warnedAt: Date | null

  @Field(() => Day, { nullable: true, description: 'The day of the one visit that is planned.' })
  @Stored.day({ nullable: true })
  plannedOn: string | null

  @Stored.ref({ nullable: true })
  plannedVisitId: string | null

  @Index()
  @Stored.ref({ nullable: true })
  predecessorId: string | null

  @Field(() => Boolean, { description: 'The volunteer has left or pauses: somebody else must take over.' })
  @Stored.flag()
  needsHandover: boolean

  @Field(() => String, { nullable: true, description: 'Who went along on the first visit.' })
  @Stored.text(50, { nullable: true })
  firstVisitAccompaniedBy: string | null

  @Field(() => String, { nullable: true, description: 'What volunteer and elder agreed on: content, times, safety.' })
  @Stored.text(500, { nullable: true })
  agreement: string | null

  @Field(() => String, { nullable: true, description: 'What is wished of the visits.' })
  @Stored.text(200, { nullable: true })
  wish: string | null

  /** What keeps one live pairing to an elder and a programme, whoever saves at the same time. */
  @Index({ unique: true })
  @Stored.code(60, { nullable: true })
  get liveKey(): string | null {
    return this.isLive() ? `${this.programme}/${this.beneficiaryId}` : null
  }

  set liveKey(_: string | null) {
    // Follows from the state.
  }

  isLive(): boolean {
    return this.state !== PairingState.ENDED
  }

  /** The main volunteer first, then the helpers. */
  volunteerIds(): string[] {
    return [this.volunteerId, ...this.helperIds]
  }

  /** Lets the due date follow from the last contact, the period, pauses and major changes; it runs only while the pairing is active. */
  moveDueDate(numbers: DueNumbers): void {
    const due = this.state === PairingState.ACTIVE ? nextVisitOn(this) : null
    this.nextVisitOn = due
    this.soonOn = due && soonOn(due, this.visitEvery, numbers.soonPercent)
  }

  /** Ends the period; it is kept. */
  close(reason: PairingEndReason, today: string): void {
    Object.assign(this, { state: PairingState.ENDED, endReason: reason, endedOn: today, nextVisitOn: null, soonOn: null, pausedOn: null, pauseCause: null, plannedOn: null, plannedVisitId: null, needsHandover: false, majorChangeAt: null, warnedAt: null })
  }
}

export const PAIRINGS = keepTotal('pairings', Pairing, { heading: ['state', 'programme'] })
