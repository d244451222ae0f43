import { CaseState } from '../../../server/programmes/hardship/enums'
import { loadFoundation } from '../../../server/seeds/foundation'
import { person, stop, systemCtx } from '../../support/app'
import { aCase } from '../../support/cases'

afterAll(stop)

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
