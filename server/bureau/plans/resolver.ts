import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Allow } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { addMonths } from '../../kernel/days'
import { Duplicate, Invalid } from '../../kernel/errors'
import { historyOf } from '../../kernel/history'
import { Max, MaxLength, Min } from '../../kernel/inputRules'
import { listOf, Order, Page, search } from '../../kernel/lists'
import { Day } from '../../kernel/scalars'
import { say } from '../../kernel/text'
import { Plan, PlanTarget, TargetSubject } from './Plan'

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

@InputType()
class PlanTargetInput {
  @Field(() => TargetSubject) subject: TargetSubject
  @Field(() => Int) @Min(0) @Max(100_000) number: number
  @Field(() => Day, { nullable: true, description: 'By when; null is an aim without a day.' }) dueOn?: string | null
}

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
  @Mutation(() => Plan, { description: 'Begins a later year’s plan as a copy of this one, its days moved to that year. Refuses with INVALID, NOT_FOUND, DUPLICATE.' })
  async copyPlan(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('year', () => Int) year: number): Promise<Plan> {
    const from = await ctx.store.hold(Plan, id)
    if (year <= from.year || year > from.year + 50) throw new Invalid({ year: say('请填写以后的年度。', 'Give a later year.') })
    const moved = (day: string): string => addMonths(day, (year - from.year) * 12)
    if (await ctx.store.query(Plan).where('it.year = ?', year).exists()) throw new Duplicate(say(`${year} 年的方案已经有了。`, `There is a plan for ${year} already.`))
    const targets = await ctx.store.holdParts(PlanTarget, 'planId', id)
    const copy = await ctx.store.save(Plan.of({
      year, title: from.title.replace(String(from.year), String(year)), documentNo: null, issuedOn: moved(from.issuedOn), reportDueOn: moved(from.reportDueOn), activitiesMonthly: from.activitiesMonthly, teamMinimum: from.teamMinimum, squadVeterans: from.squadVeterans,
    }))
    for (const { subject, number, dueOn } of targets) await ctx.store.save(PlanTarget.of({ planId: copy.id, subject, number, dueOn: dueOn && moved(dueOn) }))
    return copy
  }

  @Allow('plan.write')
  @Mutation(() => Plan, { description: 'Changes a plan. Refuses with NOT_FOUND, STALE, INVALID.' })
  async updatePlan(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => PlanInput) input: PlanInput): Promise<Plan> {
    const plan = await ctx.store.hold(Plan, id, version)
    return ctx.store.save(Object.assign(plan, Object.fromEntries(Object.entries(input).filter(([name, value]) => value !== undefined && (value !== null || name === 'documentNo')))))
  }

  @Allow('plan.write')
  @Mutation(() => Plan, { description: 'Sets what a plan counts, and by when. Refuses with INVALID, NOT_FOUND, STALE.' })
  async setPlanTarget(@Ctx() ctx: Context, @Arg('planId', () => ID) planId: string, @Arg('version', () => Int) version: number, @Arg('input', () => PlanTargetInput) { subject, number, dueOn }: PlanTargetInput): Promise<Plan> {
    const plan = await ctx.store.hold(Plan, planId, version)
    const target = (await ctx.store.holdParts(PlanTarget, 'planId', planId)).find(each => each.subject === subject) ?? PlanTarget.of({ planId, subject, dueOn: null })
    await ctx.store.save(Object.assign(target, { number, ...(dueOn !== undefined && { dueOn }) }))
    return ctx.store.save(plan, { note: `${subject} ${number}` })
  }

  @FieldResolver(() => [PlanTarget])
  targets(@Root() plan: Plan, @Ctx() ctx: Context): Promise<PlanTarget[]> {
    return ctx.store.parts(PlanTarget, 'planId', plan.id)
  }
}

export const PlanHistory = historyOf(Plan)
