import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Day } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'

export enum DayException {
  OFF = 'OFF',
  WORK = 'WORK',
}
registerEnumType(DayException, { name: 'DayException', description: '放假／调休上班' })

/** A day that is off in the week, or worked at the weekend. */
@ObjectType({ description: 'A day that is off in the week, or worked at the weekend.' })
@Table('working_day_exceptions')
@Within('everyone')
export class WorkingDayException extends Entity {
  @Field(() => Day)
  @Index({ unique: true })
  @Stored.day()
  day: string

  @Field(() => DayException)
  @Stored.code(24)
  kind: DayException
}
