import { Secret, TOTP } from 'otpauth'
import { loadFoundation } from '../../server/seeds/foundation'
import { asOwner, stop, systemCtx } from '../support/app'
import { closeBrowser, product, visitor } from '../support/browser'
import { account, flaws, giveCredentials } from '../support/console'

// Outside demo mode: the bureau's own need a second factor.
delete process.env.DEMO

beforeAll(async () => {
  await loadFoundation(await systemCtx())
  await product()
}, 60_000)
afterAll(async () => {
  await closeBrowser()
  await stop()
}, 60_000)

it.each([[1280], [390]])('lets a bureau officer do nothing before one-time codes are set up, by a QR code at %i px, and asks for a code from then on', async width => {
  const officer = await visitor(width)
  const { page } = officer
  const username = await account('bureauOfficer')
  await page.goto('/#/persons')
  await giveCredentials(officer, username)
  await page.getByText('须先启用动态验证码').waitFor()
  expect(await page.getByRole('navigation').count()).toBe(0)
  await page.getByRole('button', { name: '启用' }).click()
  await page.getByRole('img', { name: '动态验证码的二维码' }).waitFor()
  await officer.picture('enrolment')
  expect(await flaws(officer)).toEqual([])
  const secret = await page.locator('code').innerText()
  expect(secret).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)

  const totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) })
  const field = page.getByLabel('动态验证码', { exact: true })
  const wrong = String((Number(totp.generate()) + 1) % 1_000_000).padStart(6, '0')
  await field.fill(wrong)
  await page.keyboard.press('Enter')
  await page.getByText('动态码不正确').waitFor()
  await field.fill(totp.generate())
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '人员' }).waitFor()

  const again = await visitor(width)
  await again.page.goto('/')
  await giveCredentials(again, username)
  const code = again.page.getByLabel('动态验证码', { exact: false })
  await code.waitFor()
  // A code works once: the next one belongs to the next half minute, which the server takes early.
  await code.fill(totp.generate({ timestamp: Date.now() + 30_000 }))
  await again.page.keyboard.press('Enter')
  await again.page.getByRole('heading', { level: 1 }).filter({ hasText: '您好' }).waitFor()
  // Before the sign-in the server says 401, which a browser writes down.
  for (const each of [officer, again]) expect(each.complaints.filter(text => !text.includes('401'))).toEqual([])
  expect((await asOwner('SELECT totpConfirmed FROM accounts WHERE username = ?', [username]))[0]).toEqual({ totpConfirmed: 1 })
}, 240_000)
