import { setTimeout as sleep } from 'node:timers/promises'
import { Context } from '../../server/kernel/context'
import { Database } from '../../server/kernel/database'
import { Deadline } from '../../server/kernel/deadline'
import { Pairing } from '../../server/programmes/pairings/Pairing'
import { entities } from '../../server/schema'
import { stop, systemCtx } from '../support/app'
import { asOwner, database } from '../support/database'
import { Cluster, type Node } from './Cluster'
import { figure, isLong, rounds, seconds, size, worst } from './figures'
import { buildProduct, Product } from './Product'
import { Wire } from './Wire'
import { aField, amiss, type Field, HEALED_MS, mustAllBeThere, REQUEST_MS, Writers } from './writers'

jest.setTimeout(isLong ? 900_000 : 120_000)

/** How often the nodes are compared until they hold the same. */
const LOOKS = 10

let cluster: Cluster
/** Stands for the balancer before the nodes: it leads to one of them. */
let balancer: Wire
let product: Product
let field: Field

beforeAll(async () => {
  await buildProduct()
  cluster = await Cluster.start()
  const [node] = cluster.nodes
  balancer = await new Wire({ host: '127.0.0.1', port: node!.port }).open()
  process.env.TEST_DB_OWNER_URL = balancer.to(node!.ownerUrl)
  field = await aField()
  product = await Product.start(balancer.to(await address()), { REQUEST_MS: String(REQUEST_MS) })
})
afterEach(() => Writers.stopAll())
afterAll(async () => {
  await product?.stop()
  await stop()
  balancer?.close()
  await cluster?.discard()
})

const address = async (): Promise<string> => ((await database()).source.options as { url: string }).url

function leadTo(node: Node): void {
  balancer.target = { host: '127.0.0.1', port: node.port }
  balancer.break()
}

/** The tests' own look at the database, by another node: the first question finds out that the old connections broke. */
async function lookAt(node: Node): Promise<void> {
  leadTo(node)
  await (await database()).query('SELECT 1').catch(() => undefined)
}

/** Each node for itself must hold what was acknowledged, and all of them the same rows. */
async function allMustHoldTheSame(): Promise<void> {
  const { name } = await database()
  for (const node of cluster.nodes) {
    await lookAt(node)
    await mustAllBeThere(field)
  }
  const [one] = cluster.nodes as [Node]
  const tables = (await one.asRoot<{ name: string }>(`SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = '${name}' ORDER BY 1`)).map(table => `${name}.${table.name}`)
  // The servers' own jobs write on: between two looks something may have come.
  for (let look = 1; ; look++) {
    const [first, ...others] = await Promise.all(cluster.nodes.map(node => node.asRoot(`CHECKSUM TABLE ${tables.join(', ')}`)))
    if (look < LOOKS && JSON.stringify(others) !== JSON.stringify(others.map(() => first))) continue
    for (const rows of others) expect(rows).toEqual(first)
    return
  }
}

it('a node is killed under writes: writes go on by another, nothing is lost or doubled, and it holds the same when it is back', async () => {
  const writers = new Writers(field, () => product.url)
  await writers.goOn()
  const gaps: number[] = []
  const returns: number[] = []
  for (const round of rounds(1, 6)) {
    const [killed, next] = [cluster.nodes[round % 3]!, cluster.nodes[(round + 1) % 3]!]
    await killed.kill()
    leadTo(next)
    gaps.push(await writers.goOn())
    const began = performance.now()
    await killed.start()
    returns.push(performance.now() - began)
    await writers.goOn()
  }
  await writers.stop()
  expect(amiss(writers.sent)).toEqual([])
  expect(worst(gaps)).toBeLessThan(HEALED_MS)
  await allMustHoldTheSame()
  figure('cluster node killed (−9)', { rounds: gaps.length, acts: writers.acts, 'refused (503)': writers.refusals().UNAVAILABLE ?? 0, 'writes go on after': seconds(worst(gaps)), 'slowest answer': seconds(writers.slowest), 'the node is back after': seconds(worst(returns)) })
})

describe('two servers, each by a node of its own,', () => {
  let servers: Product[]
  let other: URL
  beforeAll(async () => {
    await lookAt(cluster.nodes[0]!)
    other = new URL(await address())
    other.port = String(cluster.nodes[1]!.port)
    servers = [product, await Product.start(other.href, { REQUEST_MS: String(REQUEST_MS) })]
  })
  afterAll(() => servers?.[1]?.stop())

  /** How many transactions the writes of another node have ended so far. */
  async function ended(): Promise<number> {
    const counts = cluster.nodes.flatMap(node => ['wsrep_local_cert_failures', 'wsrep_local_bf_aborts'].map(name => node.status(name)))
    return (await Promise.all(counts)).reduce((sum, count) => sum + Number(count), 0)
  }

  it('write the same rows: what fails at its certification is tried again as a whole, and nothing is lost or doubled', async () => {
    const before = await ended()
    const both = servers.map(server => new Writers(field, () => server.url, 4))
    await Promise.all(both.map(writers => writers.goOn(size(20, 150), size(60_000, 600_000))))
    await Promise.all(both.map(writers => writers.stop()))
    const sent = both.flatMap(writers => writers.sent)
    const triedAgain = (await ended()) - before
    expect(amiss(sent)).toEqual([])
    expect(triedAgain).toBeGreaterThan(0)
    await allMustHoldTheSame()
    figure('two servers, a node each, the same rows', { acts: sent.filter(one => one.id).length, 'tried again': triedAgain, 'refused (503)': sent.filter(one => one.status === 503).length, 'slowest answer': seconds(worst(sent.map(one => one.ms))) })
  })

  it('send each statement by itself, none after one that failed: between two of one packet a node may undo the transaction, and carry out the rest', async () => {
    const db = await database()
    const before = [db.statements, db.roundTrips] as const
    await db.transaction(new Deadline(5000), async line => {
      await line.later('DO 1')
      await Promise.all([line.query('DO 2'), line.query('DO 3')])
    })
    expect([db.isCluster, db.statements - before[0], db.roundTrips - before[1]]).toEqual([true, 5, 5])
    await db.transaction(new Deadline(5000), async line => {
      const asked = await Promise.allSettled([line.query('DO 4'), line.query('SELECT nothing'), line.query('DO 5')])
      expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
    })
    expect([db.statements - before[0], db.roundTrips - before[1]]).toEqual([9, 9])
  })

  it('hold the same row in turn, also where no act changes it', async () => {
    const far = await Database.open(other.href, [...entities], [], 2)
    try {
      await asOwner('CREATE TABLE seats (takenBy INT PRIMARY KEY)')
      const appUser = new URL(await address()).username
      for (const host of ['127.0.0.1', 'localhost', '%']) await asOwner(`GRANT SELECT, INSERT ON seats TO '${appUser}'@'${host}'`)
      const { actor, origin } = await systemCtx()
      await Promise.all([await database(), far].map((db, n) => Context.for(db, actor, origin, new Date(), new Deadline(20_000)).transact('arrange', async ({ store }) => {
        await store.hold(Pairing, field.pairings[0]!.id)
        const [seats] = await store.sql('SELECT COUNT(*) AS taken FROM seats')
        await sleep(200)
        if (Number(seats!.taken) === 0) await store.sql('INSERT INTO seats VALUES (?)', [n])
      })))
      expect(await cluster.nodes[2]!.asRoot(`SELECT COUNT(*) AS taken FROM ${far.name}.seats`)).toEqual([{ taken: 1 }])
    } finally {
      await far.close()
    }
  })
})
