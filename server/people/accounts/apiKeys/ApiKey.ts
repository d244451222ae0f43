import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../../kernel/access'
import { Entity } from '../../../kernel/entity'
import { DateTime } from '../../../kernel/scalars'
import { Stored } from '../../../kernel/stored'

export enum ApiKeyState {
  ACTIVE = 'ACTIVE',
  REVOKED = 'REVOKED',
}
registerEnumType(ApiKeyState, { name: 'ApiKeyState' })

/** A front end of the bureau's, such as a site or a mini program, known by its key: what it may ask where nobody has signed in, and from where. */
@ObjectType({ description: 'A front end, such as a site or a mini program, known by its key.' })
@Table('api_keys')
@Within({})
export class ApiKey extends Entity {
  @Field()
  @Stored.text(60)
  name: string

  /** The digest of the key; the key itself is shown once and kept by nobody here. */
  @Index({ unique: true })
  @Stored.secret(43)
  keyHash: string

  @Field({ description: 'The first characters of the key, to know it by.' })
  @Stored.code(8)
  hint: string

  /** Comma-separated; an origin holds no comma. */
  @Field(() => [String], { description: 'From where browsers may ask with it, e.g. https://www.example.org; none where no browser does.' })
  @Stored.codes(1000)
  origins: string[]

  @Field(() => [String], { description: 'The public operations that it may ask.' })
  @Stored.codes(1000)
  operations: string[]

  @Field(() => Int, { description: 'Requests a minute, in each process of the server.' })
  @Stored.whole()
  perMinute: number

  @Field(() => ApiKeyState)
  @Stored.code(20)
  state: ApiKeyState

  @Field(() => DateTime, { nullable: true, description: 'To the minute.' })
  @Stored.instant({ nullable: true })
  lastUsedAt: Date | null
}
