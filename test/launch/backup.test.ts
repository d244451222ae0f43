import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import mysql, { type Connection } from 'mysql2/promise'
import { aStandIn, removeFolder, runToEnd, type Running, unpacked } from './standIn'

const KNOWN = '老兵甲-known-string'
const PASSPHRASE = 'three words and a number 7'

let product: string
let connection: Connection
const databases = ['backup_source', 'backup_target'] as const

const urlOf = (database: string): string => {
  const url = new URL(process.env.TEST_DB_OWNER_URL!)
  url.pathname = `/${database}`
  return url.href
}
const settings = (database: string, more: Record<string, string> = {}) => ({ LAOBING_BUILT: '1', LAOBING_KEYS_FILE: path.join(product, 'keys.json'), DATABASE_URL: urlOf(database), ...more })
const backup = (file: string, more?: Record<string, string>): Promise<Running> => runToEnd(['server/launch/backup.mjs', file], settings('backup_source', more), product)
const restore = (args: string[], more?: Record<string, string>): Promise<Running> => runToEnd(['server/launch/restore.mjs', ...args], settings('backup_target', more), product)
const inProduct = (name: string): string => path.join(product, name)
const newKeys = (byte: number): string => {
  const key = Buffer.alloc(32, byte).toString('base64')
  return JSON.stringify({ active: 'k1', keys: { k1: key }, fingerprint: key, audit: key, backup: key })
}
async function contentOf(database: string): Promise<unknown> {
  const [people] = await connection.query(`SELECT id, name, HEX(picture) AS picture, at FROM ${database}.people ORDER BY id`)
  const [visits] = await connection.query(`SELECT COUNT(*) AS n, SUM(person_id) AS sum FROM ${database}.visits`)
  return { people, visits }
}

beforeAll(async () => {
  product = aStandIn()
  writeFileSync(inProduct('keys.json'), newKeys(1))
  connection = await mysql.createConnection({ uri: process.env.TEST_DB_OWNER_URL!, dateStrings: true })
  for (const name of databases) {
    await connection.query(`DROP DATABASE IF EXISTS ${name}`)
    await connection.query(`CREATE DATABASE ${name}`)
  }
  await connection.query('CREATE TABLE backup_source.people (id INT PRIMARY KEY, name VARCHAR(80), picture VARBINARY(100), at DATETIME(3))')
  await connection.query('CREATE TABLE backup_source.visits (id INT PRIMARY KEY, person_id INT, CONSTRAINT whose FOREIGN KEY (person_id) REFERENCES people (id))')
  const people = Array.from({ length: 500 }, (_, id) => [id, `${KNOWN} ${id} '"\\😀`, Buffer.from([0, 39, 92, 10, id % 256]), '2026-11-23 16:00:00.123'])
  await connection.query('INSERT INTO backup_source.people VALUES ?', [people])
  const visits = Array.from({ length: 20_000 }, (_, id) => [id, id % 500])
  await connection.query('INSERT INTO backup_source.visits VALUES ?', [visits])
})
afterAll(async () => {
  for (const name of databases) await connection.query(`DROP DATABASE IF EXISTS ${name}`)
  await connection.end()
  removeFolder(product)
})

it('comes back whole from a sealed file, and takes the place of what was there only when told to', async () => {
  const file = inProduct('a.backup')
  const made = await backup(file)
  expect(made.output).toContain(`backed up to ${file}`)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const bytes = readFileSync(file)
  for (const plain of [KNOWN, 'INSERT INTO', 'people']) expect(bytes.includes(plain)).toBe(false)
  expect((await backup(file)).output).toContain('exists already')

  const restored = await restore([file])
  expect(restored.output).toContain('cli migrate')
  expect(restored.code).toBe(0)
  expect(await contentOf('backup_target')).toEqual(await contentOf('backup_source'))
  await expect(connection.query('INSERT INTO backup_target.visits VALUES (99999, 99999)')).rejects.toMatchObject({ errno: 1452 })

  await connection.query('CREATE TABLE backup_target.newer (id INT PRIMARY KEY)')
  await connection.query("UPDATE backup_target.people SET name = 'changed'")
  const refused = await restore([file])
  expect(refused.code).toBe(1)
  expect(refused.output).toMatch(/✗ The database backup_target is not empty \(4 tables\)/)
  writeFileSync(inProduct('audit-anchor-backup_target.json'), 'beyond the backup')
  const forced = await restore([file, '--force'], { LAOBING_ANCHOR: product })
  expect(forced.code).toBe(0)
  expect(forced.output).toMatch(/the audit trail is anchored anew/)
  const [aside, ...others] = readdirSync(product).filter(name => name.startsWith('audit-anchor'))
  expect([others, readFileSync(inProduct(aside!), 'utf8')]).toEqual([[], 'beyond the backup'])
  expect(await contentOf('backup_target')).toEqual(await contentOf('backup_source'))
  const [left] = await connection.query("SHOW TABLES FROM backup_target LIKE 'newer'")
  expect(left).toEqual([])
  const [schemas] = await connection.query("SHOW DATABASES LIKE 'backup\\_target\\_%'")
  expect(schemas).toEqual([])
})

