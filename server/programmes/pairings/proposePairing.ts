import { setting } from '../../bureau/settings/defineSetting'
import type { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'
import type { Context } from '../../kernel/context'
import { Duplicate, Invalid } from '../../kernel/errors'
import { say } from '../../kernel/text'
import type { Beneficiary } from '../../people/beneficiaries/Beneficiary'
import { Volunteer } from '../../people/volunteers/Volunteer'
import { mustBeEligible } from './eligibility'
import { numbers } from './numbers'
import { Pairing, PairingState } from './Pairing'
import { moveLoad } from './parties'

interface Proposal {
  elder: Beneficiary
  programme: ProgrammeCode
  volunteerId: string
  helperIds: readonly string[]
  wish: string | null
  predecessorId: string | null
}

/** Helpers are eligible volunteers within reach too, each once, and not the main one. */
export async function mustBeHelpers(ctx: Context, mainId: string, helperIds: readonly string[], elderPersonId: string, known: readonly string[] = []): Promise<void> {
  const most = await setting(ctx, numbers.mostHelpers)
  if (new Set([mainId, ...helperIds]).size !== helperIds.length + 1) throw new Invalid({ helperIds: say('协助志愿者不能重复，也不能是主要志愿者本人。', 'Each helper once, and not the main volunteer.') })
  if (helperIds.length > most) throw new Invalid({ helperIds: say(`协助志愿者最多 ${most} 人。`, `At most ${most} helpers.`) })
  for (const id of helperIds) if (!known.includes(id)) await mustBeEligible(ctx, await ctx.store.get(Volunteer, id), elderPersonId)
}

/** Writes a proposal down. The elder's row must be held, so that of two proposals at the same time the second sees the first. */
export async function proposePairing(ctx: Context, { elder, programme, volunteerId, helperIds, wish, predecessorId }: Proposal): Promise<Pairing> {
  elder.mustHaveConsent()
  const standing = await ctx.store.beyondReach.query(Pairing).where('it.liveKey = ?', `${programme}/${elder.id}`).first()
  if (standing) throw new Duplicate(say('该老人在这个项目中已有结对，请先结束或交接。', 'The elder has a live pairing in this programme: end it or hand it over.'), { state: standing.state })
  const volunteer = await ctx.store.get(Volunteer, volunteerId)
  await mustBeEligible(ctx, volunteer, elder.personId)
  await mustBeHelpers(ctx, volunteerId, helperIds, elder.personId)
  const pairing = Pairing.of({
    programme, beneficiaryId: elder.id, volunteerId, helperIds: [...helperIds], teamId: volunteer.teamId, caseWorkerId: elder.caseWorkerId, regionCode: elder.regionCode, state: PairingState.PROPOSED,
    startedOn: null, endedOn: null, endReason: null, visitEvery: elder.visitEvery, nextVisitOn: null, soonOn: null, lastVisitId: null, lastVisitedOn: null, lastContactOn: null, phoneInARow: 0, pausedOn: null, pauseCause: null,
    resumedOn: null, pausedDays: 0, majorChangeAt: null, warnedAt: null, plannedOn: null, plannedVisitId: null, predecessorId, needsHandover: false, firstVisitAccompaniedBy: null, agreement: null, wish,
  })
  await ctx.store.save(pairing, { action: 'PROPOSE', note: wish })
  await moveLoad(ctx, pairing.volunteerIds(), 1)
  return pairing
}
