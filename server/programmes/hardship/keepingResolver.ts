import { Arg, Args, ArgsType, Ctx, Field, ID, Mutation, Resolver } from 'type-graphql'
import { Allow } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { MaxLength } from '../../kernel/inputRules'
import { Day } from '../../kernel/scalars'
import { CaseContactInput, CloseInput, TransferAnswer, TransferInput } from './actInputs'
import { answerCaseTransfer } from './answerCaseTransfer'
import { appointStandIn } from './appointStandIn'
import { assignCase } from './assignCase'
import { closeCase } from './closeCase'
import { dismissClue } from './dismissClue'
import { HardshipCase } from './HardshipCase'
import { recordCaseContact } from './recordCaseContact'
import { recuseFromCase } from './recuseFromCase'
import { reopenCase } from './reopenCase'
import { transferCase } from './transferCase'
import { CHANGE, Which } from './which'

@ArgsType()
class WhichWhy extends Which {
  @Field() @MaxLength(1000) reason: string
}

/** Into whose hand a case comes, and how it ends. */
@Resolver()
export class CaseKeepingResolver {
  @Allow('case.register')
  @Mutation(() => HardshipCase, { description: `A clue turns out to be none. Refuses with ${CHANGE}.` })
  dismissClue(@Ctx() ctx: Context, @Args(() => WhichWhy) { id, version, reason }: WhichWhy): Promise<HardshipCase> {
    return dismissClue(ctx, id, version, reason)
  }

  @Allow('case.assign')
  @Mutation(() => HardshipCase, { description: `Gives a case into somebody’s hand. Refuses with ${CHANGE}.` })
  assignCase(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('ownerId', () => ID) ownerId: string): Promise<HardshipCase> {
    return assignCase(ctx, id, version, ownerId)
  }

  @Allow('case.keep')
  @Mutation(() => HardshipCase, { description: `Says who does the owner’s work until a day; without an account, nobody any more. Refuses with ${CHANGE}.` })
  appointStandIn(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('standInId', () => ID, { nullable: true }) standInId: string | null, @Arg('until', () => Day, { nullable: true }) until: string | null): Promise<HardshipCase> {
    return appointStandIn(ctx, id, version, standInId, until)
  }

  @Allow('case.read')
  @Mutation(() => HardshipCase, { description: `Somebody is related to whoever the case is about, and decides nothing in it; whoever asks where no account is named. Refuses with ${CHANGE}.` })
  recuseFromCase(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('accountId', () => ID, { nullable: true }) accountId: string | null): Promise<HardshipCase> {
    return recuseFromCase(ctx, id, version, accountId)
  }

  @Allow('case.keep')
  @Mutation(() => HardshipCase, { description: `Asks another worker or township to take a case; it moves when they accept. Refuses with ${CHANGE}.` })
  transferCase(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => TransferInput) input: TransferInput): Promise<HardshipCase> {
    return transferCase(ctx, id, version, input)
  }

  @Allow('case.keep')
  @Mutation(() => HardshipCase, { description: `Takes a case that was handed over, or does not. Refuses with ${CHANGE}.` })
  answerCaseTransfer(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => TransferAnswer) input: TransferAnswer): Promise<HardshipCase> {
    return answerCaseTransfer(ctx, id, version, input)
  }

  @Allow('case.keep')
  @Mutation(() => HardshipCase, { description: `Records a contact with whoever the case is about. Refuses with ${CHANGE}.` })
  recordCaseContact(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => CaseContactInput) input: CaseContactInput): Promise<HardshipCase> {
    return recordCaseContact(ctx, id, version, input)
  }

  @Allow('case.keep')
  @Mutation(() => HardshipCase, { description: `Closes a case with its reason. Refuses with ${CHANGE}.` })
  closeCase(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => CloseInput) input: CloseInput): Promise<HardshipCase> {
    return closeCase(ctx, id, version, input)
  }

  @Allow('case.reopen')
  @Mutation(() => HardshipCase, { description: `The same hardship is back: the case goes through the whole chain again. Refuses with ${CHANGE}, DUPLICATE, INELIGIBLE.` })
  reopenCase(@Ctx() ctx: Context, @Args(() => WhichWhy) { id, version, reason }: WhichWhy): Promise<HardshipCase> {
    return reopenCase(ctx, id, version, reason)
  }
}
