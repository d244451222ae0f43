import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import mysql from 'mysql2/promise'
import { aFolder, isAlive, project, removeFolder, runNode, type Running, unpacked } from './standIn'

const HOLDER = `
import { createInterface } from 'node:readline'
import { ensureEmbedded } from '${path.join(project, 'server/launch/embedded/ensureEmbedded.mjs')}'
const tell = (word, facts) => console.log(word + ' ' + JSON.stringify(facts))
try {
  const { DIR: dir, PROFILE: profile } = process.env
  const held = await ensureEmbedded({ dir, profile, unpacked: '${unpacked}', log: line => console.log('log ' + line) })
  const { port, attached, socket } = held
  tell('held', { url: held.url, ownerUrl: held.ownerUrl, port, attached, socket, server: held.run.server })
  for await (const line of createInterface({ input: process.stdin })) {
    if (line === 'revive') { await held.revive(); tell('revived', { server: held.run.server, url: held.url }) }
    if (line === 'release') { tell('released', await held.release()); process.exit() }
    if (line === 'exit') process.exit()
  }
} catch (error) {
  console.log(error.name + ': ' + error.message)
  process.exit(1)
}
`

interface Held {
  url: string
  ownerUrl: string
  port: number
  attached: boolean
  socket: string
  server: string
}

// MySQL takes several seconds to make a store and to start, MariaDB a fraction.
jest.setTimeout(120_000)

const folders: string[] = []
const holders: Running[] = []
let template: string
let flavour: string

const start = (dir: string, profile = 'durable'): Running => {
  const running = runNode(['--input-type=module', '-e', HOLDER], { DIR: dir, PROFILE: profile })
  holders.push(running)
  return running
}
const heldBy = async (running: Running): Promise<Held> => JSON.parse((await running.says(/^held (.*)$/m))[1]!) as Held
const release = async (running: Running): Promise<string> => {
  running.child.stdin!.write('release\n')
  return JSON.parse((await running.says(/^released (.*)$/m))[1]!) as string
}
const pidOf = (held: { server: string }): number => Number(held.server.split('-')[0])
const until = async (condition: () => boolean): Promise<void> => {
  const end = Date.now() + 30_000
  while (!condition()) {
    if (Date.now() > end) throw new Error('It did not come about within half a minute.')
    await new Promise(resolve => setTimeout(resolve, 15))
  }
}
async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const connection = await mysql.createConnection(url)
  try {
    const [rows] = await connection.query(sql)
    return rows as Record<string, unknown>[]
  } finally {
    connection.destroy()
  }
}
/** A stopped database with a table `kept` of one row. */
function aStore(): string {
  const dir = aFolder()
  folders.push(dir)
  for (const name of ['store', 'run.json']) cpSync(path.join(template, name), path.join(dir, name), { recursive: true })
  return dir
}
const engineOf = (dir: string): { flavour: string; version: string } => JSON.parse(readFileSync(path.join(dir, 'store/engine.json'), 'utf8'))
const changeJson = (file: string, change: (facts: Record<string, unknown>) => void): void => {
  const facts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  change(facts)
  writeFileSync(file, JSON.stringify(facts))
}

beforeAll(async () => {
  template = aFolder()
  folders.push(template)
  // The store is made by four starts at once.
  const all = [start(template), start(template), start(template), start(template)]
  const held = await Promise.all(all.map(heldBy))
  expect(held.filter(one => !one.attached)).toHaveLength(1)
  expect(new Set(held.map(one => one.server)).size).toBe(1)
  await ask(held[0]!.ownerUrl, 'CREATE TABLE kept (id INT PRIMARY KEY)')
  await ask(held[0]!.ownerUrl, 'INSERT INTO kept VALUES (7)')
  expect(await release(all[0]!)).toBe('left to 3 others')
  expect(await release(all[1]!)).toBe('left to 2 others')
  expect(await release(all[2]!)).toBe('left to 1 other')
  expect(isAlive(pidOf(held[0]!))).toBe(true)
  expect(await release(all[3]!)).toBe('stopped')
  expect(isAlive(pidOf(held[0]!))).toBe(false)
  flavour = engineOf(template).flavour
})

