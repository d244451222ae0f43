import type { Locator } from 'playwright-core'
import sharp from 'sharp'
import { loadFoundation } from '../../server/seeds/foundation'
import { asOwner, stop, systemCtx } from '../support/app'
import { closeBrowser, product, type Visitor, visitor } from '../support/browser'
import { account, flaws, signIn } from '../support/console'
import { act, choose, pick, tick, type, typeNumber } from '../support/forms'
import { aPerson } from '../support/people'
import { anEmployee, anEmployer, arrangePosts } from '../support/posts'

const TOWNSHIP = '150525101000'
const VILLAGE = '150525101201'

// The bureau's accounts need no second factor here, as in demo mode.
process.env.DEMO = '1'

beforeAll(async () => {
  await loadFoundation(await systemCtx())
  await arrangePosts()
  await product()
}, 60_000)
afterAll(async () => {
  await closeBrowser()
  await stop()
}, 60_000)

/** Scores every item of a checklist at a touch: in full, or by half. */
async function score(dialog: Locator, worth: 'full' | 'half', half: number): Promise<void> {
  const items = dialog.locator('ol > li')
  for (let at = 0; at < (await items.count()); at++) await items.nth(at).getByRole('button').nth(worth === 'half' && at < half ? 1 : 0).click()
}

