import { Field, ID, ObjectType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../../kernel/access'
import { Entity } from '../../../kernel/entity'
import { Day } from '../../../kernel/scalars'
import { Sealed } from '../../../kernel/sealed'
import { Stored, Untold } from '../../../kernel/stored'
import { caseReach } from '../reachRule'
import { Department, ReferralState } from './enums'

const FILED = { mask: 'hidden', reveal: 'case.read', opened: true, length: 1300 } as const

/** A case, or a part of its need, handed to another department that helps by rules of its own. */
@ObjectType({ description: 'A part of a case’s need, handed to another department.' })
@Table('referrals')
@Within(caseReach('caseId'))
@Index(['caseId', 'id'])
@Index(['measureId'])
@Index(['state', 'sentOn'])
@Index(['state', 'doneOn'])
export class Referral extends Entity {
  @Field(() => ID)
  @Stored.ref()
  caseId: string

  @Field(() => Department)
  @Untold
  @Stored.code(24)
  department: Department

  @Field(() => ID, { nullable: true, description: 'The measure of the plan that it carries out.' })
  @Stored.ref({ nullable: true })
  measureId: string | null

  @Field(() => String, { nullable: true, description: 'What the department is asked for.' })
  @Sealed(FILED)
  what: string | null

  @Field(() => ReferralState)
  @Stored.code(24)
  state: ReferralState

  @Field(() => Day)
  @Stored.day()
  sentOn: string

  @Field(() => String, { nullable: true, description: 'With whom it lies there.' })
  @Stored.text(60, { nullable: true })
  contact: string | null

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  answeredOn: string | null

  @Field(() => String, { nullable: true, description: 'What the department said; a reason where it did not take it.' })
  @Sealed(FILED)
  answer: string | null

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  doneOn: string | null

  @Field(() => String, { nullable: true, description: 'What came of it.' })
  @Sealed(FILED)
  result: string | null
}
