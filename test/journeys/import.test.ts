import ExcelJS from 'exceljs'
import { loadFoundation } from '../../server/seeds/foundation'
import { asOwner, stop, systemCtx } from '../support/app'
import { closeBrowser, product, visitor } from '../support/browser'
import { account, flaws, signIn } from '../support/console'
import { act, choose } from '../support/forms'
import { runJobs } from '../support/jobs'
import { anIdCard, aPhone, aTeam } from '../support/people'

const TOWNSHIP = '150525101000'

// The bureau's accounts need no second factor here, as in demo mode.
process.env.DEMO = '1'

beforeAll(async () => {
  await loadFoundation(await systemCtx())
  await product()
  await aTeam({ regionCode: TOWNSHIP, name: '示例志愿服务队' })
}, 60_000)
afterAll(async () => {
  await closeBrowser()
  await stop()
}, 60_000)

/** A roster as a station keeps it: one head written wrongly, one number that a spreadsheet has damaged, one village that there is twice. */
async function roster(): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('名册').addRows([
    ['姓名', '身份证号', '联系电活', '苏木乡镇', '嘎查村', '是否退役军人'],
    ['示例甲', anIdCard('1968-05-04'), aPhone(), '八仙筒镇', '黎明村', '是'],
    ['示例乙', '1.50525E+17', aPhone(), '八仙筒镇', '黎明村', '是'],
    ['示例丙', '', aPhone(), '', '伊和塔拉嘎查', '否'],
  ])
  return Buffer.from(await book.xlsx.writeBuffer())
}

const registered = () => asOwner("SELECT p.name, p.regionCode, p.phoneMask, v.state, m.state AS membership FROM persons p JOIN volunteers v ON v.personId = p.id LEFT JOIN memberships m ON m.volunteerId = v.id WHERE p.name LIKE '示例_' ORDER BY p.name DESC")

it('takes a roster from its columns over a question and the preview to the registry, hands out what became of it, and takes it back', async () => {
  const station = await visitor(1280)
  const { page } = station
  const state = (word: string): Promise<void> => page.locator('.MuiChip-label', { hasText: new RegExp(`^${word}$`) }).first().waitFor()
  /** The rows in sight, each as its line reads. */
  const line = (name: string) => page.getByRole('listitem').filter({ hasText: name })
  const look = async (name: string): Promise<void> => {
    await station.picture(`import-${name}`)
    expect([name, await flaws(station)]).toEqual([name, []])
  }
  await signIn(station, await account('stationWorker', { regionCode: TOWNSHIP, displayName: '示例站员' }))

  await page.goto('/#/volunteerImports/create')
  await page.getByRole('radio', { name: '自行整理的表格' }).check()
  await page.locator('input[type=file]').setInputFiles({ name: '八仙筒名册.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: await roster() })
  await page.getByText('八仙筒名册.xlsx').waitFor()
  await look('sheet')
  await page.getByRole('button', { name: '下一步' }).click()
  await state('正在读取')
  await runJobs()

  await page.getByText('是否为“手机号”？').waitFor()
  expect(await page.getByRole('button', { name: '核对每一行' }).isDisabled()).toBe(true)
  await look('columns')
  await choose(page, '联系电活', '手机号')
  await page.getByRole('button', { name: '核对每一行' }).click()
  await state('正在核对')
  await runJobs()

  await page.getByText('“伊和塔拉嘎查”是哪个地方？').waitFor()
  await line('示例乙').filter({ hasText: '错误' }).waitFor()
  await line('示例丙').filter({ hasText: '冲突' }).waitFor()
  await look('question')
  await page.getByRole('radio', { name: /八仙筒镇.*伊和塔拉嘎查/ }).check()
  await page.getByRole('button', { name: '按以上选择重新核对' }).click()
  await state('正在核对')
  await runJobs()

  await line('示例丙').filter({ hasText: '新增' }).waitFor()
  expect(await line('示例甲').innerText()).toContain('新增')
  expect(await line('示例乙').innerText()).toMatch(/错误[\s\S]*身份号码/)
  expect(await registered()).toEqual([])
  await look('preview')
  await act(page, '开始导入')
  await state('正在导入')
  await runJobs()

  await state('已导入')
  expect(await registered()).toEqual([
    { name: '示例甲', regionCode: '150525101200', phoneMask: expect.stringMatching(/^154\*{4}\d{4}$/), state: 'PENDING', membership: 'JOIN_REQUESTED' },
    { name: '示例丙', regionCode: '150525101232', phoneMask: expect.stringMatching(/^154\*{4}\d{4}$/), state: 'PENDING', membership: 'JOIN_REQUESTED' },
  ])
  await look('result')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载' }).click()
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile((await (await download).path())!)
  const cells = (row: number): unknown[] => [1, 7, 8].map(column => book.worksheets[0]!.getCell(row, column).value)
  expect([1, 2, 3, 4].map(cells)).toEqual([['姓名', '处理结果', '错误原因'], ['示例甲', '新增', null], ['示例乙', '未导入', expect.stringMatching(/身份号码/)], ['示例丙', '新增', null]])

  await act(page, '撤销这次导入', dialog => dialog.getByRole('textbox').fill('导错了表'))
  await state('正在撤销')
  await runJobs()
  await state('已撤销')
  await line('示例丙').filter({ hasText: '已撤销' }).waitFor()
  await look('undone')
  expect((await registered()).map(each => each.state)).toEqual(['WITHDRAWN', 'WITHDRAWN'])
  // Before the sign-in the server says 401, which a browser writes down.
  expect(station.complaints.filter(text => !text.includes('401'))).toEqual([])
}, 240_000)
