import type { Context } from '../../kernel/context'
import { Invalid, Refused } from '../../kernel/errors'
import { attachPictures } from '../../kernel/files'
import { say } from '../../kernel/text'
import { Beneficiary } from '../../people/beneficiaries/Beneficiary'
import { dayOf } from '../../kernel/days'
import { enterVisit } from './enterVisit'
import type { ActivatePairingInput } from './inputs'
import { Pairing } from './Pairing'
import { PairingAction, pairingWorkflow } from './pairingWorkflow'
import { settleElder } from './parties'
import { VisitManner } from './Visit'

/** The first visit has been made with somebody along, and the two agreed: from here on the clock runs. */
export async function activatePairing(ctx: Context, id: string, version: number, input: ActivatePairingInput): Promise<Pairing> {
  const pairing = await ctx.store.hold(Pairing, id, version)
  pairingWorkflow.move(pairing, PairingAction.ACTIVATE, ctx.actor)
  const elder = await ctx.store.beyondReach.get(Beneficiary, pairing.beneficiaryId)
  elder.mustHaveConsent()
  if (pairing.needsHandover) throw new Refused('INELIGIBLE', say('志愿者已不在服务状态，请先交接。', 'The volunteer is no longer active: hand over first.'), { reasons: ['NOT_ACTIVE'] })
  if (input.visitedOn > ctx.today || input.visitedOn < dayOf(pairing.createdAt)) throw new Invalid({ visitedOn: say('首次走访应在提议结对之后、今天或之前。', 'The first visit lies after the proposal, and not in the future.') })
  Object.assign(pairing, { startedOn: input.visitedOn, firstVisitAccompaniedBy: input.accompaniedBy, agreement: input.agreement, visitEvery: elder.visitEvery })
  await enterVisit(ctx, pairing, { ...input, manner: VisitManner.HOME, contactMade: true, flags: input.flags ?? [], services: input.services ?? [] }, { action: PairingAction.ACTIVATE, note: input.agreement })
  await attachPictures(ctx, input.agreementIds ?? [], pairing, 'agreementIds')
  await settleElder(ctx, pairing.beneficiaryId)
  return pairing
}
