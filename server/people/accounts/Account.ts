import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { DateTime } from '../../kernel/scalars'
import { Sealed } from '../../kernel/sealed'
import { Stored } from '../../kernel/stored'

export enum AccountState {
  ACTIVE = 'ACTIVE',
  DISABLED = 'DISABLED',
}
registerEnumType(AccountState, { name: 'AccountState' })

/** Whom the system knows by a name and a password. What it may do is its role's; how far it sees is bound here. */
@ObjectType({ description: 'Whom the system knows by a user name and a password.' })
@Table('accounts')
@Index(['role', 'state'])
@Within({ self: 'it.id = :me', region: 'it.id = :me', team: 'it.id = :me', assigned: 'it.id = :me' })
export class Account extends Entity {
  @Field()
  @Index({ unique: true })
  @Stored.code(40)
  username: string

  @Field()
  @Stored.text(60)
  displayName: string

  @Field({ description: 'The name of the role, as in schema/roles.md.' })
  @Stored.code(30)
  role: string

  @Field(() => AccountState)
  @Stored.code(20)
  state: AccountState

  /** The division whose subtree a `region` role sees. */
  @Field(() => String, { nullable: true })
  @Stored.region({ nullable: true })
  regionCode: string | null

  @Field(() => ID, { nullable: true })
  @Stored.ref({ nullable: true })
  teamId: string | null

  @Field(() => ID, { nullable: true })
  @Stored.ref({ nullable: true })
  volunteerId: string | null

  @Field(() => ID, { nullable: true })
  @Stored.ref({ nullable: true })
  personId: string | null

  @Field(() => ID, { nullable: true, description: 'The employer that a contact of it acts for.' })
  @Index()
  @Stored.ref({ nullable: true })
  employerId: string | null

  /** argon2id, in its own text form. */
  @Stored.secret(200)
  passwordHash: string

  /** Digests of the last passwords, newest first, so that they are not used again; argon2id, one a line. */
  @Stored.secret(1200, { nullable: true })
  formerPasswords: string | null

  @Field(() => DateTime)
  @Stored.instant()
  passwordChangedAt: Date

  @Field(() => Boolean)
  @Stored.flag()
  mustChangePassword: boolean

  @Field(() => DateTime, { nullable: true })
  @Stored.instant({ nullable: true })
  lockedUntil: Date | null

  @Field(() => DateTime, { nullable: true })
  @Stored.instant({ nullable: true })
  lastSignInAt: Date | null

  /** Grows when the account is disabled, its role, reach or password changes: sessions opened before it are over. */
  @Stored.whole()
  stamp: number

  @Sealed({ mask: 'hidden', reveal: 'nobody' })
  totpSecret: string | null

  @Field(() => Boolean, { description: 'Whether a second factor is in use.' })
  @Stored.flag()
  totpConfirmed: boolean

  /** The last 30-second step that a code was accepted for, so that a code works once. */
  @Stored.whole({ nullable: true })
  totpStep: number | null
}
