import { Field, ID, ObjectType } from 'type-graphql'
import { Entity } from '../../kernel/entity'
import { Stored } from '../../kernel/stored'

/** A line of what the rules want kept of a volunteer (志愿服务条例 art. 19). A slip in it is corrected, with its history; what should not be there at all is set aside and stays. */
@ObjectType()
export abstract class VolunteerRecord extends Entity {
  @Field(() => ID)
  @Stored.ref()
  volunteerId: string

  @Field(() => Boolean, { description: 'Set aside because it was wrong.' })
  @Stored.flag()
  archived: boolean
}

const VOLUNTEERS = (where: string): string => `it.volunteerId IN (SELECT v.id FROM volunteers v WHERE ${where})`
/** Whoever reaches a volunteer reaches their records; the volunteer their own. */
export const RECORD_REACH = { region: VOLUNTEERS('v.regionCode LIKE :region'), team: VOLUNTEERS('v.teamId = :team'), self: 'volunteerId' } as const
