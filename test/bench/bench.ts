/**
 * npm run bench: the console's and the front ends' own questions, asked of the product and of the limit server, over one county, in turns.
 * --only=pairings,search  --rounds=3  --seconds=2  --profile (where the product's time goes)
 * --tenfold (the product at ten times the visits)  --demo=4 (the demo's people at a scale in the county's place)
 * --against=../other (another build of the product in the limit's place: what a change of ours costs or gains)
 * --explain (which statements of which lists read or sort too many rows, in all their orders and filters; measures nothing else; --only=visits,serviceRecords names lists)
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import mysql from 'mysql2/promise'
import { Database } from '../../server/kernel/database'
import { dayOf } from '../../server/kernel/days'
import { entities } from '../../server/schema'
import { Child, cpuMsOf, root } from './Child'
import { buildCounty, COUNTY_EDITION, type County } from './county'
import { demoCounty } from './demoCounty'
import { explainLists, toldOf } from './explain'
import type { Load, Loaded } from './load'
import { costs } from './profile'
import { type About, type Ask, type Question, questions, type Sql, visitList } from './questions'
import { type Figure, keep, type Measured, median, middle, type Side, tableOf } from './report'
import { Tenfold } from './tenfold'

const CONNECTIONS = 16
const WARM_MS = 3000
/** How long everything is asked once before anything is measured: what questions have in common is compiled by use, and the first would pay for the others. */
const LAP_MS = 1000
const BARS = { memory: 300, start: 2, tenfold: 1.3 }
const OF_VISITS = ['pairings', 'pairing', 'dashboard']

const flag = (name: string): string | undefined => process.argv.find(each => each.startsWith(`--${name}=`))?.slice(name.length + 3)
const [folder, ownerUrl] = [process.env.BENCH_FOLDER!, process.env.DATABASE_OWNER_URL!]
const rounds = Number(flag('rounds') ?? 4)
const ms = Number(flag('seconds') ?? 2) * 1000
const profiles = process.argv.includes('--profile')
const only = flag('only')?.split(',')
const chosen = questions.filter(({ name }) => !only || only.includes(name))

let engine: number | null = null
const engineMs = (): number => (engine === null ? NaN : cpuMsOf(engine))
const say = (line: string): void => console.log(line)
const FOLLOW = ['--import', path.join(root, 'server/launch/followParent.mjs')]
const TYPESCRIPT = ['--require', path.join(root, 'test/bench/runTypeScript.cjs')]

/** Whom a load is sent to, and how what is asked is put to it. */
interface Target {
  child: Child
  path: (question: Question) => string
  body: (question: Question, ask: Ask) => unknown
}
const productOf = (child: Child): Target => ({ child, path: () => '/graphql', body: ({ document }, { variables }) => ({ query: document, variables }) })
const limitOf = (child: Child): Target => ({ child, path: ({ name }) => `/${name}`, body: (_, { variables }) => variables })

async function main(): Promise<void> {
  const pool = mysql.createPool({ uri: ownerUrl, timezone: 'Z', dateStrings: ['DATE'] })
  const sql: Sql = async (text, values = []) => (await pool.query(text, values as unknown[]))[0] as never
  const about: About = { county: await countyKept(), sql, today: dayOf(new Date()) }
  engine = await engineOf(sql)
  if (!process.argv.includes('--tenfold')) await (await Tenfold.on(ownerUrl)).end()
  if (process.argv.includes('--explain')) return explain(about.county)
  const product = await serve(root, profiles ? ['--require', path.join(root, 'test/bench/recordProfile.cjs')] : [])
  const rival = flag('against')
  const limit = rival ? await serve(path.resolve(rival)) : await Child.start([...TYPESCRIPT, path.join(root, 'test/bench/limit/serve.ts')], { env: { BENCH_OFFICER: about.county.officer.accountId }, ready: '/' })
  const load = await Child.start([...TYPESCRIPT, path.join(root, 'test/bench/load.ts')])
  const targets = { product: productOf(product), limit: rival ? productOf(limit) : limitOf(limit) }
  if (process.argv.includes('--tenfold')) return tenfold(targets.product, load, about)

  const all: Measured[] = []
  for (const question of chosen.filter(({ writes }) => !writes && !profiles)) {
    for (const target of [targets.product, targets.limit]) await loadOn(target, question, await question.asks(about), load, LAP_MS)
  }
  for (const question of chosen) {
    const asks = await question.asks(about)
    if (asks.length === 0) throw new Error(`${question.name}: the county has nothing to ask for.`)
    await mustAgree(question, asks, targets, sql)
    if (profiles) await profile(question, targets.product, load, about)
    else all.push(await measure(question, asks, targets, load, about))
  }
  if (profiles) return
  const figures: Figure[] = [{ name: 'Memory of the product after the bench', value: product.residentMB, unit: 'MB', bar: BARS.memory }, { name: 'Start of the built server to its first answer, the middle one of five', value: await startingTime(), unit: 's', bar: BARS.start }]
  say(`\n${tableOf(all, figures)}\n\nKept in ${path.relative(root, keep(path.join(folder, 'results'), all, figures, { rounds, ms, connections: CONNECTIONS }))}`)
}

