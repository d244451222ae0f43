import { ArgsType, Field, ID, Int } from 'type-graphql'

/** Which case, in the version that was read. */
@ArgsType()
export class Which {
  @Field(() => ID) id: string
  @Field(() => Int) version: number
}

/** What every act of a case may be refused with. */
export const CHANGE = 'NOT_FOUND, FORBIDDEN, STALE, WRONG_STATE, SELF_APPROVAL, INVALID'