afterEach(async () => {
  for (const holder of holders.splice(0)) if (holder.code === undefined) await holder.kill('SIGKILL')
  for (const folder of folders) {
    const run = JSON.parse(readFileSync(path.join(folder, 'run.json'), 'utf8')) as { server?: string }
    const pid = run.server ? pidOf({ server: run.server }) : 0
    if (pid && isAlive(pid)) process.kill(pid, 'SIGKILL')
  }
})
afterAll(() => folders.forEach(removeFolder))

it('is adopted by the next start when its starter was killed', async () => {
  const dir = aStore()
  const first = start(dir)
  const held = await heldBy(first)
  await first.kill('SIGKILL')
  const second = start(dir)
  const adopted = await heldBy(second)
  expect(adopted).toMatchObject({ attached: true, server: held.server, url: held.url })
  expect(await ask(adopted.ownerUrl, 'SELECT id FROM kept')).toEqual([{ id: 7 }])
  expect(await release(second)).toBe('stopped')
})

it('is found again when its starter was killed before it could write down which process it is', async () => {
  const dir = aStore()
  const first = start(dir)
  const held = await heldBy(first)
  await first.kill('SIGKILL')
  changeJson(path.join(dir, 'run.json'), run => delete run.server)
  const second = start(dir)
  expect(await heldBy(second)).toMatchObject({ attached: true, server: held.server })
  expect(await release(second)).toBe('stopped')
})

it('recovers after it was killed itself, at the same address and with what was acknowledged', async () => {
  const dir = aStore()
  const holder = start(dir)
  const held = await heldBy(holder)
  await ask(held.ownerUrl, 'INSERT INTO kept VALUES (8)')
  process.kill(pidOf(held), 'SIGKILL')
  await until(() => !isAlive(pidOf(held)))
  holder.child.stdin!.write('revive\n')
  const revived = JSON.parse((await holder.says(/^revived (.*)$/m))[1]!) as Held
  expect(revived.server).not.toBe(held.server)
  expect(revived.url).toBe(held.url)
  expect(await ask(held.ownerUrl, 'SELECT id FROM kept ORDER BY id')).toEqual([{ id: 7 }, { id: 8 }])
  expect(await release(holder)).toBe('stopped')
})

it('starts when everything of the last run was killed', async () => {
  const dir = aStore()
  const first = start(dir)
  const held = await heldBy(first)
  process.kill(pidOf(held), 'SIGKILL')
  await first.kill('SIGKILL')
  const second = start(dir)
  expect(await heldBy(second)).toMatchObject({ attached: false })
  expect(await release(second)).toBe('stopped')
})

it('is stopped by a holder that exits without releasing it', async () => {
  const dir = aStore()
  const holder = start(dir)
  const held = await heldBy(holder)
  holder.child.stdin!.write('exit\n')
  await holder.ended
  await until(() => !isAlive(pidOf(held)))
})

it('breaks the lock of a dead process, and of one whose number another process has now', async () => {
  const dir = aStore()
  writeFileSync(path.join(dir, 'lock'), '4194999-1-00000000')
  const first = start(dir)
  await heldBy(first)
  await release(first)
  writeFileSync(path.join(dir, 'lock'), `${process.pid}-1-00000000`)
  const all = [start(dir), start(dir), start(dir)]
  const held = await Promise.all(all.map(heldBy))
  expect(held.filter(one => !one.attached)).toHaveLength(1)
  for (const one of all) await release(one)
  expect(readdirSync(dir).filter(name => name.startsWith('lock'))).toEqual([])
})

it('waits for the lock of a living process', async () => {
  const dir = aStore()
  const living = start(aStore())
  const { server } = await heldBy(living)
  writeFileSync(path.join(dir, 'lock'), server)
  const waiting = start(dir)
  await waiting.says(/waiting for another start/)
  expect(waiting.output).not.toMatch(/^held/m)
  await release(living)
  await heldBy(waiting)
  await release(waiting)
})

