import { workingDayAfter } from '../../bureau/workingDays/workingDayAfter'
import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { isMore } from '../../kernel/money'
import { say } from '../../kernel/text'
import type { UrgentInput } from './actInputs'
import { CaseAction } from './caseWorkflow'
import { CaseState } from './enums'
import type { HardshipCase } from './HardshipCase'
import { holdCase } from './moveCase'
import { policyOf } from './policies'
import { requiredText } from './requiredText'

/** Help first, papers later [S: rules.md 2.4]: within the policy's limit it may be given before the decision, and the case goes its way with a day for its papers. */
export async function grantUrgentHelp(ctx: Context, id: string, version: number, input: UrgentInput): Promise<HardshipCase> {
  const one = await holdCase(ctx, id, version, CaseAction.GRANT_URGENT)
  const policy = await policyOf(ctx, one)
  if (!isMore(input.amount, '0') || isMore(input.amount, policy.urgentLimit)) throw new Invalid({ amount: say(`金额应大于 0，且不超过 ${policy.urgentLimit} 元。`, `More than nought, and ${policy.urgentLimit} yuan at most.`) })
  const papersLack = one.state === CaseState.REGISTERED || one.state === CaseState.INVESTIGATING
  Object.assign(one, {
    urgent: true, urgentOn: ctx.today, urgentAmount: input.amount, urgentById: ctx.actor.id, urgentFor: requiredText(input.reason, 'reason'), papersDueOn: papersLack ? await workingDayAfter(ctx, ctx.today, policy.papersDays) : null,
  })
  return ctx.store.save(one, { action: CaseAction.GRANT_URGENT })
}
