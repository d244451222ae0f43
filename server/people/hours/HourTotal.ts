import { Entity as Table, Index } from 'typeorm'
import { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Stored } from '../../kernel/stored'

/** What stands for the team of service that was done without one. */
export const NO_TEAM = '-'

/** What the confirmed lines of one village, team, programme and month add up to. So many rows that no one of them is written by everybody. */
@Table('hour_totals')
@Within({ region: 'regionCode', team: 'teamId' })
@Index(['month', 'regionCode', 'programmeCode', 'teamId', 'drill'], { unique: true })
@Index(['regionCode', 'month'])
@Index(['teamId', 'month'])
export class HourTotal extends Entity {
  @Stored.code(7) month: string
  /** Where the service was done. */
  @Stored.region() regionCode: string
  @Stored.code(24) programmeCode: ProgrammeCode
  @Stored.code(26) teamId: string
  @Stored.flag() drill: boolean
  @Stored.whole() minutes: number
  @Stored.whole() records: number
}
