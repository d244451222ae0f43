import { Field, ObjectType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Day } from '../../kernel/scalars'
import { Sealed } from '../../kernel/sealed'
import { Stored, Untold } from '../../kernel/stored'
import { ExclusionKind } from './enums'

/** Whether a ground was found for which somebody gets no help, and where that was looked up. For reviewers alone. */
@ObjectType({ description: 'Whether a ground was found for which somebody gets no help, and where that was looked up. For reviewers alone.' })
@Table('case_exclusion_checks')
@Within({ part: 'caseId' })
@Index(['caseId'])
export class ExclusionCheck extends Entity {
  @Stored.ref()
  caseId: string

  /** The round of the case that it was looked up in. */
  @Stored.whole()
  round: number

  @Field(() => ExclusionKind)
  @Untold
  @Stored.code(24)
  kind: ExclusionKind

  @Field(() => Boolean)
  @Untold
  @Stored.flag()
  found: boolean

  @Field({ description: 'Where it was looked up, or who answered.' })
  @Untold
  @Stored.text(200)
  source: string

  @Field(() => String, { nullable: true })
  @Sealed({ mask: 'hidden', reveal: 'case.exclusion', opened: true, length: 1600 })
  note: string | null

  @Stored.ref()
  checkedById: string

  @Field(() => Day)
  @Stored.day()
  checkedOn: string
}
