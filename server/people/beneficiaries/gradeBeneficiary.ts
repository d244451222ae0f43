import { setting } from '../../bureau/settings/defineSetting'
import type { Context } from '../../kernel/context'
import { Invalid, WrongState } from '../../kernel/errors'
import { announce } from '../../kernel/events'
import { say } from '../../kernel/text'
import { Beneficiary } from './Beneficiary'
import { admitIfReady } from './admitIfReady'
import { BeneficiaryAction, beneficiaryWorkflow } from './beneficiaryWorkflow'
import { RiskGrade } from './enums'
import { GradeChange } from './GradeChange'
import type { AssessmentInput, GradeInput } from './inputs'
import { visitPeriods } from './numbers'

/** Each grade's rank, the highest first. */
export const RANK = { [RiskGrade.HIGH]: 1, [RiskGrade.KEY]: 2, [RiskGrade.GENERAL]: 3 } as const

/** Days between two visits that a grade means now. */
export const visitEveryOf = (ctx: Context, grade: RiskGrade): Promise<number> => setting(ctx, visitPeriods[grade])

/** Lays a grade onto an elder, and gives the line that the history keeps of it. */
export async function applyGrade(ctx: Context, beneficiary: Beneficiary, grade: RiskGrade, { reason = null, majorChange = false, first = false }: { reason?: string | null; majorChange?: boolean; first?: boolean }): Promise<GradeChange> {
  const visitEvery = await visitEveryOf(ctx, grade)
  const fromGrade = first ? null : beneficiary.grade
  Object.assign(beneficiary, { grade, gradeRank: RANK[grade], gradedOn: ctx.today, visitEvery })
  if (majorChange) beneficiary.majorChangeAt = ctx.now
  return GradeChange.of({ beneficiaryId: beneficiary.id, fromGrade, grade, visitEvery, gradedOn: ctx.today, majorChange, reason, gradedById: ctx.actor.id })
}

/** Grades an elder's risk anew; when the visits are due moves in the same act. */
export async function gradeBeneficiary(ctx: Context, id: string, version: number, { grade, majorChange, reason = null }: GradeInput): Promise<Beneficiary> {
  const beneficiary = await ctx.store.hold(Beneficiary, id, version)
  if (beneficiary.isEnded()) throw new WrongState(beneficiary.state, [])
  if (majorChange && !reason?.trim()) throw new Invalid({ reason: say('请说明发生了什么重大变化。', 'Say what has changed.') })
  const change = await applyGrade(ctx, beneficiary, grade, { reason, majorChange })
  await ctx.store.save(beneficiary, { action: 'GRADE', note: reason })
  await ctx.store.save(change)
  await announce(ctx, 'beneficiary.graded', { beneficiaryId: id })
  return beneficiary
}

/** Records the station's visit: what was found, and the grade. With consent the elder then waits for a volunteer. */
export async function assessBeneficiary(ctx: Context, id: string, version: number, { grade, findings = null, abilities }: AssessmentInput): Promise<Beneficiary> {
  const beneficiary = await ctx.store.hold(Beneficiary, id, version)
  beneficiaryWorkflow.move(beneficiary, BeneficiaryAction.ASSESS, ctx.actor)
  const change = await applyGrade(ctx, beneficiary, grade, { reason: findings })
  Object.assign(beneficiary, { assessment: findings, assessedOn: ctx.today }, abilities && { abilities: [...new Set(abilities)] })
  admitIfReady(ctx, beneficiary)
  await ctx.store.save(beneficiary, { action: BeneficiaryAction.ASSESS, note: findings })
  await ctx.store.save(change)
  await announce(ctx, 'beneficiary.graded', { beneficiaryId: id })
  return beneficiary
}
