import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { Deadline } from '../../server/kernel/deadline'
import { stop } from '../support/app'
import { asOwner, database } from '../support/database'
import { Disk } from './Disk'
import { Engine } from './Engine'
import { figure, isLong, rounds, seconds, size, worst } from './figures'
import { buildProduct, Product } from './Product'
import { Wire } from './Wire'
import { aField, ALIVE_MS, amiss, type Answered, type Field, HEALED_MS, mustAllBeThere, REQUEST_MS, send, Writers } from './writers'

jest.setTimeout(isLong ? 900_000 : 120_000)

/** How long the asker may stand still, in ms, in a measure that counts. */
const STOOD_STILL_MS = 300
/** Which part of the good answers at the peak an overload must leave. The short run has other tests beside it, which take what they like of the processors: it tells only whether anybody is answered, as nobody was when all were let in. */
const KEPT = size(0.1, 0.8)
/** Room for the database's own files, and for what the long run writes. */
const DISK_MB = size(600, 2000)
interface Overload {
  /** Good answers a second when as many are asked as can be answered, and when five times as many are. */
  peak: number
  under: number
  sent: Answered[]
  /** How long /livez took, in ms. */
  life: number[]
  /** How long the asker stood still at most, in ms. */
  stoodStill: number
}
const LIST = '{ pairings(page: { number: 1, size: 25 }) { total items { id state beneficiary { id person { name } } volunteers { id } } } }'

let disk: Disk | undefined
let engine: Engine
let wire: Wire
let product: Product
let field: Field

beforeAll(async () => {
  await buildProduct()
  disk = Disk.mount(DISK_MB)
  engine = await Engine.start(disk && path.join(disk.folder, 'database'))
  process.env.TEST_DB_OWNER_URL = engine.ownerUrl
  await database()
  wire = await new Wire({ host: '127.0.0.1', port: engine.port }).open()
  field = await aField()
  product = await Product.start(wire.to(await direct()), { REQUEST_MS: String(REQUEST_MS) })
})
afterEach(async () => {
  wire.mend()
  disk?.free()
  await engine.wake()
  await Writers.stopAll()
})
afterAll(async () => {
  await product?.stop()
  wire?.close()
  await stop()
  await engine?.discard()
  disk?.unmount()
})

const direct = async (): Promise<string> => ((await database()).source.options as { url: string }).url
const read = (): Promise<Answered> => send(product.url, field.worker.token, LIST, {})

/** Waits until as many workers have ever begun to serve, and names those that live. */
async function servedBy(pair: Product, ever: number): Promise<number[]> {
  for (const end = Date.now() + 30_000; (pair.output.match(/"serving"/g) ?? []).length < ever; await sleep(20)) {
    if (Date.now() > end) throw new Error(`No worker takes the other's place:\n${pair.output.slice(-2000)}`)
  }
  return pair.workers
}

/** How many good answers a second a load gets, once it runs: `load` answers when each came. */
async function reach(load: (until: number) => Promise<number[]>): Promise<number> {
  const began = performance.now()
  const lasts = size(8000, 12_000)
  const good = await load(began + lasts)
  const from = began + lasts / 2
  return good.filter(at => at >= from && at < began + lasts).length / (lasts / 2000)
}

