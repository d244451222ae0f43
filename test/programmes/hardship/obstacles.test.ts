import { CaseState } from '../../../server/programmes/hardship/enums'
import { loadFoundation } from '../../../server/seeds/foundation'
import { person, stop, systemCtx } from '../../support/app'
import { aCase } from '../../support/cases'

afterAll(stop)

/** What lets every rule pass on to its next question. */
const EVERYTHING = { investigatedOn: '2026-01-04', householdOn: '2026-01-04', noticeFrom: '2026-01-05', noticeTo: '2026-01-12', urgentOn: '2026-01-13', decidedOn: '2026-01-14', deliveredOn: '2026-01-15' }
const ASK = 'query ($id: ID!) { hardshipCase(id: $id) { openActions obstacles { action reason } } }'

it('tells whoever would be allowed an act why it is not open to them, in their language, and nobody else', async () => {
  await loadFoundation(await systemCtx())
  const head = await person('stationHead', { regionCode: '150525101000' })
  const other = await person('stationHead', { regionCode: '150525101000' })
  const worker = await person('stationWorker', { regionCode: '150525101000' })
  const over = { noticeFrom: '2026-01-05', noticeTo: '2026-01-12' }
  const one = await aCase({ regionCode: '150525101201', state: CaseState.NOTICE, investigatorIds: [head.account.id, worker.account.id], ownerId: worker.account.id, ...over })
  const seen = async (who: typeof head) => (await who.ask(ASK, { id: one.id })).data.hardshipCase as { openActions: string[]; obstacles: { action: string; reason: string }[] }

  const mine = await seen(head)
  expect(mine.openActions).not.toContain('REVIEW')
  expect(mine.obstacles.find(({ action }) => action === 'REVIEW')?.reason).toMatch(/^Whoever investigated/)
  const theirs = await seen(other)
  expect(theirs.openActions).toContain('REVIEW')
  // Whoever may never review is told nothing of reviewing.
  for (const { obstacles } of [theirs, await seen(worker)]) expect(obstacles.map(({ action }) => action)).not.toContain('REVIEW')
})

it('says in a list, which reads only what the rules speak of, the same as of a case that is opened', async () => {
  await loadFoundation(await systemCtx())
  const keeper = await person('caseWorker', { regionCode: '150525102000' })
  const people = [await person('bureauLeader'), await person('bureauOfficer'), await person('stationHead', { regionCode: '150525102000' }), keeper]
  const cases = await Promise.all(Object.values(CaseState).flatMap(state => [
    aCase({ regionCode: '150525102201', state, ownerId: keeper.account.id }),
    aCase({ regionCode: '150525102201', state, ownerId: keeper.account.id, ...EVERYTHING, transferToId: keeper.account.id }),
  ]))
  for (const who of people) {
    const { items } = (await who.get('query ($ids: [ID!]) { hardshipCases(filter: { ids: $ids }, page: { size: 100 }) { items { id openActions } } }', { ids: cases.map(({ id }) => id) })).hardshipCases as { items: { id: string; openActions: string[] }[] }
    expect(items).toHaveLength(cases.length)
    for (const { id, openActions } of items) expect(openActions).toEqual((await who.get(ASK, { id })).hardshipCase.openActions)
  }
})
