import type { Locator, Page } from 'playwright-core'

/** Types into a field of the form in sight. */
export const type = (page: Page, label: string, text: string): Promise<void> => page.getByRole('textbox', { name: label, exact: true }).or(page.getByRole('searchbox', { name: label, exact: true })).fill(text)

/** Types a number into its field. */
export const typeNumber = (page: Page, label: string, number: number): Promise<void> => page.getByRole('spinbutton', { name: label, exact: true }).fill(String(number))

/** Opens a field that has a list and takes an entry. */
export async function choose(page: Page, label: string, entry: string): Promise<void> {
  await page.getByRole('combobox', { name: new RegExp(`^${label}`) }).click()
  await page.getByRole('option', { name: entry, exact: true }).click()
}

/** Looks for a record in a field that searches, and takes the first that carries the name. */
export async function find(page: Page, label: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: new RegExp(`^${label}`) }).fill(name)
  await page.getByRole('option').filter({ hasText: name }).first().click()
}

/** Takes a division from the tree by its name. */
export async function chooseRegion(page: Page, label: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: new RegExp(`^${label}`) }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill(name)
  // The tree gives way to what was found: where that happens between pressing and letting go nothing is chosen, and one presses again.
  for (let left = 4; ; left--) {
    const timeout = left > 0 ? 3000 : 30_000
    const chosen = async (): Promise<true> => {
      await dialog.getByRole('button', { name: new RegExp(`^${name}`) }).click({ timeout }).catch(async error => { if (await dialog.isVisible()) throw error })
      await dialog.waitFor({ state: 'detached', timeout })
      return true
    }
    if (await chosen().catch(error => { if (left === 0) throw error })) return
  }
}

/** Takes one of a few values that are all in sight. */
export const pick = (page: Page, value: string): Promise<void> => page.getByRole('radio', { name: value, exact: true }).check()

/** Ticks a box. */
export const tick = (page: Page, label: string): Promise<void> => page.getByRole('checkbox', { name: label, exact: true }).check()

/** Presses the button of an act, fills in what it asks for, confirms, and waits until it is done. */
export async function act(page: Page, name: string, fillIn: (dialog: Locator) => Promise<void> = async () => undefined): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  await fillIn(dialog)
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Waits until a record's page shows a value beside a label. */
export const shows = (page: Page, label: string, value: string): Promise<void> =>
  page.locator('dt', { hasText: new RegExp(`^${label}$`) }).locator('xpath=following-sibling::dd[1]').filter({ hasText: new RegExp(`^${value}$`) }).waitFor()

/** Asks a list for a word and waits for its answer. */
export async function ask(page: Page, resource: string, words: string): Promise<void> {
  await page.goto(`/#/${resource}`)
  await type(page, '关键词', words)
  await page.getByRole('button', { name: '查询', exact: true }).click()
  await page.waitForURL(/filter=/)
}
