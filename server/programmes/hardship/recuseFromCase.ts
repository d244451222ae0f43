import type { Context } from '../../kernel/context'
import { Forbidden, Invalid } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { CaseAction } from './caseWorkflow'
import type { HardshipCase } from './HardshipCase'
import { holdCase } from './moveCase'

/** How many may be related to one case. */
const MOST = 10

/** Somebody says that they are related to whoever the case is about, or whoever assigns cases says it of them: they decide nothing in it from then on. */
export async function recuseFromCase(ctx: Context, id: string, version: number, accountId: string | null): Promise<HardshipCase> {
  const one = await holdCase(ctx, id, version, CaseAction.RECUSE)
  const who = accountId ?? ctx.actor.id
  if (who !== ctx.actor.id && !ctx.actor.may('case.assign')) throw new Forbidden('case.assign')
  if (one.chain().includes(who)) throw new Invalid({ accountId: say('该人员已参与本案核实或审核，请退回或重新安排后再登记回避。', 'They took part in it already: have that step done anew first.') })
  if (!one.recusedIds.includes(who)) {
    if (one.recusedIds.length >= MOST) throw new Invalid({ accountId: say(`最多登记 ${MOST} 人回避。`, `At most ${MOST}.`) })
    const [account] = await ctx.store.sql('SELECT id FROM accounts WHERE id = ?', [who])
    if (!account) throw new Invalid({ accountId: say('没有这个账号。', 'There is no such account.') })
    one.recusedIds = [...one.recusedIds, who]
  }
  return ctx.store.save(one, { action: CaseAction.RECUSE })
}
