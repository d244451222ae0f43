import type { Page } from 'playwright-core'
import { enums } from '../../admin/i18n/zh/enums'
import { Account } from '../../server/people/accounts/Account'
import { newToken } from '../../server/people/accounts/identify'
import { Session } from '../../server/people/accounts/Session'
import { loadDemo } from '../../server/seeds/demo'
import { put, stop, systemCtx } from '../support/app'
import { closeBrowser, product, type Visitor, visitor } from '../support/browser'
import { flaws, seeAll } from '../support/console'
import { database } from '../support/database'

process.env.DEMO = '1'

/** Each role sees the console in one of these looks; every look is seen by some. */
const LOOKS = [
  { locale: 'zh-CN', mode: 'light', largeText: false },
  { locale: 'en', mode: 'dark', largeText: false },
  { locale: 'zh-CN', mode: 'dark', largeText: true },
  { locale: 'en', mode: 'light', largeText: true },
]
// The station's head may all that its worker may, in the same place, and so opens the worker's pages too.
const ROLES = ['admin', 'leader', 'officer', 'auditor', 'contact', 'stationhead', 'village', 'caseworker', 'teamleader', 'volunteer'].map((username, at) => ({ username, look: LOOKS[at % LOOKS.length]! }))
/** How many pages are looked at side by side. */
const SEATS = 3
const DESK = 1280
/** What people do not feel, by the Web Vitals. */
const MOVES_AT_MOST = 0.1
const WIDTHS = [DESK, 390]
/** A key of the catalogue that has no words. */
const KEY = /\b(?:resources|console|ra|enums|pages|inbox|acts|dashboard|figures)\.\w+(?:\.\w+)*/g
/** Values of enums as the API has them; but the programmes' codes are names for people too, and stand in the plan. */
const CODES = new Set(Object.values(enums).flatMap(values => Object.keys(values)).filter(code => /^[A-Z][A-Z_]{2,}$/.test(code) && !(code in enums.ProgrammeCode)))

/** A screen at which one demo account after another sits down. */
interface Seat {
  /** Who sits at it. */
  username: string
  who: Visitor
  /** How many requests are on their way. */
  asked: () => number
  /** What the server refused. */
  refused: string[]
}

let seats: Seat[] = []
/** Pages that axe has seen already, whoever looked. */
const judged = new Set<string>()

beforeAll(async () => {
  await loadDemo(await database(), { onlyIfEmpty: true, scale: 1, say: () => undefined })
  seats = await Promise.all(Array.from({ length: SEATS }, openSeat))
}, 180_000)
afterAll(async () => {
  await closeBrowser()
  await stop()
}, 60_000)

async function openSeat(): Promise<Seat> {
  const who = await visitor()
  const underWay = new Set<unknown>()
  const refused: string[] = []
  who.page.on('request', request => underWay.add(request))
  who.page.on('requestfinished', request => underWay.delete(request))
  who.page.on('requestfailed', request => underWay.delete(request))
  who.page.on('response', async response => {
    if (!response.url().endsWith('/graphql')) return
    underWay.add(response)
    const { errors } = (await response.json().catch(() => ({}))) as { errors?: { extensions: { code: string } }[] }
    if (errors) refused.push(`was refused ${errors[0]!.extensions.code}: ${response.request().postData()?.slice(0, 80)}`)
    underWay.delete(response)
  })
  return { username: '', who, asked: () => underWay.size, refused }
}

/** Sits down as a demo account that has signed in, in a look of one's own. */
async function sitDown(seat: Seat, { username, look }: (typeof ROLES)[number]): Promise<void> {
  const { context, page } = seat.who
  seat.username = username
  const [account] = await (await systemCtx()).store.query(Account).where('it.username = ?', username).rows()
  const { token, tokenHash } = newToken()
  const now = new Date()
  await put(Session.of({ tokenHash, accountId: account!.id, stamp: account!.stamp, lastSeenAt: now, expiresAt: new Date(now.getTime() + 3_600_000), endedAt: null, ip: null, userAgent: null }))
  const { url } = await product()
  await context.addCookies([{ name: 'laobing', value: token, url }])
  await page.goto('about:blank')
  await context.addInitScript(kept => location.protocol !== 'about:' && Object.entries(kept).forEach(([name, value]) => localStorage.setItem(`RaStorelaobing.${name}`, JSON.stringify(value))), { locale: look.locale, 'look.mode': look.mode, 'look.largeText': look.largeText })
}

