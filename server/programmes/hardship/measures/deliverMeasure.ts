import type { Context } from '../../../kernel/context'
import { addDays } from '../../../kernel/days'
import { Invalid } from '../../../kernel/errors'
import { attachPictures } from '../../../kernel/files'
import { fenOf, isMore, yuanOf } from '../../../kernel/money'
import { say, type Text } from '../../../kernel/text'
import { CaseAction } from '../caseWorkflow'
import { CaseState, UNDECIDED } from '../enums'
import type { HardshipCase } from '../HardshipCase'
import { moveCase } from '../moveCase'
import { policyOf } from '../policies'
import { givenBy, holdMeasure, mustFit } from './budget'
import { GivingWay, MeasureKind } from './enums'
import type { DeliveryInput } from './inputs'
import type { Measure } from './Measure'
import { isPaid } from './measureRules'
import { MeasureAction, measureWorkflow } from './measureWorkflow'

/** Help that has come to whom it is for, with its receipt. Money is given by whoever pays; in all never more than was approved. */
export async function deliverMeasure(ctx: Context, id: string, version: number, input: DeliveryInput): Promise<Measure> {
  const { one, measure, others } = await holdMeasure(ctx, id, version)
  measureWorkflow.mustBeOpen(measure, MeasureAction.DELIVER, ctx.actor)
  if (isPaid(measure)) ctx.actor.mustBeAllowed('case.pay')
  const given = measure.amount && yuanOf(fenOf(input.given ?? measure.amount))
  mustBeWhole(ctx, measure, input)
  mustFit(one, givenBy(others), given)
  await give(ctx, one, measure, others, { given, givenOn: input.givenOn, way: input.way, receivedBy: input.receivedBy.trim(), receiptIds: input.receiptIds ?? [], noReceiptReason: input.receiptIds?.length ? null : input.noReceiptReason?.trim() || null })
  await attachPictures(ctx, measure.receiptIds, measure, 'receiptIds')
  return measure
}

type Given = Pick<Measure, 'given' | 'givenOn' | 'way' | 'receivedBy' | 'receiptIds' | 'noReceiptReason'> & { givenOn: string }

/** Marks a held measure as given, and lets its case follow. */
export async function give(ctx: Context, one: HardshipCase, measure: Measure, others: readonly Measure[], given: Given): Promise<void> {
  measureWorkflow.move(measure, MeasureAction.DELIVER, ctx.actor)
  Object.assign(measure, { ...given, deliveredById: ctx.actor.id })
  await ctx.store.save(measure, { action: MeasureAction.DELIVER })
  one.givenAmount = givenBy([...others, measure])
  if (one.firstGivenOn === null || given.givenOn < one.firstGivenOn) one.firstGivenOn = given.givenOn
  if ((given.way === GivingWay.IN_PERSON || given.way === GivingWay.CASH) && (one.lastContactOn === null || given.givenOn > one.lastContactOn)) one.lastContactOn = given.givenOn
  const undecided = UNDECIDED.includes(one.state)
  if (!undecided && one.nextFollowUpOn === null) one.nextFollowUpOn = addDays(given.givenOn, (await policyOf(ctx, one)).firstFollowUpDays)
  await moveCase(ctx, one, CaseAction.GIVE, { to: undecided ? one.state : CaseState.IN_HELP })
  await ctx.store.save(one, { action: CaseAction.GIVE })
}

function mustBeWhole(ctx: Context, { kind, amount, approvedOn, payeeNumber }: Measure, { givenOn, given, way, receiptIds, noReceiptReason }: DeliveryInput): void {
  const wrong: Record<string, Text> = {}
  if (givenOn > ctx.today) wrong.givenOn = say('落实日期不能晚于今天。', 'Not after today.')
  else if (approvedOn && givenOn < approvedOn) wrong.givenOn = say('落实日期早于批准日期。', 'Lies before the approval.')
  if (given && amount === null) wrong.given = say('这项帮扶没有金额。', 'The measure has no amount.')
  else if (given && (fenOf(given) <= 0n || isMore(given, amount!))) wrong.given = say(`金额应大于 0，且不超过批准的 ${amount} 元。`, `More than nought, and at most the ${amount} yuan that were approved.`)
  if (kind === MeasureKind.MONEY && way === GivingWay.IN_PERSON) wrong.way = say('资金请选择转账、一卡通或现金。', 'Money comes by transfer, card or in cash.')
  if (way === GivingWay.TRANSFER && !payeeNumber) wrong.way = say('尚未填写收款账户，不能转账。', 'There is no account to pay into.')
  if (!receiptIds?.length && !noReceiptReason?.trim()) wrong.receiptIds = say('请拍下签收单或回单；没有的，请写明原因。', 'Take a picture of the receipt, or say why there is none.')
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
}

/** Says that a measure came to nothing, and why; what it had bound is free again. */
export async function failMeasure(ctx: Context, id: string, version: number, reason: string): Promise<Measure> {
  if (!reason.trim()) throw new Invalid({ reason: say('请写明未落实的原因。', 'Say why it came to nothing.') })
  const { measure } = await holdMeasure(ctx, id, version)
  measureWorkflow.move(measure, MeasureAction.FAIL, ctx.actor)
  measure.failedFor = reason.trim()
  return ctx.store.save(measure, { action: MeasureAction.FAIL })
}
