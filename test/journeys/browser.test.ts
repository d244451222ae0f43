import sharp from 'sharp'
import { Sex } from '../../server/people/persons/Person'
import { loadFoundation } from '../../server/seeds/foundation'
import { asOwner, setClock, stop, systemCtx } from '../support/app'
import { closeBrowser, product, type Visitor, visitor } from '../support/browser'
import { account, flaws, signIn } from '../support/console'
import { act, ask, choose, chooseRegion, find, pick, shows, tick, type, typeNumber } from '../support/forms'
import { aVolunteer, anIdCard } from '../support/people'

const TOWNSHIP = '150525101000'
const VILLAGE = '150525101200'
const VILLAGE_NAME = '黎明村委会'
const ELDER = '示例老人'

// The bureau's accounts need no second factor here, as in demo mode.
process.env.DEMO = '1'
jest.setTimeout(240_000)

let first: Awaited<ReturnType<typeof aVolunteer>>
let second: typeof first
const users = {} as Record<'station' | 'keeper' | 'keeper2' | 'officer' | 'auditor' | 'other', string>
/** Where the elder's record and the pairing stand in the console. */
let elderPage: string
let pairingPage: string
let successorPage: string
const everybody: Visitor[] = []

/** Somebody signs in at their own screen, on the day that it is. */
async function at(user: keyof typeof users, width?: number): Promise<Visitor> {
  const who = await visitor(width)
  everybody.push(who)
  await signIn(who, users[user])
  return who
}
const go = async ({ page }: Visitor, address: string): Promise<void> => {
  await page.goto('/#/')
  await page.goto(address)
}
const here = ({ page }: Visitor): string => `/${new URL(page.url()).hash.replace(/\?.*/, '')}`
/** Waits until the workbench shows a number. */
async function counts(who: Visitor, name: string, number: number): Promise<void> {
  await who.page.goto('/#/')
  await who.page.reload()
  await who.page.getByRole('link').filter({ hasText: new RegExp(`^${name}\\s*${number}$`) }).first().waitFor()
}
/** The id within a record's address. */
const idOf = (address: string): string => /\/(\w{26})\//.exec(address)![1]!

beforeAll(async () => {
  setClock('2026-11-02T02:00:00Z')
  await loadFoundation(await systemCtx())
  await product()
  first = await aVolunteer({ regionCode: VILLAGE, name: '示例志愿一' })
  second = await aVolunteer({ regionCode: VILLAGE, name: '示例志愿二' })
  const volunteer = (who: typeof first) => account('volunteer', { volunteerId: who.id, personId: who.personId, regionCode: VILLAGE })
  Object.assign(users, {
    station: await account('stationWorker', { regionCode: TOWNSHIP, displayName: '示例站员' }), keeper: await volunteer(first), keeper2: await volunteer(second), officer: await account('bureauOfficer'),
    auditor: await account('auditor'), other: await account('stationWorker', { regionCode: '150525102000' }),
  })
}, 60_000)
afterEach(async () => {
  for (const { context, complaints } of everybody.splice(0)) {
    expect(complaints.filter(said => !said.startsWith('Failed to load resource'))).toEqual([])
    await context.close()
  }
})
afterAll(async () => {
  setClock()
  await closeBrowser()
  await stop()
}, 60_000)

it('brings whoever has not signed in to the sign-in, having asked once and by one step of the browser’s history', async () => {
  const who = await visitor(390)
  everybody.push(who)
  let asked = 0
  who.page.on('request', request => (asked += Number(request.postData()?.includes('query me') ?? 0)))
  await who.page.goto('/#/pairings')
  await who.page.locator('input[type=password]').waitFor()
  // The empty page of a new tab, the page that was wanted, the sign-in.
  expect([asked, await who.page.evaluate(() => history.length)]).toEqual([1, 3])
})

