import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Allow } from '../../kernel/access'
import { Needs } from '../../kernel/asked'
import { BulkResult, eachOf, RowVersion } from '../../kernel/bulkAct'
import { Context } from '../../kernel/context'
import { picturesOf } from '../../kernel/files'
import { Follows } from '../../kernel/follows'
import { historyOf } from '../../kernel/history'
import { MaxLength } from '../../kernel/inputRules'
import { listOf, Page } from '../../kernel/lists'
import { Region } from '../../bureau/regions/Region'
import { Beneficiary } from '../../people/beneficiaries/Beneficiary'
import { Volunteer } from '../../people/volunteers/Volunteer'
import { PlanVisitInput, RecordVisitInput, VisitFilter, VisitSort } from './inputs'
import { cancelVisit, confirmVisit, markVisitMissed, mayConfirm, planVisit, voidVisit } from './keepVisits'
import { Pairing } from './Pairing'
import { recordVisit } from './recordVisit'
import { searchVisits } from './searchVisits'
import { Visit } from './Visit'
import { VisitAction, visitWorkflow } from './visitWorkflow'

export const VisitList = listOf(Visit)

@ArgsType()
class WhichWhy {
  @Field(() => ID) id: string
  @Field(() => Int) version: number
  @Field() @MaxLength(300) reason: string
}

/** Visits, as the schema names them. */
@Resolver(() => Visit)
export class VisitResolver {
  @Allow('visit.read')
  @Query(() => VisitList)
  visits(@Ctx() ctx: Context, @Arg('filter', () => VisitFilter, { defaultValue: {} }) filter: VisitFilter, @Arg('sort', () => VisitSort, { nullable: true }) sort: VisitSort | null, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new VisitList(searchVisits(ctx, filter, sort), page)
  }

  @Allow('visit.read')
  @Query(() => Visit, { nullable: true })
  visit(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return ctx.store.get(Visit, id)
  }

  @Allow('visit.plan')
  @Mutation(() => Visit, { description: 'Plans the next visit of a pairing, or moves the plan. Refuses with NOT_FOUND, WRONG_STATE, INVALID.' })
  planVisit(@Ctx() ctx: Context, @Arg('input', () => PlanVisitInput) input: PlanVisitInput) {
    return planVisit(ctx, input)
  }

  @Allow('visit.record')
  @Mutation(() => Visit, { description: 'Reports a visit that was made: moves the due date, books the minutes, opens a task for red flags. Refuses with NOT_FOUND, FORBIDDEN, WRONG_STATE, INVALID, OVERLAP, IDEMPOTENCY_KEY_REUSED.' })
  recordVisit(@Ctx() ctx: Context, @Arg('input', () => RecordVisitInput) input: RecordVisitInput) {
    return recordVisit(ctx, input)
  }

  @Allow('visit.record')
  @Mutation(() => Visit, { description: 'Nobody went; the due date stays. Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID.' })
  markVisitMissed(@Ctx() ctx: Context, @Args(() => WhichWhy) { id, version, reason }: WhichWhy) {
    return markVisitMissed(ctx, id, version, reason)
  }

  @Allow('visit.cancel')
  @Mutation(() => Visit, { description: 'Calls off a planned visit, with the reason. Refuses with NOT_FOUND, STALE, WRONG_STATE.' })
  cancelVisit(@Ctx() ctx: Context, @Args(() => WhichWhy) { id, version, reason }: WhichWhy) {
    return cancelVisit(ctx, id, version, reason)
  }

  @Allow('visit.confirm')
  @Mutation(() => BulkResult, { description: 'Confirms many visits, row by row. Refuses with INVALID; each row with NOT_FOUND, STALE, WRONG_STATE, SELF_APPROVAL.' })
  confirmVisits(@Ctx() ctx: Context, @Arg('rows', () => [RowVersion]) rows: RowVersion[]): Promise<BulkResult> {
    return eachOf(ctx, 'Visit', rows, ({ id, version }) => confirmVisit(ctx, id, version, null))
  }

  @Allow('visit.confirm')
  @Mutation(() => Visit, { description: 'Confirms that a visit was made. Refuses with NOT_FOUND, STALE, WRONG_STATE, SELF_APPROVAL.' })
  confirmVisit(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('note', () => String, { nullable: true }) note: string | null) {
    return confirmVisit(ctx, id, version, note ?? null)
  }

  @Allow('visit.void')
  @Mutation(() => Visit, { description: 'Takes back a visit that was not made: hours, red flags and due date with it. Refuses with NOT_FOUND, STALE, WRONG_STATE.' })
  voidVisit(@Ctx() ctx: Context, @Args(() => WhichWhy) { id, version, reason }: WhichWhy) {
    return voidVisit(ctx, id, version, reason)
  }

  @Follows(() => Region, 'regionCode')
  region: Region

  @Follows(() => Pairing, 'pairingId')
  pairing: Pairing

  @Follows(() => Beneficiary, 'beneficiaryId')
  beneficiary: Beneficiary

  @Follows(() => Volunteer, 'volunteerId')
  volunteer: Volunteer

  @Needs('receiptIds')
  @FieldResolver(() => [ID], { description: 'Pictures, to be read at /files/:id.' })
  async photoIds(@Root() visit: Visit, @Ctx() ctx: Context): Promise<string[]> {
    return (await picturesOf(ctx, visit)).filter(id => !visit.receiptIds.includes(id))
  }

  @FieldResolver(() => [VisitAction])
  openActions(@Root() visit: Visit, @Ctx() ctx: Context): VisitAction[] {
    return visitWorkflow.open(visit, ctx.actor).filter(action => action !== VisitAction.CONFIRM || (visit.confirmedById === null && mayConfirm(visit, ctx)))
  }
}

export const VisitHistory = historyOf(Visit)
