import { setting } from '../../bureau/settings/defineSetting'
import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { say, type Text } from '../../kernel/text'
import type { VisitReport } from './inputs'
import { numbers } from './numbers'
import { type Visit, VisitManner } from './Visit'

/** The services on which a volunteer lays out money for an elder: 代买、代帮代办、置办年货. */
export const ERRANDS: readonly string[] = ['BUYING', 'ERRANDS', 'SHOPPING_FESTIVAL']

type Account = Pick<Visit, 'amount' | 'receiptIds' | 'noReceiptReason' | 'signedBackBy'>

/**
 * What an errand cost, accounted for: with a picture of the receipt or the reason why there is none, and by whom goods and change
 * were signed for. No other money passes through a volunteer's hands (programmes.md 4.8).
 */
export async function accountOf(ctx: Context, report: VisitReport): Promise<Account> {
  const [amount, receiptIds, noReceiptReason, signedBackBy] = [report.amount ?? null, report.receiptIds ?? [], report.noReceiptReason?.trim() || null, report.signedBackBy?.trim() || null]
  const wrong: Record<string, Text> = {}
  if (amount === null) {
    if (receiptIds.length > 0 || noReceiptReason || signedBackBy) wrong.amount = say('请填写代买金额。', 'Give the amount.')
  } else {
    const most = await setting(ctx, numbers.mostErrand)
    if (!report.services.some(service => ERRANDS.includes(service))) wrong.amount = say('只有代买、代帮代办、置办年货可以登记金额，志愿者不经手其他钱款。', 'Only errands have an amount; volunteers handle no other money.')
    else if (!report.contactMade || report.manner !== VisitManner.HOME) wrong.amount = say('代买的物品须当面交给老人。', 'What was bought is handed over in person.')
    else if (!(Number(amount) > 0) || Number(amount) > most) wrong.amount = say(`金额应大于 0，且不超过 ${most} 元。`, `More than nought, and ${most} yuan at most.`)
    if (receiptIds.length === 0 && !noReceiptReason) wrong.receiptIds = say('请拍下小票；没有小票的，请写明原因。', 'Take a picture of the receipt, or say why there is none.')
    if (!signedBackBy) wrong.signedBackBy = say('请填写签收人。', 'Say who signed for it.')
  }
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
  return { amount, receiptIds, noReceiptReason: receiptIds.length > 0 ? null : noReceiptReason, signedBackBy }
}
