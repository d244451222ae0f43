import type { Context } from '../../kernel/context'
import { Beneficiary } from '../../people/beneficiaries/Beneficiary'
import { Pairing } from './Pairing'
import { PairingAction, pairingWorkflow } from './pairingWorkflow'
import { moveLoad } from './parties'
import { mustBeHelpers } from './proposePairing'

/** Other volunteers help, or no longer. */
export async function changeHelpers(ctx: Context, id: string, version: number, helperIds: readonly string[]): Promise<Pairing> {
  const pairing = await ctx.store.hold(Pairing, id, version)
  pairingWorkflow.mustBeOpen(pairing, PairingAction.CHANGE_HELPERS, ctx.actor)
  const elder = await ctx.store.beyondReach.get(Beneficiary, pairing.beneficiaryId)
  const before = pairing.helperIds
  await mustBeHelpers(ctx, pairing.volunteerId, helperIds, elder.personId, before)
  pairing.helperIds = [...helperIds]
  await ctx.store.save(pairing, { action: PairingAction.CHANGE_HELPERS })
  await moveLoad(ctx, helperIds.filter(each => !before.includes(each)), 1)
  await moveLoad(ctx, before.filter(each => !helperIds.includes(each)), -1)
  return pairing
}
