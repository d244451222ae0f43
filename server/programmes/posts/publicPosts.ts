import { Arg, Args, ArgsType, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { Region } from '../../bureau/regions/Region'
import { regionOf } from '../../bureau/regions/regionOf'
import { ServiceItem } from '../../bureau/programmes/ServiceItem'
import { Allow, ANYONE, inDivision } from '../../kernel/access'
import { Asked } from '../../kernel/asked'
import { Context } from '../../kernel/context'
import { MaxLength } from '../../kernel/inputRules'
import { Page } from '../../kernel/lists'
import { SameForEverybody } from '../../kernel/publicAnswers'
import type { Query as Rows } from '../../kernel/query'
import { Day } from '../../kernel/scalars'
import { Employer } from '../../people/employers/Employer'
import { HANGING, PostPlaceKind, PostState } from './enums'
import { plaqueAsMeant } from './feedback/sendPostFeedback'
import { PublicPostFilter } from './inputs'
import { servicesNamed } from './names'
import { PioneerPost } from './PioneerPost'
import { saying } from './searchPosts'

/** A post as anybody may see it: nothing of any person. */
@ObjectType({ description: 'A post as anybody may see it: who serves what, where and when; nothing of any person.' })
class PublicPost {
  @Field() plaqueNo: string
  @Field(() => Boolean, { description: 'Whether the plaque holds today.' }) live: boolean
  @Field() title: string
  @Field() employerName: string
  @Field(() => PostPlaceKind) placeKind: PostPlaceKind
  @Field() place: string
  @Field(() => Region) region: Region
  @Field(() => [ServiceItem]) items: ServiceItem[]
  @Field(() => String, { nullable: true }) serviceNote: string | null
  @Field(() => String, { nullable: true }) pledge: string | null
  @Field(() => String, { nullable: true }) openingHours: string | null
  @Field(() => Day) grantedOn: string
  @Field(() => Day) validTo: string
  @Field(() => Day, { nullable: true, description: 'Since when it holds no more.' }) endedOn: string | null
}

@ObjectType()
class PublicPostList {
  @Field(() => [PublicPost]) items: PublicPost[]
  @Field(() => Int) total: number
}

/** A post whose notice hangs, as the notice says it. */
@ObjectType({ description: 'A post whose notice hangs: until its last day anybody may object at the station or the bureau.' })
class PublicPostNotice {
  @Field() number: string
  @Field() title: string
  @Field() employerName: string
  @Field() place: string
  @Field(() => Region) region: Region
  @Field(() => Day) noticeFrom: string
  @Field(() => Day) noticeTo: string
}

@ArgsType()
class Plaque {
  @Field({ description: 'The number on the plaque.' }) @MaxLength(16) plaqueNo: string
}

/** Posts for front ends and for whoever scans a plaque, without a sign-in. */
@Resolver()
export class PublicPostResolver {
  @Allow(ANYONE)
  @SameForEverybody()
  @Query(() => PublicPostList, { description: 'The posts under a plaque, by territory and service; for front ends, without a sign-in.' })
  async publicPosts(@Ctx() ctx: Context, @Arg('filter', () => PublicPostFilter, { defaultValue: {} }) filter: PublicPostFilter, @Arg('page', () => Page, { defaultValue: {} }) page: Page): Promise<PublicPostList> {
    const [rows, total] = await Promise.all([hanging(ctx, filter).orderBy('it.regionCode').orderBy('it.id').page(page.number, page.size).rows(SHOWN), hanging(ctx, filter).count()])
    return { items: await Promise.all(rows.map(row => shown(ctx, row as Shown))), total }
  }

  @Allow(ANYONE)
  @SameForEverybody()
  @Query(() => PublicPost, { nullable: true, description: 'The post of a plaque, and whether it holds; null where there never was such a plaque.' })
  async publicPost(@Ctx() ctx: Context, @Args(() => Plaque) { plaqueNo }: Plaque): Promise<PublicPost | null> {
    const post = await ctx.store.beyondReach.query(PioneerPost).where('it.plaqueNo = ?', plaqueAsMeant(plaqueNo)).first(SHOWN)
    return post && shown(ctx, post as Shown)
  }

  @Allow(ANYONE)
  @SameForEverybody()
  @Query(() => [PublicPostNotice], { description: 'The posts whose notice hangs today, at most a hundred; for front ends, without a sign-in.' })
  async publicPostNotices(@Ctx() ctx: Context): Promise<PublicPostNotice[]> {
    const rows = await ctx.store.beyondReach.query(PioneerPost).where('it.state = ? AND it.noticeFrom <= ? AND it.noticeTo >= ?', PostState.PUBLIC_NOTICE, ctx.today, ctx.today).orderBy('it.noticeTo').orderBy('it.id').limit(100).rows()
    return Promise.all(rows.map(async ({ number, title, place, noticeFrom, noticeTo, employerId, regionCode }) => ({
      number, title, place, noticeFrom: noticeFrom!, noticeTo: noticeTo!, employerName: (await ctx.store.follow(Employer, employerId))?.name ?? '', region: await regionOf(ctx, regionCode),
    })))
  }
}

function hanging(ctx: Context, { region, services, placeKind, q }: PublicPostFilter): Rows<PioneerPost> {
  const rows = ctx.store.beyondReach.query(PioneerPost).where('it.state IN (?) AND it.validTo >= ?', [...HANGING], ctx.today)
  if (region) rows.whereIs(inDivision(region))
  if (placeKind) rows.where('it.placeKind IN (?)', placeKind)
  if (services?.length) rows.where(`(${services.map(() => 'FIND_IN_SET(?, it.services) > 0').join(' OR ')})`, ...services)
  if (q?.trim()) saying(rows, q)
  return rows
}

/** What is read of a post for it, and of its employer. */
const SHOWN = Asked.of(['state', 'plaqueNo', 'title', 'placeKind', 'place', 'regionCode', 'services', 'serviceNote', 'pledge', 'openingHours', 'grantedOn', 'validTo', 'endedOn'], {
  employer: { asked: Asked.of(['name']), reference: { type: Employer, key: 'employerId' } },
})
type Shown = PioneerPost & { employer: Employer | null }

async function shown(ctx: Context, post: Shown): Promise<PublicPost> {
  const { title, placeKind, place, serviceNote, pledge, openingHours, endedOn } = post
  const [region, items] = await Promise.all([regionOf(ctx, post.regionCode), servicesNamed(ctx, post.services)])
  return { plaqueNo: post.plaqueNo!, live: post.isHanging() && post.validTo! >= ctx.today, title, employerName: post.employer?.name ?? '', placeKind, place, region, items, serviceNote, pledge, openingHours, grantedOn: post.grantedOn!, validTo: post.validTo!, endedOn }
}