it('asks each question once as the workbench opens', async () => {
  const { page } = await at('officer')
  const asked: string[] = []
  page.on('request', request => request.url().endsWith('/graphql') && asked.push(/(?:query|mutation) (\w+)/.exec(request.postData()!)![1]!))
  await page.reload()
  await page.getByRole('heading', { name: '待办任务' }).waitFor()
  await page.waitForLoadState('networkidle')
  expect(asked).toEqual(expect.arrayContaining(['me', 'inboxCounts', 'standingWarnings', 'dueNext', 'openTasks']))
  expect(asked).toEqual([...new Set(asked)])
})

it('keeps the workbench where its figures cannot be had, and says so in their place', async () => {
  const { page, complaints } = await at('officer')
  await page.route('**/assets/Figures*', route => route.abort())
  await page.goto('about:blank')
  await page.goto('/#/')
  await page.getByRole('heading', { name: '待办任务' }).waitFor()
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await page.getByRole('button', { name: '重试' }).waitFor()
  expect(await page.getByRole('heading', { name: '待办任务' }).isVisible()).toBe(true)
  await page.unroute('**/assets/Figures*')
  await page.getByRole('button', { name: '重试' }).click()
  await page.getByRole('heading', { name: '总体情况' }).waitFor()
  complaints.splice(0, complaints.length, ...complaints.filter(said => !said.includes('/assets/Figures')))
})

it('registers an elder, assesses, records the consent and proposes who was suggested', async () => {
  const station = await at('station')
  const { page, picture } = station
  await page.goto('/#/beneficiaries')
  await page.getByRole('link', { name: '登记服务对象' }).first().click()
  await type(page, '姓名', ELDER)
  const idCard = anIdCard('1941-05-06', Sex.MALE, 1)
  await type(page, '身份证号', `${idCard.slice(0, 17)}${idCard.endsWith('9') ? '8' : '9'}`)
  await page.getByText('校验位不对，请核对号码').waitFor()
  await type(page, '身份证号', idCard)
  await page.getByText('出生日期 1941-05-06，男').waitFor()
  await page.getByRole('button', { name: '采用' }).click()
  expect(await page.getByLabel('出生日期').inputValue()).toBe('1941-05-06')
  await type(page, '手机号', '15400002222')
  await chooseRegion(page, '所在地', VILLAGE_NAME)
  await type(page, '住址', '二组 5 号')
  await tick(page, '空巢')
  await tick(page, '高龄')
  await tick(page, '独居')
  await type(page, '需求说明', '冬天取暖、代买')
  await picture('register')
  expect(await flaws(station)).toEqual([])
  await page.getByRole('button', { name: '保存' }).click()
  await page.waitForURL(/beneficiaries\/\w{26}\/show/)
  elderPage = here(station)
  await page.getByText('尚无有效同意书').waitFor()

  await act(page, '评估', async () => {
    await pick(page, '重点')
    await type(page, '评估意见', '独居，行动不便')
  })
  await page.getByText('已评估').first().waitFor()
  await act(page, '记录同意', async () => type(page, '文本版本', '2026-1'))
  await page.getByText('待结对').first().waitFor()
  await act(page, '记录同意', async () => {
    await pick(page, '拍照')
    await type(page, '文本版本', '2026-1')
  })
  await act(page, '调整风险等级', async dialog => {
    await dialog.getByRole('radio', { name: '高', exact: true }).check()
    await type(page, '原因', '入冬后独居风险升高')
  })
  await shows(page, '走访间隔（天）', '7')
  await picture('elder')
  expect(await flaws(station)).toEqual([])

  await page.getByRole('link', { name: '推荐志愿者并结对' }).click()
  await page.getByRole('button', { name: '牵手夕阳' }).click()
  const offered = page.getByRole('listitem').filter({ hasText: '示例志愿一' })
  await offered.waitFor()
  expect(await offered.innerText()).toMatch(/村/)
  await picture('suggestions')
  expect(await flaws(station)).toEqual([])
  await offered.getByRole('button', { name: '提议结对' }).click()
  const dialog = page.getByRole('dialog')
  await type(page, '走访要求', '请说蒙语')
  await dialog.getByRole('button', { name: '提议结对' }).click()
  await page.waitForURL(/pairings\/\w{26}\/show/)
  pairingPage = here(station)
})

