import { Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import { Allow } from '../../../kernel/access'
import { Context } from '../../../kernel/context'
import { Beneficiary } from '../../../people/beneficiaries/Beneficiary'
import { HardshipCase } from '../HardshipCase'
import { Which } from '../which'
import { seekHelpers } from './seekHelpers'

/** 手拉手: what this folder adds to a case. */
@Resolver(() => HardshipCase)
export class CaseComradesResolver {
  @Allow('case.keep')
  @Mutation(() => HardshipCase, { description: 'Puts whom a case is about among those for whom helpers are sought; the pairing programmes have them from there on. Refuses with NOT_FOUND, STALE, WRONG_STATE.' })
  seekHelpers(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which): Promise<HardshipCase> {
    return seekHelpers(ctx, id, version)
  }

  @FieldResolver(() => Beneficiary, { nullable: true, description: 'Whom helpers look in on, where they are sought: with pairings and visits.' })
  async beneficiary(@Root() one: HardshipCase, @Ctx() ctx: Context): Promise<Beneficiary | null> {
    if (!one.personId) return null
    const id = await ctx.store.batch<string | null>('HardshipCase.beneficiary', one.personId, async ids => {
      const rows = await ctx.store.sql('SELECT id, personId FROM beneficiaries WHERE personId IN (?)', [ids])
      const found = new Map(rows.map(row => [row.personId as string, row.id as string]))
      return ids.map(each => found.get(each) ?? null)
    })
    return ctx.store.follow(Beneficiary, id)
  }
}
