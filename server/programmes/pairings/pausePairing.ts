import type { Context } from '../../kernel/context'
import { daysBetween } from '../../kernel/days'
import { Refused, WrongState } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { Beneficiary } from '../../people/beneficiaries/Beneficiary'
import { BeneficiaryState } from '../../people/beneficiaries/enums'
import { callOffVisits, keepPause } from './endPairing'
import { dueNumbers } from './numbers'
import { Pairing, PairingState, PauseCause } from './Pairing'
import { PairingAction, pairingWorkflow } from './pairingWorkflow'
import { settleElder } from './parties'

/** Visits rest; the days do not count. */
export async function pausePairing(ctx: Context, id: string, version: number, reason: string): Promise<Pairing> {
  const pairing = await ctx.store.hold(Pairing, id, version)
  pairingWorkflow.mustBeOpen(pairing, PairingAction.PAUSE, ctx.actor)
  return rest(ctx, pairing, PauseCause.PAIRING, reason)
}

/** Visits go on; the due date moves by the days of the pause. */
export async function resumePairing(ctx: Context, id: string, version: number, note: string | null): Promise<Pairing> {
  const pairing = await ctx.store.hold(Pairing, id, version)
  pairingWorkflow.mustBeOpen(pairing, PairingAction.RESUME, ctx.actor)
  const elder = await ctx.store.beyondReach.get(Beneficiary, pairing.beneficiaryId)
  elder.mustHaveConsent()
  if (elder.state === BeneficiaryState.PAUSED) throw new WrongState(elder.state, [], say('服务对象仍在暂停，请先恢复服务对象。', 'The elder is still paused: resume them first.'))
  if (pairing.needsHandover) throw new Refused('INELIGIBLE', say('志愿者已不在服务状态，请先交接。', 'The volunteer is no longer active: hand over first.'), { reasons: ['NOT_ACTIVE'] })
  return wake(ctx, pairing, note)
}

/** Lets a held pairing rest. */
export async function rest(ctx: Context, pairing: Pairing, cause: PauseCause, note: string | null): Promise<Pairing> {
  await callOffVisits(ctx, pairing)
  Object.assign(pairing, { state: PairingState.PAUSED, pausedOn: ctx.today, pauseCause: cause, nextVisitOn: null, soonOn: null })
  return ctx.store.beyondReach.save(pairing, { action: PairingAction.PAUSE, note })
}

/** Lets a held pairing go on. */
export async function wake(ctx: Context, pairing: Pairing, note: string | null): Promise<Pairing> {
  const days = daysBetween(pairing.pausedOn ?? ctx.today, ctx.today)
  await keepPause(ctx, pairing)
  Object.assign(pairing, { state: PairingState.ACTIVE, pausedDays: (pairing.pausedDays ?? 0) + Math.max(0, days), pausedOn: null, pauseCause: null, resumedOn: ctx.today })
  pairing.moveDueDate(await dueNumbers(ctx))
  await ctx.store.beyondReach.save(pairing, { action: PairingAction.RESUME, note })
  await settleElder(ctx, pairing.beneficiaryId)
  return pairing
}
