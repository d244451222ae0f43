import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { DateTime } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'

export enum TaskKind {
  RED_FLAG = 'RED_FLAG',
  OVERDUE = 'OVERDUE',
  UNPAIRED_HIGH = 'UNPAIRED_HIGH',
  HANDOVER = 'HANDOVER',
  CONSENT_MISSING = 'CONSENT_MISSING',
  TEAM_BELOW_MINIMUM = 'TEAM_BELOW_MINIMUM',
  TEAM_NO_LEADER = 'TEAM_NO_LEADER',
  EXEMPTION_ENDING = 'EXEMPTION_ENDING',
  JOIN_WAITING = 'JOIN_WAITING',
  PAUSE_OVER = 'PAUSE_OVER',
  WEATHER = 'WEATHER',
  PLAN_TARGET = 'PLAN_TARGET',
  ACTIVITY = 'ACTIVITY',
  ACTIVITY_NOTICE = 'ACTIVITY_NOTICE',
  DUTY = 'DUTY',
  APPLICATION_WAITING = 'APPLICATION_WAITING',
  INSURANCE_ENDING = 'INSURANCE_ENDING',
  QUALIFICATION_ENDING = 'QUALIFICATION_ENDING',
  CASE = 'CASE',
  POST = 'POST',
  OTHER = 'OTHER',
}
registerEnumType(TaskKind, { name: 'TaskKind', description: '险情处置、走访超期、高风险未结对、待交接、缺同意、队伍人数不足、队伍无队长、豁免将到期、入队申请超时、暂停到期、气象预警、方案目标、活动待办、活动通知、每月活动、申请待审核、保险将到期、证书将到期、困难帮扶案件、示范岗待办、其他' })

export enum TaskState {
  OPEN = 'OPEN',
  SETTLED = 'SETTLED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(TaskState, { name: 'TaskState' })

/** Something that somebody must see to by an hour: a red flag, an overdue visit, a handover. */
@ObjectType({ description: 'Something that somebody must see to by an hour.' })
@Table('tasks')
@Within({ region: 'regionCode', assigned: 'caseWorkerId', self: 'volunteerId', team: 'teamId', mayBy: 'may' })
@Index(['regionCode', 'state', 'dueAt'])
@Index(['state', 'dueAt', 'id'])
@Index(['entity', 'entityId'])
@Index(['cause', 'state'])
@Index(['caseWorkerId', 'state'])
@Index(['volunteerId', 'state'])
export class Task extends Entity {
  @Field(() => TaskKind)
  @Stored.code(24)
  kind: TaskKind

  @Field(() => TaskState)
  @Stored.code(24)
  state: TaskState

  @Stored.region()
  regionCode: string

  @Field({ description: 'The type of the record that it is about.' })
  @Stored.code(60)
  entity: string

  @Field(() => ID)
  @Stored.ref()
  entityId: string

  /** The permission without which nobody sees it: what is about a case of hardship is nobody's business but the case role's. */
  @Stored.code(40, { nullable: true })
  may: string | null = null

  @Field(() => String, { nullable: true, description: 'The type of the record on whose page it is dealt with, where that is not the record itself.' })
  @Stored.code(60, { nullable: true })
  atEntity: string | null = null

  @Field(() => ID, { nullable: true })
  @Stored.ref({ nullable: true })
  atId: string | null = null

  /** What opened it; while a task is open, the same cause opens no second one. */
  @Field()
  @Stored.code(80)
  cause: string

  @Index({ unique: true })
  @Stored.code(170, { nullable: true })
  openKey: string | null

  @Field(() => ID, { nullable: true })
  @Stored.ref({ nullable: true })
  personId: string | null

  @Stored.ref({ nullable: true })
  assigneeId: string | null

  @Stored.ref({ nullable: true })
  volunteerId: string | null

  @Stored.ref({ nullable: true })
  teamId: string | null

  @Stored.ref({ nullable: true })
  caseWorkerId: string | null

  @Field()
  @Stored.text(200)
  title: string

  @Field()
  @Stored.text(200)
  titleEn: string

  @Field(() => DateTime)
  @Stored.instant()
  openedAt: Date

  @Field(() => DateTime)
  @Stored.instant()
  dueAt: Date

  @Field(() => DateTime, { nullable: true })
  @Stored.instant({ nullable: true })
  settledAt: Date | null

  @Stored.ref({ nullable: true })
  settledById: string | null

  @Field(() => String, { nullable: true, description: 'What was done.' })
  @Stored.text(500, { nullable: true })
  settlement: string | null
}
