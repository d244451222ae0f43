import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Stored } from '../../kernel/stored'

export enum CredentialKind {
  TRAINING = 'TRAINING',
  QUALIFICATION = 'QUALIFICATION',
}
registerEnumType(CredentialKind, { name: 'CredentialKind', description: '培训课程、资格证书' })

/** A course or a certificate as the bureau calls it: what an activity may ask for, and what volunteers' records are chosen from, so that nothing hangs on how somebody spells it (条例 16). */
@ObjectType({ description: 'A course or a certificate of the bureau’s catalogue: what an activity may ask for.' })
@Table('credentials')
@Within('everyone')
@Index(['kind', 'name'], { unique: true })
export class Credential extends Entity {
  @Field(() => CredentialKind)
  @Stored.code(24)
  kind: CredentialKind

  @Field()
  @Stored.text(80)
  name: string

  @Field(() => Boolean, { description: 'Whether it can still be chosen.' })
  @Stored.flag()
  active: boolean
}
