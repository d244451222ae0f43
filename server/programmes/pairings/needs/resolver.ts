import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Allow } from '../../../kernel/access'
import { Context } from '../../../kernel/context'
import { Follows } from '../../../kernel/follows'
import { historyOf } from '../../../kernel/history'
import { listOf, Page } from '../../../kernel/lists'
import { Region } from '../../../bureau/regions/Region'
import { Beneficiary } from '../../../people/beneficiaries/Beneficiary'
import { Volunteer } from '../../../people/volunteers/Volunteer'
import { MoveNeedInput, moveNeed, RaiseNeedInput, raiseNeed } from './keepNeeds'
import { NeedRequest } from './NeedRequest'
import { NeedAction, needWorkflow } from './needWorkflow'
import { NeedRequestFilter, NeedRequestSort, searchNeeds } from './searchNeeds'

const NeedRequestList = listOf(NeedRequest)

/** 点单, as the schema names them. */
@Resolver(() => NeedRequest)
export class NeedResolver {
  @Allow('need.read')
  @Query(() => NeedRequestList)
  needRequests(@Ctx() ctx: Context, @Arg('filter', () => NeedRequestFilter, { defaultValue: {} }) filter: NeedRequestFilter, @Arg('sort', () => NeedRequestSort, { nullable: true }) sort: NeedRequestSort | null, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new NeedRequestList(searchNeeds(ctx, filter, sort), page)
  }

  @Allow('need.read')
  @Query(() => NeedRequest, { nullable: true })
  needRequest(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return ctx.store.get(NeedRequest, id)
  }

  @Allow('need.raise')
  @Mutation(() => NeedRequest, { description: 'An elder needs something. Refuses with NOT_FOUND, WRONG_STATE, INVALID.' })
  raiseNeed(@Ctx() ctx: Context, @Arg('input', () => RaiseNeedInput) input: RaiseNeedInput) {
    return raiseNeed(ctx, input)
  }

  @Allow('need.read')
  @Mutation(() => NeedRequest, { description: 'Assigns, accepts, declines, finishes, rates or calls off a need. Refuses with FORBIDDEN, NOT_FOUND, STALE, WRONG_STATE, INVALID, INELIGIBLE.' })
  moveNeed(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('action', () => NeedAction) action: NeedAction, @Arg('input', () => MoveNeedInput, { defaultValue: {} }) input: MoveNeedInput) {
    return moveNeed(ctx, id, version, action, input)
  }

  @Follows(() => Region, 'regionCode')
  region: Region

  @Follows(() => Beneficiary, 'beneficiaryId')
  beneficiary: Beneficiary

  @Follows(() => Volunteer, 'volunteerId', { nullable: true })
  volunteer: Volunteer | null

  @FieldResolver(() => [NeedAction])
  openActions(@Root() need: NeedRequest, @Ctx() { actor }: Context): NeedAction[] {
    const own: NeedAction[] = [NeedAction.ACCEPT, NeedAction.DECLINE, NeedAction.FINISH]
    return needWorkflow.open(need, actor).filter(action => !own.includes(action) || actor.reach.volunteerId === need.volunteerId)
  }
}

export const NeedHistory = historyOf(NeedRequest)
