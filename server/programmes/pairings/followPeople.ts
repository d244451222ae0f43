import { cancelTasks } from '../../bureau/tasks/openTask'
import { Task, TaskState } from '../../bureau/tasks/Task'
import { watchOne } from '../../bureau/tasks/watches'
import type { Context } from '../../kernel/context'
import { hear } from '../../kernel/events'
import { Beneficiary } from '../../people/beneficiaries/Beneficiary'
import { EndReason } from '../../people/beneficiaries/enums'
import '../../people/beneficiaries/events'
import '../../people/volunteers/events'
import { Volunteer } from '../../people/volunteers/Volunteer'
import { callOffNeeds, closePairing } from './endPairing'
import { dueNumbers } from './numbers'
import { LIVE, Pairing, PairingEndReason, PairingState, PauseCause } from './Pairing'
import { PairingAction } from './pairingWorkflow'
import { moveLoad } from './parties'
import { rest, wake } from './pausePairing'
import { handoverWaiting } from './watches'

const liveOf = (ctx: Context, beneficiaryId: string): Promise<Pairing[]> => ctx.store.beyondReach.holdAll(Pairing, 'it.beneficiaryId = ? AND it.state IN (?)', beneficiaryId, LIVE)

// Another grade means another period; a major change a visit by tomorrow, and the due dates move with it.
hear('beneficiary.graded', async (ctx, { beneficiaryId }) => {
  const elder = await ctx.store.beyondReach.get(Beneficiary, beneficiaryId)
  const dues = await dueNumbers(ctx)
  for (const pairing of await liveOf(ctx, beneficiaryId)) {
    pairing.visitEvery = elder.visitEvery
    if (elder.majorChangeAt?.getTime() === ctx.now.getTime()) pairing.majorChangeAt = elder.majorChangeAt
    pairing.moveDueDate(dues)
    await ctx.store.beyondReach.save(pairing, { action: 'REGRADE' })
  }
})

const REASONS: Record<EndReason, PairingEndReason> = {
  DIED: PairingEndReason.DIED, MOVED: PairingEndReason.MOVED, INSTITUTION: PairingEndReason.INSTITUTION, DECLINED: PairingEndReason.DECLINED, OTHER: PairingEndReason.OTHER,
}

// The elder is no longer looked after: nobody is reminded any more, and the volunteers are free for others.
hear('beneficiary.ended', async (ctx, { beneficiaryId, reason }) => {
  for (const pairing of await liveOf(ctx, beneficiaryId)) await closePairing(ctx, pairing, REASONS[reason], PairingAction.END, null, false)
  await callOffNeeds(ctx, beneficiaryId)
  const store = ctx.store.beyondReach
  const elder = await store.get(Beneficiary, beneficiaryId)
  await cancelTasks(ctx, 'Beneficiary', beneficiaryId)
  for (const task of await store.holdAll(Task, 'it.regionCode = ? AND it.state = ? AND it.personId = ?', elder.regionCode, TaskState.OPEN, elder.personId)) {
    Object.assign(task, { state: TaskState.CANCELLED, openKey: null })
    await store.save(task)
  }
})

hear('beneficiary.paused', async (ctx, { beneficiaryId }) => {
  for (const pairing of await liveOf(ctx, beneficiaryId)) if (pairing.state === PairingState.ACTIVE) await rest(ctx, pairing, PauseCause.ELDER, null)
})

hear('beneficiary.resumed', async (ctx, { beneficiaryId }) => {
  for (const pairing of await liveOf(ctx, beneficiaryId)) {
    if (pairing.state === PairingState.PAUSED && pairing.pauseCause === PauseCause.ELDER) await wake(ctx, pairing, null)
  }
})

// Without consent nobody visits: what has begun rests, what has not begun ends.
hear('beneficiary.consentWithdrawn', async (ctx, { beneficiaryId }) => {
  for (const pairing of await liveOf(ctx, beneficiaryId)) {
    if (pairing.state === PairingState.ACTIVE) await rest(ctx, pairing, PauseCause.CONSENT, null)
    else if (pairing.state !== PairingState.PAUSED) await closePairing(ctx, pairing, PairingEndReason.CONSENT_WITHDRAWN, PairingAction.END, null, false)
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

// A volunteer who leaves or pauses leaves no elder behind unseen: the pairings stand, marked for a handover, with a task.
hear('volunteers.ended', async (ctx, { volunteerIds }) => {
  const store = ctx.store.beyondReach
  for (const pairing of await store.holdAll(Pairing, 'it.volunteerId IN (?) AND it.state IN (?)', volunteerIds, LIVE)) {
    pairing.needsHandover = true
    await store.save(pairing, { action: 'NEEDS_HANDOVER' })
    await watchOne(ctx, handoverWaiting, pairing.id)
  }
  for (const pairing of await store.holdAll(Pairing, "it.helperIds > '' AND it.state IN (?) AND EXISTS (SELECT 1 FROM volunteers v WHERE v.id IN (?) AND FIND_IN_SET(v.id, it.helperIds))", LIVE, volunteerIds)) {
    const gone = pairing.helperIds.filter(id => volunteerIds.includes(id))
    pairing.helperIds = pairing.helperIds.filter(id => !gone.includes(id))
    await store.save(pairing, { action: 'CHANGE_HELPERS' })
    await moveLoad(ctx, gone, -1)
  }
})

hear('volunteers.resumed', async (ctx, { volunteerIds }) => {
  const store = ctx.store.beyondReach
  for (const pairing of await store.holdAll(Pairing, 'it.volunteerId IN (?) AND it.needsHandover = 1 AND it.state IN (?)', volunteerIds, LIVE)) {
    pairing.needsHandover = false
    await store.save(pairing, { action: 'VOLUNTEER_BACK' })
    await watchOne(ctx, handoverWaiting, pairing.id)
  }
})

hear('volunteer.transferred', async (ctx, { volunteerId }) => {
  const { teamId } = await ctx.store.beyondReach.get(Volunteer, volunteerId)
  for (const pairing of await ctx.store.beyondReach.holdAll(Pairing, 'it.volunteerId = ? AND it.state IN (?)', volunteerId, LIVE)) {
    pairing.teamId = teamId
    await ctx.store.beyondReach.save(pairing)
  }
})
