import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Day } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'
import { TeamState, TeamTier } from './Team'

/** What a team was from one day until another: by these periods the targets of a plan are counted on any past day. */
@ObjectType({ description: 'What a team was from one day until another.' })
@Table('team_standings')
@Within({ part: 'teamId' })
@Index(['teamId', 'untilOn'])
@Index(['tier', 'sinceOn'])
export class TeamStanding extends Entity {
  @Field(() => ID)
  @Stored.ref()
  teamId: string

  @Field(() => TeamTier)
  @Stored.code(24)
  tier: TeamTier

  @Stored.region()
  regionCode: string

  @Field(() => Day)
  @Stored.day()
  sinceOn: string

  /** The first day on which it was no longer so; null while it is. */
  @Field(() => Day, { nullable: true, description: 'The first day on which it was no longer so; null while it is.' })
  @Stored.day({ nullable: true })
  untilOn: string | null

  @Field(() => TeamState)
  @Stored.code(24)
  state: TeamState

  @Field(() => Int)
  @Stored.whole()
  memberCount: number

  @Field(() => Int)
  @Stored.whole()
  veteranCount: number

  @Field(() => Boolean, { description: 'Whether every month asked an activity of it.' })
  @Stored.flag()
  needsMonthly = true

  @Field(() => Boolean, { description: 'Whether it had the members it had to have.' })
  @Stored.flag()
  metMinimum: boolean
}
