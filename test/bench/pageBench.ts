import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'
import { Database } from '../../server/kernel/database'
import { declareRoles } from '../../server/kernel/access'
import { roles } from '../../server/roles'
import { entities } from '../../server/schema'
import { CHROMIUM, FLAGS } from '../support/chromium'
import { Child, freePort, root } from './Child'
import type { County } from './county'
import { demoCounty } from './demoCounty'
import { median } from './report'

/** What Lighthouse must give the console on a phone, of 1, where it opens it as it opens any site: as somebody who has not signed in. */
const BAR = 0.75
const ROUNDS = 5
/**
 * Lighthouse slows the machine down to a phone of the middle class: four times, where the machine is one that Lighthouse expects, with a
 * `benchmarkIndex` of 1,500 to 2,000. A slower one is slowed down less, in proportion (Lighthouse, "Calibrating the CPU slowdown").
 */
const [EXPECTED_INDEX, EXPECTED_SLOWDOWN] = [1750, 4]

interface Page {
  name: string
  hash: string
  /** Who has signed in. */
  as?: 'officer' | 'caseWorker'
}

const FIRST: Page = { name: 'First load: the sign-in', hash: '' }
const PAGES: readonly Page[] = [
  FIRST,
  { name: 'Workbench of a case worker', hash: '#/', as: 'caseWorker' },
  { name: 'Pairing list of a case worker', hash: '#/pairings', as: 'caseWorker' },
  { name: 'Workbench of the bureau', hash: '#/', as: 'officer' },
  { name: 'Case list of the bureau', hash: '#/hardshipCases', as: 'officer' },
]
const FIGURES = { 'first-contentful-paint': 'first paint', 'largest-contentful-paint': 'largest paint', 'total-blocking-time': 'blocked', 'speed-index': 'speed index' } as const

interface Judged {
  score: number
  /** How fast Lighthouse finds the machine. */
  index: number
  /** In ms, by Lighthouse's names. */
  figures: Record<string, number>
  kilobytes: number
  shift: number
}

interface Place {
  product: Child
  /** Where the browser listens to Lighthouse. */
  port: number
  county: County
}

/** Of what Lighthouse says. */
interface Report {
  audits: Record<string, { numericValue: number }>
  environment: { benchmarkIndex: number }
  categories: { performance: { score: number } }
  runtimeError?: { message: string }
}

async function main(): Promise<void> {
  const database = await Database.open(process.env.DATABASE_URL!, [...entities])
  declareRoles(roles)
  const county = await demoCounty(database, 1, () => undefined)
  await database.close()
  const anchor = mkdtempSync(path.join(tmpdir(), 'laobing-pages-'))
  const product = await Child.start([path.join(root, 'dist/server/main.js')], { env: { NODE_ENV: 'production', LOG_LEVEL: 'error', LAOBING_ANCHOR: anchor }, ready: '/readyz' })
  const port = await freePort()
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS, `--remote-debugging-port=${port}`] })
  const judge = (page: Page, slowdown: number): Promise<Judged> => judgeAt({ product, port, county }, page, slowdown)
  try {
    const index = median((await inTurn(ROUNDS, () => judge(FIRST, EXPECTED_SLOWDOWN))).map(one => one.index))
    const slowdown = Math.min(EXPECTED_SLOWDOWN, Math.max(1, Math.round((index / EXPECTED_INDEX) * EXPECTED_SLOWDOWN * 10) / 10))
    console.log(`Lighthouse finds an index of ${Math.round(index)} here, and a phone is ${slowdown} times as slow.\n`)
    console.log(`| page | score | bar |  | ${Object.values(FIGURES).join(' | ')} | layout moves by | kB |\n| --- | --- | --- | --- | ${Object.keys(FIGURES).map(() => '---').join(' | ')} | --- | --- |`)
    for (const page of PAGES) {
      const rounds = await inTurn(ROUNDS, () => judge(page, slowdown))
      const middle = (of: (one: Judged) => number): number => median(rounds.map(of))
      const score = middle(one => one.score)
      console.log(`| ${[page.name, `**${score.toFixed(2)}**`, ...(page === FIRST ? [`≥ ${BAR}`, score >= BAR ? 'pass' : 'FAIL'] : ['–', '']), ...Object.keys(FIGURES).map(key => `${(middle(one => one.figures[key]!) / 1000).toFixed(2)} s`), middle(one => one.shift).toFixed(3), middle(one => one.kilobytes).toFixed(0)].join(' | ')} |`)
      if (page === FIRST && score < BAR) process.exitCode = 1
    }
  } finally {
    await browser.close()
    await Child.stopAll()
    rmSync(anchor, { recursive: true, force: true })
  }
}

/** Opens a page for the first time as a phone on a slow network does, and takes Lighthouse's word for it. */
async function judgeAt({ product, port, county }: Place, { hash, as }: Page, slowdown: number): Promise<Judged> {
  const headers = as ? [`--extra-headers=${JSON.stringify({ Cookie: `laobing=${county[as].token}` })}`] : []
  const { stdout } = await promisify(execFile)(process.execPath, [process.env.LIGHTHOUSE!, `http://127.0.0.1:${product.port}/${hash}`, `--port=${port}`, '--only-categories=performance', '--output=json', '--quiet', `--throttling.cpuSlowdownMultiplier=${slowdown}`, '--no-enable-error-reporting', ...headers], { maxBuffer: 64 * 1024 * 1024 })
  const { audits, categories, environment, runtimeError } = JSON.parse(stdout) as Report
  if (runtimeError) throw new Error(runtimeError.message)
  const value = (name: string): number => audits[name]!.numericValue
  return { score: categories.performance.score, index: environment.benchmarkIndex, figures: Object.fromEntries(Object.keys(FIGURES).map(key => [key, value(key)])), kilobytes: value('total-byte-weight') / 1000, shift: value('cumulative-layout-shift') }
}

async function inTurn<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  const all: T[] = []
  for (let n = 0; n < times; n++) all.push(await work())
  return all
}

void main()
