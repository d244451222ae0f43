import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'
import { Within } from '../../kernel/access'
import { dayOf } from '../../kernel/days'
import { Entity } from '../../kernel/entity'
import { DateTime, Decimal } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'
import { Skill } from '../../people/persons/Skill'

export enum ActivityState {
  DRAFT = 'DRAFT',
  SUBMITTED = 'SUBMITTED',
  REJECTED = 'REJECTED',
  APPROVED = 'APPROVED',
  PUBLISHED = 'PUBLISHED',
  ONGOING = 'ONGOING',
  FINISHED = 'FINISHED',
  ARCHIVED = 'ARCHIVED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(ActivityState, { name: 'ActivityState', description: '草稿、待审批、已退回、已批准、已发布、进行中、已结束待确认、已归档、已取消' })

/** What an activity is for: the four duties of the plan's section 二. */
export enum ActivityPurpose {
  PUBLICITY = 'PUBLICITY',
  EMERGENCY = 'EMERGENCY',
  SPECIAL = 'SPECIAL',
  JOINT = 'JOINT',
}
registerEnumType(ActivityPurpose, { name: 'ActivityPurpose', description: '宣传宣讲、应急救援与防控、中心工作特色活动、配合有关单位的其他活动' })

/** The states in which anybody may know of an activity. */
export const PUBLIC_STATES: readonly ActivityState[] = [ActivityState.PUBLISHED, ActivityState.ONGOING]

/** Something that a team does together on a day: planned, approved, published, held, summed up. */
@ObjectType({ description: 'Something that a team does together on a day. It counts for the month of its start in Asia/Shanghai.' })
@Table('activities')
@Within({
  region: 'regionCode',
  team: 'it.teamId = :team OR (it.coTeamIds > \'\' AND FIND_IN_SET(:team, it.coTeamIds))',
  self: "it.state IN ('PUBLISHED','ONGOING') OR it.id IN (SELECT s.activityId FROM sign_ups s WHERE s.volunteerId = :volunteer)",
  public: "it.state IN ('PUBLISHED','ONGOING')",
})
@Index(['regionCode', 'state', 'startsAt'])
@Index(['teamId', 'startsAt'])
@Index(['state', 'startsAt'])
@Index(['startsAt'])
export class Activity extends Entity {
  @Field()
  @Index({ unique: true })
  @Stored.code(24)
  activityNo: string

  @Field()
  @Stored.text(80)
  title: string

  @Field(() => ProgrammeCode)
  @Stored.code(24)
  programme: ProgrammeCode

  @Field(() => ID, { nullable: true, description: 'The township’s own programme, where it is LOCAL.' })
  @Stored.ref({ nullable: true })
  programmeId: string | null

  @Field(() => ActivityPurpose)
  @Stored.code(24)
  purpose: ActivityPurpose

  @Field(() => String, { nullable: true, description: 'What is done, for whom, with what.' })
  @Stored.text(1000, { nullable: true })
  content: string | null

  /** The team that organises it. */
  @Field(() => ID)
  @Stored.ref()
  teamId: string

  @Field(() => [ID], { description: 'Teams that organise it together with the first.' })
  @Stored.codes(300)
  coTeamIds: string[]

  /** The organising team's division: whose it is to approve. */
  @Stored.region()
  regionCode: string

  /** Where it takes place. */
  @Stored.region()
  placeRegionCode: string

  @Field({ description: 'Where exactly one meets.' })
  @Stored.text(120)
  place: string

  @Field(() => DateTime)
  @Stored.instant()
  startsAt: Date

  @Field(() => DateTime)
  @Stored.instant()
  endsAt: Date

  @Field(() => Int, { description: 'How many may take part; whoever comes later waits.' })
  @Stored.whole()
  capacity: number

  @Field(() => Int, { nullable: true, description: 'How many it needs at least.' })
  @Stored.whole({ nullable: true })
  leastPeople: number | null

  @Field(() => Boolean, { description: 'Whether the leader chooses among those who sign up; else whoever comes first has the place.' })
  @Stored.flag()
  chosen: boolean

  @Field(() => Int, { nullable: true })
  @Stored.whole({ nullable: true })
  minAge: number | null

