import { mustBeRegion } from '../../bureau/regions/regionOf'
import { RegionLevel } from '../../bureau/regions/Region'
import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { isWithin } from '../../kernel/regionCode'
import { say } from '../../kernel/text'
import type { TransferInput } from './actInputs'
import { CaseAction } from './caseWorkflow'
import { CaseTransfer } from './CaseTransfer'
import { TransferState } from './enums'
import type { HardshipCase } from './HardshipCase'
import { holdCase } from './moveCase'
import { requiredText } from './requiredText'
import { mustBeStaff } from './staff'

/** Asks another worker, or another township, to take a case. It stays where it is until they accept; asking again withdraws what was asked before. */
export async function transferCase(ctx: Context, id: string, version: number, input: TransferInput): Promise<HardshipCase> {
  const one = await holdCase(ctx, id, version, CaseAction.TRANSFER)
  const [toAccountId, toRegion] = [input.toAccountId ?? null, input.toRegion ?? null]
  if ((toAccountId === null) === (toRegion === null)) throw new Invalid({ toAccountId: say('请选择一名工作人员，或一个苏木乡镇。', 'Choose a worker or a township.') })
  if (toAccountId) {
    if (toAccountId === one.ownerId) throw new Invalid({ toAccountId: say('该案件已由其承办。', 'They have it in hand already.') })
    await mustBeStaff(ctx, one.regionCode, 'toAccountId', [toAccountId])
  }
  if (toRegion) {
    await mustBeRegion(ctx, toRegion, RegionLevel.TOWNSHIP, RegionLevel.VILLAGE)
    if (isWithin(toRegion, `${one.regionCode.slice(0, 9)}000`)) throw new Invalid({ toRegion: say('案件已在该苏木乡镇。', 'It is in that township already.') })
  }
  await endTransfer(ctx, one, TransferState.WITHDRAWN, null)
  await ctx.store.save(CaseTransfer.of({
    caseId: one.id, fromOwnerId: one.ownerId, fromRegion: one.regionCode, toAccountId, toRegion, state: TransferState.PENDING, reason: requiredText(input.reason, 'reason'), askedOn: ctx.today, askedById: ctx.actor.id,
    answer: null, answeredById: null, answeredOn: null,
  }))
  Object.assign(one, { transferToId: toAccountId, transferRegion: toRegion })
  return ctx.store.save(one, { action: CaseAction.TRANSFER })
}

/** Ends the transfer of a held case that waits, if one does: the case itself names whom it waits for. */
export async function endTransfer(ctx: Context, one: HardshipCase, state: TransferState, answer: string | null): Promise<void> {
  if (!one.transferToId && !one.transferRegion) return
  const waiting = (await ctx.store.holdParts(CaseTransfer, 'caseId', one.id)).find(transfer => transfer.state === TransferState.PENDING)
  Object.assign(one, { transferToId: null, transferRegion: null })
  if (waiting) await ctx.store.save(Object.assign(waiting, { state, answer, answeredById: ctx.actor.id, answeredOn: ctx.today }))
}