describe('the database', () => {
  it('is killed under writes: nothing is lost or doubled, and writes go on when it is back', async () => {
    const writers = new Writers(field, () => product.url)
    await writers.goOn()
    const gaps: number[] = []
    const life: number[] = []
    for (const round of rounds(1, 20)) {
      await engine.kill()
      await sleep(round === 0 ? 800 : Math.random() * 3000)
      life.push(await product.life())
      await engine.revive()
      gaps.push(await writers.goOn())
    }
    await writers.stop()
    expect(amiss(writers.sent)).toEqual([])
    expect(worst(gaps)).toBeLessThan(HEALED_MS)
    expect(worst(life)).toBeLessThan(ALIVE_MS)
    await mustAllBeThere(field)
    figure('database killed (−9)', { rounds: gaps.length, acts: writers.acts, 'refused (503)': writers.refusals().UNAVAILABLE ?? 0, 'writes go on after': seconds(worst(gaps)), 'slowest answer': seconds(writers.slowest) })
  })

  it('hangs under writes and wakes again: each request ends in time, and what it still does for them is not done twice', async () => {
    const writers = new Writers(field, () => product.url)
    await writers.goOn()
    const gaps: number[] = []
    const life: number[] = []
    for (const round of rounds(1, 5)) {
      engine.signal('SIGSTOP')
      await sleep(REQUEST_MS + 700 + round * 1000)
      life.push(await product.life())
      engine.signal('SIGCONT')
      gaps.push(await writers.goOn())
    }
    await writers.stop()
    expect(amiss(writers.sent)).toEqual([])
    expect(writers.refusals().UNAVAILABLE).toBeGreaterThan(0)
    expect(worst(gaps)).toBeLessThan(HEALED_MS)
    expect(worst(life)).toBeLessThan(ALIVE_MS)
    await mustAllBeThere(field)
    figure('database hanging (stopped)', { rounds: gaps.length, acts: writers.acts, 'refused (503)': writers.refusals().UNAVAILABLE ?? 0, 'writes go on after': seconds(worst(gaps)), 'slowest answer': seconds(writers.slowest) })
  })

  it('is no longer where it was, without a word: one request finds out, and the next is answered', async () => {
    await Promise.all(Array.from({ length: 30 }, read))
    wire.strand()
    const first = await read()
    expect([first.status, first.code]).toEqual([503, 'UNAVAILABLE'])
    const next = await read()
    expect([next.status, next.ms < ALIVE_MS]).toEqual([200, true])
    expect(amiss([first])).toEqual([])
    figure('database moved, old connections silent', { 'refused (503)': 1, 'answers again after': seconds(first.ms + next.ms) })
  })

  it('is slow, trickles, refuses or breaks off: each request ends in time, tells nothing of the driver, and all is well right after', async () => {
    const writers = new Writers(field, () => product.url)
    await writers.goOn()
    for (const [name, fault, lasts] of [
      ['slow (40 ms each way)', () => wire.delay(40), 2000],
      ['too slow (800 ms each way)', () => wire.delay(800), REQUEST_MS + 500],
      ['trickling (40 bytes a second)', () => wire.trickle(), REQUEST_MS + 500],
      ['refusing', () => wire.cut(), 1000],
      ['silent', () => wire.hold(), REQUEST_MS + 500],
    ] as const) {
      const before = writers.sent.length
      fault()
      const [life, seen] = await Promise.all([product.life(), read(), sleep(size(lasts, 2 * lasts))])
      expect(life).toBeLessThan(ALIVE_MS)
      expect(amiss([seen])).toEqual([])
      expect(JSON.stringify(seen.body)).not.toMatch(/ECONN|127\.0\.0\.1|mysql|mariadb|socket/i)
      wire.mend()
      const gap = await writers.goOn(10)
      expect(gap).toBeLessThan(HEALED_MS)
      const sent = writers.sent.slice(before)
      figure(`database ${name}`, { acts: sent.filter(one => one.id).length, 'refused (503)': sent.filter(one => one.status === 503).length, 'writes go on after': seconds(gap), 'slowest answer': seconds(worst(sent.map(one => one.ms))) })
    }
    // A connection that breaks with an act under way leaves open whether it was committed: the act is sent again by its key.
    const before = writers.sent.length
    for (const _ of rounds(20, 300)) {
      wire.break()
      await sleep(30 + Math.random() * 60)
    }
    await writers.goOn()
    await writers.stop()
    expect(amiss(writers.sent)).toEqual([])
    const broken = writers.sent.slice(before)
    await mustAllBeThere(field)
    figure('connections broken', { rounds: rounds(20, 300).length, acts: writers.acts, 'refused (503)': broken.filter(one => one.status === 503).length, 'slowest answer': seconds(worst(broken.map(one => one.ms))) })
  })

  it('takes no writes for a while: reading goes on, writing is refused for the moment and goes on by itself', async () => {
    const writers = new Writers(field, () => product.url, 2)
    await writers.goOn(5)
    await engine.asRoot('SET GLOBAL read_only = 1')
    await sleep(1000)
    expect((await read()).status).toBe(200)
    await engine.asRoot('SET GLOBAL read_only = 0')
    const gap = await writers.goOn(5)
    await writers.stop()
    expect(amiss(writers.sent)).toEqual([])
    expect(writers.refusals().UNAVAILABLE).toBeGreaterThan(0)
    expect(gap).toBeLessThan(HEALED_MS)
    await mustAllBeThere(field)
    figure('database read-only', { acts: writers.acts, 'refused (503)': writers.refusals().UNAVAILABLE!, 'writes go on after': seconds(gap), 'slowest answer': seconds(writers.slowest) })
  })

  it('has no room left on its disk: writing is refused for the moment, nothing is lost, and all goes on when there is room', async () => {
    if (!disk) return console.warn('No disk was filled: only root, where mounting is allowed, has a small one to fill.')
    const writers = new Writers(field, () => product.url)
    await writers.goOn()
    await disk.fill()
    await writers.isRefused()
    const life = await product.life()
    disk.free()
    // MariaDB gives up where it cannot write its log; whoever keeps it starts it again, as npm start does.
    await engine.revive()
    const gap = await writers.goOn()
    await writers.stop()
    expect(life).toBeLessThan(ALIVE_MS)
    expect(amiss(writers.sent)).toEqual([])
    expect(gap).toBeLessThan(HEALED_MS)
    await mustAllBeThere(field)
    figure('disk full', { acts: writers.acts, 'refused (503)': writers.refusals().UNAVAILABLE!, 'writes go on after': seconds(gap), 'slowest answer': seconds(writers.slowest) })
  })

  it('undoes a transaction whose deadline passes', async () => {
    const db = await database()
    const began = Date.now()
    await expect(db.transaction(new Deadline(300), line => line.query('SELECT SLEEP(5)'))).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    expect(Date.now() - began).toBeLessThan(5000)
    expect(await db.query("SELECT 'here' AS answer")).toEqual([{ answer: 'here' }])
  })
})

