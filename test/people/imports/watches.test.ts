import { keepWatch } from '../../../server/bureau/tasks/watches'
import { insertAll } from '../../../server/kernel/bulk'
import { newId } from '../../../server/kernel/entity'
import { RowVerdict } from '../../../server/kernel/RowVerdict'
import { ImportRow, ImportSource, ImportState, VolunteerImport } from '../../../server/people/imports/VolunteerImport'
import { conflictsWaiting } from '../../../server/people/imports/watches'
import { aTerritory, person, put, stop, systemCtx } from '../../support/app'

afterAll(stop)

it('asks the station for the rows that an import left alone, until a later sheet has brought them', async () => {
  const regionCode = aTerritory().township
  const station = await person('stationWorker', { regionCode })
  const sheet = () => put(VolunteerImport.of({ ownerId: newId(), ownerName: '站员', regionCode, source: ImportSource.PLATFORM, state: ImportState.DONE, fileId: newId(), fileName: '名册.xlsx', digest: newId(), heads: null, columns: null, answers: null, total: 3, jobId: null }))
  const first = await sheet()
  await (await systemCtx()).transact('arrange', inner => insertAll(inner, ImportRow, [RowVerdict.NEW, RowVerdict.CONFLICT, RowVerdict.ERROR].map((verdict, n) => ImportRow.of({ importId: first.id, number: n + 1, verdict, undone: false }))))
  const asked = async () => {
    await keepWatch(await systemCtx(), conflictsWaiting)
    return (await station.get('{ tasks(filter: { state: [OPEN], kind: [OTHER] }) { items { title entity entityId } } }')).tasks.items
  }
  expect(await asked()).toEqual([{ title: '导入“名册.xlsx”有 2 行冲突或错误待处理', entity: 'VolunteerImport', entityId: first.id }])
  await sheet()
  expect(await asked()).toEqual([])
})
