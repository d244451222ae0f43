import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { Beneficiary } from '../../people/beneficiaries/Beneficiary'
import { closePairing } from './endPairing'
import type { HandOverPairingInput } from './inputs'
import { Pairing, PairingEndReason } from './Pairing'
import { PairingAction, pairingWorkflow } from './pairingWorkflow'
import { proposePairing } from './proposePairing'

/** Another volunteer is asked to take over: the old period ends, a new one is proposed and linked to it, both in one act. */
export async function handOverPairing(ctx: Context, id: string, version: number, input: HandOverPairingInput): Promise<Pairing> {
  const known = await ctx.store.get(Pairing, id)
  const elder = await ctx.store.beyondReach.hold(Beneficiary, known.beneficiaryId)
  const old = await ctx.store.hold(Pairing, id, version)
  pairingWorkflow.mustBeOpen(old, PairingAction.HAND_OVER, ctx.actor)
  if (input.volunteerId === old.volunteerId) throw new Invalid({ volunteerId: say('接手的应是另一名志愿者。', 'Another volunteer must take over.') })
  elder.mustHaveConsent()
  await closePairing(ctx, old, PairingEndReason.HANDOVER, PairingAction.HAND_OVER, input.reason)
  return proposePairing(ctx, { elder, programme: old.programme, volunteerId: input.volunteerId, helperIds: input.helperIds ?? [], wish: old.wish, predecessorId: old.id })
}