/** The built product of a folder. */
const serve = (folder: string, more: readonly string[] = []): Promise<Child> => Child.start([...FOLLOW, ...more, path.join(folder, 'dist/server/main.js')], { env: { NODE_ENV: 'production', LOG_LEVEL: 'warn' }, ready: '/readyz' })

/** How long the built product takes to its first answer, in seconds; more than once, because a start also tells what else the machine had to do. */
async function startingTime(): Promise<number> {
  const seconds: number[] = []
  for (let n = 0; n < 5; n++) {
    const one = await serve(root)
    await one.stop()
    seconds.push(one.secondsToAnswer)
  }
  return median(seconds)
}

/** The database's process, where it runs on this machine. */
async function engineOf(sql: Sql): Promise<number | null> {
  const [row] = await sql<{ file: string }>('SELECT @@pid_file AS file')
  const pid = row && existsSync(row.file) ? Number(readFileSync(row.file, 'utf8')) : NaN
  return existsSync(`/proc/${pid}/stat`) ? pid : null
}

/** Asks for every list in process and tells what costs most. */
async function explain(county: County): Promise<void> {
  const database = await Database.open(process.env.DATABASE_URL!, [...entities])
  const found = await explainLists(database, ownerUrl, county, say, only)
  await database.close()
  const file = path.join(folder, 'explain.json')
  writeFileSync(file, JSON.stringify(found, null, 1))
  say(`\n${toldOf(found)}\n\nKept in ${path.relative(root, file)}, with statements and plans`)
}

/** The county that was made for an earlier run, or a new one. */
async function countyKept(): Promise<County> {
  const file = path.join(folder, 'county.json')
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { edition: number; county: County }) : undefined
  if (kept && kept.edition !== COUNTY_EDITION) throw new Error(`The county of ${folder} was made by another edition of the bench: remove the folder.`)
  const database = await Database.open(process.env.DATABASE_URL!, [...entities])
  const demo = flag('demo')
  const county = kept?.county ?? (demo ? await demoCounty(database, Number(demo), say) : await buildCounty(database, ownerUrl, { say }))
  if (!kept) writeFileSync(file, JSON.stringify({ edition: COUNTY_EDITION, county }))
  await database.close()
  return county
}

/** Asks both the same, and ends the bench where they answer otherwise. */
async function mustAgree(question: Question, asks: readonly Ask[], { product, limit }: { product: Target; limit: Target }, sql: Sql): Promise<void> {
  const some = question.writes ? asks.slice(0, 2) : asks.filter((_, n) => n % Math.ceil(asks.length / 16) === 0)
  for (const ask of question.writes ? some.slice(1) : some) {
    const [one, other] = (await Promise.all([answerOf(product, question, ask), answerOf(limit, question, question.writes ? some[0]! : ask)])).map(answer => without(answer, question.own ?? []))
    if (!isDeepStrictEqual(one, other)) throw new Error(`${question.name} ${JSON.stringify(ask.variables)}: product and limit server answer otherwise, ${differenceOf(one, other)}`)
  }
  if (!question.wrote) return
  const [one, other] = [await question.wrote(sql, some[1]!.variables), await question.wrote(sql, some[0]!.variables)]
  if (one.length !== 1 || !isDeepStrictEqual(one, other)) throw new Error(`${question.name}: product and limit server write otherwise, ${differenceOf(one, other)}`)
}

/** An answer without what no two answers have in common. */
const without = (answer: unknown, own: readonly string[]): unknown => JSON.parse(JSON.stringify(answer, (key, value: unknown) => (own.includes(key) ? undefined : value)))

async function answerOf(target: Target, question: Question, ask: Ask): Promise<unknown> {
  const answer = (await target.child.post(target.path(question), target.body(question, ask), headersOf(ask))) as { data?: unknown; errors?: unknown }
  if (answer.errors) throw new Error(`${question.name}: ${JSON.stringify(answer.errors)}`)
  return answer.data
}

function differenceOf(one: unknown, other: unknown, at = 'data'): string | undefined {
  if (isDeepStrictEqual(one, other)) return undefined
  if (one && other && typeof one === 'object' && typeof other === 'object') {
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
      const found = differenceOf((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key], `${at}.${key}`)
      if (found) return found
    }
  }
  return `${at}: ${JSON.stringify(one)?.slice(0, 300)} and ${JSON.stringify(other)?.slice(0, 300)}`
}

const headersOf = ({ token }: Ask): Record<string, string> => (token ? { authorization: `Bearer ${token}` } : {})

/** One load on one target. */
async function loadOn(target: Target, question: Question, asks: readonly Ask[], load: Child, forMs: number): Promise<Side & { answers: number }> {
  const requests: Load = {
    port: target.child.port, path: target.path(question), bodies: asks.map(ask => ({ body: JSON.stringify(target.body(question, ask)), headers: headersOf(ask) })), once: question.writes === true, connections: CONNECTIONS, ms: forMs,
  }
  const [cpu, database, statements] = [target.child.cpuMs, engineMs(), await target.child.statements()]
  const { answers, failures, firstFailure, seconds, p50, p99 } = await load.ask<Loaded>(requests)
  if (failures > 0) throw new Error(`${question.name}: ${failures} of ${answers} answers are no success: ${firstFailure}`)
  return { answers, perSecond: answers / seconds, p50, p99, cpuMs: (target.child.cpuMs - cpu) / answers, databaseMs: (engineMs() - database) / answers, statements: ((await target.child.statements()) - statements) / answers }
}

