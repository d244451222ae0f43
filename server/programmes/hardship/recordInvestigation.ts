import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { attachPictures } from '../../kernel/files'
import { say } from '../../kernel/text'
import type { InvestigationInput } from './actInputs'
import { CaseAction } from './caseWorkflow'
import type { HardshipCase } from './HardshipCase'
import { Investigation } from './Investigation'
import { holdCase } from './moveCase'
import { countContact } from './recordCaseContact'
import { requiredText } from './requiredText'

/** One of the two writes down what they saw at home: the five looks, what they found, and pictures of it. */
export async function recordInvestigation(ctx: Context, id: string, version: number, input: InvestigationInput): Promise<HardshipCase> {
  const one = await holdCase(ctx, id, version, CaseAction.RECORD_INVESTIGATION)
  const { investigatedOn } = input
  if (investigatedOn > ctx.today || investigatedOn < (one.registeredOn ?? one.reportedOn)) throw new Invalid({ investigatedOn: say('核实日期应在登记之后、今天之前。', 'Not before the registration, and not after today.') })
  const look = (field: 'housing' | 'living' | 'income' | 'schoolWorkHealth' | 'specialGroups' | 'findings'): string => requiredText(input[field], field)
  const investigation = await ctx.store.save(Investigation.of({
    caseId: one.id, investigatedOn, investigatorIds: one.investigatorIds, housing: look('housing'), living: look('living'), income: look('income'), schoolWorkHealth: look('schoolWorkHealth'), specialGroups: look('specialGroups'),
    findings: look('findings'), recordedById: ctx.actor.id,
  }))
  await attachPictures(ctx, input.photoIds ?? [], investigation)
  if (one.investigatedOn === null || one.investigatedOn < investigatedOn) one.investigatedOn = investigatedOn
  countContact(one, investigatedOn)
  return ctx.store.save(one, { action: CaseAction.RECORD_INVESTIGATION })
}