  @Field(() => Int, { nullable: true })
  @Stored.whole({ nullable: true })
  maxAge: number | null

  @Field(() => [Skill], { description: 'All of them are needed.' })
  @Stored.codes(300)
  requiredSkills: Skill[]

  @Field(() => ID, { nullable: true, description: 'The course of the catalogue that whoever takes part must have taken; it holds on the day.' })
  @Stored.ref({ nullable: true })
  requiredTrainingId: string | null

  @Field(() => ID, { nullable: true, description: 'The licence or certificate of the catalogue that whoever takes part must hold on the day.' })
  @Stored.ref({ nullable: true })
  requiredQualificationId: string | null

  @Field(() => Boolean, { description: 'Whether life and limb are at stake: only adults with valid insurance, approved by the bureau.' })
  @Stored.flag()
  dangerous: boolean

  @Field(() => Boolean)
  @Stored.flag()
  insuranceRequired: boolean

  @Field(() => String, { nullable: true, description: 'The risks, as whoever signs up is told them.' })
  @Stored.text(1000, { nullable: true })
  riskNote: string | null

  /** The volunteer who leads it. */
  @Field(() => ID)
  @Stored.ref()
  leaderId: string

  @Field(() => String, { nullable: true, description: 'Its number on the banner’s platform, 文明实践云.' })
  @Stored.text(60, { nullable: true })
  platformId: string | null

  @Field(() => String, { nullable: true, description: 'Why it is not on the platform.' })
  @Stored.text(200, { nullable: true })
  offPlatformReason: string | null

  @Field(() => Boolean, { description: 'A drill; kept apart from real service.' })
  @Stored.flag()
  isDrill: boolean

  @Field(() => Decimal, { nullable: true, description: 'Yuan.' })
  @Stored.money({ nullable: true })
  budget: string | null

  @Field(() => ActivityState)
  @Stored.code(24)
  state: ActivityState

  @Field(() => String, { nullable: true, description: 'Why it was sent back, called off or opened again.' })
  @Stored.text(500, { nullable: true })
  stateReason: string | null

  @Field(() => Boolean, { description: 'Whether only the bureau may approve it: dangerous, over a township’s border, or large.' })
  @Stored.flag()
  needsBureau: boolean

  @Field(() => Int, { nullable: true, description: 'How many people were served.' })
  @Stored.whole({ nullable: true })
  servedCount: number | null

  @Field(() => String, { nullable: true })
  @Stored.text(2000, { nullable: true })
  summary: string | null

  @Field(() => String, { nullable: true, description: 'Why there are no photos.' })
  @Stored.text(200, { nullable: true })
  noPhotoReason: string | null

  @Field(() => DateTime, { nullable: true })
  @Stored.instant({ nullable: true })
  submittedAt: Date | null

  @Stored.ref({ nullable: true })
  submittedById: string | null

  @Field(() => DateTime, { nullable: true })
  @Stored.instant({ nullable: true })
  publishedAt: Date | null

  @Field(() => DateTime, { nullable: true, description: 'When it was last moved after it had been published.' })
  @Stored.instant({ nullable: true })
  movedAt: Date | null = null

  @Field(() => String, { nullable: true, description: 'Why it was moved.' })
  @Stored.text(300, { nullable: true })
  moveReason: string | null = null

  @Field(() => DateTime, { nullable: true })
  @Stored.instant({ nullable: true })
  closedAt: Date | null

  @Stored.ref({ nullable: true })
  closedById: string | null

  @Field(() => DateTime, { nullable: true, description: 'When the station confirmed it and the hours were booked.' })
  @Stored.instant({ nullable: true })
  confirmedAt: Date | null

  /** Every team that organises it, the first first. */
  teamIds(): string[] {
    return [this.teamId, ...this.coTeamIds]
  }

  /** The day of its start, by which it counts. */
  startsOn(): string {
    return dayOf(this.startsAt)
  }

  /** Whether nobody may take part without valid insurance. */
  needsInsurance(): boolean {
    return this.dangerous || this.insuranceRequired
  }

  /** Its whole length in minutes. */
  length(): number {
    return Math.round((this.endsAt.getTime() - this.startsAt.getTime()) / 60_000)
  }
}
