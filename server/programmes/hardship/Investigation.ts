import { Field, ObjectType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Day } from '../../kernel/scalars'
import { Sealed } from '../../kernel/sealed'
import { Stored } from '../../kernel/stored'
import { caseReach } from './reachRule'

const LOOK = { mask: 'hidden', reveal: 'case.read', opened: true, length: 1600 } as const

/** A look at somebody's home by two people, with the five looks 五看 (rules.md 2.4). Its pictures are attached to it. */
@ObjectType({ description: 'A look at somebody’s home by two people, with the five looks.' })
@Table('case_investigations')
@Within(caseReach('caseId'))
@Index(['caseId'])
export class Investigation extends Entity {
  @Stored.ref()
  caseId: string

  @Field(() => Day)
  @Stored.day()
  investigatedOn: string

  /** The two accounts that went. */
  @Stored.codes(60)
  investigatorIds: string[]

  @Field(() => String, { nullable: true, description: '看住房' })
  @Sealed(LOOK)
  housing: string | null

  @Field(() => String, { nullable: true, description: '看生活条件' })
  @Sealed(LOOK)
  living: string | null

  @Field(() => String, { nullable: true, description: '看收入来源' })
  @Sealed(LOOK)
  income: string | null

  @Field(() => String, { nullable: true, description: '看就学就业就医' })
  @Sealed(LOOK)
  schoolWorkHealth: string | null

  @Field(() => String, { nullable: true, description: '看特殊群体' })
  @Sealed(LOOK)
  specialGroups: string | null

  @Field(() => String, { nullable: true, description: 'What was found, in sum.' })
  @Sealed({ ...LOOK, length: 3300 })
  findings: string | null

  @Stored.ref()
  recordedById: string
}
