import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { SealedBytes } from '../../kernel/sealed'
import { Stored } from '../../kernel/stored'
import { CaseState } from './enums'

/** What the snapshot's bytes are bound to. */
export const snapshotPlace = (id: string): string => `CaseSnapshot/${id}/content`

/** The household and the case as they stood at a decision: later changes do not change it. Sealed as a whole. */
@Table('case_snapshots')
@Within({ part: 'caseId' })
@Index(['caseId'])
export class CaseSnapshot extends Entity {
  @Stored.ref()
  caseId: string

  /** APPROVED or REFUSED. */
  @Stored.code(24)
  outcome: CaseState

  @Stored.day()
  decidedOn: string

  @Stored.ref()
  deciderId: string

  @Stored.whole()
  round: number

  @SealedBytes<CaseSnapshot>(['id'], ({ id }) => snapshotPlace(id), true)
  @Stored.blob()
  content: Buffer
}
