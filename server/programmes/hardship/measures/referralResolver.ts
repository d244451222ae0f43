import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Allow } from '../../../kernel/access'
import { Context } from '../../../kernel/context'
import { Follows } from '../../../kernel/follows'
import { historyOf } from '../../../kernel/history'
import { listOf, Page } from '../../../kernel/lists'
import { openedParts } from '../../../kernel/opened'
import { HardshipCase } from '../HardshipCase'
import { CHANGE, Which } from '../which'
import { ReferralAnswerInput, ReferralFilter, ReferralInput, ReferralResultInput, ReferralSort } from './inputs'
import { ReferralAction, referralWorkflow } from './measureWorkflow'
import { Referral } from './Referral'
import { searchReferrals } from './searchMeasures'
import { answerReferral, finishReferral, sendReferral } from './sendReferral'

const ReferralList = listOf(Referral)

/** Referrals to other departments, as the schema names them. */
@Resolver(() => Referral)
export class ReferralResolver {
  @Allow('case.read')
  @Query(() => ReferralList, { description: 'The referrals of the cases within reach; their texts stay masked.' })
  referrals(@Ctx() ctx: Context, @Arg('filter', () => ReferralFilter, { defaultValue: {} }) filter: ReferralFilter, @Arg('sort', () => ReferralSort, { nullable: true }) sort: ReferralSort | null, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new ReferralList(searchReferrals(ctx, filter, sort), page)
  }

  @Allow('case.read')
  @Query(() => Referral, { nullable: true, description: 'Refuses with NOT_FOUND.' })
  referral(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<Referral> {
    return ctx.store.get(Referral, id)
  }

  @Allow('case.keep')
  @Mutation(() => Referral, { description: 'Hands a part of a case’s need to another department. Refuses with NOT_FOUND, WRONG_STATE, INVALID, IDEMPOTENCY_KEY_REUSED.' })
  sendReferral(@Ctx() ctx: Context, @Arg('caseId', () => ID) caseId: string, @Arg('input', () => ReferralInput) input: ReferralInput): Promise<Referral> {
    return sendReferral(ctx, caseId, input)
  }

  @Allow('case.keep')
  @Mutation(() => Referral, { description: `What the department said. Refuses with ${CHANGE}.` })
  answerReferral(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => ReferralAnswerInput) input: ReferralAnswerInput): Promise<Referral> {
    return answerReferral(ctx, id, version, input)
  }

  @Allow('case.keep')
  @Mutation(() => Referral, { description: `What came of it; the measure that it carried out is done with it. Refuses with ${CHANGE}.` })
  finishReferral(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => ReferralResultInput) input: ReferralResultInput): Promise<Referral> {
    return finishReferral(ctx, id, version, input)
  }

  @Follows(() => HardshipCase, 'caseId')
  case: HardshipCase

  @FieldResolver(() => [ReferralAction], { description: 'What whoever asks may do now.' })
  openActions(@Root() referral: Referral, @Ctx() ctx: Context): ReferralAction[] {
    return referralWorkflow.open(referral, ctx.actor)
  }
}

/** What this folder adds to a case. */
@Resolver(() => HardshipCase)
export class CaseReferralsResolver {
  @FieldResolver(() => [Referral], { nullable: true, description: 'What was handed to other departments. Null where the case was not opened.' })
  referrals(@Root() one: HardshipCase, @Ctx() ctx: Context): Promise<Referral[] | null> {
    return openedParts(ctx, one, Referral, 'caseId')
  }
}

export const ReferralHistory = historyOf(Referral)
