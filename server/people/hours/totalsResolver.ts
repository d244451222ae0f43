import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'
import { Region } from '../../bureau/regions/Region'
import { Allow } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { Follows } from '../../kernel/follows'
import { Page } from '../../kernel/lists'
import { Day } from '../../kernel/scalars'
import { Team } from '../teams/Team'
import { Volunteer } from '../volunteers/Volunteer'
import { HourTotalFilter, StarFilter } from './inputs'
import { findStarsReached, type StarReach } from './starsReached'
import { hoursOf, type HoursRow, sumHours } from './totals'

/** Confirmed minutes that go together; null where they are not told apart by it. */
@ObjectType({ description: 'Confirmed minutes that go together; null where they are not told apart by it.' })
class HoursSum {
  @Field(() => String, { nullable: true, description: 'YYYY-MM' }) month: string | null
  @Field(() => ProgrammeCode, { nullable: true }) programmeCode: ProgrammeCode | null
  @Field(() => ID, { nullable: true }) teamId: string | null
  @Field(() => Int, { description: 'Of real service.' }) minutes: number
  @Field(() => Int, { description: 'Of drills.' }) drillMinutes: number
  @Field(() => Int, { description: 'Person-times.' }) records: number
  regionCode: string | null
}

/** That a volunteer's confirmed hours reached a star. */
@ObjectType({ description: 'That a volunteer’s confirmed hours reached a star.' })
class StarReached {
  @Field(() => Int) stars: number
  @Field(() => Day, { description: 'The day of the service by which it was reached.' }) reachedOn: string
  volunteerId: string
}

@ObjectType()
class StarReachedList {
  @Field(() => [StarReached]) items: StarReach[]
  @Field(() => Int) total: number
}

@Resolver(() => HoursSum)
export class HoursSumResolver {
  @Allow('dashboard.read')
  @Query(() => [HoursSum], { description: 'The hours within reach, told apart by what is asked for.' })
  hourTotals(@Ctx() ctx: Context, @Arg('filter', () => HourTotalFilter) filter: HourTotalFilter): Promise<HoursRow[]> {
    return sumHours(ctx, filter)
  }

  @Follows(() => Region, 'regionCode', { nullable: true, description: 'The township in which the service was done.' })
  region: Region | null

  @Follows(() => Team, 'teamId', { nullable: true })
  team: Team | null
}

@Resolver(() => StarReached)
export class StarReachedResolver {
  @Allow('volunteer.read')
  @Query(() => StarReachedList, { description: 'Who reached a star in a span of days, the latest first. Refuses with INVALID.' })
  starsReached(@Ctx() ctx: Context, @Arg('filter', () => StarFilter) filter: StarFilter, @Arg('page', () => Page, { defaultValue: {} }) page: Page): Promise<StarReachedList> {
    return findStarsReached(ctx, filter, page)
  }

  @FieldResolver(() => Volunteer)
  async volunteer(@Root() reached: StarReached, @Ctx() ctx: Context): Promise<Volunteer> {
    return (await ctx.store.follow(Volunteer, reached.volunteerId))!
  }
}

@Resolver(() => Volunteer)
export class VolunteerHoursResolver {
  @FieldResolver(() => [HoursSum], { description: 'What the volunteer has served, by month and programme, the latest first.' })
  hours(@Root() volunteer: Volunteer, @Ctx() ctx: Context): Promise<HoursRow[]> {
    return hoursOf(ctx, volunteer.id)
  }
}
