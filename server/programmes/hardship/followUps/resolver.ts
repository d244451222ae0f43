import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Allow } from '../../../kernel/access'
import { Context } from '../../../kernel/context'
import { picturesOf } from '../../../kernel/files'
import { Follows } from '../../../kernel/follows'
import { ActorName } from '../../../kernel/history'
import { listOf, Order, Page, search } from '../../../kernel/lists'
import { openedParts } from '../../../kernel/opened'
import { HardshipCase } from '../HardshipCase'
import { ofRegionSql, personOfCase } from '../measures/searchMeasures'
import { CHANGE, Which } from '../which'
import { FollowUp } from './FollowUp'
import { FollowUpFilter, FollowUpInput, FollowUpSort, FollowUpSortField } from './inputs'
import { recordFollowUp } from './recordFollowUp'

const FollowUpList = listOf(FollowUp)

/** Looks after the help, as the schema names them. */
@Resolver(() => FollowUp)
export class FollowUpResolver {
  @Allow('case.read')
  @Query(() => FollowUpList, { description: 'The follow-ups of the cases within reach, the latest first; what was found stays masked.' })
  followUps(@Ctx() ctx: Context, @Arg('filter', () => FollowUpFilter, { defaultValue: {} }) filter: FollowUpFilter, @Arg('sort', () => FollowUpSort, { nullable: true }) sort: FollowUpSort | null, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    const rows = search(ctx, FollowUp, {
      filter,
      sort: sort ?? { field: FollowUpSortField.FOLLOWED_ON, order: Order.DESC },
      find: { kind: 'Person', column: personOfCase },
      rules: { region: (query, region) => { const { sql, values } = ofRegionSql(region); query.where(sql, ...values) } },
    })
    return new FollowUpList(rows, page)
  }

  @Allow('case.keep')
  @Mutation(() => FollowUp, { description: `Records how it goes after the help; the day of the next look follows. Refuses with ${CHANGE}, IDEMPOTENCY_KEY_REUSED.` })
  recordFollowUp(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => FollowUpInput) input: FollowUpInput): Promise<FollowUp> {
    return recordFollowUp(ctx, id, version, input)
  }

  @Follows(() => HardshipCase, 'caseId')
  case: HardshipCase

  @Follows(() => ActorName, 'madeById', { nullable: true })
  madeBy: ActorName | null

  @FieldResolver(() => [ID], { description: 'Pictures, to be read at /files/:id.' })
  photoIds(@Root() followUp: FollowUp, @Ctx() ctx: Context): Promise<string[]> {
    return picturesOf(ctx, followUp)
  }
}

/** What this folder adds to a case. */
@Resolver(() => HardshipCase)
export class CaseFollowUpsResolver {
  @FieldResolver(() => [FollowUp], { nullable: true, description: 'How it went after the help. Null where the case was not opened.' })
  followUps(@Root() one: HardshipCase, @Ctx() ctx: Context): Promise<FollowUp[] | null> {
    return openedParts(ctx, one, FollowUp, 'caseId')
  }
}
