import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Region } from '../../bureau/regions/Region'
import { Allow, ReceiptOf } from '../../kernel/access'
import { Needs } from '../../kernel/asked'
import { Context } from '../../kernel/context'
import { Follows } from '../../kernel/follows'
import { ActorName, historyOf } from '../../kernel/history'
import { listOf, Page } from '../../kernel/lists'
import { isOpened, Opens } from '../../kernel/opened'
import { RegionCode } from '../../kernel/scalars'
import { Person } from '../../people/persons/Person'
import { CaseAction } from './caseWorkflow'
import { openActions, RULE_COLUMNS } from './caseRules'
import { ClueReceipt } from './ClueReceipt'
import { isDueSoon, isOverdue } from './conditions'
import { HardshipCase } from './HardshipCase'
import { HelpPolicy } from './HelpPolicy'
import { CaseInput, ClueInput, HardshipCaseFilter, HardshipCaseSort } from './inputs'
import { registerCase, updateCase } from './registerCase'
import { reportClue } from './reportClue'
import { searchCases } from './searchCases'
import { caseStaff, CaseStaff } from './staff'
import { CHANGE, Which } from './which'

const HardshipCaseList = listOf(HardshipCase)

/** Cases of hardship, as the schema names them. */
@Resolver(() => HardshipCase)
export class HardshipCaseResolver {
  @Allow('case.read')
  @Query(() => HardshipCaseList, { description: 'The cases within reach; their texts stay masked.' })
  hardshipCases(@Ctx() ctx: Context, @Arg('filter', () => HardshipCaseFilter, { defaultValue: {} }) filter: HardshipCaseFilter, @Arg('sort', () => HardshipCaseSort, { nullable: true }) sort: HardshipCaseSort | null, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new HardshipCaseList(searchCases(ctx, filter, sort), page)
  }

  @Allow('case.read')
  @Opens()
  @Query(() => HardshipCase, { nullable: true, description: 'Opens a case: the trail says who did, and then its texts and parts may be read. Refuses with NOT_FOUND.' })
  hardshipCase(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<HardshipCase> {
    return ctx.store.hold(HardshipCase, id)
  }

  @Allow('case.read')
  @Query(() => [CaseStaff], { description: 'Who may have a case of a place in hand, the least loaded first.' })
  caseStaff(@Ctx() ctx: Context, @Arg('region', () => RegionCode) region: string): Promise<CaseStaff[]> {
    return caseStaff(ctx, region)
  }

  @Allow('case.report')
  @ReceiptOf('HardshipCase')
  @Mutation(() => ClueReceipt, { description: 'Says that somebody may be in hardship; whoever reports sees the receipt alone. Refuses with INVALID, NOT_FOUND, INELIGIBLE, DUPLICATE, WRONG_STATE, FORBIDDEN.' })
  async reportClue(@Ctx() ctx: Context, @Arg('input', () => ClueInput) input: ClueInput): Promise<ClueReceipt> {
    return ClueReceipt.of(await reportClue(ctx, input))
  }

  @Allow('case.register')
  @Mutation(() => HardshipCase, { description: `Takes a clue up as a case, or an application where no id is given. Refuses with ${CHANGE}, DUPLICATE, INELIGIBLE.` })
  registerCase(@Ctx() ctx: Context, @Arg('id', () => ID, { nullable: true }) id: string | null, @Arg('version', () => Int, { nullable: true }) version: number | null, @Arg('input', () => CaseInput) input: CaseInput): Promise<HardshipCase> {
    return registerCase(ctx, id, version, input)
  }

  @Allow('case.register')
  @Mutation(() => HardshipCase, { description: `Corrects what was registered, as long as nothing is decided. Refuses with ${CHANGE}, DUPLICATE.` })
  updateCase(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => CaseInput) input: CaseInput): Promise<HardshipCase> {
    return updateCase(ctx, id, version, input)
  }

  @Follows(() => Region, 'regionCode')
  region: Region

  @Follows(() => Person, 'personId', { nullable: true, description: 'Whom it is about; null only for a clue about somebody who is not in the registry.' })
  person: Person | null

  @Follows(() => HelpPolicy, 'policyId', { nullable: true, description: 'The version of the policy that it began under.' })
  policy: HelpPolicy | null

  @Follows(() => ActorName, 'reportedById', { nullable: true })
  reportedBy: ActorName | null

  @Follows(() => ActorName, 'ownerId', { nullable: true, description: 'Who has it in hand; null for a clue.' })
  owner: ActorName | null

  @Follows(() => ActorName, 'standInId', { nullable: true })
  standIn: ActorName | null

  @Follows(() => [ActorName], 'investigatorIds', { description: 'The two who look at the home.' })
  investigators: ActorName[]

  @Follows(() => ActorName, 'townshipReviewerId', { nullable: true })
  townshipReviewer: ActorName | null

  @Follows(() => ActorName, 'countyReviewerId', { nullable: true })
  countyReviewer: ActorName | null

  @Follows(() => ActorName, 'deciderId', { nullable: true })
  decider: ActorName | null

  @Needs('id')
  @FieldResolver(() => [String], { nullable: true, description: 'What a returned case lacks. Null where the case was not opened.' })
  missing(@Root() one: HardshipCase): string[] | null {
    return isOpened(one) ? (one.missingText?.split('\n') ?? []) : null
  }

  @Needs('dueOn')
  @FieldResolver(() => Boolean, { description: 'The clock of its state has run out.' })
  overdue(@Root() one: HardshipCase, @Ctx() ctx: Context): boolean {
    return isOverdue(one, ctx.today)
  }

  @Needs('dueOn', 'soonOn')
  @FieldResolver(() => Boolean, { description: 'Not overdue, but in the last part of the clock.' })
  dueSoon(@Root() one: HardshipCase, @Ctx() ctx: Context): boolean {
    return isDueSoon(one, ctx.today)
  }

  @Needs(...RULE_COLUMNS)
  @FieldResolver(() => [CaseAction], { description: 'What whoever asks may do now.' })
  openActions(@Root() one: HardshipCase, @Ctx() ctx: Context): CaseAction[] {
    return openActions(one, ctx)
  }
}

export const HardshipCaseHistory = historyOf(HardshipCase)