describe('locks', () => {
  it('in each other’s way end one of two acts: it is tried again as a whole, nothing is doubled, and the tries are bounded', async () => {
    const db = await database()
    await asOwner('CREATE TABLE crossing (id INT PRIMARY KEY, n INT NOT NULL)')
    await asOwner('INSERT INTO crossing VALUES (1, 0), (2, 0)')
    const appUser = new URL(await direct()).username
    for (const host of ['127.0.0.1', 'localhost', '%']) await asOwner(`GRANT SELECT, INSERT, UPDATE ON crossing TO '${appUser}'@'${host}'`)
    let tries = 0
    const cross = (first: number, second: number): Promise<void> =>
      db.transaction(new Deadline(5000), async line => {
        tries++
        await line.query('UPDATE crossing SET n = n + 1 WHERE id = ?', [first])
        await sleep(20)
        await line.query('UPDATE crossing SET n = n + 1 WHERE id = ?', [second])
      })
    const pairs = size(8, 100)
    for (let n = 0; n < pairs; n++) await Promise.all([cross(1, 2), cross(2, 1)])
    expect((await asOwner<{ n: number }[]>('SELECT n FROM crossing ORDER BY id')).map(row => row.n)).toEqual([2 * pairs, 2 * pairs])
    expect(tries).toBeGreaterThan(2 * pairs)
    figure('deadlocks provoked', { acts: 2 * pairs, 'tried again': tries - 2 * pairs })

    // Whoever holds a row for good: the others give up in time, one statement or many, and none stays behind.
    await db.transaction(new Deadline(20_000), async line => {
      await line.query('UPDATE crossing SET n = n + 1 WHERE id = 1')
      const began = performance.now()
      tries = 0
      const waiting = await Promise.allSettled([cross(1, 2), db.query('UPDATE crossing SET n = n + 1 WHERE id = 1', [], new Deadline(5000)), db.query('SELECT SLEEP(20)', [], new Deadline(4900))])
      expect(waiting.map(one => one.status === 'rejected' && (one.reason as { code: string }).code)).toEqual(['UNAVAILABLE', 'UNAVAILABLE', 'UNAVAILABLE'])
      expect(performance.now() - began).toBeLessThan(size(15_000, 6000))
      expect(tries).toBeLessThanOrEqual(8)
    })
    expect((await asOwner<{ n: number }[]>('SELECT n FROM crossing ORDER BY id')).map(row => row.n)).toEqual([2 * pairs + 1, 2 * pairs])
    await sleep(500)
    const [left] = await asOwner<{ n: number }[]>("SELECT COUNT(*) AS n FROM information_schema.PROCESSLIST WHERE INFO LIKE 'SELECT SLEEP(20)%' OR INFO LIKE 'UPDATE crossing%'")
    expect(Number(left!.n)).toBe(0)
  })
})

