import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql'
import { Context } from '../../kernel/context'
import { obstacleTo } from './caseRules'
import { CaseAction, caseWorkflow } from './caseWorkflow'
import { HardshipCase } from './HardshipCase'

/** An act that the state and the role would allow, and why it is not open to whoever asks. */
@ObjectType({ description: 'An act that the state and the role would allow, and why it is not open to whoever asks: so that nobody fills in a form in vain.' })
export class CaseObstacle {
  @Field(() => CaseAction) action: CaseAction
  @Field({ description: 'In the language of whoever asks.' }) reason: string
}

/** What this file adds to a case. */
@Resolver(() => HardshipCase)
export class CaseObstaclesResolver {
  @FieldResolver(() => [CaseObstacle], { description: 'Beside `openActions`: what the state and the role would allow, with the reason why it is not open now.' })
  obstacles(@Root() one: HardshipCase, @Ctx() ctx: Context): CaseObstacle[] {
    return caseWorkflow.open(one, ctx.actor).flatMap(action => {
      const obstacle = obstacleTo(one, action, ctx)
      return obstacle ? [{ action, reason: obstacle.text[ctx.origin.locale] }] : []
    })
  }
}