it('is accepted on a phone, and begun with the station worker along', async () => {
  const keeper = await at('keeper', 390)
  await counts(keeper, '结对待接受', 1)
  await keeper.picture('volunteer-workbench')
  await keeper.page.getByRole('link').filter({ hasText: '结对待接受' }).click()
  await keeper.page.getByText(ELDER).first().click()
  await keeper.page.waitForURL(/pairings\/\w{26}\/show/)
  expect(here(keeper)).toBe(pairingPage)
  await act(keeper.page, '接受结对')
  await keeper.page.getByText('已接受').first().waitFor()
  await keeper.picture('accepted')
  expect(await flaws(keeper)).toEqual([])

  const station = await at('station')
  await go(station, pairingPage)
  await act(station.page, '首次走访完成', async () => {
    await type(station.page, '陪同人', '示例联络员')
    await type(station.page, '服务约定', '每周三上午，陪聊、代买')
    await typeNumber(station.page, '时长（分钟）', 30)
  })
  await station.page.getByText('进行中').first().waitFor()
  await shows(station.page, '应走访日', '2026-11-09')
  await station.picture('active')
})

it('is visited with a photo on a phone; a double click books one visit', async () => {
  setClock('2026-11-08T02:00:00Z')
  const keeper = await at('keeper', 390)
  const { page } = keeper
  await go(keeper, pairingPage)
  await page.getByRole('button', { name: '登记走访' }).first().click()
  const visit = page.getByRole('dialog')
  await visit.getByRole('button', { name: '陪聊' }).click()
  await visit.getByRole('button', { name: '无取暖' }).click()
  await typeNumber(page, '时长（分钟）', 45)
  const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#c2703d' } }).jpeg().toBuffer()
  await visit.locator('input[type=file]').setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo })
  await visit.getByRole('img', { name: '照片 1' }).waitFor()
  await type(page, '发现的需求', '炉子要修')
  await type(page, '备注', '聊了一个小时')
  await keeper.picture('record-visit')
  expect(await flaws(keeper)).toEqual([])
  await visit.getByRole('button', { name: '登记走访' }).dblclick()
  await page.getByText('聊了一个小时').first().waitFor()
  await shows(page, '应走访日', '2026-11-15')
  await keeper.picture('visited')
  expect((await asOwner("SELECT COUNT(*) AS n FROM visits WHERE note = '聊了一个小时'"))[0]!.n).toBe(1)
})

it('shows the bureau the due day moved, the visit with its photo, the hours and the history', async () => {
  const officer = await at('officer')
  const { page, picture } = officer
  await go(officer, pairingPage)
  await page.getByText('聊了一个小时').first().waitFor()
  await shows(page, '应走访日', '2026-11-15')
  const photo = page.getByRole('img', { name: '照片 1' })
  await photo.waitFor()
  await expect(photo.evaluate(img => (img as HTMLImageElement).decode().then(() => (img as HTMLImageElement).naturalWidth > 0))).resolves.toBe(true)
  await picture('officer')
  await page.getByRole('tab', { name: '经过' }).click()
  const history = page.getByRole('tabpanel')
  for (const deed of ['登记走访', '首次走访完成', '接受结对', '提议结对']) await history.getByText(deed).first().waitFor()
  await picture('officer-history')
  await go(officer, `/#/volunteers/${first.id}/show`)
  await shows(page, '服务时长', '1 小时 15 分')
  await page.getByRole('tab', { name: '服务时长' }).click()
  await page.getByRole('cell', { name: '2026-11-08' }).waitFor()
  await picture('officer-hours')
  await counts(officer, '险情待处置', 1)
})

