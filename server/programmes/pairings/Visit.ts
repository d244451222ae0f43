import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { keepTotal } from '../../kernel/keptTotals'
import { DateTime, Day, Decimal } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'
import { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'
import type { Pairing } from './Pairing'

export enum VisitState {
  PLANNED = 'PLANNED',
  DONE = 'DONE',
  MISSED = 'MISSED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(VisitState, { name: 'VisitState' })

export enum VisitManner {
  HOME = 'HOME',
  PHONE = 'PHONE',
}
registerEnumType(VisitManner, { name: 'VisitManner' })

export enum RedFlag {
  ILL = 'ILL',
  FALL_RISK = 'FALL_RISK',
  NO_HEATING = 'NO_HEATING',
  NO_FOOD = 'NO_FOOD',
  LOW_SPIRITS = 'LOW_SPIRITS',
  ABUSE_SUSPECTED = 'ABUSE_SUSPECTED',
}
registerEnumType(RedFlag, { name: 'VisitFlag', description: '患病、跌倒风险、缺取暖、缺食物、情绪低落、疑似虐待' })

/** A volunteer looking in on their elder: planned, done, missed or cancelled; kept with the pairing and the volunteer it was in. */
@ObjectType({ description: 'A volunteer looking in on their elder.' })
@Table('visits')
@Within({
  region: 'regionCode',
  self: 'volunteerId',
  team: 'it.pairingId IN (SELECT p.id FROM pairings p WHERE p.teamId = :team)',
  assigned: 'it.pairingId IN (SELECT p.id FROM pairings p WHERE p.caseWorkerId = :me)',
})
@Index(['pairingId', 'state', 'visitedOn', 'plannedOn'])
@Index(['pairingId', 'standsOn', 'id'])
@Index(['beneficiaryId', 'visitedOn'])
@Index(['volunteerId', 'state', 'visitedOn'])
@Index(['regionCode', 'state', 'visitedOn'])
@Index(['regionCode', 'plannedOn'])
@Index(['visitedOn', 'id', 'regionCode', 'state'])
@Index(['plannedOn', 'id'])
export class Visit extends Entity {
  @Field(() => ID)
  @Stored.ref()
  pairingId: string

  @Stored.ref()
  beneficiaryId: string

  /** Who went, or is to go. */
  @Stored.ref()
  volunteerId: string

  @Stored.region()
  regionCode: string

  @Field(() => ProgrammeCode)
  @Stored.code(24)
  programme: ProgrammeCode

  @Field(() => VisitState)
  @Stored.code(24)
  state: VisitState

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  plannedOn: string | null

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  visitedOn: string | null

  @Field(() => DateTime, { nullable: true })
  @Stored.instant({ nullable: true })
  startedAt: Date | null

  @Field(() => DateTime, { nullable: true })
  @Stored.instant({ nullable: true })
  endedAt: Date | null

  @Field(() => VisitManner)
  @Stored.code(24)
  manner: VisitManner

  @Field(() => Boolean, { description: 'Whether the elder was seen or spoken to.' })
  @Stored.flag()
  contactMade: boolean

  @Field(() => Int, { description: 'Minutes of service, without the way.' })
  @Stored.whole()
  minutes: number

  @Field(() => [String], { description: 'Services of the programme’s catalogue.' })
  @Stored.codes(200)
  services: string[]

  @Field(() => Int, { nullable: true, description: 'How the elder is, 1 bad to 5 well.' })
  @Stored.whole({ nullable: true })
  condition: number | null

  @Field(() => [RedFlag])
  @Stored.codes(120)
  flags: RedFlag[]

  @Field(() => String, { nullable: true })
  @Stored.text(1000, { nullable: true })
  note: string | null

  @Field(() => Decimal, { nullable: true, description: 'What was spent for the elder on an errand, in yuan: the only money that a volunteer handles.' })
  @Stored.money({ nullable: true })
  amount: string | null

  @Field(() => [ID], { description: 'Pictures of the receipts, to be read at /files/:id.' })
  @Stored.codes(90)
  receiptIds: string[]

  @Field(() => String, { nullable: true, description: 'Why there is no receipt.' })
  @Stored.text(200, { nullable: true })
  noReceiptReason: string | null

  @Field(() => String, { nullable: true, description: 'Who signed that goods and change were handed over.' })
  @Stored.text(50, { nullable: true })
  signedBackBy: string | null

  @Field(() => Boolean, { description: 'Whether it moves the due date.' })
  @Stored.flag()
  counts: boolean

  /** The account that confirmed it. */
  @Field(() => ID, { nullable: true })
  @Stored.ref({ nullable: true })
  confirmedById: string | null

  @Stored.ref({ nullable: true })
  recordedById: string | null

  /** The day by which it stands among the visits of its pairing: when it was made or, until then, is planned for. */
  @Stored.day({ nullable: true })
  get standsOn(): string | null {
    return this.visitedOn ?? this.plannedOn
  }

  set standsOn(_: string | null) {
    // Follows from the two days.
  }

  /** A visit of a pairing, still to be filled in. */
  static within(pairing: Pairing, volunteerId: string): Visit {
    return Visit.of({
      pairingId: pairing.id, beneficiaryId: pairing.beneficiaryId, volunteerId, regionCode: pairing.regionCode, programme: pairing.programme, state: VisitState.PLANNED, plannedOn: null, visitedOn: null,
      startedAt: null, endedAt: null, manner: VisitManner.HOME, contactMade: false, minutes: 0, services: [], condition: null, flags: [], note: null, amount: null, receiptIds: [], noReceiptReason: null, signedBackBy: null, counts: false, confirmedById: null, recordedById: null,
    })
  }
}

export const VISITS = keepTotal('visits', Visit, { month: 'visitedOn', heading: ['state'] })
