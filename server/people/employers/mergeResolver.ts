import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql'
import { Allow } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { Follows } from '../../kernel/follows'
import { listOf, Page, search } from '../../kernel/lists'
import { MergeInput } from '../persons/inputs'
import { MergeState } from '../persons/Merge'
import { Employer } from './Employer'
import { EmployerMerge } from './EmployerMerge'
import { employerMerging } from './employerMerging'

const EmployerMergeList = listOf(EmployerMerge)

/** Merges of employers, as the schema names them. */
@Resolver(() => EmployerMerge)
export class EmployerMergeResolver {
  @Allow('employer.merge')
  @Query(() => EmployerMergeList, { description: 'Merges, the latest first.' })
  employerMerges(@Ctx() ctx: Context, @Arg('state', () => [MergeState], { nullable: true }) state: MergeState[] | null, @Arg('employerId', () => ID, { nullable: true }) employerId: string | null, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    const query = search(ctx, EmployerMerge, { filter: { state } })
    if (employerId) query.where('(it.fromId = ? OR it.intoId = ?)', employerId, employerId)
    return new EmployerMergeList(query, page)
  }

  @Allow('employer.merge')
  @Mutation(() => EmployerMerge, { description: 'Joins two records of one employer; with two credit codes somebody else has to confirm it. Refuses with INVALID, NOT_FOUND, WRONG_STATE, INELIGIBLE.' })
  mergeEmployers(@Ctx() ctx: Context, @Arg('input', () => MergeInput) input: MergeInput): Promise<EmployerMerge> {
    return employerMerging.merge(ctx, input)
  }

  @Allow('employer.merge')
  @Mutation(() => EmployerMerge, { description: 'Confirms or refuses a merge that somebody else asked for. Refuses with NOT_FOUND, STALE, WRONG_STATE, SELF_APPROVAL, INELIGIBLE.' })
  decideEmployerMerge(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('agree', () => Boolean) agree: boolean, @Arg('note', () => String, { nullable: true }) note: string | null): Promise<EmployerMerge> {
    return employerMerging.decide(ctx, id, version, agree, note)
  }

  @Allow('employer.merge')
  @Mutation(() => EmployerMerge, { description: 'Takes a merge back while that is possible. Refuses with NOT_FOUND, STALE, WRONG_STATE, EXPIRED, INVALID.' })
  undoEmployerMerge(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('reason', () => String) reason: string): Promise<EmployerMerge> {
    return employerMerging.undo(ctx, id, version, reason)
  }

  @Follows(() => Employer, 'fromId', { nullable: true })
  from: Employer | null

  @Follows(() => Employer, 'intoId', { nullable: true })
  into: Employer | null
}
