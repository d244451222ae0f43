import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'
import { Region } from '../../bureau/regions/Region'
import { regionOf } from '../../bureau/regions/regionOf'
import { Allow, ANYONE } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { Page } from '../../kernel/lists'
import { SameForEverybody } from '../../kernel/publicAnswers'
import { prefixOf } from '../../kernel/regionCode'
import { DateTime } from '../../kernel/scalars'
import { Team } from '../../people/teams/Team'
import { Activity, PUBLIC_STATES } from './Activity'
import { countsOf } from './counts'
import { PublicActivityFilter } from './inputs'

/** A published activity as anybody may see it: nothing of any person. */
@ObjectType({ description: 'A published activity as anybody may see it.' })
class PublicActivity {
  @Field(() => ID) id: string
  @Field() activityNo: string
  @Field() title: string
  @Field(() => ProgrammeCode) programme: ProgrammeCode
  @Field(() => String, { nullable: true }) content: string | null
  @Field() teamName: string
  @Field(() => Region) region: Region
  @Field() place: string
  @Field(() => DateTime) startsAt: Date
  @Field(() => DateTime) endsAt: Date
  @Field(() => Int) capacity: number
  @Field(() => Int) placesLeft: number
  @Field(() => Boolean) dangerous: boolean
  @Field(() => String, { nullable: true }) riskNote: string | null
  @Field(() => String, { nullable: true, description: 'Its number on 文明实践云.' }) platformId: string | null
}

@ObjectType()
class PublicActivityList {
  @Field(() => [PublicActivity]) items: PublicActivity[]
  @Field(() => Int) total: number
}

@Resolver()
export class PublicActivityResolver {
  @Allow(ANYONE)
  @SameForEverybody()
  @Query(() => PublicActivityList, { description: 'What is published and not over, the next first; for front ends, without a sign-in.' })
  async publicActivities(@Ctx() ctx: Context, @Arg('filter', () => PublicActivityFilter, { defaultValue: {} }) { region, programme, startsOnFrom, startsOnTo }: PublicActivityFilter, @Arg('page', () => Page, { defaultValue: {} }) page: Page): Promise<PublicActivityList> {
    const asked = () => {
      const rows = ctx.store.beyondReach.query(Activity).where('it.state IN (?) AND it.endsAt > ?', [...PUBLIC_STATES], ctx.now)
      if (region) rows.where('it.placeRegionCode LIKE ?', `${prefixOf(region)}%`)
      if (programme) rows.where('it.programme IN (?)', programme)
      if (startsOnFrom) rows.where('it.startsAt >= ?', new Date(`${startsOnFrom}T00:00:00+08:00`))
      if (startsOnTo) rows.where('it.startsAt <= ?', new Date(`${startsOnTo}T23:59:59.999+08:00`))
      return rows
    }
    const [rows, total] = await Promise.all([asked().orderBy('it.startsAt').orderBy('it.id').page(page.number, page.size).rows(), asked().count()])
    return { items: await Promise.all(rows.map(row => shown(ctx, row))), total }
  }
}

async function shown(ctx: Context, activity: Activity): Promise<PublicActivity> {
  const { id, activityNo, title, programme, content, place, startsAt, endsAt, capacity, dangerous, riskNote, platformId } = activity
  const [team, region, { placed }] = await Promise.all([ctx.store.follow(Team, activity.teamId), regionOf(ctx, activity.placeRegionCode), countsOf(ctx, id)])
  return { id, activityNo, title, programme, content, teamName: team?.name ?? '', region, place, startsAt, endsAt, capacity, placesLeft: Math.max(0, capacity - placed), dangerous, riskNote, platformId }
}
