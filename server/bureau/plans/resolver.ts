import { Max, MaxLength, Min } from 'class-validator'
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Allow } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { Duplicate } from '../../kernel/errors'
import { historyOf } from '../../kernel/history'
import { listOf, Order, Page, search } from '../../kernel/lists'
import { Day } from '../../kernel/scalars'
import { say } from '../../kernel/text'
import { Plan, PlanTarget } from './Plan'

const PlanList = listOf(Plan)

@InputType()
class PlanFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => Int, { nullable: true }) year?: number | null
}

@InputType()
class PlanInput {
  @Field(() => String, { nullable: true }) @MaxLength(120) title?: string
  @Field(() => String, { nullable: true }) @MaxLength(60) documentNo?: string | null
  @Field(() => Day, { nullable: true }) issuedOn?: string
  @Field(() => Day, { nullable: true }) reportDueOn?: string
  @Field(() => Int, { nullable: true }) @Min(0) @Max(31) activitiesMonthly?: number
  @Field(() => Int, { nullable: true }) @Min(1) @Max(1000) teamMinimum?: number
  @Field(() => Int, { nullable: true }) @Min(1) @Max(1000) squadVeterans?: number
}

const inYear = (day: string, year: number): string => `${year}${day.slice(4)}`

@Resolver(() => Plan)
export class PlanResolver {
  @Allow('plan.read')
  @Query(() => PlanList)
  plans(@Ctx() ctx: Context, @Arg('filter', () => PlanFilter, { defaultValue: {} }) filter: PlanFilter, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new PlanList(search(ctx, Plan, { filter, sort: { field: 'YEAR', order: Order.DESC } }), page)
  }

  @Allow('plan.read')
  @Query(() => Plan, { nullable: true })
  plan(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return ctx.store.get(Plan, id)
  }

  @Allow('plan.write')
  @Mutation(() => Plan, { description: 'Begins a later year’s plan as a copy of this one, its days moved to that year. Refuses with NOT_FOUND, DUPLICATE.' })
  async copyPlan(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('year', () => Int) year: number): Promise<Plan> {
    const from = await ctx.store.hold(Plan, id)
    if (await ctx.store.query(Plan).where('it.year = ?', year).exists()) throw new Duplicate(say(`${year} 年的方案已经有了。`, `There is a plan for ${year} already.`))
    const targets = await ctx.store.holdParts(PlanTarget, 'planId', id)
    const copy = await ctx.store.save(Plan.of({
      year, title: from.title.replace(String(from.year), String(year)), documentNo: null, issuedOn: inYear(from.issuedOn, year), reportDueOn: inYear(from.reportDueOn, year), activitiesMonthly: from.activitiesMonthly, teamMinimum: from.teamMinimum, squadVeterans: from.squadVeterans,
    }))
    for (const { subject, number, dueOn } of targets) await ctx.store.save(PlanTarget.of({ planId: copy.id, subject, number, dueOn: dueOn && inYear(dueOn, year) }))
    return copy
  }

  @Allow('plan.write')
  @Mutation(() => Plan, { description: 'Changes a plan. Refuses with NOT_FOUND, STALE, INVALID.' })
  async updatePlan(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => PlanInput) input: PlanInput): Promise<Plan> {
    const plan = await ctx.store.hold(Plan, id, version)
    return ctx.store.save(Object.assign(plan, Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))))
  }

  @FieldResolver(() => [PlanTarget])
  targets(@Root() plan: Plan, @Ctx() ctx: Context): Promise<PlanTarget[]> {
    return ctx.store.parts(PlanTarget, 'planId', plan.id)
  }
}

export const PlanHistory = historyOf(Plan)
