import { ProgrammeCode } from '../../server/bureau/programmes/ProgrammeCode'
import type { Beneficiary } from '../../server/people/beneficiaries/Beneficiary'
import { BeneficiaryState } from '../../server/people/beneficiaries/enums'
import { Volunteer } from '../../server/people/volunteers/Volunteer'
import { nextVisitOn, soonOn } from '../../server/programmes/pairings/dueRule'
import { Pairing, PairingState } from '../../server/programmes/pairings/Pairing'
import { Visit, VisitState } from '../../server/programmes/pairings/Visit'
import { aTerritory, put, systemCtx } from './app'
import { aBeneficiary, aVolunteer } from './people'

type PairingValues = Partial<Omit<Pairing, 'id' | 'liveKey'>> & { elder?: Beneficiary; volunteer?: Volunteer }

/** A pairing of an elder and a volunteer of the same new village, active since 1 November 2026 unless told otherwise. */
export async function aPairing({ elder, volunteer, ...values }: PairingValues = {}): Promise<Pairing> {
  const regionCode = values.regionCode ?? elder?.regionCode ?? volunteer?.regionCode ?? aTerritory().village()
  const state = values.state ?? PairingState.ACTIVE
  const begun = state === PairingState.ACTIVE || state === PairingState.PAUSED
  const who = values.volunteerId ? null : (volunteer ?? (await aVolunteer({ regionCode })))
  const whom = values.beneficiaryId ? null : (elder ?? (await aBeneficiary({ regionCode, beneficiaryState: begun ? BeneficiaryState.PAIRED : BeneficiaryState.WAITING, unpairedSince: begun ? null : '2026-11-01' })))
  const pairing = Pairing.of({
    programme: ProgrammeCode.SUNSET, beneficiaryId: whom?.id, volunteerId: who?.id, helperIds: [], teamId: who?.teamId ?? null, caseWorkerId: whom?.caseWorkerId ?? null, regionCode, state, startedOn: begun || state === PairingState.ENDED ? '2026-11-01' : null,
    endedOn: state === PairingState.ENDED ? '2026-11-10' : null, endReason: null, visitEvery: whom?.visitEvery ?? 30, nextVisitOn: null, soonOn: null, lastVisitId: null, lastVisitedOn: null, lastContactOn: null, phoneInARow: 0, pausedOn: state === PairingState.PAUSED ? '2026-11-10' : null,
    pauseCause: null, resumedOn: null, pausedDays: 0, majorChangeAt: null, warnedAt: null, plannedOn: null, plannedVisitId: null, predecessorId: null, needsHandover: false, firstVisitAccompaniedBy: null, agreement: null, wish: null, ...values,
  })
  if (state === PairingState.ACTIVE && values.nextVisitOn === undefined) {
    pairing.nextVisitOn = nextVisitOn(pairing)
    pairing.soonOn = soonOn(pairing.nextVisitOn!, pairing.visitEvery, 20)
  }
  await put(pairing)
  if (pairing.isLive()) {
    const ctx = await systemCtx()
    await ctx.transact('arrange', async inner => {
      for (const id of pairing.volunteerIds()) {
        const held = await inner.store.hold(Volunteer, id)
        held.load += 1
        await inner.store.save(held)
      }
    })
  }
  return pairing
}

/** A visit of a pairing, done at home unless told otherwise. */
export const aVisit = (pairing: Pairing, values: Partial<Visit> = {}): Promise<Visit> =>
  put(Object.assign(Visit.within(pairing, pairing.volunteerId), { state: VisitState.DONE, visitedOn: '2026-11-05', contactMade: true, counts: true, minutes: 45, ...values }))
