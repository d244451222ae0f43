import { ProgrammeCode } from '../../../server/bureau/programmes/ProgrammeCode'
import { Context } from '../../../server/kernel/context'
import { accountActor } from '../../../server/people/accounts/identify'
import { drawClue, type Drawn } from '../../../server/people/clues/drawClue'
import { NeedRequest, NeedState } from '../../../server/programmes/pairings/needs/NeedRequest'
import { RedFlag, VisitState } from '../../../server/programmes/pairings/Visit'
import { app, aTerritory, now, type Person, person, put, stop } from '../../support/app'
import { database } from '../../support/database'
import { aPairing, aVisit } from '../../support/pairings'
import { aBeneficiary } from '../../support/people'

beforeAll(app)
afterAll(stop)

async function draw(asker: Person, source: string, id: string): Promise<Drawn> {
  const db = await database()
  return drawClue(Context.for(db, (await accountActor(db, asker.account.id))!, { requestId: null, ip: null, locale: 'zh' }, now()), source, id)
}

it('draws a clue from a visit that was made and from a need, with whom and where, for whoever sees them', async () => {
  const land = aTerritory()
  const elder = await aBeneficiary({ regionCode: land.village() })
  const pairing = await aPairing({ elder })
  const visit = await aVisit(pairing, { flags: [RedFlag.NO_HEATING, RedFlag.NO_FOOD], note: '屋里很冷' })
  const need = await put(NeedRequest.of({ beneficiaryId: elder.id, pairingId: pairing.id, regionCode: elder.regionCode, programme: ProgrammeCode.SUNSET, service: null, text: '买煤的钱不够', state: NeedState.OPEN, volunteerId: null, result: null, rating: null, ratingNote: null }))
  const volunteer = await person('volunteer', { volunteerId: pairing.volunteerId })
  const station = await person('stationWorker', { regionCode: land.township })
  for (const asker of [volunteer, station]) {
    expect(await draw(asker, 'VISIT', visit.id)).toEqual({ entity: 'Visit', entityId: visit.id, personId: elder.personId, regionCode: elder.regionCode, text: '2026-11-05 走访。发现：缺取暖、缺食物。屋里很冷' })
    expect(await draw(asker, 'NEED', need.id)).toEqual({ entity: 'NeedRequest', entityId: need.id, personId: elder.personId, regionCode: elder.regionCode, text: '买煤的钱不够' })
  }
})

it('draws none beyond reach, from what did not come about, or from records of another kind', async () => {
  const land = aTerritory()
  const pairing = await aPairing({ regionCode: land.village() })
  const [made, missed] = [await aVisit(pairing), await aVisit(pairing, { state: VisitState.MISSED, visitedOn: null })]
  const station = await person('stationWorker', { regionCode: land.township })
  await expect(draw(await person('stationWorker', { regionCode: aTerritory().township }), 'VISIT', made.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(draw(await person('auditor'), 'VISIT', made.id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(draw(station, 'VISIT', missed.id)).rejects.toMatchObject({ code: 'WRONG_STATE' })
  await expect(draw(station, 'PETITION', made.id)).rejects.toMatchObject({ code: 'INVALID' })
})
