import { Field, ObjectType, Query, Resolver } from 'type-graphql'
import { Allow, ANYONE } from './kernel/access'
import { RefusalCode } from './kernel/errors'

/** What a front end wants to know before anybody has signed in. */
@ObjectType()
class About {
  @Field({ description: 'True where the data is invented and the demo accounts work.' }) demo: boolean
  @Field() version: string
  @Field(() => [RefusalCode], { description: 'Every code that an error may carry.' }) codes: RefusalCode[]
}

@Resolver()
export class AboutResolver {
  @Allow(ANYONE)
  @Query(() => About, { description: 'What this installation is.' })
  about(): About {
    return { demo: process.env.DEMO === '1', version: process.env.LAOBING_VERSION ?? '0.1.0', codes: Object.values(RefusalCode) }
  }
}
