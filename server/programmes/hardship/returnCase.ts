import { workingDaysUntil } from '../../bureau/workingDays/workingDaysUntil'
import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { CaseAction } from './caseWorkflow'
import type { HardshipCase } from './HardshipCase'
import { holdCase, moveCase } from './moveCase'

/** As many things may be missing, each in so many characters. */
const MOST = { lines: 20, length: 100 }

/**
 * A review sends a case back with a list of what is missing. The review's own clock stops: what is left of it is kept, and goes on
 * when the case comes back; meanwhile the clock of those runs who have to complete it.
 */
export async function returnCase(ctx: Context, id: string, version: number, missing: readonly string[]): Promise<HardshipCase> {
  const one = await holdCase(ctx, id, version, CaseAction.RETURN)
  const lines = missing.map(line => line.replace(/\s+/g, ' ').trim()).filter(Boolean)
  if (lines.length === 0) throw new Invalid({ missing: say('请逐条写明缺少的材料。', 'Say what is missing, one by one.') })
  if (lines.length > MOST.lines || lines.some(line => line.length > MOST.length)) throw new Invalid({ missing: say(`最多 ${MOST.lines} 条，每条不超过 ${MOST.length} 个字。`, `At most ${MOST.lines}, each of at most ${MOST.length} characters.`) })
  const left = one.dueOn ? Math.max(0, await workingDaysUntil(ctx, one.dueOn)) : null
  Object.assign(one, { returnedFrom: one.state, clockLeft: left, missingText: lines.join('\n') })
  await moveCase(ctx, one, CaseAction.RETURN)
  return ctx.store.save(one, { action: CaseAction.RETURN })
}

/** What was missing is there: the case goes back to the review that returned it, whose clock goes on. */
export async function resubmitCase(ctx: Context, id: string, version: number): Promise<HardshipCase> {
  const one = await holdCase(ctx, id, version, CaseAction.RESUBMIT)
  await moveCase(ctx, one, CaseAction.RESUBMIT, { to: one.returnedFrom!, left: one.clockLeft })
  Object.assign(one, { returnedFrom: null, clockLeft: null, missingText: null })
  return ctx.store.save(one, { action: CaseAction.RESUBMIT })
}
