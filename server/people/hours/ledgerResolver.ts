import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Region } from '../../bureau/regions/Region'
import { Allow } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { Follows } from '../../kernel/follows'
import { historyOf } from '../../kernel/history'
import { listOf, Page, search } from '../../kernel/lists'
import { Team } from '../teams/Team'
import { Volunteer } from '../volunteers/Volunteer'
import { correctServiceRecord, voidServiceRecord } from './correctService'
import { enterService } from './enterService'
import { evaluateService } from './evaluateService'
import { CorrectionInput, ServiceEvaluation, ServiceInput, ServiceRecordFilter, ServiceRecordSort } from './inputs'
import { ServiceRecord } from './ServiceRecord'
import { ServiceAction, serviceWorkflow } from './serviceWorkflow'
import { ServiceObjection } from './ServiceObjection'

const ServiceRecordList = listOf(ServiceRecord)

@Resolver(() => ServiceRecord)
export class ServiceRecordResolver {
  @Allow('volunteer.read')
  @Query(() => ServiceRecordList, { description: 'The ledger of hours within reach.' })
  serviceRecords(@Ctx() ctx: Context, @Arg('filter', () => ServiceRecordFilter, { defaultValue: {} }) filter: ServiceRecordFilter, @Arg('sort', () => ServiceRecordSort, { nullable: true }) sort: ServiceRecordSort | null, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new ServiceRecordList(search(ctx, ServiceRecord, { filter, sort }), page)
  }

  @Allow('volunteer.read')
  @Query(() => ServiceRecord, { nullable: true, description: 'Refuses with NOT_FOUND.' })
  serviceRecord(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<ServiceRecord> {
    return ctx.store.get(ServiceRecord, id)
  }

  @Allow('service.enter')
  @Mutation(() => ServiceRecord, { description: 'Enters service from paper, never one’s own. Refuses with NOT_FOUND, INVALID, OVERLAP, INELIGIBLE, SELF_APPROVAL, IDEMPOTENCY_KEY_REUSED.' })
  enterService(@Ctx() ctx: Context, @Arg('input', () => ServiceInput) input: ServiceInput): Promise<ServiceRecord> {
    return enterService(ctx, input)
  }

  @Allow('service.correct')
  @Mutation(() => ServiceRecord, { description: 'Puts another line in the place of one that is wrong, never one’s own. Answers with the new line. Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID, OVERLAP, SELF_APPROVAL, IDEMPOTENCY_KEY_REUSED.' })
  correctServiceRecord(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => CorrectionInput) input: CorrectionInput): Promise<ServiceRecord> {
    return correctServiceRecord(ctx, id, version, input)
  }

  @Allow('service.correct')
  @Mutation(() => ServiceRecord, { description: 'Takes a line back that should not stand, never one’s own. Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID, SELF_APPROVAL.' })
  voidServiceRecord(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('reason', () => String) reason: string): Promise<ServiceRecord> {
    return voidServiceRecord(ctx, id, version, reason)
  }

  @Allow('evaluation.write')
  @Mutation(() => ServiceRecord, { description: 'Evaluates a confirmed service, never one’s own; a new evaluation takes the place of the former. Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID, SELF_APPROVAL.' })
  evaluateService(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => ServiceEvaluation) input: ServiceEvaluation): Promise<ServiceRecord> {
    return evaluateService(ctx, id, version, input)
  }

  @FieldResolver(() => Volunteer)
  async volunteer(@Root() record: ServiceRecord, @Ctx() ctx: Context): Promise<Volunteer> {
    return (await ctx.store.follow(Volunteer, record.volunteerId))!
  }

  @Follows(() => Team, 'teamId', { nullable: true })
  team: Team | null

  @Follows(() => Region, 'regionCode', { description: 'Where it was done.' })
  region: Region

  @Follows(() => ServiceRecord, 'correctionOfId', { nullable: true })
  correctionOf: ServiceRecord | null

  @FieldResolver(() => [ServiceObjection], { description: 'What its volunteer has said against it.' })
  objections(@Root() record: ServiceRecord, @Ctx() ctx: Context): Promise<ServiceObjection[]> {
    return ctx.store.parts(ServiceObjection, 'recordId', record.id)
  }

  @FieldResolver(() => [ServiceAction], { description: 'What is open to you now.' })
  openActions(@Root() record: ServiceRecord, @Ctx() { actor }: Context): ServiceAction[] {
    return serviceWorkflow.open(record, actor).filter(action => (action === ServiceAction.OBJECT) === record.isOwnOf(actor))
  }
}

export const ServiceRecordHistory = historyOf(ServiceRecord)
