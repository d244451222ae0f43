import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { Allow, ANYONE } from '../../kernel/access'
import { Needs } from '../../kernel/asked'
import { Context } from '../../kernel/context'
import { historyOf } from '../../kernel/history'
import { MaxLength } from '../../kernel/inputRules'
import { listOf, Page, search } from '../../kernel/lists'
import { SameForEverybody } from '../../kernel/publicAnswers'
import { RegionCode } from '../../kernel/scalars'
import { isAscii } from '../../kernel/text'
import { Gazetteer } from './Gazetteer'
import { matchVillage } from './matchVillage'
import { previewRecoding } from './previewRecoding'
import { recodeRegion, RecodeRegionInput } from './recodeRegion'
import { Region, RegionLevel } from './Region'
import { RegionMove } from './RegionMove'
import { forgetRegions, fullNameOf, regionsByCode } from './regionOf'

const RegionList = listOf(Region)

@InputType()
class RegionFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => String, { nullable: true, description: 'Part of the name, of its pinyin or its initials, or the start of the code.' }) @MaxLength(40) q?: string | null
  @Field(() => String, { nullable: true }) parentCode?: string | null
  @Field(() => [RegionLevel], { nullable: true }) level?: RegionLevel[] | null
  @Field(() => [String], { nullable: true }) code?: string[] | null
  @Field(() => Boolean, { nullable: true }) hasStation?: boolean | null
  @Field(() => Boolean, { nullable: true }) needsSquad?: boolean | null
}

@InputType()
class RegionInput {
  @Field(() => Boolean, { nullable: true }) needsSquad?: boolean
  @Field(() => Boolean, { nullable: true }) hasStation?: boolean
  @Field(() => String, { nullable: true }) @MaxLength(200) aliases?: string | null
}

/** How many rows of a kind carry a division's code. */
@ObjectType()
class CarriedCount {
  @Field() entity: string
  @Field(() => Int) count: number
}

/** What another code for a division would mean. */
@ObjectType()
class RecodePreview {
  @Field(() => [CarriedCount], { description: 'Rows that would be rewritten, by kind.' }) carried: CarriedCount[]
  @Field(() => Int, { description: 'Divisions that would have another code: this one and those within.' }) divisions: number
  @Field(() => Region, { nullable: true, description: 'The division that has the code now, and of which this one would become a part.' }) target: Region | null
  @Field(() => [String], { description: 'What stands in the way, in words.' }) obstacles: string[]
}

/** What a written place may mean. With more than one candidate, somebody has to choose. */
@ObjectType()
class RegionMatch {
  @Field(() => Region, { nullable: true }) match: Region | null
  @Field(() => [Region], { description: 'Those that it may mean, where it is not clear.' }) candidates: Region[]
}

@Resolver(() => Region)
export class RegionResolver {
  @Allow('region.read')
  @Query(() => RegionList)
  regions(@Ctx() ctx: Context, @Arg('filter', () => RegionFilter, { defaultValue: {} }) filter: RegionFilter, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    const query = search(ctx, Region, {
      filter,
      sort: { field: 'CODE', order: 'ASC' as never },
      rules: {
        q: (rows, q) => {
          const like = `%${q.replace(/[%_\\]/g, '\\$&')}%`
          if (isAscii(q)) rows.where('(it.name LIKE ? OR it.aliases LIKE ? OR it.pinyin LIKE ? OR it.initials LIKE ? OR it.code LIKE ?)', like, like, like.toLowerCase(), like.toLowerCase(), like.slice(1))
          else rows.where('(it.name LIKE ? OR it.aliases LIKE ?)', like, like)
        },
      },
    })
    return new RegionList(query, page)
  }

  @Allow(ANYONE)
  @SameForEverybody()
  @Query(() => [Region], { description: 'Every division in force, in the order of their codes: for pickers, the public form’s too.' })
  async regionTree(@Ctx() ctx: Context): Promise<Region[]> {
    return [...(await regionsByCode(ctx)).values()].filter(region => !region.validTo || region.validTo >= ctx.today)
  }

  @Allow('region.read')
  @Query(() => Region, { nullable: true })
  region(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return ctx.store.get(Region, id)
  }

  @Allow('region.read')
  @Query(() => RegionMatch, { description: 'What a written township and village mean; it never guesses.' })
  async matchRegion(@Ctx() ctx: Context, @Arg('township', () => String) township: string, @Arg('village', () => String) village: string): Promise<RegionMatch> {
    const byCode = await regionsByCode(ctx)
    const aliases = Object.fromEntries([...byCode.values()].flatMap(region => (region.aliases ? [[region.code, region.aliases.split(',')]] : [])))
    const found = matchVillage(township, village, new Gazetteer([...byCode.values()], aliases))
    if ('match' in found) return { match: found.match, candidates: [] }
    return { match: null, candidates: 'ambiguous' in found ? [...found.ambiguous] : [...found.near] }
  }

  @Allow('region.write')
  @Mutation(() => Region, { description: 'Marks what the plan asks of a division, and how else it is written. Refuses with NOT_FOUND, STALE, INVALID.' })
  async updateRegion(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => RegionInput) input: RegionInput): Promise<Region> {
    const region = await ctx.store.hold(Region, id, version)
    if (typeof input.needsSquad === 'boolean') region.needsSquad = input.needsSquad
    if (typeof input.hasStation === 'boolean') region.hasStation = input.hasStation
    if (input.aliases !== undefined) region.aliases = input.aliases
    const saved = await ctx.store.save(region)
    forgetRegions()
    return saved
  }

  @Allow('region.write')
  @Query(() => RecodePreview, { description: 'What another code for a division would mean, before it is given. Refuses with NOT_FOUND.' })
  async recodePreview(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('newCode', () => RegionCode) newCode: string): Promise<RecodePreview> {
    const preview = await previewRecoding(ctx, await ctx.store.get(Region, id), newCode)
    return { ...preview, obstacles: preview.obstacles.map(text => text[ctx.origin.locale]) }
  }

  @Allow('region.write')
  @Mutation(() => RegionMove, { description: 'Gives a division another code from a day on, or makes it a part of another; everything that carries the code follows. Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID.' })
  recodeRegion(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => RecodeRegionInput) input: RecodeRegionInput): Promise<RegionMove> {
    return recodeRegion(ctx, id, version, input)
  }

  @FieldResolver(() => [RegionMove], { description: 'Other codes that it was given, the latest first.' })
  async moves(@Root() region: Region, @Ctx() ctx: Context): Promise<RegionMove[]> {
    return ctx.store.query(RegionMove).where('it.regionId = ? OR it.toCode = ?', region.id, region.code).orderBy('it.id DESC').rows()
  }

  @Needs('name', 'level', 'parentCode')
  @FieldResolver(() => String, { description: 'The name with the township that it lies in.' })
  fullName(@Root() region: Region, @Ctx() ctx: Context): string | Promise<string> {
    return fullNameOf(ctx, region)
  }
}

export const RegionHistory = historyOf(Region)
