import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { Region } from '../../bureau/regions/Region'
import { regionOf } from '../../bureau/regions/regionOf'
import { Allow } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { listOf, Page, search } from '../../kernel/lists'
import { Team } from '../teams/Team'
import { Volunteer } from '../volunteers/Volunteer'
import { ServiceRecordFilter, ServiceRecordSort } from './inputs'
import { ServiceRecord } from './ServiceRecord'

const ServiceRecordList = listOf(ServiceRecord)

@Resolver(() => ServiceRecord)
export class ServiceRecordResolver {
  @Allow('volunteer.read')
  @Query(() => ServiceRecordList, { description: 'The ledger of hours within reach.' })
  serviceRecords(@Ctx() ctx: Context, @Arg('filter', () => ServiceRecordFilter, { defaultValue: {} }) filter: ServiceRecordFilter, @Arg('sort', () => ServiceRecordSort, { nullable: true }) sort: ServiceRecordSort | null, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new ServiceRecordList(search(ctx, ServiceRecord, { filter, sort }), page)
  }

  @FieldResolver(() => Volunteer)
  async volunteer(@Root() record: ServiceRecord, @Ctx() ctx: Context): Promise<Volunteer> {
    return (await ctx.store.follow(Volunteer, record.volunteerId))!
  }

  @FieldResolver(() => Team, { nullable: true })
  team(@Root() record: ServiceRecord, @Ctx() ctx: Context): Promise<Team | null> {
    return ctx.store.follow(Team, record.teamId)
  }

  @FieldResolver(() => Region)
  region(@Root() record: ServiceRecord, @Ctx() ctx: Context): Promise<Region> {
    return regionOf(ctx, record.regionCode)
  }
}
