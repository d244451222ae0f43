import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { announce } from '../../kernel/events'
import { isWithin } from '../../kernel/regionCode'
import { say } from '../../kernel/text'
import { Beneficiary } from './Beneficiary'

/** Entrusts an elder to a case worker, or to nobody. */
export async function assignCaseWorker(ctx: Context, id: string, version: number, caseWorkerId: string | null): Promise<Beneficiary> {
  const beneficiary = await ctx.store.hold(Beneficiary, id, version)
  if (caseWorkerId) {
    const [account] = await ctx.store.sql("SELECT regionCode FROM accounts WHERE id = ? AND role = 'caseWorker' AND state = 'ACTIVE'", [caseWorkerId])
    const regionCode = account?.regionCode as string | null | undefined
    if (!account || (regionCode && !isWithin(beneficiary.regionCode, regionCode))) throw new Invalid({ caseWorkerId: say('请选择在用的个案工作者账号。', 'Choose the active account of a case worker.') })
  }
  beneficiary.caseWorkerId = caseWorkerId
  await ctx.store.save(beneficiary, { action: 'ASSIGN' })
  await announce(ctx, 'beneficiary.caseWorkerAssigned', { beneficiaryId: id, caseWorkerId })
  return beneficiary
}
