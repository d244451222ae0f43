import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../../kernel/access'
import { Entity } from '../../../kernel/entity'
import { Stored } from '../../../kernel/stored'
import { ProgrammeCode } from '../../../bureau/programmes/ProgrammeCode'

export enum NeedState {
  OPEN = 'OPEN',
  ASSIGNED = 'ASSIGNED',
  ACCEPTED = 'ACCEPTED',
  DONE = 'DONE',
  CONFIRMED = 'CONFIRMED',
  DECLINED = 'DECLINED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(NeedState, { name: 'NeedState' })

/** Something that an elder needs: 点单 → 派单 → 接单 → 评单. */
@ObjectType({ description: 'Something that an elder needs: asked for, assigned, accepted, done, rated.' })
@Table('need_requests')
@Within({
  region: 'regionCode',
  self: 'volunteerId',
  team: 'it.pairingId IN (SELECT p.id FROM pairings p WHERE p.teamId = :team) OR it.volunteerId IN (SELECT v.id FROM volunteers v WHERE v.teamId = :team)',
  assigned: 'it.beneficiaryId IN (SELECT b.id FROM beneficiaries b WHERE b.caseWorkerId = :me)',
})
@Index(['regionCode', 'state', 'id'])
@Index(['volunteerId', 'state'])
@Index(['beneficiaryId', 'id'])
@Index(['pairingId'])
export class NeedRequest extends Entity {
  @Stored.ref()
  beneficiaryId: string

  @Field(() => ID, { nullable: true })
  @Stored.ref({ nullable: true })
  pairingId: string | null

  @Stored.region()
  regionCode: string

  @Field(() => ProgrammeCode)
  @Stored.code(24)
  programme: ProgrammeCode

  @Field(() => String, { nullable: true, description: 'A service of the programme’s catalogue, where it is one.' })
  @Stored.code(40, { nullable: true })
  service: string | null

  @Field()
  @Stored.text(300)
  text: string

  @Field(() => NeedState)
  @Stored.code(24)
  state: NeedState

  @Stored.ref({ nullable: true })
  volunteerId: string | null

  @Field(() => String, { nullable: true, description: 'What was done.' })
  @Stored.text(300, { nullable: true })
  result: string | null

  @Field(() => Int, { nullable: true, description: '1 to 5, as the elder says.' })
  @Stored.whole({ nullable: true })
  rating: number | null

  @Field(() => String, { nullable: true })
  @Stored.text(300, { nullable: true })
  ratingNote: string | null
}
