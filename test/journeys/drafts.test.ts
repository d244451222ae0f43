import { forgetSessions } from '../../server/people/accounts/identify'
import { loadFoundation } from '../../server/seeds/foundation'
import { asOwner, person, setClock, stop, systemCtx } from '../support/app'
import { closeBrowser, product, type Visitor, visitor } from '../support/browser'
import { account, flaws, giveCredentials, signIn } from '../support/console'
import { aBeneficiary } from '../support/people'

process.env.DEMO = '1'
const TOWNSHIP = '150525101000'

beforeAll(async () => {
  await loadFoundation(await systemCtx())
  await product()
}, 60_000)
afterEach(() => setClock())
afterAll(async () => {
  await closeBrowser()
  await stop()
}, 60_000)

/** Waits until what was typed lies sealed on the machine, and reads all that lies there. */
async function sealed({ page }: Visitor): Promise<string> {
  await page.waitForFunction(() => Object.keys(localStorage).some(name => name.startsWith('laobing.draft.')))
  return page.evaluate(() => JSON.stringify(localStorage))
}

it('brings back a form after a closed tab and after a lost session, shows it to nobody else, and forgets it once saved', async () => {
  const elder = await aBeneficiary({ regionCode: '150525101200' })
  const form = `/#/beneficiaries/${elder.id}`
  const worker = await visitor()
  const username = await account('stationWorker', { regionCode: TOWNSHIP })
  await signIn(worker, username)
  await worker.page.goto(form)
  await worker.page.locator('[name=needsNote]').fill('修炉子的草稿')
  expect(await sealed(worker)).not.toContain('修炉子')
  await worker.page.close()

  worker.page = await worker.context.newPage()
  const { page } = worker
  const [offer, note] = [page.getByText('没保存的草稿'), page.locator('[name=needsNote]')]
  await page.goto(form)
  await offer.waitFor()
  expect(await flaws(worker)).toEqual([])
  await page.getByRole('button', { name: '恢复草稿' }).click()
  expect(await note.inputValue()).toBe('修炉子的草稿')

  await worker.context.clearCookies()
  await page.locator('button[type=submit]').click()
  await page.locator('input[type=password]').waitFor()
  await giveCredentials(worker, await account('stationWorker', { regionCode: TOWNSHIP }))
  await note.waitFor()
  expect([new URL(page.url()).hash, await note.inputValue(), await offer.count()]).toEqual([form.slice(1), '', 0])

  await worker.context.clearCookies()
  await page.reload()
  await giveCredentials(worker, username)
  await page.getByRole('button', { name: '恢复草稿' }).click()
  await page.locator('button[type=submit]').dblclick()
  await page.waitForURL(/beneficiaries\/\w{26}\/show/)
  expect((await asOwner('SELECT needsNote, version FROM beneficiaries WHERE id = ?', [elder.id]))[0]).toEqual({ needsNote: '修炉子的草稿', version: 2 })
  await page.waitForFunction(() => !Object.keys(localStorage).some(name => name.startsWith('laobing.draft.')))
}, 240_000)

it('keeps what was typed when another was first, and sends it on a second click', async () => {
  const elder = await aBeneficiary({ regionCode: '150525101200' })
  const worker = await visitor(390)
  await signIn(worker, await account('stationWorker', { regionCode: TOWNSHIP }))
  const { page } = worker
  await page.goto(`/#/beneficiaries/${elder.id}/show`)
  await page.getByRole('button', { name: '调整风险等级' }).click()
  await page.locator('textarea[name=reason]').fill('摔了一跤')
  const other = await person('bureauOfficer')
  await other.get('mutation ($id: ID!) { updateBeneficiary(id: $id, version: 1, input: { needsNote: "想理发" }) { version } }', { id: elder.id })
  const send = page.getByRole('dialog').getByRole('button', { name: '调整风险等级' })
  await send.click()
  await page.getByText('页面已刷新').waitFor()
  await send.click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect((await asOwner('SELECT reason FROM grade_changes WHERE beneficiaryId = ?', [elder.id])).map(row => row.reason)).toContain('摔了一跤')
}, 60_000)

it('ends the session of a window that was left open, however often it asks what waits, and keeps what was typed', async () => {
  setClock('2026-11-20T01:00:00Z')
  const elder = await aBeneficiary({ regionCode: '150525101200' })
  const worker = await visitor()
  const { page } = worker
  const username = await account('stationWorker', { regionCode: TOWNSHIP })
  await signIn(worker, username)
  await page.goto(`/#/beneficiaries/${elder.id}`)
  const note = page.locator('[name=needsNote]')
  await note.fill('修炉子的草稿')
  await sealed(worker)
  // What the page itself asks as it opens is a use of the session: on a busy machine it came after the clock had been set on.
  await page.waitForLoadState('networkidle')
  const answers: number[] = []
  page.on('response', response => response.request().postData()?.includes('inboxCounts') && answers.push(response.status()))
  /** Lets the window ask its own question, as often as it likes, until it is answered so at this instant. */
  const isAnswered = async (status: number, instant: string): Promise<boolean> => {
    setClock(instant)
    forgetSessions()
    answers.length = 0
    for (let tries = 0; tries < 60 && !answers.includes(status); tries++) {
      await page.clock.fastForward('02:30')
      await new Promise(resolve => setTimeout(resolve, 500))
    }
    return answers.includes(status)
  }
  expect(await isAnswered(200, '2026-11-20T01:20:00Z')).toBe(true)
  expect(await note.inputValue()).toBe('修炉子的草稿')
  expect(await isAnswered(401, '2026-11-20T01:31:00Z')).toBe(true)
  await giveCredentials(worker, username)
  await page.getByRole('button', { name: '恢复草稿' }).click()
  expect([new URL(page.url()).hash, await note.inputValue()]).toEqual([`#/beneficiaries/${elder.id}`, '修炉子的草稿'])
}, 60_000)