it('refuses data of another flavour, or of a newer major, and leaves it alone', async () => {
  const other = flavour === 'mariadb' ? 'mysql' : 'mariadb'
  for (const [engine, sentence] of [
    [{ flavour: other, version: '8.4.0' }, `written by ${other} 8.4.0, and the engine found here is ${flavour} `],
    [{ flavour, version: '99.1.0' }, `written by ${flavour} 99.1.0, and the engine found here is the older `],
  ] as const) {
    const dir = aStore()
    changeJson(path.join(dir, 'store/engine.json'), facts => Object.assign(facts, engine))
    const running = start(dir)
    await running.ended
    expect(running.code).toBe(1)
    expect(running.output).toMatch(/^PlainError: The data in .*\n {2}→ Install /m)
    expect(running.output).toContain(sentence)
    expect(engineOf(dir)).toEqual(engine)
  }
})

it('brings the system tables of an older major up to date, once', async () => {
  const dir = aStore()
  const { version } = engineOf(dir)
  changeJson(path.join(dir, 'store/engine.json'), facts => Object.assign(facts, { version: '8.0.1' }))
  const first = start(dir)
  await heldBy(first)
  expect(/bringing the system tables up/.test(first.output)).toBe(flavour === 'mariadb')
  expect(engineOf(dir).version).toBe(version)
  await release(first)
  const second = start(dir)
  await heldBy(second)
  expect(second.output).not.toMatch(/system tables/)
  await release(second)
})

it('gives the owner its databases and the application nothing, and keeps passwords to itself', async () => {
  const dir = aStore()
  const holder = start(dir)
  const held = await heldBy(holder)
  await ask(held.ownerUrl, 'CREATE DATABASE laobing_restore')
  await ask(held.ownerUrl, 'DROP DATABASE laobing_restore')
  await expect(ask(held.ownerUrl, 'SELECT User FROM mysql.user')).rejects.toMatchObject({ code: 'ER_TABLEACCESS_DENIED_ERROR' })
  await expect(ask(held.url, 'SELECT id FROM kept')).rejects.toMatchObject({ code: 'ER_DBACCESS_DENIED_ERROR' })
  await ask(held.ownerUrl, "GRANT SELECT ON kept TO 'laobing_app'@'%'")
  expect(await ask(held.url, 'SELECT id FROM kept')).toEqual([{ id: 7 }])
  await expect(ask(held.url, 'INSERT INTO kept VALUES (9)')).rejects.toMatchObject({ code: 'ER_TABLEACCESS_DENIED_ERROR' })
  for (const user of ['root', 'laobing_owner', 'laobing_app', 'nobody']) {
    await expect(ask(`mysql://${user}@127.0.0.1:${held.port}/`, 'SELECT 1')).rejects.toMatchObject({ code: 'ER_ACCESS_DENIED_ERROR' })
  }
  expect(await ask(held.ownerUrl, 'SELECT @@collation_database AS c, @@global.time_zone AS z, @@innodb_flush_log_at_trx_commit AS f')).toEqual([
    { c: 'utf8mb4_unicode_520_ci', z: '+00:00', f: 1 },
  ])
  const isolation = await ask(held.ownerUrl, "SHOW VARIABLES WHERE Variable_name IN ('tx_isolation', 'transaction_isolation')")
  expect(isolation.map(row => row.Value)).toContain('READ-COMMITTED')
  expect(statSync(path.join(dir, 'run.json')).mode & 0o077).toBe(0)
  expect(readdirSync(dir)).not.toContain('init.sql')
  await release(holder)
})

it('starts under a path longer than a socket may have', async () => {
  const base = aStore()
  const dir = path.join(base, 'deep-'.repeat(20))
  cpSync(path.join(base, 'store'), path.join(dir, 'store'), { recursive: true })
  cpSync(path.join(base, 'run.json'), path.join(dir, 'run.json'))
  const holder = start(dir)
  const held = await heldBy(holder)
  expect(Buffer.byteLength(held.socket)).toBeLessThanOrEqual(107)
  expect(await release(holder)).toBe('stopped')
})

it('goes with its starter when it is only for tests', async () => {
  const dir = aFolder()
  folders.push(dir)
  const holder = start(dir, 'test')
  const held = await heldBy(holder)
  await ask(held.ownerUrl, 'CREATE DATABASE any_name')
  await holder.kill('SIGKILL')
  await until(() => !isAlive(pidOf(held)))
})
