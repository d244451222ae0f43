import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'
import { type Actor, Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { DateTime, Day } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'

export enum CertificateState {
  REQUESTED = 'REQUESTED',
  APPROVED = 'APPROVED',
  ISSUED = 'ISSUED',
  REVOKED = 'REVOKED',
  REJECTED = 'REJECTED',
}
registerEnumType(CertificateState, { name: 'CertificateState', description: '已申请、已审批待盖章、已盖章发出、已撤销、未通过' })

/** A line of the ledger as it stood when the certificate was approved. */
@ObjectType({ description: 'A line of the ledger as it stood when the certificate was approved.' })
export class CertificateLine {
  @Field(() => Day) servedOn: string
  @Field(() => ProgrammeCode) programmeCode: ProgrammeCode
  @Field(() => String, { nullable: true }) content: string | null
  @Field(() => Int) minutes: number
  @Field(() => Int, { nullable: true, description: '1 to 5, where it was evaluated.' }) rating?: number | null
}

/** What a certificate says, frozen when it was approved: later changes of the ledger do not change it (rules.md 2.2). */
@ObjectType({ description: 'What a certificate says, frozen when it was approved.' })
export class CertificateContent {
  @Field() name: string
  @Field() volunteerNo: string
  @Field(() => String, { nullable: true }) nationalNo: string | null
  @Field(() => String, { nullable: true, description: 'The resident ID number, masked.' }) idCardMask: string | null
  @Field(() => Int, { description: 'Of real service.' }) minutes: number
  @Field(() => Int, { description: 'Of drills, told apart.' }) drillMinutes: number
  @Field(() => [CertificateLine]) lines: CertificateLine[]
  @Field() issuer: string
  @Field() responsible: string
  @Field() handler: string
  @Field() contact: string
}

/** A record of somebody's service over a span of days, to be sealed by the bureau (志愿服务记录与证明出具办法). */
@ObjectType({ description: 'A record of somebody’s service over a span of days, to be sealed by the bureau.' })
@Table('certificates')
@Within({ region: 'regionCode', self: 'volunteerId' })
@Index(['regionCode', 'state', 'id'])
@Index(['volunteerId', 'id'])
export class Certificate extends Entity {
  @Field(() => ID)
  @Stored.ref()
  volunteerId: string

  /** Where the volunteer lives. */
  @Stored.region()
  regionCode: string

  @Field(() => CertificateState)
  @Stored.code(24)
  state: CertificateState

  @Field(() => Day)
  @Stored.day()
  from: string

  @Field(() => Day)
  @Stored.day()
  to: string

  @Field(() => String, { nullable: true, description: 'What it is needed for.' })
  @Stored.text(120, { nullable: true })
  purpose: string | null

  @Stored.code(26)
  requestedById: string

  @Field(() => String, { nullable: true, description: 'Given when it is approved, once and for ever.' })
  @Index({ unique: true })
  @Stored.code(24, { nullable: true })
  number: string | null

  @Field(() => String, { nullable: true, description: 'What must be known beside the number to check it.' })
  @Stored.code(8, { nullable: true })
  checkCode: string | null

  @Field(() => DateTime, { nullable: true })
  @Stored.instant({ nullable: true })
  approvedAt: Date | null

  @Field(() => Day, { nullable: true, description: 'The last day on which it is published among the members; it is sealed after that. Null where it need not be.' })
  @Stored.day({ nullable: true })
  displayUntil: string | null

  @Field(() => CertificateContent, { nullable: true })
  @Stored.json({ nullable: true })
  content: CertificateContent | null

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  sealedOn: string | null

  @Field(() => String, { nullable: true })
  @Stored.text(200, { nullable: true })
  remarks: string | null

  @Field(() => String, { nullable: true, description: 'Why it was rejected or revoked.' })
  @Stored.text(200, { nullable: true })
  reason: string | null

  /** The volunteer while a request waits: there is one at a time. */
  @Index({ unique: true })
  @Stored.ref({ nullable: true })
  pendingKey: string | null

  /** Whether it is still published among the members, so that it may not be sealed yet. */
  isOnDisplay(today: string): boolean {
    return this.displayUntil !== null && today <= this.displayUntil
  }

  /** Whether the actor asked for it, or it is theirs: somebody else decides. */
  isOwnOf({ id, reach }: Actor): boolean {
    return this.requestedById === id || this.volunteerId === reach.volunteerId
  }
}
