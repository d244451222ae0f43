import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Day } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'
import { RiskGrade } from './enums'

/** A grading of an elder's risk, with its reason. */
@ObjectType({ description: 'A grading of an elder’s risk.' })
@Table('grade_changes')
@Within({ part: 'beneficiaryId' })
@Index(['beneficiaryId', 'id'])
export class GradeChange extends Entity {
  @Stored.ref()
  beneficiaryId: string

  @Field(() => RiskGrade, { nullable: true, description: 'The grade before; null at the first grading.' })
  @Stored.code(24, { nullable: true })
  fromGrade: RiskGrade | null

  @Field(() => RiskGrade)
  @Stored.code(24)
  grade: RiskGrade

  @Field(() => Int)
  @Stored.whole()
  visitEvery: number

  @Field(() => Day)
  @Stored.day()
  gradedOn: string

  @Field(() => Boolean, { description: 'Whether the change is such that a visit is due within 24 hours.' })
  @Stored.flag()
  majorChange: boolean

  @Field(() => String, { nullable: true })
  @Stored.text(500, { nullable: true })
  reason: string | null

  @Field(() => ID)
  @Stored.ref()
  gradedById: string
}
