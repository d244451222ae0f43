import { readSheet } from '../../../../server/kernel/readSheet'
import { Person as Resident } from '../../../../server/people/persons/Person'
import { HardshipCase } from '../../../../server/programmes/hardship/HardshipCase'
import { CLUE_FIELDS, readHeads } from '../../../../server/programmes/hardship/clueSheet/fields'
import { app, asOwner, type Person, person, stop, systemCtx } from '../../../support/app'
import { aCase, thePolicy } from '../../../support/cases'
import { fetchSheet, jobOf, runJobs } from '../../../support/jobs'
import { anIdCard, aPerson, aPhone, aPlace } from '../../../support/people'

const LOOK = 'query ($fileId: ID!) { clueSheet(fileId: $fileId) { reported left rows { number name verdict reason } } }'
const IMPORT = 'mutation ($fileId: ID!) { importClues(fileId: $fileId) { reported left rows { number verdict } } }'
const HEADS = ['姓名', '身份证', '手机号', '嘎查村', '困难原因', '情况说明', '紧急']

async function send(who: Person, rows: string[][]): Promise<string> {
  const { http } = await app()
  const payload = Buffer.from(rows.map(row => row.join(',')).join('\n'))
  const response = await http.inject({ method: 'POST', url: '/sheets', headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'clues.csv', authorization: `Bearer ${who.token}` }, payload })
  return (response.json() as { id: string }).id
}

beforeAll(thePolicy)
afterAll(stop)

it('shows what would become of each row, and reports exactly that, once', async () => {
  const place = await aPlace(2)
  const station = await person('stationWorker', { regionCode: place.township })
  const known = await aPerson({ regionCode: place.village(1), idCard: anIdCard('1955-04-03'), name: '包长河', phone: aPhone() })
  const helped = await aPerson({ regionCode: place.village(1), idCard: anIdCard('1950-02-11'), name: '白山' })
  await aCase({ personId: helped.id, regionCode: place.village(1) })
  const far = await aPerson({ idCard: anIdCard('1949-10-10'), name: '远方' })
  const [{ name: township }] = await asOwner<{ name: string }[]>('SELECT name FROM regions WHERE code = ?', [place.township]) as [{ name: string }]
  const idOf = async (id: string): Promise<string> => (await (await systemCtx()).store.query(Resident).where('it.id = ?', id).whole(false))!.idCard!
  const rows = [
    ['包长河', await idOf(known.id), '', '测试村1', '疾病', '住院欠费', '是'],
    ['陌生人', '', aPhone(), '测试村2', '', '房屋漏雨', ''],
    ['白山', await idOf(helped.id), '', '测试村1', '', '又来', ''],
    ['包长河', '', '', '测试村9', '贫困', '', '也许'],
    ['改了名', await idOf(known.id), '', '测试村1', '', '核对', ''],
    ['陌生人', '', '', '测试村2', '', '重复', ''],
    ['远方', await idOf(far.id), '', '测试村2', '', '不在本辖区登记', ''],
  ]
  const fileId = await send(station, [['乡镇', ...HEADS], ...rows.map(row => [township, ...row])])
  const { clueSheet: seen } = await station.get(LOOK, { fileId })
  expect(seen.rows.map((row: { verdict: string }) => row.verdict)).toEqual(['NEW', 'NEW', 'SAME', 'ERROR', 'ERROR', 'SAME', 'NEW'])
  expect(seen).toMatchObject({ reported: 3, left: 4 })
  expect(seen.rows[3].reason).toMatch(/Cause.*Urgent.*place/)
  expect(await (await systemCtx()).store.query(HardshipCase).where("it.regionCode LIKE ? AND it.source = 'SHEET'", `${place.township.slice(0, 9)}%`).count()).toBe(0)

  const { importClues: done } = await station.get(IMPORT, { fileId })
  expect(done.rows.map((row: { verdict: string }) => row.verdict)).toEqual(seen.rows.map((row: { verdict: string }) => row.verdict))
  const clues = await (await systemCtx()).store.query(HardshipCase).where("it.regionCode LIKE ? AND it.source = 'SHEET'", `${place.township.slice(0, 9)}%`).orderBy('it.id').allWhole(false)
  expect(clues.map(({ personId, clueName, colour, cause, causeText }) => [personId, clueName, colour, cause, causeText])).toEqual([
    [known.id, null, 'RED', 'ILLNESS', '住院欠费'], [null, '陌生人', 'BLUE', null, '房屋漏雨'], [null, '远方', 'BLUE', null, '不在本辖区登记'],
  ])
  expect((await station.get(IMPORT, { fileId })).importClues).toMatchObject({ reported: 0, left: 7 })
})

it('names a column that it does not know and one that lacks, and gives a sheet to nobody but who sent it', async () => {
  const place = await aPlace(1)
  const station = await person('stationWorker', { regionCode: place.township })
  const fields = async (rows: string[][]) => (await station.ask(LOOK, { fileId: await send(station, rows) })).error!.extensions.fields.fileId as string
  expect(await fields([['姓名', '村', '血型'], ['甲', '测试村1', 'A']])).toMatch(/血型.*What was noticed/)
  expect(await fields([HEADS])).toMatch(/no rows/)
  const fileId = await send(station, [HEADS, ['甲', '', '', '测试村1', '', '困难', '']])
  const other = await person('stationWorker', { regionCode: place.township })
  expect((await other.ask(LOOK, { fileId })).code).toBe('NOT_FOUND')
  expect((await (await person('bureauAdministrator')).ask(IMPORT, { fileId })).code).toBe('FORBIDDEN')
})

it('makes a template whose heads it knows', async () => {
  const place = await aPlace(1)
  const station = await person('stationWorker', { regionCode: place.township })
  const { clueTemplate } = await station.get('mutation { clueTemplate { id } }')
  await runJobs()
  const { fileId } = await jobOf(station, clueTemplate.id)
  const [head] = await readSheet((await fetchSheet(station, fileId)).bytes)
  expect(readHeads(head!.cells)).toMatchObject({ wrong: [], columns: { size: CLUE_FIELDS.length } })
})