describe('the server', () => {
  it('is killed under writes and started again: nothing is lost or doubled', async () => {
    const writers = new Writers(field, () => product.url)
    await writers.goOn()
    const gaps: number[] = []
    for (const round of rounds(1, 12)) {
      await product.kill()
      await sleep(round === 0 ? 100 : Math.random() * 1000)
      await product.restart()
      gaps.push(await writers.goOn())
    }
    await writers.stop()
    expect(amiss(writers.sent.filter(one => one.status !== 'CUT'))).toEqual([])
    await mustAllBeThere(field)
    figure('server killed (−9)', { rounds: gaps.length, acts: writers.acts, 'cut or refused': writers.sent.filter(one => !one.id).length, 'writes go on after': seconds(worst(gaps)) })
  })

  it('is asked five times as much as it can do: it sends the rest away at once, and does as much as before', async () => {
    const right = JSON.stringify((await read()).body)
    const alike = (one: { status: number | 'CUT'; body?: unknown }): boolean => one.status === 200 && JSON.stringify(one.body) === right
    // A database that is far away sets the pace, not the processor, which the asker shares.
    wire.delay(20)
    const peakNow = (): Promise<number> => reach(async until => {
      const good: number[] = []
      await Promise.all(Array.from({ length: 40 }, async () => {
        while (performance.now() < until) if (alike(await read())) good.push(performance.now())
      }))
      return good
    })
    /** The machine has its moods, and whoever asks so much may itself stand still and look too late: such a measure says nothing, and another is taken. */
    const measure = async (others: number): Promise<Overload> => {
      const peak = await peakNow()
      const all: Promise<Answered>[] = []
      const life: number[] = []
      const delay = monitorEventLoopDelay()
      delay.enable()
      const under = await reach(async until => {
        const good: number[] = []
        const began = performance.now()
        while (performance.now() < until) {
          const due = ((performance.now() - began) / 1000) * 5 * peak
          while (all.length < due) all.push(read().then(one => { if (alike(one)) good.push(performance.now()); return one }))
          if (all.length % 10 === 0) life.push(await product.life())
          await sleep(5)
        }
        return good
      })
      const sent = await Promise.all(all)
      const stoodStill = delay.max / 1e6
      return others > 0 && (stoodStill > STOOD_STILL_MS || under <= KEPT * peak) ? measure(others - 1) : { peak, under, sent, life, stoodStill }
    }
    const { peak, under, sent, life, stoodStill } = await measure(3)
    wire.mend()
    expect(amiss(sent, stoodStill)).toEqual([])
    expect(sent.filter(one => one.status === 200 && !alike(one))).toEqual([])
    expect(sent.some(one => one.status === 503)).toBe(true)
    expect(worst(life)).toBeLessThan(ALIVE_MS)
    // Whoever stands still so long neither asks nor hears, and knows nothing of how many were answered; the long run has the machine for itself.
    if (isLong || stoodStill <= STOOD_STILL_MS) expect(under).toBeGreaterThan(KEPT * peak)
    expect((await read()).status).toBe(200)
    figure('five times the capacity', { 'asked /s': Math.round(5 * peak), 'good at the peak /s': Math.round(peak), 'good under overload /s': Math.round(under), 'the asker stood still': seconds(stoodStill), 'sent away': sent.filter(one => one.status === 503).length, 'slowest answer': seconds(worst(sent.map(one => one.ms))), '/livez at worst': seconds(worst(life)) })
  })

  it('is asked to stop under load: it says that it is not ready, cuts no request, and is gone in time', async () => {
    const ends: number[] = []
    const acts: number[] = []
    for (const _ of rounds(1, 8)) {
      const writers = new Writers(field, () => product.url)
      await writers.goOn()
      // So that there are requests which take a while.
      wire.delay(40)
      await sleep(300)
      const stopping = product.stop()
      await sleep(100)
      expect(await fetch(`${product.url}/readyz`).then(answer => answer.status, () => 'REFUSED')).not.toBe(200)
      const { ms, code } = await stopping
      wire.mend()
      await product.restart()
      await writers.goOn()
      await writers.stop()
      ends.push(ms)
      expect(code).toBe(0)
      expect(ms).toBeLessThan(15_000)
      // Whoever comes too late finds nobody, or is told; nobody who was let in is left without an answer.
      expect(writers.sent.filter(one => one.status === 'CUT' && one.code !== 'ECONNREFUSED')).toEqual([])
      expect(amiss(writers.sent.filter(one => one.status !== 'CUT'))).toEqual([])
      acts.push(writers.acts)
      await mustAllBeThere(field)
    }
    figure('SIGTERM under load', { rounds: ends.length, acts: acts.at(-1)!, 'exit after': seconds(worst(ends)) })
  })

  it('is two processes, and one is killed under writes: the other serves on, a third takes its place, and both drain at the stop', async () => {
    const pair = await Product.start(wire.to(await direct()), { REQUEST_MS: String(REQUEST_MS), WORKERS: '2', LOG_LEVEL: 'info' })
    try {
      const writers = new Writers(field, () => pair.url)
      const gaps: number[] = []
      for (const round of rounds(1, 8)) {
        const workers = await servedBy(pair, 2 + round)
        expect(workers).toHaveLength(2)
        await writers.goOn()
        process.kill(workers[round % 2]!, 'SIGKILL')
        gaps.push(await writers.goOn())
      }
      await servedBy(pair, 2 + gaps.length)
      const before = writers.sent.length
      const stopping = pair.stop()
      await writers.isRefused(1)
      const { ms, code } = await stopping
      await pair.restart()
      await writers.goOn()
      await writers.stop()
      expect([code, ms < 15_000]).toEqual([0, true])
      expect(worst(gaps)).toBeLessThan(HEALED_MS)
      // A connection that the system had taken, but no process yet, goes with the listening socket; whoever had one sends again.
      expect(writers.sent.slice(before).filter(one => one.status === 'CUT' && one.code !== 'ECONNREFUSED').length).toBeLessThan(3)
      expect(amiss(writers.sent.filter(one => one.status !== 'CUT'))).toEqual([])
      await mustAllBeThere(field)
      figure('one of two processes killed (−9)', { rounds: gaps.length, acts: writers.acts, 'cut or refused': writers.sent.filter(one => !one.id).length, 'writes go on after': seconds(worst(gaps)), 'both exit after': seconds(ms) })
    } finally {
      await pair.kill()
    }
  })
})
