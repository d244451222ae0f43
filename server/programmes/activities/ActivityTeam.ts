import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Stored } from '../../kernel/stored'

/** A team's part in an activity: what the monthly duty is judged by. Follows from the activity and its confirmed attendance. */
@Table('activity_teams')
@Within({ region: 'regionCode', team: 'teamId' })
@Index(['activityId', 'teamId'], { unique: true })
@Index(['teamId', 'month'])
@Index(['month', 'regionCode'])
export class ActivityTeam extends Entity {
  @Stored.ref()
  activityId: string

  @Stored.ref()
  teamId: string

  /** The team's own division. */
  @Stored.region()
  regionCode: string

  /** The month of the activity's start in Asia/Shanghai, `YYYY-MM`. */
  @Stored.code(7)
  month: string

  /** Whether the activity is the team's own. */
  @Stored.flag()
  organiser: boolean

  /** False where the team was taken out of the plan again. */
  @Stored.flag()
  takesPart: boolean

  /** Members of the team whose minutes stand in the ledger. */
  @Stored.whole()
  confirmedCount: number

  /** All of whatever team whose minutes of the activity stand in the ledger: without one it satisfies no duty. */
  @Stored.whole()
  attendance: number
}
