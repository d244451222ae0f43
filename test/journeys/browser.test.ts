import { loadFoundation } from '../../server/seeds/foundation'
import { asOwner, stop, systemCtx } from '../support/app'
import { closeBrowser, product, visitor } from '../support/browser'
import { account, flaws, signIn } from '../support/console'
import { aBeneficiary, aVolunteer } from '../support/people'

const VILLAGE = '150525101200'

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

it('pairs an elder by a suggestion, is accepted and begun, and a visit recorded on a phone is seen by the bureau and by no other township', async () => {
  const volunteer = await aVolunteer({ regionCode: VILLAGE, name: '示例志愿一' })
  const elder = await aBeneficiary({ regionCode: VILLAGE, name: '示例老人一' })
  const [station, keeper, officer, other] = [await visitor(), await visitor(390), await visitor(), await visitor()]
  const everybody = [station, keeper, officer, other]
  await Promise.all([
    signIn(station, await account('stationWorker', { regionCode: '150525101000' })),
    signIn(keeper, await account('volunteer', { volunteerId: volunteer.id, personId: volunteer.personId, regionCode: VILLAGE })),
  ])

  await station.page.goto(`/#/pairings/create?beneficiaryId=${elder.id}&programme=SUNSET`)
  const card = station.page.getByRole('listitem').filter({ hasText: '示例志愿一' })
  await card.waitFor()
  expect(await card.innerText()).toMatch(/村/)
  await station.picture('suggestions')
  expect(await flaws(station)).toEqual([])
  await card.getByRole('button', { name: '提议结对' }).click()
  const dialog = station.page.getByRole('dialog')
  await dialog.getByRole('button', { name: '提议结对' }).click()
  await station.page.waitForURL(/pairings\/\w{26}\/show/)
  const path = `/#${new URL(station.page.url()).hash.slice(1)}`

  await keeper.page.goto(path)
  await keeper.page.getByRole('button', { name: '接受' }).first().click()
  await keeper.page.getByRole('dialog').getByRole('button').last().click()
  await keeper.page.getByText('已接受').first().waitFor()

  await station.page.goto('/#/')
  await station.page.goto(path)
  await station.page.getByRole('button', { name: /首次|首访|开始/ }).first().click()
  await dialog.getByLabel(/陪同人/).fill('示例联络员')
  await dialog.getByLabel(/服务约定/).fill('每周三上午，陪聊、代买')
  await dialog.locator('input[name=minutes]').fill('30')
  await dialog.getByRole('button').last().click()
  await station.page.getByText('进行中').first().waitFor()
  await station.picture('active')

  await keeper.page.goto('/#/')
  await keeper.page.goto(path)
  await keeper.page.getByRole('button', { name: '登记走访' }).first().click()
  const visit = keeper.page.getByRole('dialog')
  await visit.getByRole('button', { name: '陪聊' }).click()
  await visit.getByRole('button', { name: '无取暖' }).click()
  await visit.locator('textarea[name=note]').fill('聊了一个小时')
  await keeper.picture('record-visit')
  await visit.getByRole('button', { name: '登记走访' }).dblclick()
  await keeper.page.getByText('聊了一个小时').first().waitFor()
  expect(await flaws(keeper)).toEqual([])
  expect((await asOwner("SELECT COUNT(*) AS n FROM visits WHERE beneficiaryId = ? AND note = '聊了一个小时'", [elder.id]))[0]!.n).toBe(1)

  await signIn(officer, await account('bureauOfficer', { totpConfirmed: false }))
  await officer.page.goto(path)
  await officer.page.getByText('聊了一个小时').first().waitFor()
  await officer.picture('officer')
  await signIn(other, await account('stationWorker', { regionCode: '150525102000' }))
  await other.page.goto(path)
  await other.page.getByText(/没有找到/).first().waitFor()
  expect(await other.page.getByText('示例老人一').count()).toBe(0)
  for (const each of everybody) expect(each.strayed).toEqual([])
}, 180_000)
