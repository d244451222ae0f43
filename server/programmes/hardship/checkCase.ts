import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { say } from '../../kernel/text'
import type { CheckInput, ExclusionCheckInput } from './actInputs'
import { CaseAction } from './caseWorkflow'
import { ExclusionCheck } from './ExclusionCheck'
import type { HardshipCase } from './HardshipCase'
import { ExclusionRule } from './HelpPolicy'
import { holdCase, moveCase } from './moveCase'
import { policyOf } from './policies'
import { requiredText } from './requiredText'

/** Records that a ground of exclusion was looked up, where, and what was found. The latest look-up of a ground counts. */
export async function recordExclusionCheck(ctx: Context, id: string, version: number, input: ExclusionCheckInput): Promise<HardshipCase> {
  const one = await holdCase(ctx, id, version, CaseAction.CHECK_EXCLUSION)
  await record(ctx, one, [input])
  return ctx.store.save(one, { action: CaseAction.CHECK_EXCLUSION })
}

/** The county's opinion: every ground of exclusion that the policy names has been looked up, and it goes to the decision. */
export async function checkCase(ctx: Context, id: string, version: number, input: CheckInput): Promise<HardshipCase> {
  const one = await holdCase(ctx, id, version, CaseAction.COUNTY_CHECK)
  const checked = new Set((await record(ctx, one, input.checks)).map(check => check.kind))
  const lacking = (await ctx.store.parts(ExclusionRule, 'policyId', (await policyOf(ctx, one)).id)).filter(rule => !checked.has(rule.kind))
  if (lacking.length > 0) throw new Invalid({ checks: say(`还有 ${lacking.length} 种排除情形未核查。`, `${lacking.length} grounds of exclusion are not checked yet.`) })
  await moveCase(ctx, one, CaseAction.COUNTY_CHECK)
  Object.assign(one, { countyReviewerId: ctx.actor.id, countyReviewedOn: ctx.today, countyOpinion: requiredText(input.opinion, 'opinion') })
  return ctx.store.save(one, { action: CaseAction.COUNTY_CHECK })
}

/** Adds look-ups to those of this round, and says what all of them come to. */
async function record(ctx: Context, one: HardshipCase, inputs: readonly ExclusionCheckInput[]): Promise<ExclusionCheck[]> {
  const known = (await ctx.store.holdParts(ExclusionCheck, 'caseId', one.id)).filter(check => check.round === one.round)
  for (const { kind, found, source, note } of inputs) {
    known.push(await ctx.store.save(ExclusionCheck.of({ caseId: one.id, round: one.round, kind, found, source: requiredText(source, 'source'), note: note?.trim() || null, checkedById: ctx.actor.id, checkedOn: ctx.today })))
  }
  const latest = new Map(known.map(check => [check.kind, check]))
  one.exclusionFound = [...latest.values()].some(check => check.found)
  return known
}
