import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Day } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'

export enum MembershipKind {
  HOME = 'HOME',
  SUPPORT = 'SUPPORT',
}
registerEnumType(MembershipKind, { name: 'MembershipKind' })

export enum MembershipState {
  JOIN_REQUESTED = 'JOIN_REQUESTED',
  ACTIVE = 'ACTIVE',
  ENDED = 'ENDED',
  DECLINED = 'DECLINED',
}
registerEnumType(MembershipState, { name: 'MembershipState' })

/** Requests whose team lies within the reach of whoever asks, who may so answer them; `team` is the condition on teams `it`. */
export const answerable = (team: string): string => `it.state = 'JOIN_REQUESTED' AND it.teamId IN (SELECT it.id FROM teams it WHERE ${team})`

/** A period in which a volunteer belongs to a team; history is kept. */
@ObjectType({ description: 'A period in which a volunteer belongs to a team.' })
@Table('memberships')
@Within({ region: 'regionCode', team: 'teamId', self: 'volunteerId' })
@Index(['teamId', 'state', 'id'])
@Index(['volunteerId', 'state', 'id'])
@Index(['regionCode', 'state', 'id'])
export class Membership extends Entity {
  @Field(() => ID)
  @Stored.ref()
  volunteerId: string

  @Field(() => ID)
  @Stored.ref()
  teamId: string

  /** The volunteer's region. */
  @Stored.region()
  regionCode: string

  @Field(() => MembershipKind)
  @Stored.code(24)
  kind: MembershipKind

  @Field(() => MembershipState)
  @Stored.code(24)
  state: MembershipState

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  from: string | null

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  to: string | null

  @Field(() => String, { nullable: true, description: 'Why it ended, or was turned down.' })
  @Stored.text(200, { nullable: true })
  reason: string | null

  @Field(() => String, { nullable: true, description: 'Why it was asked for.' })
  @Stored.text(200, { nullable: true })
  wish: string | null

  /** The home team that a transfer leaves; it stands until the new one accepts. */
  @Field(() => ID, { nullable: true, description: 'The home team that a transfer leaves; it stands until the new one accepts.' })
  @Stored.ref({ nullable: true })
  fromTeamId: string | null

  /** What keeps a volunteer to one live home membership, one transfer asked for, and one live membership in each team. */
  @Index({ unique: true })
  @Stored.code(60, { nullable: true })
  live: string | null
}
