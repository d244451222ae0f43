import { Field, ObjectType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Day } from '../../kernel/scalars'
import { Sealed } from '../../kernel/sealed'
import { Stored } from '../../kernel/stored'
import { ContactWay } from './enums'

/** A contact with whoever a case is about; one that did not come about is kept, and does not count. */
@ObjectType({ description: 'A contact with whoever the case is about; one that did not come about does not count.' })
@Table('case_contacts')
@Within({ part: 'caseId' })
@Index(['caseId'])
export class CaseContact extends Entity {
  @Stored.ref()
  caseId: string

  @Field(() => Day)
  @Stored.day()
  contactedOn: string

  @Field(() => ContactWay)
  @Stored.code(24)
  way: ContactWay

  @Field(() => Boolean)
  @Stored.flag()
  reached: boolean

  @Field(() => String, { nullable: true })
  @Sealed({ mask: 'hidden', reveal: 'case.read', opened: true, length: 1600 })
  note: string | null

  @Stored.ref()
  madeById: string
}
