import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Stored } from '../../kernel/stored'

/** One sign-in that has not ended. The token itself is nowhere: only its digest. */
@Table('sessions')
@Within({ self: 'it.accountId = :me', region: 'it.accountId = :me', team: 'it.accountId = :me', assigned: 'it.accountId = :me' })
export class Session extends Entity {
  @Index({ unique: true })
  @Stored.secret(43)
  tokenHash: string

  @Index()
  @Stored.ref()
  accountId: string

  /** The account's stamp at the sign-in; another stamp means that the session is over. */
  @Stored.whole()
  stamp: number

  @Stored.instant()
  lastSeenAt: Date

  /** The absolute end, whatever is done until then. */
  @Stored.instant()
  expiresAt: Date

  @Stored.instant({ nullable: true })
  endedAt: Date | null

  @Stored.code(45, { nullable: true })
  ip: string | null

  @Stored.text(200, { nullable: true })
  userAgent: string | null
}
