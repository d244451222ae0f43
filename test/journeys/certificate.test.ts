import { readFileSync } from 'node:fs'
import { ProgrammeCode } from '../../server/bureau/programmes/ProgrammeCode'
import { dayOf } from '../../server/kernel/days'
import { newId } from '../../server/kernel/entity'
import { recordService } from '../../server/people/hours/recordService'
import { loadFoundation } from '../../server/seeds/foundation'
import { now, stop, systemCtx } from '../support/app'
import { closeBrowser, product, type Visitor, visitor } from '../support/browser'
import { account, flaws, signIn } from '../support/console'
import { aVolunteer } from '../support/people'

const VILLAGE = '150525101201'
const TOWNSHIP = '150525101000'

// The bureau's accounts need no second factor here, as in demo mode.
process.env.DEMO = '1'

beforeAll(async () => {
  await loadFoundation(await systemCtx())
  await product()
}, 60_000)
afterAll(async () => {
  await closeBrowser()
  await stop()
}, 60_000)

/** Takes an action of the page's record: its button, what its form asks for, and the form's own button. */
async function act({ page }: Visitor, name: string, fill: () => Promise<void> = async () => undefined): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click()
  await fill()
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

it('is asked for on a phone, approved, sealed, printed, checked by number and code without a name, and revoked', async () => {
  const today = dayOf(now())
  const volunteer = await aVolunteer({ regionCode: VILLAGE, name: '示例𣵦' })
  const served = { volunteerId: volunteer.id, programmeCode: ProgrammeCode.SUNSET, servedOn: today, minutes: 90, sourceType: 'Visit', sourceId: newId(), regionCode: VILLAGE, content: '敬老日理发' }
  await (await systemCtx()).transact('test', inner => recordService(inner, served))
  const [own, head, officer, anybody] = await Promise.all([visitor(390), visitor(), visitor(), visitor(390)])
  await signIn(own, await account('volunteer', { volunteerId: volunteer.id, personId: volunteer.personId, regionCode: VILLAGE }))
  await signIn(head, await account('stationHead', { regionCode: TOWNSHIP }))
  await signIn(officer, await account('bureauOfficer'))

  await own.page.goto('/#/certificates/create')
  await own.page.getByLabel(/^用途/).fill('评优')
  await own.picture('certificate-request')
  expect(await flaws(own)).toEqual([])
  await own.page.getByRole('button', { name: '保存' }).click()
  await own.page.waitForURL(/certificates\/\w{26}\/show/)
  const path = `/#/certificates/${/certificates\/(\w{26})/.exec(own.page.url())![1]!}/show`
  await own.page.getByText('审批后生成内容').waitFor()
  expect(await own.page.getByRole('button', { name: '审批通过' }).count()).toBe(0)

  await head.page.goto('/#/certificates')
  await head.page.getByRole('row').filter({ hasText: '示例𣵦' }).getByText('已申请').waitFor()
  await head.picture('certificates')
  await head.page.goto(path)
  await act(head, '审批通过', () => head.page.getByRole('dialog').getByLabel(/^负责人/).fill('示例负责人'))
  await head.page.getByText('敬老日理发').waitFor()
  await head.picture('certificate-approved')
  expect(await flaws(head)).toEqual([])

  await officer.page.goto(path)
  const factOf = async (label: string): Promise<string> => (await officer.page.locator('dt', { hasText: label }).first().locator('xpath=following-sibling::dd').innerText()).trim()
  const [number, code] = [await factOf('编号'), await factOf('校验码')]
  await act(officer, '登记盖章发出')
  await officer.page.getByText('已盖章发出').first().waitFor()
  await officer.picture('certificate-sealed')
  const waiting = officer.page.waitForEvent('download')
  await officer.page.getByRole('button', { name: '打印', exact: true }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toBe(`${number}.pdf`)
  expect(readFileSync(await download.path()).subarray(0, 5).toString()).toBe('%PDF-')

  const check = async (): Promise<void> => {
    await anybody.page.getByLabel(/^编号/).fill(number)
    await anybody.page.getByLabel(/^校验码/).fill(code)
    await anybody.page.getByRole('button', { name: '核验' }).click()
  }
  await anybody.page.goto('/#/verify')
  await check()
  await anybody.page.getByText('记录有效，已盖章发出').waitFor()
  expect(await anybody.page.locator('main').innerText()).toMatch(/1 小时 30 分/)
  expect(await anybody.page.content()).not.toContain('示例𣵦')
  await anybody.picture('verify')
  expect(await flaws(anybody)).toEqual([])

  await act(officer, '撤销', () => officer.page.getByRole('dialog').getByLabel(/^原因/).fill('记录有误'))
  await officer.page.getByText('记录有误').first().waitFor()
  await officer.picture('certificate-revoked')
  expect(await flaws(officer)).toEqual([])
  // The code on the paper leads to the same page, filled in.
  await anybody.page.getByRole('button', { name: '核验' }).click()
  await anybody.page.getByText('记录已撤销，无效').waitFor()
  const scanned = await visitor(390)
  await scanned.page.goto(`/#/verify?number=${number}&code=${code}`)
  await scanned.page.getByText('记录已撤销，无效').waitFor()
  await own.page.goto('/#/')
  await own.page.goto(path)
  await own.page.getByText('已撤销').first().waitFor()
  await own.picture('certificate-own')
  expect(await flaws(own)).toEqual([])
}, 240_000)
