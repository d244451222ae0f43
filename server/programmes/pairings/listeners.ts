import type { Context } from '../../kernel/context'
import { dayOf } from '../../kernel/days'
import { hear } from '../../kernel/events'
import { TaskKind } from '../../bureau/tasks/Task'
import { openTask } from '../../bureau/tasks/openTask'
import { Beneficiary } from '../../people/beneficiaries/Beneficiary'
import { EndReason } from '../../people/beneficiaries/enums'
import { callOffNeeds, closePairing } from './endPairing'
import { dueNumbers } from './numbers'
import { rest, wake } from './pausePairing'
import { LIVE, Pairing, PairingEndReason, PairingState, PauseCause } from './Pairing'
import { PairingAction } from './pairingWorkflow'

const liveOf = (ctx: Context, beneficiaryId: string): Promise<Pairing[]> => ctx.store.beyondReach.holdAll(Pairing, 'it.beneficiaryId = ? AND it.state IN (?)', beneficiaryId, LIVE as string[])

// Another grade means another period; a major change, a visit within a day.
hear('beneficiary.graded', async (ctx, { beneficiaryId }) => {
  const elder = await ctx.store.beyondReach.get(Beneficiary, beneficiaryId)
  for (const pairing of await liveOf(ctx, beneficiaryId)) {
    const fresh = elder.majorChangeAt && (!pairing.lastContactOn || dayOf(elder.majorChangeAt) >= pairing.lastContactOn)
    Object.assign(pairing, { visitEvery: elder.visitEvery, majorChangeAt: fresh ? elder.majorChangeAt : null })
    pairing.moveDueDate(await dueNumbers(ctx))
    await ctx.store.beyondReach.save(pairing)
  }
})

const REASONS: Record<EndReason, PairingEndReason> = {
  DIED: PairingEndReason.DIED,
  MOVED: PairingEndReason.MOVED,
  INSTITUTION: PairingEndReason.INSTITUTION,
  DECLINED: PairingEndReason.DECLINED,
  OTHER: PairingEndReason.OTHER,
}

// Nobody is reminded of an elder who has died or moved: everything about them closes, gently.
hear('beneficiary.ended', async (ctx, { beneficiaryId, reason }) => {
  for (const pairing of await liveOf(ctx, beneficiaryId)) await closePairing(ctx, pairing, REASONS[reason], PairingAction.END, null, false)
  await callOffNeeds(ctx, beneficiaryId)
})

hear('beneficiary.consentWithdrawn', async (ctx, { beneficiaryId }) => {
  for (const pairing of await liveOf(ctx, beneficiaryId)) await closePairing(ctx, pairing, PairingEndReason.CONSENT_WITHDRAWN, PairingAction.END, null, false)
})

hear('beneficiary.paused', async (ctx, { beneficiaryId }) => {
  for (const pairing of (await liveOf(ctx, beneficiaryId)).filter(each => each.state === PairingState.ACTIVE)) {
    await rest(ctx, pairing, PauseCause.ELDER, null)
  }
})

hear('beneficiary.resumed', async (ctx, { beneficiaryId }) => {
  for (const pairing of (await liveOf(ctx, beneficiaryId)).filter(each => each.state === PairingState.PAUSED && each.pauseCause === PauseCause.ELDER)) {
    await wake(ctx, pairing, null)
  }
})

hear('beneficiary.caseWorkerAssigned', async (ctx, { beneficiaryId, caseWorkerId }) => {
  for (const pairing of await liveOf(ctx, beneficiaryId)) {
    pairing.caseWorkerId = caseWorkerId
    await ctx.store.beyondReach.save(pairing)
  }
})

hear('beneficiary.moved', async (ctx, { beneficiaryId, regionCode }) => {
  for (const pairing of await liveOf(ctx, beneficiaryId)) {
    pairing.regionCode = regionCode
    await ctx.store.beyondReach.save(pairing)
  }
})

// A volunteer who can no longer come ends nothing silently: each of their pairings asks for somebody else.
hear('volunteer.ended', async (ctx, { volunteerId }) => {
  const kept = await ctx.store.beyondReach.holdAll(Pairing, 'it.volunteerId = ? AND it.state IN (?)', volunteerId, LIVE as string[])
  for (const pairing of kept) {
    pairing.needsHandover = true
    await ctx.store.beyondReach.save(pairing)
    await openTask(ctx, {
      kind: TaskKind.HANDOVER, regionCode: pairing.regionCode, entity: 'Pairing', entityId: pairing.id, cause: 'HANDOVER', dueAt: new Date(ctx.now.getTime() + 3 * 86_400_000), title: '志愿者不能继续走访，请尽快交接', titleEn: 'The volunteer can no longer come: hand the pairing over',
      teamId: pairing.teamId, caseWorkerId: pairing.caseWorkerId,
    })
  }
})
