import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { Region } from '../../bureau/regions/Region'
import { Allow } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { Follows } from '../../kernel/follows'
import { historyOf } from '../../kernel/history'
import { listOf, Page } from '../../kernel/lists'
import { Day } from '../../kernel/scalars'
import { isCodeOf } from '../persons/codes'
import { readCreditCode, sayFault } from './creditCode'
import { Employer } from './Employer'
import { EmployerLikenessReason, type EmployerLikeness as Likeness, findLikeEmployers } from './findLikeEmployers'
import { industries } from './industries'
import { EmployerChange, EmployerFilter, EmployerInput, EmployerLikenessInput, EmployerSort } from './inputs'
import { closeEmployer, createEmployer, updateEmployer } from './keepEmployer'
import { searchEmployers } from './searchEmployers'
import { veteranCountOf } from './veteranCount'

const EmployerList = listOf(Employer)

@ArgsType()
class Which {
  @Field(() => ID) id: string
  @Field(() => Int) version: number
}

@ObjectType({ description: 'An employer that may be the same one.' })
class EmployerLikeness implements Likeness {
  @Field(() => Employer) employer: Employer
  @Field(() => [EmployerLikenessReason]) reasons: EmployerLikenessReason[]
}

@ObjectType({ description: 'What a credit code says, or why it cannot be one.' })
class CreditCodeReading {
  @Field(() => Boolean) ok: boolean
  @Field(() => String, { nullable: true, description: 'The code as it would be kept.' }) value: string | null
  @Field(() => String, { nullable: true, description: 'What is wrong with it, in the language asked for; a letter that no code has is named, with what it probably is.' }) fault: string | null
  @Field(() => Boolean, { description: 'Whether only a check fails, so that it is taken for a reason.' }) mayOverride: boolean
  @Field(() => String, { nullable: true, description: 'The code that is probably meant.' }) suggestion: string | null
}

/** Employers, as the schema names them. */
@Resolver(() => Employer)
export class EmployerResolver {
  @Allow('employer.read')
  @Query(() => EmployerList, { description: 'The employers within reach.' })
  employers(@Ctx() ctx: Context, @Arg('filter', () => EmployerFilter, { defaultValue: {} }) filter: EmployerFilter, @Arg('sort', () => EmployerSort, { nullable: true }) sort: EmployerSort | null, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new EmployerList(searchEmployers(ctx, filter, sort), page)
  }

  @Allow('employer.read')
  @Query(() => Employer, { nullable: true, description: 'Refuses with NOT_FOUND.' })
  employer(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<Employer> {
    return ctx.store.get(Employer, id)
  }

  @Allow('employer.write')
  @Query(() => CreditCodeReading, { description: 'Checks a unified social credit code: its form, its check digit, that of the organisation code within it.' })
  creditCode(@Ctx() { origin }: Context, @Arg('text', () => String) text: string): CreditCodeReading {
    const read = readCreditCode(text.slice(0, 60))
    return read.ok ? { ok: true, value: read.value, fault: null, mayOverride: false, suggestion: null } : { ok: false, value: read.value, fault: sayFault(read)[origin.locale], mayOverride: read.value !== null, suggestion: read.suggestion }
  }

  @Allow('employer.write')
  @Query(() => [EmployerLikeness], { description: 'Which employers within reach may be the one described: by credit code, name, or telephone.' })
  employerDuplicates(@Ctx() ctx: Context, @Arg('of', () => EmployerLikenessInput) of: EmployerLikenessInput): Promise<Likeness[]> {
    return findLikeEmployers(ctx, of)
  }

  @Allow('employer.write')
  @Mutation(() => Employer, { description: 'Puts an employer into the register. Refuses with INVALID, DUPLICATE, NOT_FOUND, IDEMPOTENCY_KEY_REUSED.' })
  createEmployer(@Ctx() ctx: Context, @Arg('input', () => EmployerInput) input: EmployerInput): Promise<Employer> {
    return createEmployer(ctx, input)
  }

  @Allow('employer.write')
  @Mutation(() => Employer, { description: 'Corrects what is known of an employer. Refuses with INVALID, DUPLICATE, NOT_FOUND, STALE, WRONG_STATE.' })
  updateEmployer(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => EmployerChange) input: EmployerChange): Promise<Employer> {
    return updateEmployer(ctx, id, version, input)
  }

  @Allow('employer.close')
  @Mutation(() => Employer, { description: 'Closes an employer that is no more: its posts are withdrawn, its employments end, its contacts no longer sign in. Refuses with INVALID, NOT_FOUND, STALE, WRONG_STATE.' })
  closeEmployer(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('closedOn', () => Day) closedOn: string, @Arg('reason', () => String) reason: string): Promise<Employer> {
    return closeEmployer(ctx, id, version, closedOn, reason)
  }

  @Follows(() => Region, 'regionCode')
  region: Region

  @FieldResolver(() => String, { nullable: true, description: 'The industry by name, in the language asked for.' })
  industry(@Root() { industryCode }: Employer, @Ctx() ctx: Context): string | null {
    return industryCode && isCodeOf(industries, industryCode) ? industries[industryCode][ctx.origin.locale] : null
  }

  @FieldResolver(() => [String], { description: 'The names of those that were merged into it.' })
  aliases(@Root() employer: Employer): string[] {
    return employer.formerNames()
  }

  @FieldResolver(() => Int, { description: 'How many veterans work there now.' })
  veteranCount(@Root() employer: Employer, @Ctx() ctx: Context): Promise<number> {
    return veteranCountOf(ctx, employer.id)
  }
}

export const EmployerHistory = historyOf(Employer)
