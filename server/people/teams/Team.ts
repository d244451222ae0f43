import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { keepTotal } from '../../kernel/keptTotals'
import { Day } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'

export enum TeamTier {
  BANNER = 'BANNER',
  TOWNSHIP = 'TOWNSHIP',
  VILLAGE = 'VILLAGE',
  SQUAD = 'SQUAD',
}
registerEnumType(TeamTier, { name: 'TeamTier' })

export enum TeamState {
  PREPARING = 'PREPARING',
  ACTIVE = 'ACTIVE',
  RECTIFYING = 'RECTIFYING',
  SUSPENDED = 'SUSPENDED',
  DISBANDED = 'DISBANDED',
}
registerEnumType(TeamState, { name: 'TeamState' })

/** Whether all members or only the veterans count towards a team's minimum. */
export enum MinimumBasis {
  ALL = 'ALL',
  VETERAN = 'VETERAN',
}
registerEnumType(MinimumBasis, { name: 'MinimumBasis' })

/** Why a team rectifies: the count of its members put it there and takes it back, or the bureau did, and only the bureau takes it back. */
export enum RectifyCause {
  BELOW_MINIMUM = 'BELOW_MINIMUM',
  BUREAU = 'BUREAU',
}
registerEnumType(RectifyCause, { name: 'RectifyCause' })

/** A veterans' volunteer team of the banner, a township or a village, or a village squad. */
@ObjectType({ description: 'A veterans’ volunteer team or squad.' })
@Table('teams')
@Within({ region: 'regionCode', team: 'id', self: 'it.id IN (SELECT v.teamId FROM volunteers v WHERE v.id = :volunteer)' })
@Index(['regionCode', 'tier', 'state'])
@Index(['regionCode', 'name'])
export class Team extends Entity {
  @Field()
  @Index({ unique: true })
  @Stored.code(24)
  code: string

  @Field()
  @Stored.text(80)
  name: string

  @Field(() => TeamTier)
  @Stored.code(24)
  tier: TeamTier

  @Stored.region()
  regionCode: string

  @Field(() => ID, { nullable: true })
  @Index()
  @Stored.ref({ nullable: true })
  parentId: string | null

  @Field(() => ID, { nullable: true })
  @Stored.ref({ nullable: true })
  stationId: string | null

  /** The volunteer who leads it. */
  @Field(() => ID, { nullable: true })
  @Stored.ref({ nullable: true })
  leaderId: string | null

  /** The members who stand in for the leader. */
  @Field(() => [ID], { description: 'The members who stand in for the leader.' })
  @Stored.codes(120)
  deputyIds: string[]

  @Field(() => Int, { description: 'How many members it must have.' })
  @Stored.whole()
  memberMin: number

  @Field(() => MinimumBasis)
  @Stored.code(24)
  minBasis: MinimumBasis

  @Field(() => Day, { nullable: true, description: 'Until when it may be below its minimum, by a recorded exemption.' })
  @Stored.day({ nullable: true })
  exemptUntil: string | null

  @Field(() => String, { nullable: true, description: 'Why it is exempt.' })
  @Stored.text(200, { nullable: true })
  exemptReason: string | null

  @Field(() => TeamState)
  @Stored.code(24)
  state: TeamState

  @Field(() => RectifyCause, { nullable: true, description: 'Why it rectifies.' })
  @Stored.code(24, { nullable: true })
  rectifyCause: RectifyCause | null

  @Field(() => Day, { nullable: true, description: 'By when it is to be as it must be again.' })
  @Stored.day({ nullable: true })
  rectifyBy: string | null

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  foundedOn: string | null

  @Field(() => Int, { description: 'Active home members.' })
  @Stored.whole()
  memberCount: number

  @Field(() => Int, { description: 'Veterans among the active home members.' })
  @Stored.whole()
  veteranCount: number

  @Field(() => Boolean, { description: 'Whether it has been given its flag.' })
  @Stored.flag()
  hasFlag = false

  @Field(() => Boolean, { description: 'Whether every month asks an activity of it; the bureau may excuse a team.' })
  @Stored.flag()
  needsMonthly = true

  /** What keeps one team of its tier to a place: the tier and the region while it is not disbanded; null for squads. */
  @Index({ unique: true })
  @Stored.regionKey(40, { nullable: true })
  place: string | null

  /** Whether it has the members that its kind of team must have. */
  meetsMinimum(): boolean {
    return (this.minBasis === MinimumBasis.VETERAN ? this.veteranCount : this.memberCount) >= this.memberMin
  }

  /** Whether a recorded exemption lets it be below its minimum on a day. */
  isExempt(day: string): boolean {
    return this.exemptUntil !== null && this.exemptUntil >= day
  }

  /** Whether members may join it. */
  takesMembers(): boolean {
    return this.state !== TeamState.DISBANDED && this.state !== TeamState.SUSPENDED
  }
}

/** `meetsMinimum` as a condition on teams `it`. */
export const MEETS_MINIMUM = "(CASE it.minBasis WHEN 'VETERAN' THEN it.veteranCount ELSE it.memberCount END) >= it.memberMin"
/** Teams `it` that an active veteran of their own leads. */
export const IS_LED = "EXISTS (SELECT 1 FROM volunteers v JOIN persons p ON p.id = v.personId WHERE v.id = it.leaderId AND v.teamId = it.id AND v.state = 'ACTIVE' AND p.isVeteran = 1)"
/** Teams `it` that are to work now, and so must have members and a leader. */
export const AT_WORK = "it.state IN ('ACTIVE','RECTIFYING')"

export const TEAMS = keepTotal('teams', Team, { heading: ['state', 'tier'] })
