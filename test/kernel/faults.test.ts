import '../support/keys'
import { createApp } from '../../server/app'
import { Database } from '../../server/kernel/database'
import { Deadline, REQUEST_MS } from '../../server/kernel/deadline'
import { entities } from '../../server/schema'
import { person, stop } from '../support/app'
import { database } from '../support/database'
import { Proxy } from '../support/proxy'

afterAll(stop)

/** The product with the database behind a wire that the test holds in its hand. */
async function behindAProxy() {
  const direct = (await database()).source.options as { url: string }
  const url = new URL(direct.url)
  const proxy = await new Proxy({ host: url.hostname, port: Number(url.port) }).open()
  url.port = String(proxy.port)
  const db = await Database.open(url.toString(), [...entities], [], 4)
  const { http } = await createApp({ database: db })
  const auditor = await person('auditor')
  const asking = async () => {
    const started = Date.now()
    const response = await http.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json', authorization: `Bearer ${auditor.token}` }, payload: JSON.stringify({ query: '{ auditTrail { total } }' }) })
    return { status: response.statusCode, retryAfter: response.headers['retry-after'], body: response.json(), ms: Date.now() - started }
  }
  const end = async () => {
    await http.close()
    await db.close().catch(() => undefined)
    proxy.close()
  }
  return { proxy, http, asking, end }
}

it('ends every request when the database hangs, and heals without a restart', async () => {
  const { proxy, http, asking, end } = await behindAProxy()
  expect((await asking()).status).toBe(200)
  proxy.hold()
  const answers = await Promise.all(Array.from({ length: 12 }, asking))
  for (const answer of answers) {
    expect(answer.status).toBe(503)
    expect(answer.retryAfter).toBeDefined()
    expect(answer.body.errors[0].extensions.code).toBe('UNAVAILABLE')
    expect(answer.ms).toBeLessThan(REQUEST_MS + 1500)
  }
  expect((await http.inject('/livez')).statusCode).toBe(200)
  expect((await http.inject('/readyz')).statusCode).toBe(503)
  proxy.mend()
  expect((await asking()).status).toBe(200)
  await end()
}, 30_000)

it('says that it is away when connections break, tells nothing of the driver, and comes back', async () => {
  const { proxy, asking, end } = await behindAProxy()
  expect((await asking()).status).toBe(200)
  proxy.cut()
  const answer = await asking()
  expect([answer.status, answer.body.errors[0].extensions.code]).toEqual([503, 'UNAVAILABLE'])
  expect(JSON.stringify(answer.body)).not.toMatch(/ECONN|127\.0\.0\.1|mysql|socket/i)
  proxy.mend()
  expect((await asking()).status).toBe(200)
  await end()
}, 30_000)

it('undoes a transaction whose deadline passes, and gives its connection up', async () => {
  const db = await database()
  const began = Date.now()
  await expect(db.transaction(new Deadline(300), line => line.query('SELECT SLEEP(5)'))).rejects.toMatchObject({ code: 'UNAVAILABLE' })
  expect(Date.now() - began).toBeLessThan(2000)
  expect(await db.query("SELECT 'here' AS answer")).toEqual([{ answer: 'here' }])
})
