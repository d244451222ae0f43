import { readFileSync } from 'node:fs'
import { newId } from '../../server/kernel/entity'
import { Account, AccountState } from '../../server/people/accounts/Account'
import { hashPassword } from '../../server/people/accounts/password'
import type { Role } from '../../server/roles'
import { put } from './app'
import type { Visitor } from './browser'

/** The password of every account that a journey makes. */
export const PASSWORD = 'Right-horse-42'

let hash: Promise<string> | undefined

/** An account that can sign in at the console, by its user name. */
export async function account(role: Role, bound: Partial<Account> = {}): Promise<string> {
  const now = new Date()
  const username = `b${newId().toLowerCase()}`
  await put(Account.of({
    username, displayName: '示例用户', role, state: AccountState.ACTIVE, regionCode: null, teamId: null, volunteerId: null, personId: null, passwordHash: await (hash ??= hashPassword(PASSWORD)), formerPasswords: null,
    passwordChangedAt: now, mustChangePassword: false, lockedUntil: null, lastSignInAt: null, stamp: 1, totpConfirmed: false, totpStep: null, ...bound,
  }))
  return username
}

/** Fills in the sign-in form and sends it. */
export async function giveCredentials({ page }: Visitor, username: string, password = PASSWORD): Promise<void> {
  await page.locator('input[autocomplete=username]').fill(username)
  await page.locator('input[type=password]').fill(password)
  await page.keyboard.press('Enter')
}

/** Signs in at the front page and waits for the workbench. */
export async function signIn(who: Visitor, username: string): Promise<void> {
  await who.page.goto('/')
  await giveCredentials(who, username)
  await who.page.getByRole('heading', { level: 1 }).filter({ hasText: '您好' }).waitFor()
}

/** Scrolls to what waits to be seen before it is fetched, and back; says whether there was anything. */
export async function seeAll({ page }: Visitor): Promise<boolean> {
  const unseen = await page.evaluate(() => [...document.querySelectorAll('[data-unseen]')].map(place => place.scrollIntoView()).length)
  if (unseen === 0) return false
  await page.locator('[data-unseen]').waitFor({ state: 'detached' })
  await page.evaluate(() => scrollTo(0, 0))
  return true
}

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

/** The rows of a table after its first few: they are made alike, and looking at all of them takes axe the longest. */
const ALIKE = 'tbody tr:nth-of-type(n+6)'

/** What axe calls critical or serious, and whether the page can be moved sideways. */
export async function flaws({ page }: Visitor): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  const found = await page.evaluate(async alike => {
    const { violations } = await (window as unknown as { axe: { run(context: object, options: object): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } }).axe.run({ exclude: [[alike]] }, { resultTypes: ['violations'] })
    return violations.filter(each => ['critical', 'serious'].includes(each.impact)).map(each => `${each.id}: ${each.nodes[0]?.html.slice(0, 120)}`)
  }, ALIKE)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  return wide ? [...found, 'moves sideways'] : found
}
