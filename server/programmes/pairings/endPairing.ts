import { cancelTasks } from '../../bureau/tasks/openTask'
import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { say } from '../../kernel/text'
import type { EndPairingInput } from './inputs'
import { NeedRequest, NeedState } from './needs/NeedRequest'
import { Pairing, PairingEndReason } from './Pairing'
import { PairingAction, pairingWorkflow } from './pairingWorkflow'
import { PairingPause } from './PairingPause'
import { moveLoad, settleElder } from './parties'
import { Visit, VisitState } from './Visit'

const OPEN_NEEDS = [NeedState.OPEN, NeedState.ASSIGNED, NeedState.ACCEPTED, NeedState.DECLINED]

/** The pairing ends, with its reason; its history stays and the same two may be paired again. */
export async function endPairing(ctx: Context, id: string, version: number, input: EndPairingInput): Promise<Pairing> {
  if (input.reason === PairingEndReason.HANDOVER) throw new Invalid({ reason: say('交接请使用“交接”。', 'To hand over, use handOverPairing.') })
  const pairing = await ctx.store.hold(Pairing, id, version)
  pairingWorkflow.mustBeOpen(pairing, PairingAction.END, ctx.actor)
  return closePairing(ctx, pairing, input.reason, PairingAction.END, input.note ?? null)
}

/** Closes a held pairing with all that hangs on it: planned visits, reminders, load, and the elder's state. */
export async function closePairing(ctx: Context, pairing: Pairing, reason: PairingEndReason, action: PairingAction, note: string | null, elderStays = true): Promise<Pairing> {
  await callOffVisits(ctx, pairing)
  await keepPause(ctx, pairing)
  pairing.close(reason, ctx.today)
  await ctx.store.beyondReach.save(pairing, { action, note })
  await moveLoad(ctx, pairing.volunteerIds(), -1)
  await cancelTasks(ctx, 'Pairing', pairing.id)
  if (elderStays) await settleElder(ctx, pairing.beneficiaryId)
  return pairing
}

/** Keeps the pause that a held pairing comes out of today. */
export async function keepPause(ctx: Context, { id, pausedOn, pauseCause }: Pairing): Promise<void> {
  if (pausedOn && pausedOn < ctx.today) await ctx.store.beyondReach.save(PairingPause.of({ pairingId: id, fromOn: pausedOn, toOn: ctx.today, cause: pauseCause }))
}

/** Calls off what was planned in a held pairing. */
export async function callOffVisits(ctx: Context, pairing: Pairing): Promise<void> {
  const store = ctx.store.beyondReach
  for (const visit of await store.holdAll(Visit, 'it.pairingId = ? AND it.state = ?', pairing.id, VisitState.PLANNED)) {
    visit.state = VisitState.CANCELLED
    await store.save(visit, { action: 'CANCEL' })
  }
  pairing.plannedOn = null
  pairing.plannedVisitId = null
}

/** Calls off what an elder asked for and nobody has done yet. */
export async function callOffNeeds(ctx: Context, beneficiaryId: string): Promise<void> {
  const store = ctx.store.beyondReach
  for (const need of await store.holdAll(NeedRequest, 'it.beneficiaryId = ? AND it.state IN (?)', beneficiaryId, OPEN_NEEDS)) {
    need.state = NeedState.CANCELLED
    await store.save(need, { action: 'CANCEL' })
  }
}
