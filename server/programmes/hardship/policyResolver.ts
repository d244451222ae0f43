import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Allow } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { historyOf } from '../../kernel/history'
import { listOf, Page } from '../../kernel/lists'
import { ExclusionRule, HelpPolicy } from './HelpPolicy'
import { HelpPolicyInput } from './inputs'
import { issuePolicy } from './policies'

const HelpPolicyList = listOf(HelpPolicy)

@Resolver(() => HelpPolicy)
export class HelpPolicyResolver {
  @Allow('policy.read')
  @Query(() => HelpPolicyList, { description: 'The versions of the rules of help, the latest first.' })
  helpPolicies(@Ctx() ctx: Context, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new HelpPolicyList(ctx.store.query(HelpPolicy).orderBy('it.validFrom DESC'), page)
  }

  @Allow('policy.read')
  @Query(() => HelpPolicy, { nullable: true, description: 'Refuses with NOT_FOUND.' })
  helpPolicy(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<HelpPolicy> {
    return ctx.store.get(HelpPolicy, id)
  }

  @Allow('policy.write')
  @Mutation(() => HelpPolicy, { description: 'Issues a new version of the rules of help; open cases keep theirs. Refuses with INVALID, DUPLICATE.' })
  issueHelpPolicy(@Ctx() ctx: Context, @Arg('input', () => HelpPolicyInput) input: HelpPolicyInput): Promise<HelpPolicy> {
    return issuePolicy(ctx, input)
  }

  @FieldResolver(() => [ExclusionRule])
  exclusions(@Root() policy: HelpPolicy, @Ctx() ctx: Context): Promise<ExclusionRule[]> {
    return ctx.store.parts(ExclusionRule, 'policyId', policy.id)
  }

  @FieldResolver(() => Boolean, { description: 'Whether it holds today.' })
  inForce(@Root() policy: HelpPolicy, @Ctx() ctx: Context): boolean {
    return policy.holdsOn(ctx.today)
  }
}

export const HelpPolicyHistory = historyOf(HelpPolicy)
