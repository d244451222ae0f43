import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Day } from '../../kernel/scalars'
import { Sealed } from '../../kernel/sealed'
import { Stored } from '../../kernel/stored'
import { MemberRelation } from './enums'

const FILED = { mask: 'hidden', reveal: 'case.read', opened: true } as const

/** Somebody who lives in the household of whoever a case is about. Who is no longer there is kept as gone. */
@ObjectType({ description: 'Somebody of the household.' })
@Table('case_household_members')
@Within({ part: 'caseId' })
@Index(['caseId'])
@Index(['personId'])
export class HouseholdMember extends Entity {
  @Stored.ref()
  caseId: string

  @Field(() => ID, { nullable: true, description: 'The person of the registry, where it is one.' })
  @Stored.ref({ nullable: true })
  personId: string | null

  @Field(() => String)
  @Sealed({ mask: 'name', reveal: 'case.read', opened: true })
  name: string | null

  @Field(() => MemberRelation)
  @Stored.code(24)
  relation: MemberRelation

  @Field(() => Int, { nullable: true, description: 'In years.' })
  @Stored.whole({ nullable: true })
  age: number | null

  @Field(() => String, { nullable: true })
  @Sealed({ ...FILED, length: 800 })
  health: string | null

  @Field(() => String, { nullable: true })
  @Sealed({ ...FILED, length: 800 })
  work: string | null

  @Stored.flag()
  gone: boolean
}

/** How a household lives: a year's income and spending, how it is housed, what help it has from elsewhere. One for a case. */
@ObjectType({ description: 'How the household lives: amounts of a year, in yuan with two places.' })
@Table('case_economies')
@Within({ part: 'caseId' })
export class HouseholdEconomy extends Entity {
  @Index({ unique: true })
  @Stored.ref()
  caseId: string

  @Field(() => Day, { description: 'When it was asked.' })
  @Stored.day()
  askedOn: string

  @Field(() => String, { nullable: true, description: 'Income of a year.' })
  @Sealed(FILED)
  income: string | null

  @Field(() => String, { nullable: true, description: 'Where the income comes from.' })
  @Sealed({ ...FILED, length: 1200 })
  incomeFrom: string | null

  @Field(() => String, { nullable: true, description: 'Spending of a year.' })
  @Sealed(FILED)
  spending: string | null

  @Field(() => String, { nullable: true, description: 'Of it for illness, after what the insurance pays.' })
  @Sealed(FILED)
  medicalSpending: string | null

  @Field(() => String, { nullable: true })
  @Sealed({ ...FILED, length: 1200 })
  housing: string | null

  @Field(() => String, { nullable: true, description: 'Other help that the household has: kind, amount, day.' })
  @Sealed({ ...FILED, length: 3300 })
  otherAid: string | null
}
