import type { Locator } from 'playwright-core'
import sharp from 'sharp'
import { loadFoundation } from '../../server/seeds/foundation'
import { loadPolicies } from '../../server/programmes/hardship/policies'
import { asOwner, stop, systemCtx } from '../support/app'
import { closeBrowser, product, type Visitor, visitor } from '../support/browser'
import { account, flaws, signIn } from '../support/console'
import { aPerson } from '../support/people'

const [TOWNSHIP, VILLAGE] = ['150525101000', '150525101201']

// The bureau's accounts need no second factor here, as in demo mode.
process.env.DEMO = '1'

beforeAll(async () => {
  await loadFoundation(await systemCtx())
  await loadPolicies(await systemCtx())
  await product()
}, 60_000)
afterAll(async () => {
  await closeBrowser()
  await stop()
}, 60_000)

/** Waits until a case has been read, and shown. */
async function readAnew({ page }: Visitor, deed: () => Promise<unknown>): Promise<void> {
  const read = page.waitForResponse(response => response.request().postData()?.includes('query hardshipCase(') === true)
  await deed()
  await read
  await page.waitForTimeout(100)
}

/** Opens a case anew. */
async function open(who: Visitor, id: string, tab = 'overview'): Promise<void> {
  await who.page.goto('/#/')
  await readAnew(who, () => who.page.goto(`/#/hardshipCases/${id}/show?tab=${tab}`))
  await who.page.getByText('下一步').waitFor()
}

type FillIn = (dialog: Locator) => Promise<unknown>
const nothing: FillIn = () => Promise.resolve()

/** Presses an act's button, or finds it behind the last one, fills in what it asks for, confirms, and waits until it is done. */
async function press(who: Visitor, name: string, fillIn: FillIn = nothing): Promise<void> {
  const { page } = who
  // A button says that a draft is kept behind it.
  const button = page.getByRole('button', { name: new RegExp(`^${name}( · 草稿)?$`) })
  const more = page.getByRole('button', { name: '更多操作' })
  await button.or(more).first().waitFor()
  if (await button.isVisible()) await button.first().click()
  else {
    await more.click()
    await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click()
  }
  const dialog = page.getByRole('dialog')
  await fillIn(dialog)
  await readAnew(who, () => dialog.getByRole('button', { name, exact: true }).click())
  await dialog.waitFor({ state: 'detached' })
}

const into = (dialog: Locator, label: RegExp): Locator => dialog.getByLabel(label).first()
async function choose(dialog: Locator, label: RegExp, entry: string): Promise<void> {
  await dialog.getByRole('combobox', { name: label }).first().click()
  await dialog.page().getByRole('option', { name: entry }).first().click()
}
/** Waits until the head of the page says the state. */
const is = ({ page }: Visitor, state: string): Promise<void> => page.locator('h1').filter({ hasText: state }).waitFor()