/** Warms both up, then asks them in turns; the machine's moods meet both alike. */
async function measure(question: Question, asks: Ask[], { product, limit }: { product: Target; limit: Target }, load: Child, about: About): Promise<Measured> {
  const next = async (): Promise<Ask[]> => (question.writes || question.anew ? question.asks(about) : asks)
  for (const target of [product, limit]) await loadOn(target, question, await next(), load, WARM_MS)
  const sides: { product: Side; limit: Side }[] = []
  for (let round = 0; round < rounds; round++) {
    // Whoever is asked second finds the machine warm: they take turns in that too.
    const side: Partial<Record<'product' | 'limit', Side>> = {}
    for (const name of round % 2 === 0 ? (['product', 'limit'] as const) : (['limit', 'product'] as const)) side[name] = await loadOn(name === 'product' ? product : limit, question, await next(), load, ms)
    sides.push(side as { product: Side; limit: Side })
  }
  const measured: Measured = {
    name: question.name, title: question.title, bar: question.bar, product: middle(sides.map(side => side.product)), limit: middle(sides.map(side => side.limit)), ratio: median(sides.map(side => side.product.perSecond / side.limit.perSecond)),
  }
  say(`${question.name.padEnd(14)} ${measured.product.perSecond.toFixed(0).padStart(6)} /s of ${measured.limit.perSecond.toFixed(0).padStart(6)} /s   processor ${measured.product.cpuMs.toFixed(2)} : ${measured.limit.cpuMs.toFixed(2)} ms, the database's ${measured.product.databaseMs.toFixed(2)} : ${measured.limit.databaseMs.toFixed(2)} ms   ratio ${measured.ratio.toFixed(2)}${question.bar === null ? '' : ` (bar ${question.bar})`}`)
  return measured
}

/** Waits, two minutes at most, until the engine has written out what was loaded: before that it is busy with it. */
async function untilWritten(sql: Sql): Promise<void> {
  for (let waited = 0; waited < 120; waited++) {
    const [row] = await sql<{ Value: string }>("SHOW GLOBAL STATUS LIKE 'Innodb_buffer_pool_pages_dirty'")
    if (Number(row?.Value ?? 0) < 1000) return
    await new Promise(resolve => setTimeout(resolve, 1000))
  }
}

/** The pages that show visits or count them, in turns at one and at ten times the visits: how many times longer each takes. */
async function tenfold(product: Target, load: Child, about: About): Promise<void> {
  const asked = [...questions.filter(({ name }) => OF_VISITS.includes(name)), visitList].filter(({ name }) => !only || only.includes(name))
  const tables = await Tenfold.on(ownerUrl)
  await tables.make(say)
  await untilWritten(about.sql)
  say(`\n| at ten times the visits | ms a request, once | ten times | ratio | bar | |\n| --- | --- | --- | --- | --- | --- |`)
  for (const question of asked) {
    await tables.turnTo(false)
    const asks = await question.asks(about)
    const msAt = async (ten: boolean): Promise<number> => {
      await tables.turnTo(ten)
      await loadOn(product, question, asks, load, WARM_MS)
      return 1000 / (await loadOn(product, question, asks, load, ms)).perSecond
    }
    const [once, ten]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round++) {
      once.push(await msAt(false))
      // What does not answer in its time any more is the worst of answers, and no reason not to ask the next.
      ten.push(await msAt(true).catch(() => Infinity))
    }
    const ratio = median(ten.map((each, round) => each / once[round]!))
    say(`| ${question.title} | ${median(once).toFixed(2)} | ${Number.isFinite(median(ten)) ? median(ten).toFixed(2) : 'no answer in its time'} | **${ratio.toFixed(2)}** | ≤ ${BARS.tenfold} | ${ratio <= BARS.tenfold ? 'pass' : '**miss**'} |`)
  }
  await tables.end()
}

/** Where the product's time goes, once it is warm. */
async function profile(question: Question, product: Target, load: Child, about: About): Promise<void> {
  const file = path.join(folder, `${question.name}.cpuprofile`)
  await loadOn(product, question, await question.asks(about), load, 2 * WARM_MS)
  const asks = await question.asks(about)
  await product.child.ask({ profile: 'start' })
  const { answers, cpuMs, statements, perSecond } = await loadOn(product, question, asks, load, ms)
  await product.child.ask({ profile: file })
  say(`\n${question.name}: ${perSecond.toFixed(0)} /s while recorded, ${cpuMs.toFixed(2)} ms of processor and ${statements.toFixed(1)} statements a request\n${costs(file, answers)}`)
}

main()
  .then(() => 0, (error: Error) => (console.error(error.message), 1))
  .then(async code => {
    await Child.stopAll()
    process.exit(code)
  })
