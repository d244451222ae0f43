import type { Context } from '../../kernel/context'
import { enterVisit } from './enterVisit'
import type { RecordVisitInput } from './inputs'
import { Pairing } from './Pairing'
import { PairingAction, pairingWorkflow } from './pairingWorkflow'
import type { Visit } from './Visit'

/** A volunteer reports having looked in on their elder. */
export async function recordVisit(ctx: Context, input: RecordVisitInput): Promise<Visit> {
  const pairing = await ctx.store.hold(Pairing, input.pairingId)
  pairingWorkflow.mustBeOpen(pairing, PairingAction.RECORD_VISIT, ctx.actor)
  const needs = (input.needs ?? []).map(text => ({ text }))
  return enterVisit(ctx, pairing, { ...input, flags: input.flags ?? [], services: input.services ?? [], needs }, { action: PairingAction.RECORD_VISIT })
}
