import { Arg, Args, ArgsType, Ctx, Field, ID, Mutation, Query, Resolver } from 'type-graphql'
import { Allow } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { ArrayMaxSize, MaxLength } from '../../kernel/inputRules'
import { Day } from '../../kernel/scalars'
import { ApprovalInput, CheckInput, ExclusionCheckInput, HouseholdInput, InvestigationInput, NoticeInput, ObjectionAnswer, ObjectionInput, UrgentInput } from './actInputs'
import { answerObjection } from './answerObjection'
import { checkCase, recordExclusionCheck } from './checkCase'
import { approveCase, refuseCase } from './decideCase'
import { deliverDecision } from './deliverDecision'
import { AidFound, duplicateAid } from './duplicateAid'
import { grantUrgentHelp } from './grantUrgentHelp'
import { HardshipCase } from './HardshipCase'
import { publishNotice, skipNotice } from './publishNotice'
import { objectToDecision, objectToNotice } from './raiseObjection'
import { recordInvestigation } from './recordInvestigation'
import { resubmitCase, returnCase } from './returnCase'
import { reviewCase } from './reviewCase'
import { startInvestigation } from './startInvestigation'
import { CHANGE, Which } from './which'
import { writeHousehold } from './writeHousehold'

@ArgsType()
class WhichWritten extends Which {
  @Field({ description: 'In words, as it is put on file.' }) @MaxLength(1000) text: string
}

@ArgsType()
class WhichMissing extends Which {
  @Field(() => [String], { description: 'What is missing, one by one.' }) @ArrayMaxSize(20) missing: string[]
}

/** The chain of a case, from the look at home to the decision and its delivery. */
@Resolver()
export class CaseChainResolver {
  @Allow('case.investigate')
  @Mutation(() => HardshipCase, { description: `Says which two look at the home. Refuses with ${CHANGE}.` })
  startInvestigation(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('investigatorIds', () => [ID]) investigatorIds: string[]): Promise<HardshipCase> {
    return startInvestigation(ctx, id, version, investigatorIds)
  }

