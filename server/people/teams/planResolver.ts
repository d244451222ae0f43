import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { TargetSubject } from '../../bureau/plans/Plan'
import { Region } from '../../bureau/regions/Region'
import { Allow } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { Day } from '../../kernel/scalars'
import { planProgress } from './planProgress'
import { Follows } from '../../kernel/follows'

/** What there was of something on a day, against what there is to be. */
@ObjectType({ description: 'What there was of something on a day, against what there is to be.' })
class PlanPart {
  @Field(() => TargetSubject) subject: TargetSubject
  @Field(() => Int, { description: 'What there is to be.' }) number: number
  @Field(() => Int, { description: 'Active on that day, with the members they had to have then: what counts.' }) reached: number
  @Field(() => Int, { description: 'Active on that day.' }) active: number
  @Field(() => Int, { description: 'Founded and not disbanded on that day.' }) standing: number
}

@ObjectType({ description: 'How far a target of a plan had been reached.' })
class TargetProgress extends PlanPart {
  @Field(() => Day, { nullable: true }) dueOn: string | null
  @Field(() => Boolean, { description: 'Whether its day had passed without it.' }) late: boolean
}

@ObjectType({ description: 'A township’s part in a plan.' })
class TownshipProgress {
  regionCode: string
  @Field(() => [PlanPart]) parts: PlanPart[]
  @Field(() => Int, { description: 'Villages with neither team nor squad on that day.' }) villagesWithout: number
}

@ObjectType({ description: 'How far a plan had been reached at the end of a day.' })
class PlanProgress {
  @Field(() => ID) planId: string
  @Field(() => Day) on: string
  @Field(() => [TargetProgress]) targets: TargetProgress[]
  @Field(() => Int, { description: 'Villages with neither team nor squad on that day.' }) villagesWithout: number
  @Field(() => [TownshipProgress], { description: 'The townships within reach.' }) townships: TownshipProgress[]
}

@Resolver()
export class PlanProgressResolver {
  @Allow('plan.read')
  @Query(() => PlanProgress, { description: 'How far a plan had been reached at the end of a day, today unless said otherwise. Refuses with NOT_FOUND, INVALID.' })
  planProgress(@Ctx() ctx: Context, @Arg('planId', () => ID) planId: string, @Arg('on', () => Day, { nullable: true }) on: string | null): Promise<PlanProgress> {
    return planProgress(ctx, planId, on ?? ctx.today)
  }
}

@Resolver(() => TownshipProgress)
export class TownshipProgressResolver {
  @Follows(() => Region, 'regionCode')
  region: Region
}
