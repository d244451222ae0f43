import { AccountState } from '../../../server/people/accounts/Account'
import { aTerritory, asOwner, person, stop } from '../../support/app'
import { aBeneficiary } from '../../support/people'

afterAll(stop)

const WORKERS = 'query ($region: RegionCode) { caseWorkers(region: $region) { id name regionCode load } }'
const ASSIGN = 'mutation ($id: ID!, $version: Int!, $who: ID) { assignCaseWorker(id: $id, version: $version, caseWorkerId: $who) { version caseWorkerId caseWorkerName } }'

it('names the case workers of an area with their load, to those who may assign, and to nobody beyond their reach', async () => {
  const land = aTerritory()
  const [mine, beside] = [await person('caseWorker', { regionCode: land.township }), await person('caseWorker', { regionCode: aTerritory().township })]
  const idle = await person('caseWorker', { regionCode: land.village(1) })
  const gone = await person('caseWorker', { regionCode: land.township })
  await asOwner('UPDATE accounts SET state = ? WHERE id = ?', [AccountState.DISABLED, gone.account.id])
  await aBeneficiary({ regionCode: land.village(1), caseWorkerId: mine.account.id })
  await aBeneficiary({ regionCode: land.village(1), caseWorkerId: mine.account.id, beneficiaryState: 'ENDED' as never })
  const worker = await person('stationWorker', { regionCode: land.township })
  const told = async (region: string | null) => (await worker.get(WORKERS, { region })).caseWorkers.map((one: { id: string; load: number }) => [one.id, one.load])

  const both = [[idle.account.id, 0], [mine.account.id, 1]]
  expect(await told(null)).toEqual(both)
  expect(await told(land.village(1))).toEqual(both)
  expect(await told(land.village(2))).toEqual([[mine.account.id, 1]])
  expect(await told(beside.account.regionCode)).toEqual([])
  expect(await told(land.banner)).toEqual([])
  const { caseWorkers } = await (await person('bureauOfficer')).get(WORKERS, { region: null })
  expect(caseWorkers.map((one: { id: string }) => one.id)).toEqual(expect.arrayContaining([mine.account.id, beside.account.id]))
  expect((await mine.ask(WORKERS, {})).code).toBe('FORBIDDEN')
  expect((await (await person('villageLiaison', { regionCode: land.village(1) })).ask(WORKERS, {})).code).toBe('FORBIDDEN')
})

it('entrusts an elder by the station, refuses what is stale, of another area or by the case worker, and lists who has nobody', async () => {
  const land = aTerritory()
  const elder = await aBeneficiary({ regionCode: land.village(1) })
  const other = await aBeneficiary({ regionCode: land.village(1) })
  const mine = await person('caseWorker', { regionCode: land.township })
  const beside = await person('caseWorker', { regionCode: aTerritory().township })
  const worker = await person('stationWorker', { regionCode: land.township })
  expect((await worker.ask(ASSIGN, { id: elder.id, version: 1, who: beside.account.id })).code).toBe('INVALID')
  const { assignCaseWorker } = await worker.get(ASSIGN, { id: elder.id, version: 1, who: mine.account.id })
  expect(assignCaseWorker).toEqual({ version: 2, caseWorkerId: mine.account.id, caseWorkerName: mine.account.displayName })
  expect((await worker.ask(ASSIGN, { id: elder.id, version: 1, who: null })).code).toBe('STALE')
  expect((await mine.ask(ASSIGN, { id: elder.id, version: 2, who: null })).code).toBe('FORBIDDEN')
  expect((await (await person('stationWorker', { regionCode: aTerritory().township })).ask(ASSIGN, { id: elder.id, version: 2, who: null })).code).toBe('NOT_FOUND')

  const LIST = 'query ($filter: BeneficiaryFilter!) { beneficiaries(filter: $filter) { items { id caseWorkerName } } }'
  const listed = async (entrusted: boolean) => (await worker.get(LIST, { filter: { region: land.village(1), entrusted } })).beneficiaries.items
  expect(await listed(true)).toEqual([{ id: elder.id, caseWorkerName: mine.account.displayName }])
  expect(await listed(false)).toEqual([{ id: other.id, caseWorkerName: null }])
})
