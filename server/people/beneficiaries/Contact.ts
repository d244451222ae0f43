import { Field, ObjectType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Sealed } from '../../kernel/sealed'
import { Stored } from '../../kernel/stored'
import { ContactKind } from './enums'

/** Whom to call about an elder: guardian, family, neighbour, doctor. */
@ObjectType({ description: 'Whom to call about an elder.' })
@Table('contacts')
@Within({ region: 'regionCode', assigned: 'it.beneficiaryId IN (SELECT b.id FROM beneficiaries b WHERE b.caseWorkerId = :me)' })
@Index(['beneficiaryId', 'id'])
@Index(['regionCode', 'id'])
export class Contact extends Entity {
  @Stored.ref()
  beneficiaryId: string

  /** The elder's region. */
  @Stored.region()
  regionCode: string

  @Field(() => ContactKind)
  @Stored.code(24)
  kind: ContactKind

  @Field()
  @Stored.text(50)
  name: string

  @Field(() => String, { nullable: true, description: 'Son, neighbour, village doctor.' })
  @Stored.text(30, { nullable: true })
  relation: string | null

  @Field(() => String, { nullable: true, description: 'Masked.' })
  @Sealed({ mask: 'phone', reveal: 'beneficiary.contacts', find: true })
  phone: string | null

  @Field(() => Boolean, { description: 'No longer to be called.' })
  @Stored.flag()
  archived: boolean
}
