import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql'
import { Allow } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { Follows } from '../../kernel/follows'
import { historyOf } from '../../kernel/history'
import { listOf, Page } from '../../kernel/lists'
import { Person } from '../persons/Person'
import { Employer } from './Employer'
import { Employment } from './Employment'
import { correctEmployment, endEmployment, recordEmployment } from './employments'
import { EmploymentChange, EmploymentEnding, EmploymentFilter, EmploymentInput } from './inputs'
import { searchEmployments } from './searchEmployers'

const EmploymentList = listOf(Employment)

/** Employments, as the schema names them. */
@Resolver(() => Employment)
export class EmploymentResolver {
  @Allow('employer.read')
  @Query(() => EmploymentList, { description: 'Who works or worked where, within reach, the latest first.' })
  employments(@Ctx() ctx: Context, @Arg('filter', () => EmploymentFilter, { defaultValue: {} }) filter: EmploymentFilter, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new EmploymentList(searchEmployments(ctx, filter), page)
  }

  @Allow('employer.write')
  @Mutation(() => Employment, { description: 'Notes that somebody works for an employer. Refuses with INVALID, NOT_FOUND, WRONG_STATE, DUPLICATE, IDEMPOTENCY_KEY_REUSED.' })
  recordEmployment(@Ctx() ctx: Context, @Arg('input', () => EmploymentInput) input: EmploymentInput): Promise<Employment> {
    return recordEmployment(ctx, input)
  }

  @Allow('employer.write')
  @Mutation(() => Employment, { description: 'Puts a slip right. Refuses with INVALID, NOT_FOUND, STALE.' })
  correctEmployment(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => EmploymentChange) input: EmploymentChange): Promise<Employment> {
    return correctEmployment(ctx, id, version, input)
  }

  @Allow('employer.write')
  @Mutation(() => Employment, { description: 'Notes that somebody works there no more; posts that have no other veteran rectify. Refuses with INVALID, NOT_FOUND, STALE, WRONG_STATE.' })
  endEmployment(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => EmploymentEnding) input: EmploymentEnding): Promise<Employment> {
    return endEmployment(ctx, id, version, input)
  }

  @Follows(() => Employer, 'employerId', { nullable: true })
  employer: Employer | null

  @Follows(() => Person, 'personId', { nullable: true })
  person: Person | null
}

export const EmploymentHistory = historyOf(Employment)