  @Allow('case.investigate')
  @Mutation(() => HardshipCase, { description: `One of the two writes down what they saw at home. Refuses with ${CHANGE}.` })
  recordInvestigation(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => InvestigationInput) input: InvestigationInput): Promise<HardshipCase> {
    return recordInvestigation(ctx, id, version, input)
  }

  @Allow('case.investigate')
  @Mutation(() => HardshipCase, { description: `Writes down who lives in the household and how. Refuses with ${CHANGE}.` })
  writeHousehold(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => HouseholdInput) input: HouseholdInput): Promise<HardshipCase> {
    return writeHousehold(ctx, id, version, input)
  }

  @Allow('case.investigate')
  @Mutation(() => HardshipCase, { description: `Tells the village, by name and kind alone. Refuses with ${CHANGE}.` })
  publishNotice(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => NoticeInput) input: NoticeInput): Promise<HardshipCase> {
    return publishNotice(ctx, id, version, input)
  }

  @Allow('case.investigate')
  @Mutation(() => HardshipCase, { description: `There is no notice, or it is taken down; the text says why. Refuses with ${CHANGE}.` })
  skipNotice(@Ctx() ctx: Context, @Args(() => WhichWritten) { id, version, text }: WhichWritten): Promise<HardshipCase> {
    return skipNotice(ctx, id, version, text)
  }

  @Allow('case.investigate')
  @Mutation(() => HardshipCase, { description: `Writes down that somebody objects to the notice. Refuses with ${CHANGE}.` })
  objectToNotice(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => ObjectionInput) input: ObjectionInput): Promise<HardshipCase> {
    return objectToNotice(ctx, id, version, input)
  }

  @Allow('case.review')
  @Mutation(() => HardshipCase, { description: `The township’s opinion, when the notice is over. Refuses with ${CHANGE}.` })
  reviewCase(@Ctx() ctx: Context, @Args(() => WhichWritten) { id, version, text }: WhichWritten): Promise<HardshipCase> {
    return reviewCase(ctx, id, version, text)
  }

  @Allow('case.check')
  @Mutation(() => HardshipCase, { description: `Records that a ground of exclusion was looked up. Refuses with ${CHANGE}.` })
  recordExclusionCheck(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => ExclusionCheckInput) input: ExclusionCheckInput): Promise<HardshipCase> {
    return recordExclusionCheck(ctx, id, version, input)
  }

  @Allow('case.check')
  @Mutation(() => HardshipCase, { description: `The county’s opinion, with every ground of exclusion looked up. Refuses with ${CHANGE}.` })
  checkCase(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => CheckInput) input: CheckInput): Promise<HardshipCase> {
    return checkCase(ctx, id, version, input)
  }

  @Allow('case.return')
  @Mutation(() => HardshipCase, { description: `Sends a case back with what is missing; the review’s clock stops. Refuses with ${CHANGE}.` })
  returnCase(@Ctx() ctx: Context, @Args(() => WhichMissing) { id, version, missing }: WhichMissing): Promise<HardshipCase> {
    return returnCase(ctx, id, version, missing)
  }

  @Allow('case.investigate')
  @Mutation(() => HardshipCase, { description: `What was missing is there: back to the review that returned it. Refuses with ${CHANGE}.` })
  resubmitCase(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which): Promise<HardshipCase> {
    return resubmitCase(ctx, id, version)
  }

  @Allow('case.decide')
  @Mutation(() => HardshipCase, { description: `Help first, papers later, within the policy’s limit. Refuses with ${CHANGE}.` })
  grantUrgentHelp(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => UrgentInput) input: UrgentInput): Promise<HardshipCase> {
    return grantUrgentHelp(ctx, id, version, input)
  }

  @Allow('case.read')
  @Query(() => [AidFound], { description: 'Other help for the same person or household, wherever it is kept. Refuses with NOT_FOUND.' })
  async duplicateAid(@Ctx() ctx: Context, @Arg('caseId', () => ID) caseId: string): Promise<AidFound[]> {
    return duplicateAid(ctx, await ctx.store.get(HardshipCase, caseId))
  }

  @Allow('case.decide')
  @Mutation(() => HardshipCase, { description: `Approves help up to an amount; the household is frozen. Refuses with ${CHANGE}, DUPLICATE, INELIGIBLE.` })
  approveCase(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => ApprovalInput) input: ApprovalInput): Promise<HardshipCase> {
    return approveCase(ctx, id, version, input)
  }

  @Allow('case.decide')
  @Mutation(() => HardshipCase, { description: `Refuses help; the text says why. Refuses with ${CHANGE}.` })
  refuseCase(@Ctx() ctx: Context, @Args(() => WhichWritten) { id, version, text }: WhichWritten): Promise<HardshipCase> {
    return refuseCase(ctx, id, version, text)
  }

  @Allow('case.keep')
  @Mutation(() => HardshipCase, { description: `The decision was delivered. Refuses with ${CHANGE}.` })
  deliverDecision(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('deliveredOn', () => Day) deliveredOn: string, @Arg('to', () => String) to: string): Promise<HardshipCase> {
    return deliverDecision(ctx, id, version, deliveredOn, to)
  }

  @Allow('case.keep')
  @Mutation(() => HardshipCase, { description: `Writes down that the decision is objected to. Refuses with ${CHANGE}.` })
  objectToDecision(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => ObjectionInput) input: ObjectionInput): Promise<HardshipCase> {
    return objectToDecision(ctx, id, version, input)
  }

  @Allow('case.answer')
  @Mutation(() => HardshipCase, { description: `Somebody who had no part in it answers an objection. Refuses with ${CHANGE}.` })
  answerObjection(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => ObjectionAnswer) input: ObjectionAnswer): Promise<HardshipCase> {
    return answerObjection(ctx, id, version, input)
  }
}