it('goes from a clue on a phone to its close, by those whom it concerns, with an objection, a return, and the look at home on a phone', async () => {
  const veteran = await aPerson({ regionCode: VILLAGE, isVeteran: true, name: '示例老兵' })
  const [village, worker, looker, head, officer, leader] = [await visitor(390), await visitor(), await visitor(390), await visitor(), await visitor(), await visitor()]
  await signIn(village, await account('villageLiaison', { regionCode: VILLAGE, displayName: '示例联络员' }))
  await signIn(worker, await account('stationWorker', { regionCode: TOWNSHIP, displayName: '示例站员' }))
  await signIn(looker, await account('caseWorker', { regionCode: TOWNSHIP, displayName: '示例个案员' }))
  await signIn(head, await account('stationHead', { regionCode: TOWNSHIP, displayName: '示例站长' }))
  await signIn(officer, await account('bureauOfficer', { displayName: '示例业务员' }))
  await signIn(leader, await account('bureauLeader', { displayName: '示例局领导' }))

  // The village tells of it on a phone, and sees the receipt and no case.
  await village.page.goto('/#/reportClue')
  await village.page.getByRole('combobox', { name: /^对象/ }).fill('示例老兵')
  await village.page.getByRole('option').filter({ hasText: '示例老兵' }).click()
  await village.page.getByLabel(/^困难情况/).fill('重病住院两个月，家里没有劳力')
  expect(await flaws(village)).toEqual([])
  await village.picture('hardship-clue')
  await village.page.getByRole('button', { name: '保存' }).click()
  await village.page.getByText('线索已上报').waitFor()
  const [{ id }] = (await asOwner('SELECT id FROM hardship_cases WHERE personId = ?', [veteran.id])) as [{ id: string }]
  await village.page.goto(`/#/hardshipCases/${id}/show`)
  await village.page.getByText('没有权限').first().waitFor()

  // The station finds it on the board by the keyboard, and takes it up.
  await worker.page.goto('/#/caseBoard')
  const column = worker.page.getByRole('region', { name: '案件看板' }).locator('section').first()
  await column.getByRole('link').filter({ hasText: '示例老兵' }).focus()
  expect(await flaws(worker)).toEqual([])
  await worker.picture('hardship-board')
  await worker.page.keyboard.press('Enter')
  await press(worker, '登记立案', async dialog => {
    await dialog.getByRole('checkbox', { name: '突发事件' }).check()
    await choose(dialog, /^困难原因/, '疾病')
    await dialog.getByRole('radio', { name: '红' }).check()
  })

  await is(worker, '已登记')
  await press(worker, '安排入户核实', async dialog => {
    await dialog.getByRole('checkbox', { name: '示例站员' }).check()
    await dialog.getByRole('checkbox', { name: '示例个案员' }).check()
  })

  // At the home, on a phone: what is half written is still there after the page was left.
  await looker.page.goto('/#/myCases')
  await looker.page.getByRole('link').filter({ hasText: '示例老兵' }).click()
  await looker.page.getByRole('button', { name: '填写核实记录', exact: true }).click()
  await into(looker.page.getByRole('dialog'), /一看住房/).fill('砖房三间，东屋漏雨')
  await looker.page.waitForTimeout(800)
  await open(looker, id)
  await press(looker, '填写核实记录', async dialog => {
    await dialog.getByRole('button', { name: '恢复草稿' }).click()
    for (const [label, text] of [[/二看/, '烧煤取暖'], [/三看/, '种地十五亩'], [/四看/, '孩子上高中'], [/五看/, '母亲失能'], [/核实结论/, '因病致困，建议帮扶']] as const) await into(dialog, label).fill(text)
    const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#486' } }).jpeg().toBuffer()
    await dialog.locator('input[type=file]').setInputFiles({ name: 'home.jpg', mimeType: 'image/jpeg', buffer: photo })
    await dialog.getByRole('img', { name: '照片 1' }).waitFor()
    expect(await flaws(looker)).toEqual([])
    await looker.picture('hardship-look')
  })
  await press(looker, '填写家庭情况', async dialog => {
    await dialog.getByRole('button', { name: '添加家庭成员' }).click()
    await into(dialog, /^姓名/).fill('示例妻子')
    await into(dialog, /家庭年收入/).fill('20000')
    await into(dialog, /家庭年支出/).fill('85000')
  })
  await looker.page.goto(`/#/hardshipCases/${id}/show?tab=investigations`)
  await looker.page.getByText('砖房三间，东屋漏雨').waitFor()
  expect(await flaws(looker)).toEqual([])
  await looker.picture('hardship-case-phone')

  // The notice, an objection to it, and its answer by the head, who must wait for the notice to end.
  await open(worker, id)
  await press(worker, '张贴公示')
  await is(worker, '公示')
  await press(worker, '登记公示异议', async dialog => {
    await into(dialog, /异议内容/).fill('听说他家有两台车')
  })
  await open(head, id)
  await head.page.getByText(/异议尚未复核|公示到/).first().waitFor()
  await press(head, '复核异议', async dialog => {
    await dialog.getByRole('radio', { name: '不成立' }).check()
    await into(dialog, /复核说明/).fill('车辆登记在同名的另一人名下')
  })
  await asOwner('UPDATE hardship_cases SET noticeFrom = noticeFrom - INTERVAL 9 DAY, noticeTo = noticeTo - INTERVAL 9 DAY WHERE id = ?', [id])
  await open(head, id)
  await press(head, '乡镇初审', dialog => into(dialog, /初审意见/).fill('情况属实，同意上报'))
  // Who looked at the home is told before any form that the review is not theirs.
  await open(officer, id)
  await press(officer, '退回补正', dialog => into(dialog, /缺少/).fill('住院发票\n银行流水'))
  await open(worker, id)
  await worker.page.getByText('住院发票').first().waitFor()
  expect(await flaws(worker)).toEqual([])
  await worker.picture('hardship-returned')
  await press(worker, '重新提交')
  await open(officer, id)
  await press(officer, '旗级核查', async dialog => {
    const sources = dialog.getByLabel(/查询来源/)
    for (let at = 0; at < (await sources.count()); at++) await sources.nth(at).fill('公安、法院信息平台')
    await into(dialog, /旗级核查意见/).fill('符合政策，建议帮扶两万元')
    expect(await flaws(officer)).toEqual([])
    await officer.picture('hardship-check')
  })
  await open(leader, id)
  await press(leader, '批准', async dialog => {
    await into(dialog, /批准金额/).fill('20000')
    await into(dialog, /决定理由/).fill('同意')
  })
  await is(leader, '已批准')

  // The decision is delivered, the help planned, approved by another, paid by who sees the account.
  await open(worker, id)
  await press(worker, '登记送达')
  await press(worker, '制定帮扶方案', async dialog => {
    await into(dialog, /^内容/).fill('医疗救助金')
    await into(dialog, /^金额/).fill('15000')
    await choose(dialog, /^资金来源/, '旗')
    await into(dialog, /^收款账户/).fill('6222000000000000123')
    await into(dialog, /^开户行/).fill('示例银行')
    await into(dialog, /^户名/).fill('示例老兵')
  })
  // Above the limit it takes two who did not plan it.
  const help = officer.page.getByRole('tabpanel')
  for (const who of [officer, leader]) {
    await open(who, id, 'help')
    await who.page.getByRole('tabpanel').getByRole('button', { name: '批准', exact: true }).click()
    await readAnew(who, () => who.page.getByRole('dialog').getByRole('button', { name: '批准', exact: true }).click())
  }
  await open(officer, id, 'help')
  await help.getByRole('button', { name: '登记落实' }).click()
  const dialog = officer.page.getByRole('dialog')
  await into(dialog, /签收人/).fill('示例老兵')
  await into(dialog, /没有签收单/).fill('网银转账，回单月底打印')
  await readAnew(officer, () => dialog.getByRole('button', { name: '登记落实', exact: true }).click())
  await dialog.waitFor({ state: 'detached' })
  await help.getByText('已落实').waitFor()
  await officer.page.waitForTimeout(300)
  expect(await flaws(officer)).toEqual([])
  await officer.picture('hardship-help')

  await open(worker, id)
  await press(worker, '登记回访', async dialog => {
    await choose(dialog, /^情况/, '已解决')
  })
  await press(worker, '结案', async dialog => {
    await choose(dialog, /^结案原因/, '困难已解决')
  })
  await is(worker, '已结案')
  await worker.page.goto(`/#/hardshipCases/${id}/show?tab=history`)
  await worker.page.getByRole('listitem').filter({ hasText: '登记立案' }).first().waitFor()
  await worker.picture('hardship-closed')

  const [row] = await asOwner('SELECT state, closeReason, approvedAmount, givenAmount FROM hardship_cases WHERE id = ?', [id])
  expect(row).toMatchObject({ state: 'CLOSED', closeReason: 'SOLVED', approvedAmount: '20000.00', givenAmount: '15000.00' })
}, 240_000)
