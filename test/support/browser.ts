import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { createApp } from '../../server/app'
import { now } from './app'
import { CHROMIUM, FLAGS } from './chromium'
import { database } from './database'

/** Where journeys leave their pictures, to be looked at. */
const PICTURES = process.env.PICTURES

let browser: Promise<Browser> | undefined
/** Requests of any visitor that went anywhere but to the product; there must be none. */
const strayed = new Set<string>()
let address: Promise<{ url: string; close: () => Promise<void> }> | undefined

/** The product with its built console, on a port of its own. */
export function product(): Promise<{ url: string; close: () => Promise<void> }> {
  return (address ??= (async () => {
    const consoleFolder = path.resolve('dist/admin')
    if (!existsSync(path.join(consoleFolder, 'index.html'))) throw new Error('The console is not built: run npm run build first; npm test does it.')
    const { http } = await createApp({ database: await database(), consoleFolder, now, publicSeconds: 0 })
    const url = await http.listen({ port: 0, host: '127.0.0.1' })
    return { url, close: () => http.close() }
  })())
}

export interface Visitor {
  page: Page
  context: BrowserContext
  /** What the page complained of. */
  complaints: string[]
  picture: (name: string) => Promise<void>
}

/** Somebody at a screen of a given width, who minds moving pictures (so that no colour is judged halfway to another), whose clock shows what the product's does, and who has not signed in. */
export async function visitor(width = 1280): Promise<Visitor> {
  if (!existsSync(CHROMIUM)) throw new Error(`No browser at ${CHROMIUM}: apt-get install chromium fonts-noto-cjk.`)
  browser ??= chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  const { url } = await product()
  const context = await (await browser).newContext({ viewport: { width, height: width < 600 ? 844 : 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', isMobile: width < 600, hasTouch: width < 600, baseURL: url })
  await context.clock.install({ time: now() })
  // Of every page of this visitor, those that it opens itself as well.
  const note = (address: string): void => {
    if (!/^(data|blob|about):/.test(address) && new URL(address).origin !== new URL(url).origin) strayed.add(address)
  }
  context.on('request', request => note(request.url()))
  context.on('page', opened => opened.on('websocket', socket => note(socket.url())))
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  const picture = async (name: string): Promise<void> => {
    if (!PICTURES) return
    mkdirSync(PICTURES, { recursive: true })
    await page.screenshot({ path: path.join(PICTURES, `${name}-${width}.png`), fullPage: width < 600 })
  }
  return { page, context, complaints, picture }
}

/** Ends what `visitor` started, and fails the test file where any visitor's page asked for anything outside the product. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close()
  browser = undefined
  if (address) await (await address).close()
  address = undefined
  const outside = [...strayed]
  strayed.clear()
  if (outside.length > 0) throw new Error(`The console sent requests to the outside: ${outside.join(', ')}`)
}
