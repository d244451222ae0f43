import { Field, ObjectType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Day } from '../../kernel/scalars'
import { Sealed } from '../../kernel/sealed'
import { Stored } from '../../kernel/stored'
import { CaseObjectionState, ObjectionAgainst } from './enums'

const FILED = { mask: 'hidden', reveal: 'case.read', opened: true, length: 3300 } as const

/** What somebody objects to, in the notice or in the decision; answered by somebody who had no part in it. */
@ObjectType({ description: 'What somebody objects to; answered by somebody who had no part in it.' })
@Table('case_objections')
@Within({ part: 'caseId' })
@Index(['caseId'])
export class CaseObjection extends Entity {
  @Stored.ref()
  caseId: string

  @Field(() => ObjectionAgainst)
  @Stored.code(24)
  against: ObjectionAgainst

  @Field(() => CaseObjectionState)
  @Stored.code(24)
  state: CaseObjectionState

  @Field(() => String, { nullable: true, description: 'Who objects; nobody where it came without a name.' })
  @Sealed({ mask: 'name', reveal: 'case.read', opened: true })
  byName: string | null

  @Field(() => String, { nullable: true, description: 'Masked.' })
  @Sealed({ mask: 'phone', reveal: 'person.revealPhone' })
  byPhone: string | null

  @Field(() => String, { nullable: true })
  @Sealed(FILED)
  text: string | null

  @Field(() => Day)
  @Stored.day()
  receivedOn: string

  @Field(() => Day, { description: 'By when it is to be answered.' })
  @Stored.day()
  dueOn: string

  @Stored.ref()
  recordedById: string

  @Field(() => String, { nullable: true })
  @Sealed(FILED)
  answer: string | null

  @Stored.ref({ nullable: true })
  answeredById: string | null

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  answeredOn: string | null
}