it('is applied for by the employer, recommended, looked at by two, granted by the leader, logged, scanned, reviewed, put right and renewed', async () => {
  const employer = await anEmployer({ regionCode: VILLAGE, name: '示例便民超市' })
  const { person: veteran } = await anEmployee(employer, { person: await aPerson({ isVeteran: true, name: '示例老兵一', regionCode: VILLAGE }) })
  const photo = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#286' } }).jpeg().toBuffer()
  const [contact, station, officer, leader, passer] = await Promise.all([visitor(390), visitor(), visitor(390), visitor(), visitor(390)])
  await account('bureauAdministrator', { displayName: '示例第二核查人' })
  await Promise.all([
    account('employerContact', { employerId: employer.id, displayName: '示例联系人' }).then(name => signIn(contact, name)),
    account('stationWorker', { regionCode: TOWNSHIP, displayName: '示例站员' }).then(name => signIn(station, name)),
    account('bureauOfficer', { displayName: '示例核查人' }).then(name => signIn(officer, name)),
    account('bureauLeader', { displayName: '示例局领导' }).then(name => signIn(leader, name)),
  ])

  // The employer's contact sees their own front page, and applies on a phone.
  await contact.page.getByText('还没有申报过示范岗').waitFor()
  expect(await flaws(contact)).toEqual([])
  await contact.picture('own-empty')
  await contact.page.getByRole('link', { name: '申报示范岗' }).click()
  await type(contact.page, '岗位名称', '老兵便民窗口')
  await type(contact.page, '位置', '一楼 2 号窗口')
  await tick(contact.page, '引导帮办')
  await type(contact.page, '服务承诺', '亮身份、亮承诺，让群众少跑一趟')
  await contact.page.getByRole('checkbox', { name: /^示例老兵一/ }).check()
  expect(await flaws(contact)).toEqual([])
  await contact.picture('apply')
  await contact.page.getByRole('button', { name: '保存' }).click()
  await contact.page.waitForURL(/pioneerPosts\/\w{26}\/show/)
  const id = /pioneerPosts\/(\w{26})/.exec(contact.page.url())![1]!
  const open = async ({ page }: Visitor): Promise<void> => {
    await page.goto('/#/')
    await page.goto(`/#/pioneerPosts/${id}/show`)
    await page.getByRole('heading', { name: '老兵便民窗口' }).waitFor()
  }

  await open(station)
  await act(station.page, '推荐', dialog => dialog.getByLabel(/推荐意见/).fill('退役军人在岗，群众评价好，同意推荐'))
  await station.page.getByText('局里派两名工作人员现场核查打分').waitFor()

  // On a phone at the place: two people, every item, a photo; what is missing is said under the field.
  await open(officer)
  await officer.page.getByText('申报、推荐过的人不参加核查：示例联系人、示例站员').waitFor()
  await act(officer.page, '现场核查', async dialog => {
    await score(dialog, 'half', 1)
    await dialog.locator('input[type=file]').setInputFiles({ name: 'window.jpg', mimeType: 'image/jpeg', buffer: photo })
    await dialog.getByRole('img', { name: '照片 1' }).waitFor()
    await dialog.getByRole('button', { name: '现场核查', exact: true }).click()
    await dialog.getByText('必填').first().waitFor()
    await choose(officer.page, '第二核查人', '示例第二核查人 · 局管理员')
    await dialog.getByText(/合计 90 .* 达到合格线/).waitFor()
    expect(await flaws(officer)).toEqual([])
    await officer.picture('site-check')
  })
  await act(officer.page, '张贴公示', dialog => dialog.getByLabel(/公示地点/).fill('镇政府公示栏'))

  // The leader grants it once the notice is over: the clock of the row goes on, not the test's.
  await asOwner('UPDATE pioneer_posts SET noticeFrom = noticeFrom - INTERVAL 10 DAY, noticeTo = noticeTo - INTERVAL 10 DAY WHERE id = ?', [id])
  await open(leader)
  await leader.page.getByText('申报、推荐、核查过的人不授牌：示例联系人、示例站员、示例核查人、示例第二核查人').waitFor()
  await leader.picture('notice-over')
  await act(leader.page, '授牌')
  const plaqueNo = await leader.page.locator('dt', { hasText: /^牌匾号$/ }).locator('xpath=following-sibling::dd[1]').innerText()
  expect(plaqueNo).toMatch(/^XFG\d{4}-\d{4}$/)
  expect(await flaws(leader)).toEqual([])
  await leader.picture('granted')

  // The contact logs what was done today, at the front page.
  await contact.page.goto('/#/')
  await act(contact.page, '记服务', async dialog => {
    await pick(contact.page, '引导帮办')
    await typeNumber(contact.page, '服务人次', 12)
    await typeNumber(contact.page, '服务时长（分钟）', 90)
    expect(await flaws(contact)).toEqual([])
    await contact.picture('log')
    expect(await dialog.getByLabel(/服务日期/).inputValue()).not.toBe('')
  })
  await contact.picture('own')

  // Whoever passes by scans the plaque, and says how it was.
  await passer.page.goto(`/#/post?plaque=${plaqueNo}`)
  await passer.page.getByText('牌匾有效').waitFor()
  await passer.page.getByText('示例便民超市').waitFor()
  expect(await passer.page.getByText(veteran.name).count()).toBe(0)
  await passer.page.getByRole('button', { name: '投诉' }).click()
  await passer.page.getByLabel(/遇到了什么问题/).fill('下午三点窗口没有人')
  expect(await flaws(passer)).toEqual([])
  await passer.picture('scan')
  await passer.page.getByRole('button', { name: '提交' }).click()
  await passer.page.getByText('已收到，谢谢').waitFor()
  await passer.page.goto('/#/post/XFG2020-9999')
  await passer.page.getByRole('heading', { name: '没有这块牌匾' }).waitFor()

  // The station hears of it.
  await station.page.goto('/#/postFeedback')
  await station.page.getByText('下午三点窗口没有人').waitFor()
  await act(station.page, '处理', dialog => dialog.getByLabel(/处理情况/).fill('已核实，当日请假未安排顶岗，已提醒'))

  // A year on, the reviews of the year are opened in one act, and this one has to put something right.
  await asOwner('UPDATE pioneer_posts SET grantedOn = grantedOn - INTERVAL 1 YEAR WHERE id = ?', [id])
  await officer.page.goto('/#/reviewRounds/create')
  await officer.page.getByRole('combobox', { name: /^所在地/ }).click()
  await officer.page.getByRole('dialog').getByRole('textbox').fill('八仙筒镇')
  await officer.page.getByRole('dialog').getByRole('button', { name: /^八仙筒镇/ }).first().click()
  await officer.page.getByText(/个示范岗已授牌/).waitFor()
  await officer.page.getByRole('button', { name: '保存' }).click()
  await officer.page.getByText('各苏木乡镇进度').waitFor()
  expect(await flaws(officer)).toEqual([])
  await officer.picture('round')
  await open(officer)
  await act(officer.page, '年审', async dialog => {
    await score(dialog, 'half', 3)
    await dialog.getByText('需要限期整改').waitFor()
    await dialog.getByLabel(/存在问题和整改要求/).fill('下午无人值守，请排班')
  })
  await officer.page.getByText('整改中').first().waitFor()
  await officer.picture('rectifying')
  await act(officer.page, '确认整改', dialog => dialog.getByLabel(/整改情况/).fill('已排班并公示'))
  await officer.page.getByText('已授牌').first().waitFor()

  // Near its end the leader renews it; the plaque keeps its number.
  await asOwner('UPDATE pioneer_posts SET validTo = CURRENT_DATE + INTERVAL 30 DAY WHERE id = ?', [id])
  await open(leader)
  await act(leader.page, '续期')
  await leader.page.getByRole('tab', { name: '经过' }).click()
  await leader.page.getByText('续期').first().waitFor()
  expect(await leader.page.getByText(plaqueNo).count()).toBeGreaterThan(0)
  expect(await flaws(leader)).toEqual([])
  await leader.page.goto('/#/postFigures')
  await leader.page.getByText('各苏木乡镇').waitFor()
  expect(await flaws(leader)).toEqual([])
}, 240_000)

