import type { Context } from '../../kernel/context'
import { Beneficiary } from './Beneficiary'
import { BeneficiaryAction, beneficiaryWorkflow } from './beneficiaryWorkflow'
import { BeneficiaryState } from './enums'

/** Lets an assessed elder with consent wait for a volunteer. The act still has to save. */
export function admitIfReady(ctx: Context, beneficiary: Beneficiary): void {
  if (beneficiary.state !== BeneficiaryState.ASSESSED || !beneficiary.mayBeServed()) return
  beneficiaryWorkflow.move(beneficiary, BeneficiaryAction.ADMIT, ctx.actor)
  beneficiary.unpairedSince = ctx.today
}

/** Notes that an elder has a volunteer, within the act that pairs them and wherever the actor's reach ends. */
export async function markPaired(ctx: Context, beneficiaryId: string): Promise<void> {
  await mark(ctx, beneficiaryId, BeneficiaryState.PAIRED, null)
}

/** Notes that an elder has no volunteer any more, and waits again. */
export async function markUnpaired(ctx: Context, beneficiaryId: string): Promise<void> {
  await mark(ctx, beneficiaryId, BeneficiaryState.WAITING, ctx.today)
}

async function mark(ctx: Context, beneficiaryId: string, state: BeneficiaryState.PAIRED | BeneficiaryState.WAITING, unpairedSince: string | null): Promise<void> {
  const beneficiary = await ctx.store.beyondReach.hold(Beneficiary, beneficiaryId)
  const action = state === BeneficiaryState.PAIRED ? BeneficiaryAction.PAIR : BeneficiaryAction.UNPAIR
  if (beneficiary.state === BeneficiaryState.PAUSED) beneficiary.pausedFrom = state
  else if (beneficiaryWorkflow.steps[action].from.includes(beneficiary.state)) beneficiaryWorkflow.move(beneficiary, action, ctx.actor)
  else return
  beneficiary.unpairedSince = unpairedSince
  await ctx.store.beyondReach.save(beneficiary, { action })
}
