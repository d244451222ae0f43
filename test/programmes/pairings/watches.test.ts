import { AT_ONCE, watchAll } from '../../../server/bureau/tasks/watches'
import { newId } from '../../../server/kernel/entity'
import { announce } from '../../../server/kernel/events'
import { BeneficiaryState, ConsentState } from '../../../server/people/beneficiaries/enums'
import { VolunteerState } from '../../../server/people/volunteers/Volunteer'
import { escalate } from '../../../server/programmes/pairings/escalate'
import { RedFlag } from '../../../server/programmes/pairings/Visit'
import { aTerritory, person, setClock, stop, systemCtx } from '../../support/app'
import { asOwner } from '../../support/database'
import { aPairing, aVisit } from '../../support/pairings'
import { aBeneficiary } from '../../support/people'

const TODAY = '2026-11-23'
beforeAll(() => setClock(`${TODAY}T04:00:00Z`))
afterAll(async () => {
  setClock()
  await stop()
})

const openIn = async (regionCode: string): Promise<string[]> => (await asOwner("SELECT cause FROM tasks WHERE regionCode = ? AND state = 'OPEN' ORDER BY cause", [regionCode])).map(row => row.cause as string)
const watch = async (): Promise<void> => watchAll(await systemCtx())

it('reports an elder without consent after days, once, and closes when consent is there', async () => {
  const land = aTerritory()
  const station = await person('stationWorker', { regionCode: land.township })
  const elder = await aBeneficiary({ regionCode: land.village(), consentState: ConsentState.MISSING, beneficiaryState: BeneficiaryState.ASSESSED, unpairedSince: null })
  await aBeneficiary({ regionCode: land.village(), consentState: ConsentState.MISSING, beneficiaryState: BeneficiaryState.ENDED, unpairedSince: null })
  setClock('2026-11-29T15:59:00Z')
  await watch()
  expect(await openIn(land.village())).toEqual([])
  setClock('2026-11-29T16:01:00Z')
  await watch()
  await watch()
  expect(await openIn(land.village())).toEqual(['CONSENT_MISSING'])
  const CONSENT = 'mutation($id: ID!, $input: ConsentInput!) { recordConsent(id: $id, input: $input) { consentState } }'
  for (const givenOn of ['1949-12-31', '2026-12-01']) {
    const { code, error } = await station.ask(CONSENT, { id: elder.id, input: { textVersion: '2026-01', givenOn } })
    expect([code, Object.keys((error!.extensions.fields ?? {}) as object)]).toEqual(['INVALID', ['givenOn']])
  }
  await station.get(CONSENT, { id: elder.id, input: { textVersion: '2026-01', givenOn: '2026-11-29' } })
  await watch()
  expect(await openIn(land.village())).toEqual([])
  setClock(`${TODAY}T04:00:00Z`)
})

it('asks for a handover while the volunteer serves no more, and closes when that is over', async () => {
  const pairing = await aPairing()
  const gone = async (): Promise<unknown> => (await systemCtx()).transact('arrange', inner => announce(inner, 'volunteers.ended', { volunteerIds: [pairing.volunteerId], state: VolunteerState.PAUSED, reason: null }))
  await gone()
  await watch()
  expect(await openIn(pairing.regionCode)).toEqual(['HANDOVER'])
  await asOwner('UPDATE pairings SET needsHandover = 0 WHERE id = ?', [pairing.id])
  await watch()
  expect(await openIn(pairing.regionCode)).toEqual([])
})

it('tells the bureau of a red flag that nobody takes up; closes it where the visit does not stand, and what was told with it; and lets rest what the bureau has settled', async () => {
  const pairing = await aPairing()
  const visits = [await aVisit(pairing, { flags: [RedFlag.ILL] }), await aVisit(pairing, { flags: [RedFlag.NO_FOOD] })]
  for (const { id } of visits) await aTask({ regionCode: pairing.regionCode, kind: 'RED_FLAG', entity: 'Visit', entityId: id, cause: 'RED_FLAG' })
  await watch()
  await watch()
  expect(await openIn(pairing.regionCode)).toEqual(['RED_FLAG', 'RED_FLAG', 'RED_FLAG_SILENT', 'RED_FLAG_SILENT'])
  await asOwner("UPDATE visits SET state = 'CANCELLED' WHERE id = ?", [visits[0]!.id])
  await escalate(await systemCtx())
  expect(await openIn(pairing.regionCode)).toEqual(['RED_FLAG', 'RED_FLAG_SILENT'])
  const settle = (cause: string) => asOwner("UPDATE tasks SET state = 'SETTLED', settledAt = ?, openKey = NULL WHERE regionCode = ? AND cause = ? AND state = 'OPEN'", [new Date(`${TODAY}T04:00:00Z`), pairing.regionCode, cause])
  await settle('RED_FLAG_SILENT')
  await watch()
  expect(await openIn(pairing.regionCode)).toEqual(['RED_FLAG'])
  await settle('RED_FLAG')
  await watch()
  expect(await openIn(pairing.regionCode)).toEqual([])
})

it('leaves nothing behind, however much there is', async () => {
  const regionCode = aTerritory().village()
  const many = AT_ONCE + 20
  await asOwner(`INSERT INTO tasks (${COLUMNS}) VALUES ${Array.from({ length: many }, () => row({ regionCode, kind: 'HANDOVER', entity: 'Pairing', entityId: newId(), cause: 'HANDOVER' })).join(', ')}`)
  expect(await openIn(regionCode)).toHaveLength(many)
  await watch()
  expect(await openIn(regionCode)).toEqual([])
}, 120_000)

it('plans no visit beyond a year', async () => {
  const pairing = await aPairing()
  const station = await person('stationWorker', { regionCode: pairing.regionCode })
  const plan = (plannedOn: string) => station.ask('mutation($input: PlanVisitInput!) { planVisit(input: $input) { plannedOn } }', { input: { pairingId: pairing.id, plannedOn } })
  expect((await plan('2027-11-24')).code).toBe('INVALID')
  expect((await plan('2027-11-23')).data.planVisit).toEqual({ plannedOn: '2027-11-23' })
})

interface Planted {
  regionCode: string
  kind: string
  entity: string
  entityId: string
  cause: string
}

const COLUMNS = 'id, version, createdAt, updatedAt, kind, state, regionCode, entity, entityId, cause, openKey, title, titleEn, openedAt, dueAt'
const row = ({ regionCode, kind, entity, entityId, cause }: Planted): string =>
  `('${newId()}', 1, '2026-11-20', '2026-11-20', '${kind}', 'OPEN', '${regionCode}', '${entity}', '${entityId}', '${cause}', '${entity}/${entityId}/${cause}', 'x', 'x', '2026-11-20', '2026-11-21')`
const aTask = (planted: Planted): Promise<unknown> => asOwner(`INSERT INTO tasks (${COLUMNS}) VALUES ${row(planted)}`)