it('is found by the auditor in a trail that is whole, and by another township nowhere', async () => {
  const auditor = await at('auditor')
  await go(auditor, '/#/auditTrail')
  await type(auditor.page, '对象编号', idOf(pairingPage))
  await auditor.page.getByRole('button', { name: '查询', exact: true }).click()
  const lines = auditor.page.getByRole('table')
  for (const deed of ['提议结对', '接受结对', '首次走访后开始', '登记走访']) await lines.getByText(deed).first().waitFor()
  expect(await lines.getByText(ELDER).count()).toBe(0)
  await auditor.page.getByRole('button', { name: '校验' }).click()
  await auditor.page.getByText(/已逐条核对 \d+ 条，前后衔接完整/).waitFor()
  await auditor.picture('auditor')
  expect(await flaws(auditor)).toEqual([])

  const other = await at('other')
  const { page } = other
  for (const resource of ['persons', 'beneficiaries', 'pairings']) {
    await ask(page, resource, ELDER)
    await page.getByText('共 0 条').waitFor()
    expect(await page.getByText(ELDER, { exact: true }).count()).toBe(0)
  }
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').locator('input').fill(ELDER)
  await page.getByRole('dialog').getByText('没有找到').waitFor()
  await page.keyboard.press('Escape')
  for (const address of [pairingPage, elderPage, `/#/volunteers/${first.id}/show`]) {
    await go(other, address)
    await page.getByText(/没有找到/).first().waitFor()
    expect(await page.getByText(ELDER).count()).toBe(0)
  }
  await other.picture('other-township')
})

it('is handed over when the first volunteer falls late, with both histories', async () => {
  setClock('2026-11-17T02:00:00Z')
  const keeper = await at('keeper', 390)
  await counts(keeper, '走访超期', 1)
  const station = await at('station')
  const { page, picture } = station
  await go(station, pairingPage)
  await page.getByText('超期 2 天').first().waitFor()
  await act(page, '交接', async () => {
    await find(page, '接手志愿者', '示例志愿二')
    await type(page, '交接说明（原因、老人情况、注意事项）', '原志愿者外出务工；炉子要修')
    await picture('hand-over')
  })
  await page.getByText('已结束').first().waitFor()
  await counts(keeper, '走访超期', 0)

  const successor = await at('keeper2', 390)
  await counts(successor, '结对待接受', 1)
  await successor.page.getByRole('link').filter({ hasText: '结对待接受' }).click()
  await successor.page.getByText(ELDER).first().click()
  await successor.page.waitForURL(/pairings\/\w{26}\/show/)
  successorPage = here(successor)
  expect(successorPage).not.toBe(pairingPage)
  await act(successor.page, '接受结对')
  await go(station, successorPage)
  await act(page, '首次走访完成', async () => {
    await type(page, '陪同人', '示例联络员')
    await type(page, '服务约定', '每周五上午')
    await typeNumber(page, '时长（分钟）', 20)
  })
  await shows(page, '应走访日', '2026-11-24')
  await go(station, `${elderPage}?tab=pairings`)
  await page.getByRole('tabpanel').getByText('示例志愿一').first().waitFor()
  await page.getByRole('tabpanel').getByText('示例志愿二').first().waitFor()
  await picture('both-pairings')
})

it('stops reminding when the elder has died', async () => {
  setClock('2026-11-26T02:00:00Z')
  const keeper = await at('keeper2', 390)
  await counts(keeper, '走访超期', 1)
  await keeper.picture('late-workbench')
  const station = await at('station')
  const { page, picture } = station
  await go(station, elderPage)
  await act(page, '结束服务', async () => {
    await choose(page, '原因', '去世')
    await picture('death')
  })
  await page.getByText('已结束').first().waitFor()
  await go(station, successorPage)
  await page.getByText('已结束').first().waitFor()
  await shows(page, '应走访日', '–')
  await picture('ended')
  await counts(station, '走访超期', 0)
  await counts(keeper, '走访超期', 0)
  await keeper.picture('quiet-workbench')
  expect(await keeper.page.getByText(ELDER).count()).toBe(0)
})
