import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../../kernel/access'
import { Entity } from '../../../kernel/entity'
import { Day } from '../../../kernel/scalars'
import { Sealed } from '../../../kernel/sealed'
import { Stored, Untold } from '../../../kernel/stored'
import { ContactWay } from '../enums'
import { caseReach } from '../reachRule'

export enum FollowUpResult {
  SOLVED = 'SOLVED',
  BETTER = 'BETTER',
  SAME = 'SAME',
  WORSE = 'WORSE',
  NOT_REACHED = 'NOT_REACHED',
}
registerEnumType(FollowUpResult, { name: 'FollowUpResult', description: '已解决、好转、无变化、加重、未联系上' })

/** A look at how it goes with somebody after the help. */
@ObjectType({ description: 'A look at how it goes with somebody after the help.' })
@Table('follow_ups')
@Within(caseReach('caseId'))
@Index(['caseId', 'followedOn'])
@Index(['followedOn'])
export class FollowUp extends Entity {
  @Field(() => ID)
  @Stored.ref()
  caseId: string

  @Field(() => Day)
  @Stored.day()
  followedOn: string

  @Field(() => ContactWay)
  @Stored.code(24)
  way: ContactWay

  @Field(() => FollowUpResult)
  @Untold
  @Stored.code(24)
  result: FollowUpResult

  @Field(() => String, { nullable: true, description: 'What was found.' })
  @Sealed({ mask: 'hidden', reveal: 'case.read', opened: true, length: 1600 })
  note: string | null

  @Field(() => Day, { nullable: true, description: 'When to look again.' })
  @Stored.day({ nullable: true })
  nextOn: string | null

  @Stored.ref()
  madeById: string
}
