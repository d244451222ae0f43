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
