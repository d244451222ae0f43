import ExcelJS from 'exceljs'
import { app, asOwner, person, type Person as Asker, stop } from '../../../support/app'
import { fetchSheet, jobOf, runJobs } from '../../../support/jobs'
import { aPhone, aPlace } from '../../../support/people'
import { aCreditCode, anEmployer } from '../../../support/posts'

afterAll(stop)

const HEAD = ['单位名称', '单位性质', '信用代码', '所属行业', '乡镇', '嘎查村', '联系电话']

async function send(who: Asker, rows: unknown[][]): Promise<string> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('单位')
  for (const row of rows) sheet.addRow(row)
  const response = await (await app()).http.inject({ method: 'POST', url: '/sheets', headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent('单位.xlsx'), authorization: `Bearer ${who.token}` }, payload: Buffer.from(await book.xlsx.writeBuffer()) })
  return (response.json() as { id: string }).id
}

/** Runs an import, and reads what its sheet of results says of each row. */
async function ran(who: Asker, fileId: string, write: boolean): Promise<{ job: any; lines: string[][] }> {
  const { importEmployers } = await who.get('mutation ($input: EmployerImportInput!) { importEmployers(input: $input) { id } }', { input: { fileId, write } })
  await runJobs()
  const job = await jobOf(who, importEmployers.id)
  if (!job.fileId) return { job, lines: [] }
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await fetchSheet(who, job.fileId)).bytes as never)
  const lines: string[][] = []
  book.worksheets[0]!.eachRow(row => void lines.push((row.values as unknown[]).slice(1).map(String)))
  return { job, lines: lines.slice(-Number(job.total)) }
}

it('looks at a sheet of employers before it writes it, says what is wrong with each row, and changes nothing the second time', async () => {
  const place = await aPlace(2)
  const [{ name: township }] = (await asOwner('SELECT name FROM regions WHERE code = ?', [place.township])) as [{ name: string }]
  const worker = await person('stationWorker', { regionCode: place.township })
  const [code, phone] = [aCreditCode(), aPhone()]
  const known = await anEmployer({ regionCode: place.village(1), name: '已登记商行' })
  const foreign = await anEmployer()
  const rows = [
    HEAD,
    ['新来的超市', '个体户', code, '批发和零售业', township, '测试村1', phone],
    ['已登记商行', '民企', known.creditCode, '', township, '测试村1', phone],
    ['代码错的店', '个体工商户', code.replace('0', 'O'), '', township, '', ''],
    ['没有这个村', '国企', '', '', township, '不存在的村', ''],
    ['新来的超市', '个体户', code, '', township, '', ''],
    ['别处登记的', '民企', foreign.creditCode, '', township, '', ''],
    ['名字不符', '民企', known.creditCode, '', township, '', ''],
  ]
  const fileId = await send(worker, rows)
  const { employerSheet } = await worker.get('query ($fileId: ID!) { employerSheet(fileId: $fileId) { written left rows { number name verdict reason } } }', { fileId })
  expect(employerSheet).toMatchObject({ written: 2, left: 5, rows: [{ number: 2, name: '新来的超市', verdict: 'NEW', reason: null }, { verdict: 'UPDATE', reason: null }, { verdict: 'ERROR', reason: expect.stringContaining('probably 0') }, ...Array(4).fill({ verdict: 'ERROR' })] })
  const look = await ran(worker, fileId, false)
  expect(look.job).toMatchObject({ state: 'DONE', done: 7, total: 7 })
  const outcomes = (lines: string[][]): string[] => lines.map(line => line[7]!)
  expect(outcomes(look.lines)).toEqual(['new', 'changed', 'at fault', 'at fault', 'at fault', 'at fault', 'at fault'])
  expect(look.lines.map(line => line[8] ?? '')).toEqual(['', '', expect.stringContaining('probably 0'), expect.stringContaining('no place'), expect.stringContaining('row 2'), expect.stringMatching(/another township/), '与已登记的不同'].map((one, n) => (n === 6 ? expect.any(String) : one)))
  expect((await worker.get('{ employers { total } }')).employers.total).toBe(1)

  expect(outcomes((await ran(worker, fileId, true)).lines).slice(0, 2)).toEqual(['new', 'changed'])
  const { employers } = await worker.get('query ($q: String!) { employers(filter: { q: $q }) { items { name kind industryCode contactPhone region { code } } } }', { q: code })
  expect(employers.items).toEqual([{ name: '新来的超市', kind: 'SELF_EMPLOYED', industryCode: 'F', contactPhone: expect.stringMatching(/^154\*{4}/), region: { code: place.village(1) } }])
  const again = await ran(worker, fileId, true)
  expect(outcomes(again.lines).slice(0, 2)).toEqual(['the same', 'the same'])
  expect((await worker.get('{ employers { total } }')).employers.total).toBe(2)

  // A column that is not known is named, and nothing is read past it.
  const strange = await ran(worker, await send(worker, [[...HEAD, '注册资本'], [...rows[1]!, '100']]), false)
  expect([strange.job.state, strange.job.message]).toEqual(['FAILED', expect.stringContaining('注册资本')])
  const { employerTemplate } = await worker.get('mutation { employerTemplate { id } }')
  await runJobs()
  expect((await jobOf(worker, employerTemplate.id)).fileId).toBeTruthy()
})
