import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Stored } from '../../kernel/stored'
import type { PauseCause } from './Pairing'

/** A time in which a pairing rested, kept when it is over, so that past months can be told: from its first day to the day on which visits went on. */
@Table('pairing_pauses')
@Within({ part: 'pairingId' })
@Index(['pairingId', 'fromOn'])
export class PairingPause extends Entity {
  @Stored.ref()
  pairingId: string

  @Stored.day()
  fromOn: string

  /** The first day that is no pause any more. */
  @Stored.day()
  toOn: string

  @Stored.code(24, { nullable: true })
  cause: PauseCause | null
}
