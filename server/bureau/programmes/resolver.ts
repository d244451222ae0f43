import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Allow } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { Invalid, NotFound } from '../../kernel/errors'
import { historyOf } from '../../kernel/history'
import { IsOptional, MaxLength } from '../../kernel/inputRules'
import { listOf, Order, Page, search } from '../../kernel/lists'
import { isWithin } from '../../kernel/regionCode'
import { RegionCode } from '../../kernel/scalars'
import { say } from '../../kernel/text'
import { RegionLevel } from '../regions/Region'
import { mustBeRegion } from '../regions/regionOf'
import { Programme } from './Programme'
import { ProgrammeCode } from './ProgrammeCode'
import { ServiceItem } from './ServiceItem'

const ProgrammeList = listOf(Programme)

@InputType()
class ProgrammeFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => [ProgrammeCode], { nullable: true }) code?: ProgrammeCode[] | null
  @Field(() => RegionCode, { nullable: true, description: 'The banner’s own, and those of the townships in this division.' }) region?: string | null
  @Field(() => Boolean, { nullable: true }) active?: boolean | null
}

@InputType()
class ProgrammeInput {
  @Field() @MaxLength(60) nameZh: string
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(80) nameEn?: string | null
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(500) content?: string | null
  @Field(() => RegionCode, { description: 'The township whose own it is.' }) regionCode: string
  @Field(() => Boolean, { defaultValue: true }) active: boolean
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(64) clientKey?: string | null
}

/** A township's own programme is written by whoever reaches the township. */
async function mustReach(ctx: Context, regionCode: string): Promise<void> {
  await mustBeRegion(ctx, regionCode, RegionLevel.TOWNSHIP)
  const { kind, regionCode: own } = ctx.actor.reach
  if (kind !== 'banner' && !(kind === 'region' && own && isWithin(regionCode, own))) throw new NotFound()
}

@Resolver(() => Programme)
export class ProgrammeResolver {
  @Allow('programme.read')
  @Query(() => ProgrammeList)
  programmes(@Ctx() ctx: Context, @Arg('filter', () => ProgrammeFilter, { defaultValue: {} }) filter: ProgrammeFilter, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    const rules = { region: (query: { where(sql: string, ...values: string[]): unknown }, code: string) => query.where('(it.regionCode IS NULL OR it.regionCode = ?)', code) }
    return new ProgrammeList(search(ctx, Programme, { filter, sort: { field: 'SORT', order: Order.ASC }, rules: rules as never }), page)
  }

  @Allow('programme.read')
  @Query(() => Programme, { nullable: true })
  programme(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return ctx.store.get(Programme, id)
  }

  @Allow('programme.write')
  @Mutation(() => Programme, { description: 'A township’s own programme (一村一品). Refuses with INVALID, NOT_FOUND.' })
  async createProgramme(@Ctx() ctx: Context, @Arg('input', () => ProgrammeInput) input: ProgrammeInput): Promise<Programme> {
    await mustReach(ctx, input.regionCode)
    return ctx.store.save(Programme.of({ code: ProgrammeCode.LOCAL, nameZh: input.nameZh, nameEn: input.nameEn ?? input.nameZh, content: input.content ?? null, regionCode: input.regionCode, sort: 100, active: input.active }))
  }

  @Allow('programme.write')
  @Mutation(() => Programme, { description: 'Changes a township’s own programme. The nine of the plan are not changed. Refuses with INVALID, NOT_FOUND, STALE.' })
  async updateProgramme(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => ProgrammeInput) input: ProgrammeInput): Promise<Programme> {
    const programme = await ctx.store.hold(Programme, id, version)
    if (!programme.regionCode) throw new Invalid({ code: say('九个旗级项目由年度方案确定，不能在这里修改。', 'The nine programmes come from the plan and are not changed here.') })
    await mustReach(ctx, programme.regionCode)
    await mustReach(ctx, input.regionCode)
    Object.assign(programme, { nameZh: input.nameZh, nameEn: input.nameEn ?? input.nameZh, content: input.content ?? null, regionCode: input.regionCode, active: input.active })
    return ctx.store.save(programme)
  }

  @FieldResolver(() => [ServiceItem], { description: 'What it offers, and a visit can name.' })
  services(@Root() programme: Programme, @Ctx() ctx: Context): Promise<ServiceItem[]> {
    return ctx.store.batch('services', programme.code, async codes => {
      const items = await ctx.store.query(ServiceItem).where('it.programmeCode IN (?) AND it.active = 1', codes).orderBy('it.sort').rows()
      return codes.map(code => items.filter(item => item.programmeCode === code))
    })
  }
}

export const ProgrammeHistory = historyOf(Programme)
