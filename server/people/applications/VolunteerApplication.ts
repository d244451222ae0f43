import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { DateTime } from '../../kernel/scalars'
import { Sealed } from '../../kernel/sealed'
import { Stored } from '../../kernel/stored'
import { Skill } from '../persons/Skill'

export enum ApplicationState {
  RECEIVED = 'RECEIVED',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
}
registerEnumType(ApplicationState, { name: 'ApplicationState' })

/** Somebody offers to serve through the public form, without an account. Until it is accepted nobody is in the registry by it. */
@ObjectType({ description: 'Somebody offers to serve through the public form.' })
@Table('volunteer_applications')
@Within({ region: 'regionCode' })
@Index(['regionCode', 'state', 'id'])
export class VolunteerApplication extends Entity {
  @Field({ description: 'What the applicant is told, to ask by.' })
  @Index({ unique: true })
  @Stored.code(20)
  number: string

  @Field()
  @Stored.text(50)
  name: string

  @Field(() => String, { nullable: true, description: 'Masked.' })
  @Sealed({ mask: 'idCard', reveal: 'person.revealIdCard', find: true })
  idCard: string | null

  @Field(() => Int)
  @Stored.whole()
  birthYear: number

  @Field(() => String, { nullable: true, description: 'Masked.' })
  @Sealed({ mask: 'phone', reveal: 'person.revealPhone', find: true })
  phone: string | null

  @Stored.region()
  regionCode: string

  @Field(() => Boolean)
  @Stored.flag()
  isVeteran: boolean

  @Field(() => [Skill])
  @Stored.codes(300)
  skills: Skill[]

  @Field(() => String, { nullable: true, description: 'What the applicant added.' })
  @Stored.text(300, { nullable: true })
  note: string | null

  @Field(() => String, { nullable: true, description: 'Who agreed for somebody under age.' })
  @Stored.text(50, { nullable: true })
  guardianName: string | null

  @Field(() => String, { nullable: true, description: 'Masked.' })
  @Sealed({ mask: 'phone', reveal: 'person.revealPhone' })
  guardianPhone: string | null

  @Field({ description: 'The version of the notice agreed to.' })
  @Stored.code(24)
  noticeVersion: string

  @Field(() => ApplicationState)
  @Stored.code(24)
  state: ApplicationState

  @Field(() => String, { nullable: true, description: 'Why it was declined.' })
  @Stored.text(200, { nullable: true })
  answer: string | null

  @Field(() => DateTime, { nullable: true })
  @Stored.instant({ nullable: true })
  answeredAt: Date | null

  @Field(() => ID, { nullable: true, description: 'The volunteer that came of it.' })
  @Stored.ref({ nullable: true })
  volunteerId: string | null
}
