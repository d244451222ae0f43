import { Field, ObjectType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Day } from '../../kernel/scalars'
import { Sealed } from '../../kernel/sealed'
import { Stored } from '../../kernel/stored'
import { TransferState } from './enums'

const FILED = { mask: 'hidden', reveal: 'case.read', opened: true, length: 1600 } as const

/** A case handed to another worker or another township; it moves only when they accept. */
@ObjectType({ description: 'A case handed to another worker or another township; it moves only when they accept.' })
@Table('case_transfers')
@Within({ part: 'caseId' })
@Index(['caseId'])
export class CaseTransfer extends Entity {
  @Stored.ref()
  caseId: string

  @Stored.ref({ nullable: true })
  fromOwnerId: string | null

  @Stored.region()
  fromRegion: string

  @Stored.ref({ nullable: true })
  toAccountId: string | null

  @Stored.region({ nullable: true })
  toRegion: string | null

  @Field(() => TransferState)
  @Stored.code(24)
  state: TransferState

  @Field(() => String, { nullable: true })
  @Sealed(FILED)
  reason: string | null

  @Field(() => Day)
  @Stored.day()
  askedOn: string

  @Stored.ref()
  askedById: string

  @Field(() => String, { nullable: true, description: 'What whoever answered said.' })
  @Sealed(FILED)
  answer: string | null

  @Stored.ref({ nullable: true })
  answeredById: string | null

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  answeredOn: string | null
}
