import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { type Actor, Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Stored } from '../../kernel/stored'

export enum SquadState {
  PROPOSED = 'PROPOSED',
  CHECKED = 'CHECKED',
  APPROVED = 'APPROVED',
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(SquadState, { name: 'SquadState' })

/** A village without a station asks for a squad of its own: the village proposes, the station checks, the bureau approves. */
@ObjectType({ description: 'A village asks for a squad of its own.' })
@Table('squad_proposals')
@Within({ region: 'regionCode' })
@Index(['regionCode', 'state', 'id'])
export class SquadProposal extends Entity {
  @Stored.region()
  regionCode: string

  @Field()
  @Stored.text(80)
  name: string

  @Field(() => ID, { description: 'The veteran who is to lead it.' })
  @Stored.ref()
  leaderId: string

  @Field(() => [ID], { description: 'The volunteers who are to join it, the leader among them.' })
  @Stored.codes(600)
  memberIds: string[]

  @Field(() => String, { nullable: true })
  @Stored.text(500, { nullable: true })
  reason: string | null

  @Field(() => SquadState)
  @Stored.code(24)
  state: SquadState

  @Field(() => String, { nullable: true, description: 'What was said when it was checked or decided.' })
  @Stored.text(500, { nullable: true })
  decision: string | null

  @Stored.ref()
  proposedById: string

  @Stored.ref({ nullable: true })
  checkedById: string | null

  @Field(() => ID, { nullable: true, description: 'The team that came of it.' })
  @Stored.ref({ nullable: true })
  teamId: string | null

  /** One open proposal to a village. */
  @Index({ unique: true })
  @Stored.region({ nullable: true })
  openIn: string | null

  /** Whether an actor proposed or checked it, and so may not decide it. */
  isOf(actor: Actor): boolean {
    return actor.id === this.proposedById || actor.id === this.checkedById
  }
}
