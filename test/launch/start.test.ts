import { readFileSync, statSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { aStandIn, isAlive, removeFolder, runNode, runToEnd, type Running } from './standIn'

// Waits for what comes about, not for a time; under load that is long.
jest.setTimeout(120_000)

let product: string
let port: number
const running: Running[] = []

const freePort = (): Promise<number> => new Promise(resolve => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port: free } = server.address() as AddressInfo
    server.close(() => resolve(free))
  })
})
const settings = (more: Record<string, string> = {}): Record<string, string> => ({ LAOBING_BUILT: '1', PORT: String(port), ...more })
const start = (more?: Record<string, string>): Running => {
  const one = runNode(['server/launch/start.mjs'], settings(more), product)
  running.push(one)
  return one
}
const get = async (where: string): Promise<string> => (await fetch(`http://127.0.0.1:${port}${where}`)).text()
/** Asks again and again until the answer, or the failure as text, is the wanted one. */
const soon = async (look: () => Promise<string>, wanted: (value: string) => boolean, withinMs = 60_000): Promise<string> => {
  const end = Date.now() + withinMs
  for (;;) {
    const value = await look().catch(String)
    if (wanted(value)) return value
    if (Date.now() > end) throw new Error(`It stayed at ${value}.`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
const databasePid = (): number => Number((JSON.parse(readFileSync(path.join(product, '.data/database/run.json'), 'utf8')) as { server: string }).server.split('-')[0])

beforeAll(async () => {
  product = aStandIn()
  port = await freePort()
})
afterEach(async () => {
  for (const one of running.splice(0)) if (one.code === undefined) await one.kill('SIGTERM')
})
afterAll(() => removeFolder(product))

it('starts with invented data, says where, keeps the owner to itself, and stops clean', async () => {
  const first = start()
  await first.says(/Ctrl-C stops it/)
  expect(first.output).toMatch(/cli migrate\n/)
  expect(first.output).toMatch(/cli seed --if-empty\n/)
  expect(first.output).toContain(`http://127.0.0.1:${port}/`)
  expect(first.output).toMatch(/admin leader officer .*\n.*Laobing-demo-2022/)
  const keys = path.join(product, '.data/keys.json')
  expect(JSON.parse(await get('/settings'))).toEqual({ demo: '1', owner: null, keys })
  expect(statSync(keys).mode & 0o777).toBe(0o600)

  const second = start()
  await second.ended
  expect(second.code).toBe(1)
  expect(second.output).toContain(`Port ${port} on 127.0.0.1 is in use`)

  const server = databasePid()
  await first.kill('SIGTERM')
  expect(first.code).toBe(0)
  expect(first.output).toContain('stopped (the database: stopped)')
  expect(isAlive(server)).toBe(false)
  await expect(get('/readyz')).rejects.toThrow()
})

it('starts the second time without migrating again', async () => {
  const again = start()
  await again.says(/Ctrl-C stops it/)
  expect(again.output).not.toMatch(/^cli/m)
})

it('brings back the database and the server when they are killed', async () => {
  const one = start()
  await one.says(/Ctrl-C stops it/)
  const before = Number(await get('/write'))
  process.kill(databasePid(), 'SIGKILL')
  await one.says(/the database stopped unasked/)
  expect(Number(await soon(() => get('/write'), text => /^\d+$/.test(text)))).toBe(before + 1)
  const pid = await get('/pid')
  process.kill(Number(pid), 'SIGKILL')
  await soon(() => get('/pid'), now => /^\d+$/.test(now) && now !== pid)
  expect(Number(await get('/write'))).toBe(before + 2)
})

it('leaves nothing that stops the next start when it is killed', async () => {
  const killed = start()
  await killed.says(/Ctrl-C stops it/)
  const server = databasePid()
  const orphan = Number(await get('/pid'))
  // Stopped, it cannot notice: the next start has to wait for it.
  process.kill(orphan, 'SIGSTOP')
  await killed.kill('SIGKILL')
  const next = start()
  await next.says(/waiting for the server of an earlier start/)
  process.kill(orphan, 'SIGCONT')
  await next.says(/Ctrl-C stops it/)
  expect(isAlive(orphan)).toBe(false)
  expect(next.output).toMatch(/using the running database/)
  expect(databasePid()).toBe(server)
})

it('loads invented data in production only when it is asked for by name', async () => {
  const production = start({ NODE_ENV: 'production' })
  await production.says(/Ctrl-C stops it/)
  expect(production.output).not.toMatch(/cli seed|Laobing-demo/)
  expect(JSON.parse(await get('/settings'))).toMatchObject({ demo: '0' })
  await production.kill('SIGTERM')
  const asked = start({ NODE_ENV: 'production', DEMO: '1' })
  await asked.says(/Ctrl-C stops it/)
  expect(asked.output).toMatch(/cli seed --if-empty/)
  await asked.kill('SIGTERM')
})

it('refuses with one sentence what cannot be', async () => {
  const first = async (more: Record<string, string>) => (await runToEnd(['server/launch/start.mjs'], settings(more), product)).output
  expect(await first({ PORT: 'many' })).toMatch(/^\n✗ PORT is many, which is not a port\.\n {2}→ .*\n$/)
  expect(await first({ DATABASE_URL: 'postgres://somewhere/x' })).toMatch(/✗ DATABASE_URL is not an address of a MySQL-family database\.\n {2}→ .*\n$/)
  expect(await first({ LAOBING_DATA: path.join(product, 'package.json') })).toMatch(/✗ .*package\.json.* cannot be used: a file stands where a folder should .*\n {2}→ .*\n$/)
  expect(await first({ LAOBING_DATA: '/proc/nowhere' })).toMatch(/✗ \/proc\/nowhere.* cannot be used: there can be no folder in \/proc .*\n {2}→ .*\n$/)
  expect(await first({ LAOBING_KEYS_FILE: path.join(product, 'nowhere.json') })).toMatch(/✗ The keys \(.*nowhere\.json\) are missing, and the database is sealed with them\.\n/)
})
