import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Region } from '../../bureau/regions/Region'
import { Allow } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { Follows } from '../../kernel/follows'
import { historyOf } from '../../kernel/history'
import { listOf, Page, search } from '../../kernel/lists'
import { Volunteer } from '../volunteers/Volunteer'
import { ObjectionInput, ServiceObjectionFilter, ServiceObjectionSort } from './inputs'
import { dismissObjection, objectToServiceRecord } from './objections'
import { ObjectionAction, objectionWorkflow } from './objectionWorkflow'
import { ObjectionState, ServiceObjection } from './ServiceObjection'
import { ServiceRecord } from './ServiceRecord'

const ServiceObjectionList = listOf(ServiceObjection)

@Resolver(() => ServiceObjection)
export class ServiceObjectionResolver {
  @Allow('volunteer.read')
  @Query(() => ServiceObjectionList, { description: 'What volunteers have said against lines of theirs, within reach.' })
  serviceObjections(@Ctx() ctx: Context, @Arg('filter', () => ServiceObjectionFilter, { defaultValue: {} }) filter: ServiceObjectionFilter, @Arg('sort', () => ServiceObjectionSort, { nullable: true }) sort: ServiceObjectionSort | null, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new ServiceObjectionList(search(ctx, ServiceObjection, { filter, sort }), page)
  }

  @Allow('volunteer.read')
  @Query(() => ServiceObjection, { nullable: true, description: 'Refuses with NOT_FOUND.' })
  serviceObjection(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<ServiceObjection> {
    return ctx.store.get(ServiceObjection, id)
  }

  @Allow('service.object')
  @Mutation(() => ServiceObjection, { description: 'Says that a line of one’s own is wrong. Refuses with NOT_FOUND, INVALID, DUPLICATE, WRONG_STATE, IDEMPOTENCY_KEY_REUSED.' })
  objectToServiceRecord(@Ctx() ctx: Context, @Arg('input', () => ObjectionInput) input: ObjectionInput): Promise<ServiceObjection> {
    return objectToServiceRecord(ctx, input)
  }

  @Allow('service.correct')
  @Mutation(() => ServiceObjection, { description: 'Says why a line stands as it is. Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID, SELF_APPROVAL.' })
  dismissObjection(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('answer', () => String) answer: string): Promise<ServiceObjection> {
    return dismissObjection(ctx, id, version, answer)
  }

  @FieldResolver(() => ServiceRecord)
  async record(@Root() objection: ServiceObjection, @Ctx() ctx: Context): Promise<ServiceRecord> {
    return (await ctx.store.follow(ServiceRecord, objection.recordId))!
  }

  @FieldResolver(() => Volunteer)
  async volunteer(@Root() objection: ServiceObjection, @Ctx() ctx: Context): Promise<Volunteer> {
    return (await ctx.store.follow(Volunteer, objection.volunteerId))!
  }

  @Follows(() => Region, 'regionCode')
  region: Region

  @FieldResolver(() => Boolean, { description: 'Open and past the day by which it is to be answered.' })
  overdue(@Root() objection: ServiceObjection, @Ctx() ctx: Context): boolean {
    return objection.state === ObjectionState.OPEN && objection.answerBy < ctx.today
  }

  @FieldResolver(() => [ObjectionAction], { description: 'What is open to you now.' })
  openActions(@Root() objection: ServiceObjection, @Ctx() { actor }: Context): ObjectionAction[] {
    return objection.volunteerId === actor.reach.volunteerId ? [] : objectionWorkflow.open(objection, actor)
  }
}

export const ServiceObjectionHistory = historyOf(ServiceObjection)
