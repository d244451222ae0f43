import type { Context } from '../../kernel/context'
import { defineTotal } from '../../kernel/totals'
import { Forbidden } from '../../kernel/errors'
import { Beneficiary } from '../../people/beneficiaries/Beneficiary'
import { BeneficiaryState } from '../../people/beneficiaries/enums'
import { BeneficiaryAction, beneficiaryWorkflow } from '../../people/beneficiaries/beneficiaryWorkflow'
import { Volunteer } from '../../people/volunteers/Volunteer'
import { Pairing, PairingState } from './Pairing'

/** Keeps the load of volunteers equal to their live pairings; rows are held in the order of their ids. */
export async function moveLoad(ctx: Context, volunteerIds: readonly string[], by: 1 | -1): Promise<void> {
  const store = ctx.store.beyondReach
  for (const id of [...new Set(volunteerIds)].sort()) {
    const volunteer = await store.hold(Volunteer, id)
    volunteer.load += by
    await store.save(volunteer)
  }
}

const VISITED = [PairingState.ACTIVE, PairingState.PAUSED]

/** Lets the elder's state follow from their pairings: paired as long as somebody looks in on them, else waiting from today on. */
export async function settleElder(ctx: Context, beneficiaryId: string): Promise<void> {
  const store = ctx.store.beyondReach
  const visited = await store.query(Pairing).where('it.beneficiaryId = ? AND it.state IN (?)', beneficiaryId, VISITED).exists()
  const elder = await store.hold(Beneficiary, beneficiaryId)
  if (elder.state === BeneficiaryState.PAUSED) elder.pausedFrom = visited ? BeneficiaryState.PAIRED : BeneficiaryState.WAITING
  else if (visited && elder.state === BeneficiaryState.WAITING) {
    beneficiaryWorkflow.move(elder, BeneficiaryAction.PAIR, ctx.actor)
    elder.unpairedSince = null
  } else if (!visited && elder.state === BeneficiaryState.PAIRED) {
    beneficiaryWorkflow.move(elder, BeneficiaryAction.UNPAIR, ctx.actor)
    elder.unpairedSince = ctx.today
  }
  await store.save(elder)
}

/** Refuses what only the pairing's own main volunteer may do. */
export function mustBeTheVolunteer(ctx: Context, pairing: Pairing): void {
  if (ctx.actor.reach.volunteerId !== pairing.volunteerId) throw new Forbidden('pairing.accept')
}

defineTotal(
  'volunteers.load',
  "SELECT it.id, it.`load` AS kept, (SELECT COUNT(*) FROM pairings p WHERE p.volunteerId = it.id AND p.state <> 'ENDED') + (SELECT COUNT(*) FROM pairings h WHERE h.helperIds > '' AND h.state <> 'ENDED' AND FIND_IN_SET(it.id, h.helperIds)) AS counted FROM volunteers it",
)