it('refuses another key, a changed byte, a cut file and a stranger’s file, before anything is touched', async () => {
  const file = inProduct('b.backup')
  await backup(file, { BACKUP_PASSPHRASE: PASSPHRASE })
  const before = await contentOf('backup_target')
  const changed = readFileSync(file)
  changed[changed.length - 100]! ^= 1
  writeFileSync(inProduct('changed.backup'), changed)
  writeFileSync(inProduct('cut.backup'), readFileSync(file).subarray(0, -17))
  writeFileSync(inProduct('strange.backup'), 'CREATE TABLE x (id INT);\n')
  writeFileSync(inProduct('other-keys.json'), newKeys(2))
  const tries: [string, Record<string, string>, RegExp][] = [
    ['b.backup', {}, /sealed with a passphrase/],
    ['b.backup', { BACKUP_PASSPHRASE: `${PASSPHRASE}8` }, /cannot be opened/],
    ['changed.backup', { BACKUP_PASSPHRASE: PASSPHRASE }, /cannot be opened|damaged/],
    ['cut.backup', { BACKUP_PASSPHRASE: PASSPHRASE }, /cannot be opened|damaged/],
    ['strange.backup', { BACKUP_PASSPHRASE: PASSPHRASE }, /not a backup of this product/],
    ['b.backup', { BACKUP_PASSPHRASE: PASSPHRASE, LAOBING_KEYS_FILE: inProduct('other-keys.json') }, /sealed with other keys/],
  ]
  for (const [name, more, sentence] of tries) {
    const tried = await restore([inProduct(name), '--force'], more)
    expect(tried.code).toBe(1)
    expect(tried.output).toMatch(sentence)
  }
  expect(await contentOf('backup_target')).toEqual(before)
  expect((await restore([file, '--force'], { BACKUP_PASSPHRASE: PASSPHRASE })).code).toBe(0)
})

it('is of one moment while others go on writing', async () => {
  await connection.query('CREATE TABLE backup_source.a_purse (id INT PRIMARY KEY, held INT)')
  await connection.query('CREATE TABLE backup_source.z_purse (id INT PRIMARY KEY, held INT)')
  for (const purse of ['a_purse', 'z_purse']) await connection.query(`INSERT INTO backup_source.${purse} VALUES (1, 500000)`)
  const writer = await mysql.createConnection(urlOf('backup_source'))
  let moved = 0
  let writing = true
  const moving = (async () => {
    for (; writing; moved++) {
      await writer.beginTransaction()
      await writer.query('UPDATE a_purse SET held = held - 1')
      await writer.query('UPDATE z_purse SET held = held + 1')
      await writer.commit()
    }
  })()
  const made = await backup(inProduct('c.backup'))
  writing = false
  await moving
  await writer.end()
  expect([made.code, moved > 20]).toEqual([0, true])
  expect((await restore([inProduct('c.backup'), '--force'])).code).toBe(0)
  const [[row]] = (await connection.query('SELECT a.held AS a, a.held + z.held AS whole FROM backup_target.a_purse a JOIN backup_target.z_purse z ON z.id = a.id')) as unknown as [{ a: number; whole: number }[]]
  expect([Number(row!.whole), row!.a < 500_000]).toEqual([1_000_000, true])
})

/** Puts a tool in the way of the real one, that stops for a while after the first bytes which pass. */
function aSlowTool(name: string, folder: string): string {
  const found = [...process.env.PATH!.split(path.delimiter), '/usr/sbin', '/usr/bin', path.join(unpacked, 'usr/bin')].map(each => path.join(each, name)).find(existsSync)!
  mkdirSync(inProduct(folder))
  writeFileSync(inProduct(`${folder}/${name}`), `#!/bin/bash\nset -o pipefail\nslowly() { head -c 70000; sleep 2.5; cat; }\n${name === 'mariadb' ? `slowly | '${found}' "$@"` : `'${found}' "$@" | slowly`}\n`, { mode: 0o755 })
  return `${inProduct(folder)}:${process.env.PATH}`
}

it('says how far it is, both ways, where it takes longer than a moment', async () => {
  const made = await backup(inProduct('e.backup'), { PATH: aSlowTool('mariadb-dump', 'slowDump') })
  expect([made.code, made.output]).toEqual([0, expect.stringMatching(/… \d+ kB dumped, table [1-4]\n/)])
  const back = await restore([inProduct('e.backup'), '--force'], { PATH: aSlowTool('mariadb', 'slowShell') })
  expect([back.code, back.output]).toEqual([0, expect.stringMatching(/… \d+ % of \d+\.\d MB loaded\n/)])
  expect(await contentOf('backup_target')).toEqual(await contentOf('backup_source'))
})

it('leaves no file behind when the dump fails halfway', async () => {
  mkdirSync(inProduct('tools'))
  writeFileSync(inProduct('tools/mariadb-dump'), '#!/bin/sh\necho "CREATE TABLE people (id INT);"\necho "the disk is gone" >&2\nexit 2\n', { mode: 0o755 })
  const failed = await backup(inProduct('d.backup'), { PATH: `${inProduct('tools')}:${process.env.PATH}` })
  expect(failed.code).toBe(1)
  expect(failed.output).toMatch(/✗ The dump failed: the disk is gone/)
  expect(readdirSync(product).filter(name => name.startsWith('d.backup'))).toEqual([])
})
