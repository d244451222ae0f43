import type { Context } from '../../kernel/context'
import { Duplicate, Invalid } from '../../kernel/errors'
import { fenOf, isMore, sumOf } from '../../kernel/money'
import { say } from '../../kernel/text'
import type { ApprovalInput } from './actInputs'
import { CaseAction } from './caseWorkflow'
import { duplicateAid } from './duplicateAid'
import { CaseState } from './enums'
import { freezeCase } from './freezeCase'
import type { HardshipCase } from './HardshipCase'
import { holdCase, moveCase } from './moveCase'
import { policyOf } from './policies'
import { requiredText } from './requiredText'

/** Help is approved up to an amount; nought where it is goods or services alone. A second help for one cause needs its reason. The household is frozen. */
export async function approveCase(ctx: Context, id: string, version: number, input: ApprovalInput): Promise<HardshipCase> {
  const one = await holdCase(ctx, id, version, CaseAction.APPROVE)
  const { mostAmount } = await policyOf(ctx, one)
  if (fenOf(input.amount) < 0n || (mostAmount && isMore(input.amount, mostAmount))) throw new Invalid({ amount: say(mostAmount ? `金额应在 0 到 ${mostAmount} 元之间。` : '金额不能小于 0。', mostAmount ? `Between nought and ${mostAmount} yuan.` : 'Not less than nought.') })
  one.approvedAmount = sumOf([one.earlierAmount, input.amount])
  if (one.givenAmount && isMore(one.givenAmount, one.approvedAmount)) throw new Invalid({ amount: say(`已应急给付 ${one.givenAmount} 元，批准金额不能少于已给付的。`, `${one.givenAmount} yuan were given already; not less than that.`) })
  one.overrideReason = input.overrideReason?.trim() || null
  await mustNotRepeat(ctx, one)
  await moveCase(ctx, one, CaseAction.APPROVE)
  return decide(ctx, one, input.reason?.trim() || null, CaseAction.APPROVE)
}

/** Help is refused, in writing and with the reason. */
export async function refuseCase(ctx: Context, id: string, version: number, reason: string): Promise<HardshipCase> {
  const one = await holdCase(ctx, id, version, CaseAction.REFUSE)
  await moveCase(ctx, one, CaseAction.REFUSE)
  return decide(ctx, one, requiredText(reason, 'reason'), CaseAction.REFUSE)
}

async function decide(ctx: Context, one: HardshipCase, reason: string | null, action: CaseAction.APPROVE | CaseAction.REFUSE): Promise<HardshipCase> {
  Object.assign(one, { deciderId: ctx.actor.id, decidedOn: ctx.today, decisionReason: reason, deliveredOn: null, deliveredTo: null, objectUntil: null, papersDueOn: null })
  await freezeCase(ctx, one, action === CaseAction.APPROVE ? CaseState.APPROVED : CaseState.REFUSED)
  return ctx.store.save(one, { action })
}

async function mustNotRepeat(ctx: Context, one: HardshipCase): Promise<void> {
  if (one.overrideReason) return
  const repeated = (await duplicateAid(ctx, one)).filter(aid => aid.repeats)
  if (repeated.length === 0) return
  const numbers = repeated.map(aid => aid.number).join('、')
  throw new Duplicate(say(`同一原因已帮扶过（${numbers}），确需再次帮扶请写明理由。`, `There was help for this cause already (${numbers}): say why there is more.`), { entity: 'HardshipCase', numbers: repeated.map(aid => aid.number) })
}
