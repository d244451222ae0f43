import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Day } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'

export enum EmploymentEnd {
  LEFT = 'LEFT',
  RETIRED = 'RETIRED',
  DIED = 'DIED',
  CLOSED = 'CLOSED',
  MISTAKE = 'MISTAKE',
}
registerEnumType(EmploymentEnd, { name: 'EmploymentEnd', description: '离职、退休、去世、单位注销、登记有误' })

/** That somebody works for an employer, from a day to a day. Ending it keeps it; the same two may begin again. */
@ObjectType({ description: 'That somebody works for an employer: a period, kept when it ends.' })
@Table('employments')
@Within({ region: 'regionCode', self: 'it.employerId = :employer' })
@Index(['employerId', 'to', 'id'])
@Index(['personId', 'to'])
@Index(['regionCode', 'id'])
export class Employment extends Entity {
  @Field(() => ID)
  @Stored.ref()
  employerId: string

  @Field(() => ID)
  @Stored.ref()
  personId: string

  /** The employer's division. */
  @Stored.region()
  regionCode: string

  @Field(() => String, { nullable: true })
  @Stored.text(60, { nullable: true })
  jobTitle: string | null

  @Field(() => Day)
  @Stored.day()
  from: string

  @Field(() => Day, { nullable: true, description: 'The last day; without it, it goes on.' })
  @Stored.day({ nullable: true })
  to: string | null

  @Field(() => EmploymentEnd, { nullable: true })
  @Stored.code(24, { nullable: true })
  endReason: EmploymentEnd | null

  @Field(() => String, { nullable: true })
  @Stored.text(200, { nullable: true })
  endNote: string | null
}

/** Employments `e` of persons `p` that go on and make a veteran's place of work. */
export const VETERAN_WORKS = "e.`to` IS NULL AND p.isVeteran = 1 AND p.state = 'ACTIVE'"

/** How many veterans work at the employer whose id a column names: each counts once. */
export const veteransAt = (column: string): string => `(SELECT COUNT(DISTINCT e.personId) FROM employments e JOIN persons p ON p.id = e.personId WHERE e.employerId = ${column} AND ${VETERAN_WORKS})`
