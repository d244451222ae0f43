import type { Context } from '../../kernel/context'
import { Refused } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { Volunteer } from '../../people/volunteers/Volunteer'
import { closePairing } from './endPairing'
import { Pairing, PairingEndReason } from './Pairing'
import { PairingAction, pairingWorkflow } from './pairingWorkflow'
import { mustBeTheVolunteer } from './parties'

/** The volunteer says yes; nobody else can for them. */
export async function acceptPairing(ctx: Context, id: string, version: number): Promise<Pairing> {
  const pairing = await ctx.store.hold(Pairing, id, version)
  mustBeTheVolunteer(ctx, pairing)
  pairingWorkflow.move(pairing, PairingAction.ACCEPT, ctx.actor)
  const volunteer = await ctx.store.get(Volunteer, pairing.volunteerId)
  if (!volunteer.isActive()) throw new Refused('INELIGIBLE', say('您目前不在服务状态，不能接受结对。', 'You are not active at present.'), { reasons: ['NOT_ACTIVE'] })
  return ctx.store.save(pairing, { action: PairingAction.ACCEPT })
}

/** The volunteer says no; that counts against nobody. */
export async function declinePairing(ctx: Context, id: string, version: number, note: string | null): Promise<Pairing> {
  const pairing = await ctx.store.hold(Pairing, id, version)
  mustBeTheVolunteer(ctx, pairing)
  pairingWorkflow.mustBeOpen(pairing, PairingAction.DECLINE, ctx.actor)
  return closePairing(ctx, pairing, PairingEndReason.NOT_ACCEPTED, PairingAction.DECLINE, note)
}
