import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { CaseAction } from './caseWorkflow'
import type { HardshipCase } from './HardshipCase'
import { holdCase, moveCase } from './moveCase'
import { mustBeStaff } from './staff'

/** Says which two look at the home. Neither is the person, or a relative (programmes.md 4.5). */
export async function startInvestigation(ctx: Context, id: string, version: number, investigatorIds: readonly string[]): Promise<HardshipCase> {
  const one = await holdCase(ctx, id, version, CaseAction.START_INVESTIGATION)
  if (investigatorIds.length !== 2 || investigatorIds[0] === investigatorIds[1]) throw new Invalid({ investigatorIds: say('入户核实须由两名不同的工作人员进行。', 'Two different people look at the home.') })
  await mustBeStaff(ctx, one.regionCode, 'investigatorIds', investigatorIds, true)
  const rows = await ctx.store.sql('SELECT id, personId FROM accounts WHERE id IN (?)', [investigatorIds])
  const related = rows.some(({ id: account, personId }) => one.recusedIds.includes(account as string) || [one.personId, ...one.concernedIds].includes(personId as string))
  if (related) throw new Invalid({ investigatorIds: say('本人、家庭成员或已回避的人员不能核实本案。', 'Whoever it concerns, or who was recused, does not investigate it.') })
  one.investigatorIds = [...investigatorIds]
  await moveCase(ctx, one, CaseAction.START_INVESTIGATION)
  return ctx.store.save(one, { action: CaseAction.START_INVESTIGATION })
}
