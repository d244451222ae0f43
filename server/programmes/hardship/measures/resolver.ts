import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Allow } from '../../../kernel/access'
import { Context } from '../../../kernel/context'
import { Follows } from '../../../kernel/follows'
import { ActorName, historyOf } from '../../../kernel/history'
import { IsNotEmpty, MaxLength } from '../../../kernel/inputRules'
import { listOf, Page } from '../../../kernel/lists'
import { openedParts } from '../../../kernel/opened'
import { HardshipCase } from '../HardshipCase'
import { CHANGE, Which } from '../which'
import { approveMeasure } from './approveMeasure'
import { deliverMeasure, failMeasure } from './deliverMeasure'
import { DeliveryInput, MeasureChange, MeasureFilter, MeasureSort, HelpPlanInput } from './inputs'
import { Measure } from './Measure'
import { openMeasureActions } from './measureRules'
import { MeasureAction } from './measureWorkflow'
import { changeMeasure, planMeasures } from './planMeasures'
import { searchMeasures } from './searchMeasures'

const MeasureList = listOf(Measure)

@ArgsType()
class WhichWhy extends Which {
  @Field() @IsNotEmpty() @MaxLength(300) reason: string
}

@ArgsType()
class WhichNote extends Which {
  @Field(() => String, { nullable: true }) @MaxLength(300) note: string | null
}

/** Measures of help, as the schema names them. */
@Resolver(() => Measure)
export class MeasureResolver {
  @Allow('case.read')
  @Query(() => MeasureList, { description: 'The measures of the cases within reach; their texts stay masked.' })
  measures(@Ctx() ctx: Context, @Arg('filter', () => MeasureFilter, { defaultValue: {} }) filter: MeasureFilter, @Arg('sort', () => MeasureSort, { nullable: true }) sort: MeasureSort | null, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new MeasureList(searchMeasures(ctx, filter, sort), page)
  }

  @Allow('case.read')
  @Query(() => Measure, { nullable: true, description: 'Refuses with NOT_FOUND.' })
  measure(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<Measure> {
    return ctx.store.get(Measure, id)
  }

  @Allow('case.keep')
  @Mutation(() => HardshipCase, { description: `Plans the help of a case that was approved, or urgent help that was granted. Refuses with ${CHANGE}.` })
  planMeasures(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => HelpPlanInput) input: HelpPlanInput): Promise<HardshipCase> {
    return planMeasures(ctx, id, version, input)
  }

  @Allow('case.keep')
  @Mutation(() => Measure, { description: `Writes a measure anew that has not been given; an approval falls with it. Refuses with ${CHANGE}.` })
  changeMeasure(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => MeasureChange) input: MeasureChange): Promise<Measure> {
    return changeMeasure(ctx, id, version, input)
  }

  @Allow('measure.approve')
  @Mutation(() => Measure, { description: `Releases a measure; above the policy’s limit it waits for a second person. Refuses with ${CHANGE}, OVER_CAPACITY.` })
  approveMeasure(@Ctx() ctx: Context, @Args(() => WhichNote) { id, version, note }: WhichNote): Promise<Measure> {
    return approveMeasure(ctx, id, version, note ?? null)
  }

  @Allow('case.keep')
  @Mutation(() => Measure, { description: `Records that help was given, with its receipt; money by whoever may pay. Refuses with ${CHANGE}, OVER_CAPACITY, IDEMPOTENCY_KEY_REUSED.` })
  deliverMeasure(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => DeliveryInput) input: DeliveryInput): Promise<Measure> {
    return deliverMeasure(ctx, id, version, input)
  }

  @Allow('case.keep')
  @Mutation(() => Measure, { description: `Says that a measure came to nothing, and why. Refuses with ${CHANGE}.` })
  failMeasure(@Ctx() ctx: Context, @Args(() => WhichWhy) { id, version, reason }: WhichWhy): Promise<Measure> {
    return failMeasure(ctx, id, version, reason)
  }

  @Follows(() => HardshipCase, 'caseId')
  case: HardshipCase

  @Follows(() => ActorName, 'plannedById', { nullable: true })
  plannedBy: ActorName | null

  @Follows(() => [ActorName], ['approvedById', 'secondApprovedById'], { description: 'Who approved it: one, or two above the policy’s limit.' })
  approvers: ActorName[]

  @Follows(() => ActorName, 'deliveredById', { nullable: true })
  deliveredBy: ActorName | null

  @FieldResolver(() => Boolean, { description: 'Under way and past its planned day.' })
  overdue(@Root() measure: Measure, @Ctx() ctx: Context): boolean {
    return measure.isUnderWay() && measure.plannedOn < ctx.today
  }

  @FieldResolver(() => [MeasureAction], { description: 'What whoever asks may do now.' })
  async openActions(@Root() measure: Measure, @Ctx() ctx: Context): Promise<MeasureAction[]> {
    return openMeasureActions(measure, (await ctx.store.follow(HardshipCase, measure.caseId))!, ctx)
  }
}

/** What this folder adds to a case. */
@Resolver(() => HardshipCase)
export class CaseMeasuresResolver {
  @FieldResolver(() => [Measure], { nullable: true, description: 'The plan of help and what became of it. Null where the case was not opened.' })
  measures(@Root() one: HardshipCase, @Ctx() ctx: Context): Promise<Measure[] | null> {
    return openedParts(ctx, one, Measure, 'caseId')
  }
}

export const MeasureHistory = historyOf(Measure)