/** Waits until the page has its heading, nothing is on its way for a moment, and nothing says that it is loading. */
async function settle({ who: { page }, asked }: Seat): Promise<void> {
  for (let quiet = 0; quiet < 3; quiet = asked() === 0 ? quiet + 1 : 0) await page.evaluate(() => new Promise(done => setTimeout(() => requestAnimationFrame(done), 25)))
  await page.locator('main h1').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('[role=progressbar]:not([aria-valuenow])'))
}

/** What is wrong with the page at one width: words that are not translated, sideways scroll, and what axe says where it has not yet judged. */
async function wrongAt(seat: Seat, width: number, name: string): Promise<string[]> {
  const { page } = seat.who
  await page.setViewportSize({ width, height: 900 })
  await settle(seat)
  if (await seeAll(seat.who)) await settle(seat)
  await seat.who.picture(`${seat.username}${name.replace(/\W+/g, '-')}-at-${width}`)
  const text = await page.evaluate(() => document.body.innerText)
  const raw = [...(text.match(KEY) ?? []), ...(text.match(/\b[A-Z][A-Z_]{2,}\b/g) ?? []).filter(word => CODES.has(word))]
  const wrong = [...new Set(raw)].map(word => `untranslated ${word}`)
  if (judged.has(`${name} ${width}`)) return [...wrong, ...((await movesSideways(page)) ? ['moves sideways'] : [])]
  judged.add(`${name} ${width}`)
  return [...wrong, ...(await flaws(seat.who))]
}

/** How far the workbench's parts moved on a phone while it opened, as the browser measures it: the share of the screen that moved, times how far. */
async function movedOnOpening(seat: Seat): Promise<number> {
  const { page } = seat.who
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/#/')
  await settle(seat)
  return page.evaluate(() => new Promise<number>(done => {
    let sum = 0
    new PerformanceObserver(list => (sum = list.getEntries().reduce((all, entry) => all + (entry as unknown as { value: number }).value, sum))).observe({ type: 'layout-shift', buffered: true })
    setTimeout(() => done(sum), 100)
  }))
}

const movesSideways = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

/** Opens a page, and tells what is wrong with it: on a desk for every role, on a phone for the first role that opens it. */
async function look(seat: Seat, hash: string): Promise<string[]> {
  const { who, refused } = seat
  await who.page.goto(`/${hash}`)
  const name = hash.replace(/\w{26}/, ':id')
  const wrong: string[] = []
  for (const width of WIDTHS.filter(each => each === DESK || !judged.has(`${name} ${each}`))) wrong.push(...(await wrongAt(seat, width, name)).map(each => `${width}: ${each}`))
  return [...wrong, ...refused.splice(0), ...who.complaints.splice(0)].map(each => `${name} ${each}`)
}

/** The first record that a list leads to. */
async function firstRecord({ who: { page } }: Seat, hash: string): Promise<string | undefined> {
  const links = await page.locator(`main a[href^="${hash}/"][href$="/show"]`).evaluateAll(found => found.map(link => link.getAttribute('href')!))
  return links[0]
}

it.each(ROLES)('shows $username every page whole: no error, no stray request, no untranslated word, nothing that axe or a narrow screen minds', async role => {
  await Promise.all(seats.map(seat => sitDown(seat, role)))
  expect(await movedOnOpening(seats[0]!)).toBeLessThan(MOVES_AT_MOST)
  const wrong = await look(seats[0]!, '#/')
  await seats[0]!.who.page.setViewportSize({ width: 1280, height: 900 })
  const menu = await seats[0]!.who.page.locator('nav a[href^="#/"]').evaluateAll(links => [...new Set(links.map(link => link.getAttribute('href')!))])
  const waiting = menu.filter(hash => hash !== '#/')
  expect(waiting.length).toBeGreaterThan(3)
  await Promise.all(seats.map(async seat => {
    for (let hash = waiting.shift(); hash; hash = waiting.shift()) {
      wrong.push(...(await look(seat, hash)))
      const record = await firstRecord(seat, hash)
      if (record) wrong.push(...(await look(seat, record)))
    }
  }))
  expect(wrong).toEqual([])
}, 240_000)
