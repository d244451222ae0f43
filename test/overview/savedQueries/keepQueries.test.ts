import { newId } from '../../../server/kernel/entity'
import { asOwner, person, stop } from '../../support/app'

afterAll(stop)

const SAVE = 'mutation ($input: SavedQueryInput!) { saveQuery(input: $input) { id version name query sharing mine } }'
const CHANGE = 'mutation ($id: ID!, $version: Int!, $input: SavedQueryChange!) { updateSavedQuery(id: $id, version: $version, input: $input) { id version name isDefault sharing } }'
const ARCHIVE = 'mutation ($id: ID!, $version: Int!) { archiveSavedQuery(id: $id, version: $version) { id } }'
const LIST = '{ savedQueries(list: "volunteers") { id version name query sharing isDefault mine } }'
const query = JSON.stringify({ filter: { q: '王五' }, sort: { field: 'load', order: 'ASC' } })

it('follows its owner, with one default a list, and is put away again', async () => {
  const worker = await person('stationWorker', { regionCode: '990201000000' })
  const clientKey = newId()
  const { saveQuery: one } = await worker.get(SAVE, { input: { list: 'volunteers', name: ' 本镇待审核 ', query, clientKey } })
  expect((await worker.get(SAVE, { input: { list: 'volunteers', name: ' 本镇待审核 ', query, clientKey } })).saveQuery.id).toBe(one.id)
  const { saveQuery: two } = await worker.get(SAVE, { input: { list: 'volunteers', name: '会理发', query: '{}' } })
  await worker.get(SAVE, { input: { list: 'teams', name: '别的列表', query: '{}' } })
  expect(one).toMatchObject({ name: '本镇待审核', query, sharing: 'OWN', mine: true })
  expect(JSON.stringify(await asOwner('SELECT * FROM saved_queries WHERE id = ?', [one.id]))).not.toContain('王五')
  await worker.get(CHANGE, { id: one.id, version: one.version, input: { isDefault: true } })
  await worker.get(CHANGE, { id: two.id, version: two.version, input: { isDefault: true, name: '理发师' } })
  const { savedQueries } = await worker.get(LIST)
  expect(savedQueries.map((each: any) => [each.name, each.isDefault]).sort()).toEqual([['本镇待审核', false], ['理发师', true]].sort())
  expect((await worker.ask(CHANGE, { id: one.id, version: 1, input: { name: 'x' } })).code).toBe('STALE')
  const { version } = savedQueries.find((each: any) => each.id === one.id)
  await worker.get(ARCHIVE, { id: one.id, version })
  expect((await worker.get(LIST)).savedQueries.map((each: any) => each.name)).toEqual(['理发师'])
  expect((await worker.ask(ARCHIVE, { id: one.id, version: version + 1 })).code).toBe('NOT_FOUND')
})

it('is shared with the division or the role by who may, used by them and changed by nobody else', async () => {
  const regionCode = '990202000000'
  const head = await person('stationHead', { regionCode })
  const worker = await person('stationWorker', { regionCode })
  const elsewhere = await person('stationWorker', { regionCode: '990203000000' })
  const otherHead = await person('stationHead', { regionCode: '990203000000' })
  const officer = await person('bureauOfficer')
  const { saveQuery: one } = await head.get(SAVE, { input: { list: 'volunteers', name: '全站通用', query, sharing: 'REGION' } })
  await head.get(SAVE, { input: { list: 'volunteers', name: '各站长', query, sharing: 'ROLE' } })
  await head.get(SAVE, { input: { list: 'volunteers', name: '只给自己', query } })
  const seen = async (who: typeof head) => (await who.get(LIST)).savedQueries.map((each: any) => each.name).sort()
  expect(await seen(worker)).toEqual(['全站通用'])
  expect(await seen(otherHead)).toEqual(['各站长'])
  expect([await seen(elsewhere), (await seen(officer)).includes('全站通用')]).toEqual([[], false])
  for (const other of [worker, officer]) {
    expect((await other.ask(CHANGE, { id: one.id, version: one.version, input: { name: 'x' } })).code).toBe('NOT_FOUND')
    expect((await other.ask(ARCHIVE, { id: one.id, version: one.version })).code).toBe('NOT_FOUND')
  }
  expect((await worker.ask(SAVE, { input: { list: 'volunteers', name: 'x', query, sharing: 'REGION' } })).code).toBe('FORBIDDEN')
})

it('refuses what is no query, has no name, or is too much', async () => {
  const worker = await person('stationWorker', { regionCode: '990204000000' })
  for (const input of [{ list: 'volunteers', name: ' ', query }, { list: 'volunteers', name: 'x', query: 'null' }, { list: 'volunteers', name: 'x', query: '{' }, { list: 'a b', name: 'x', query }, { list: 'volunteers', name: 'x', query: `{"a":"${'x'.repeat(3000)}"}` }]) {
    expect([input.name, (await worker.ask(SAVE, { input })).code]).toEqual([input.name, 'INVALID'])
  }
  for (let n = 0; n < 30; n++) await worker.get(SAVE, { input: { list: 'volunteers', name: `第${n}个`, query: '{}' } })
  expect((await worker.ask(SAVE, { input: { list: 'volunteers', name: '再一个', query } })).code).toBe('OVER_CAPACITY')
})
