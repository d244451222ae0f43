import { Field, ID, ObjectType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../../kernel/access'
import { Entity } from '../../../kernel/entity'
import { Day, Decimal } from '../../../kernel/scalars'
import { Sealed } from '../../../kernel/sealed'
import { Stored, Untold } from '../../../kernel/stored'
import { caseReach } from '../reachRule'
import { FundSource, GivingWay, MeasureKind, MeasureState, UNDER_WAY } from './enums'

const FILED = { mask: 'hidden', reveal: 'case.read', opened: true, length: 1300 } as const

/** A piece of help for a case: planned, approved by somebody else, given against a receipt, or failed with a reason. */
@ObjectType({ description: 'A piece of help for a case. Its texts are plain only under a case that was opened; the payee’s account only through `reveal`, for whoever pays.' })
@Table('measures')
@Within(caseReach('caseId'))
@Index(['caseId', 'id'])
@Index(['state', 'plannedOn'])
@Index(['state', 'givenOn'])
export class Measure extends Entity {
  @Field(() => ID)
  @Stored.ref()
  caseId: string

  @Field(() => MeasureKind)
  @Untold
  @Stored.code(24)
  kind: MeasureKind

  @Field(() => String, { nullable: true, description: 'What is to be given or done.' })
  @Sealed(FILED)
  what: string | null

  @Field(() => Decimal, { nullable: true, description: 'Yuan, or what goods are worth; null where it costs nothing.' })
  @Untold
  @Stored.money({ nullable: true })
  amount: string | null

  @Field(() => FundSource, { nullable: true })
  @Stored.code(24, { nullable: true })
  fund: FundSource | null

  @Field(() => String, { nullable: true, description: 'The source in words: the fund’s or the donor’s name, the document.' })
  @Stored.text(100, { nullable: true })
  fundText: string | null

  @Field(() => Day)
  @Stored.day()
  plannedOn: string

  @Field({ description: 'Who sees to it.' })
  @Stored.text(60)
  responsible: string

  @Field(() => Boolean, { description: 'Given before the decision, within the urgent help that was granted.' })
  @Stored.flag()
  urgent: boolean

  @Field(() => MeasureState)
  @Stored.code(24)
  state: MeasureState

  @Stored.ref()
  plannedById: string

  @Stored.ref({ nullable: true })
  approvedById: string | null

  @Stored.ref({ nullable: true })
  secondApprovedById: string | null

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  approvedOn: string | null

  @Field(() => String, { nullable: true, description: 'What the first to approve it noted.' })
  @Sealed(FILED)
  approvalNote: string | null

  @Field(() => String, { nullable: true, description: 'What the second to approve it noted, where it takes two.' })
  @Sealed(FILED)
  secondApprovalNote: string | null

  @Field(() => String, { nullable: true })
  @Sealed({ mask: 'hidden', reveal: 'case.pay' })
  payeeBank: string | null

  @Field(() => String, { nullable: true, description: 'Masked.' })
  @Sealed({ mask: 'name', reveal: 'case.pay' })
  payeeHolder: string | null

  @Field(() => String, { nullable: true, description: 'Masked: the last four digits.' })
  @Sealed({ mask: 'bankCard', reveal: 'case.pay', find: true })
  payeeNumber: string | null

  @Field(() => String, { nullable: true, description: 'Why the account is another’s than the applicant’s.' })
  @Sealed(FILED)
  payeeFor: string | null

  @Field(() => Decimal, { nullable: true, description: 'What was given; never more than the amount.' })
  @Untold
  @Stored.money({ nullable: true })
  given: string | null

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  givenOn: string | null

  @Field(() => GivingWay, { nullable: true })
  @Stored.code(24, { nullable: true })
  way: GivingWay | null

  @Field(() => String, { nullable: true, description: 'Who signed for it.' })
  @Sealed({ mask: 'name', reveal: 'case.read', opened: true })
  receivedBy: string | null

  @Field(() => [ID], { description: 'Pictures of the receipt, to be read at /files/:id.' })
  @Stored.codes(240)
  receiptIds: string[]

  @Field(() => String, { nullable: true, description: 'Why there is no picture of a receipt.' })
  @Sealed(FILED)
  noReceiptReason: string | null

  @Stored.ref({ nullable: true })
  deliveredById: string | null

  @Field(() => String, { nullable: true, description: 'Why it came to nothing.' })
  @Sealed(FILED)
  failedFor: string | null

  /** Whether anything may still come of it. */
  isUnderWay(): boolean {
    return UNDER_WAY.includes(this.state)
  }
}
